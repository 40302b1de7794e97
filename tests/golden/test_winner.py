import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.winner import winners
from tests.golden import plain


@pytest.mark.parametrize(
    ("z", "desired", "group", "expected"),
    [
        ([0], [-1], 1, [0]),  # z = 0 never learns, whatever is desired
        ([0], [1], 1, [0]),
        ([3], [-1], 1, [1]),
        ([3], [1], 1, [0]),
        ([0, 5], [-1, -1], 2, [0, 1]),  # 0 is not the smallest wrong |z|
        ([5, 5, 5], [-1, -1, -1], 3, [1, 0, 0]),  # the lowest index wins a tie
        ([5, -5, 5], [1, 1, -1], 3, [0, 1, 0]),
        ([-7, 3, -3], [1, -1, 1], 3, [0, 1, 0]),
        ([1, 2, 3], [1, 1, 1], 3, [0, 0, 0]),  # all right
        ([4, 2, 2, 4], [-1, -1, -1, -1], 2, [0, 1, 1, 0]),
        ([4, 2, 2, 4], [-1, 1, -1, 1], 1, [1, 0, 1, 0]),  # groups of one: every wrong neuron
        ([4, 2, 2, 4], [-1, 1, -1, 1], 4, [0, 0, 1, 0]),
        ([16384, -16384], [-1, 1], 2, [1, 0]),
    ],
)
def test_corners(z, desired, group, expected):
    mask = winners(np.array([z], np.int32), np.array([desired], np.int8), group)
    assert mask.dtype == bool and mask.tolist() == [[bool(e) for e in expected]]


def test_a_group_must_divide_the_width():
    with pytest.raises(ValueError, match="group size 4: must divide the layer width 6"):
        winners(np.zeros((1, 6), np.int32), np.ones((1, 6), np.int8), 4)


@given(
    st.integers(1, 5),
    st.integers(1, 6),
    st.integers(1, 9),
    st.integers(0, 12),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=60, deadline=None)
def test_loop(samples, groups, group, spread, seed):
    rng = np.random.default_rng(seed)
    z = rng.integers(-spread, spread + 1, size=(samples, groups * group)).astype(np.int32)
    desired = plain.signs(rng, *z.shape)
    mask = winners(z, desired, group)
    for mu in range(samples):
        expected = [False] * (groups * group)
        for first in range(0, groups * group, group):
            winner = None
            for j in range(first, first + group):
                x = int(z[mu, j])
                wrong = int(desired[mu, j]) * x < 0
                if wrong and (winner is None or abs(x) < abs(int(z[mu, winner]))):
                    winner = j
            if winner is not None:
                expected[winner] = True
        assert mask[mu].tolist() == expected
