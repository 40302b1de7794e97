import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.update import accumulate
from tests.golden import plain


def test_one_winner_moves_its_row_by_one():
    counters = np.zeros((2, 3), np.int32)
    mask, desired = np.array([[False, True]]), np.array([[1, -1]], np.int8)
    accumulate(counters, mask, desired, np.array([[1, -1, 1]], np.int8))
    assert counters.tolist() == [[0, 0, 0], [-1, 1, -1]]


def test_no_winner_changes_nothing():
    counters = np.arange(6, dtype=np.int32).reshape(2, 3)
    desired, inputs = np.ones((4, 2), np.int8), np.ones((4, 3), np.int8)
    accumulate(counters, np.zeros((4, 2), bool), desired, inputs)
    assert counters.tolist() == [[0, 1, 2], [3, 4, 5]]


def test_no_sample_changes_nothing():
    counters = np.ones((2, 3), np.int32)
    accumulate(counters, np.ones((0, 2), bool), np.ones((0, 2), np.int8), np.ones((0, 3), np.int8))
    assert (counters == 1).all()


def test_the_sum_is_not_clipped():
    counters = np.full((1, 1), 16383, np.int32)
    ones = np.ones((20000, 1), np.int8)
    accumulate(counters, ones.astype(bool), ones, ones)
    assert counters.tolist() == [[36383]]


@given(
    st.integers(1, 8),
    st.integers(1, 8),
    st.integers(1, 20),
    st.sampled_from([0.05, 0.5, 1.0]),  # few or many rows of winners
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=80, deadline=None)
def test_loop(samples, rows, columns, share, seed):
    rng = np.random.default_rng(seed)
    counters = rng.integers(-100, 100, size=(rows, columns)).astype(np.int32)
    mask = rng.random((samples, rows)) < share
    desired, inputs = plain.signs(rng, samples, rows), plain.signs(rng, samples, columns)
    expected = counters.tolist()
    for mu in range(samples):
        for j in range(rows):
            if mask[mu, j]:
                for k in range(columns):
                    expected[j][k] += int(desired[mu, j]) * int(inputs[mu, k])
    accumulate(counters, mask, desired, inputs)
    assert counters.dtype == np.int32 and counters.tolist() == expected
