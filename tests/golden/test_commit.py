import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.commit import commit, weights
from bep_hw.spec.hidden import counter_range
from tests.golden import plain


def clip_hidden(h, bits):
    return max(-(2 ** (bits - 1)), min(h, 2 ** (bits - 1) - 1))


@pytest.mark.parametrize(
    ("counter", "chosen", "expected"),
    [
        (0, False, 0),
        (0, True, 1),  # sign(0) = +1
        (-1, True, -2),
        (1, True, 2),
        (-1, False, -1),
        (16383, False, 16383),
        (16383, True, 16383),
        (16384, False, 16383),
        (99999, True, 16383),
        (-16384, True, -16384),
        (-16383, True, -16384),
        (-99999, False, -16384),
    ],
)
def test_corners_of_16_bits(counter, chosen, expected):
    counters = np.array([[counter]], np.int32)
    result = commit(counters, np.array([[chosen]]), 16)
    assert result is counters and counters.tolist() == [[expected]]


def test_weights_are_the_signs():
    result = weights(np.array([[-2, -1, 0, 1]], np.int32))
    assert result.dtype == np.int8 and result.tolist() == [[-1, -1, 1, 1]]


def test_sign_of_the_counter_is_the_sign_of_the_hidden_weight():
    for h in range(-9, 10):
        assert plain.sign(h) == plain.sign(h // 2)


@pytest.mark.parametrize("bits", [4, 5, 8, 16, 24])
def test_range_is_that_of_the_halved_hidden_weight(bits):
    low, high = counter_range(bits)
    assert (low, high) == (-(2 ** (bits - 1)) // 2, (2 ** (bits - 1) - 1) // 2)


def test_one_clip_is_enough_for_hardware():
    """Leaving out the clip before reinforcement changes nothing."""
    low, high = counter_range(4)
    for c in range(-9, 10):
        for chosen in (False, True):
            once = max(low, min(c + plain.sign(c) * chosen, high))
            assert commit(np.array([[c]], np.int32), np.array([[chosen]]), 4)[0, 0] == once


@given(st.integers(4, 24), st.integers(0, 40), st.data())
@settings(max_examples=100, deadline=None)
def test_follows_the_hidden_weight(bits, most, data):
    """Steps of 2 in h, clipped to B bits, give c = floor(h / 2) after each minibatch."""
    h = data.draw(st.integers(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1))
    c = np.array([[h // 2]], np.int32)
    for _ in range(5):
        steps = data.draw(st.integers(-most, most))
        chosen = data.draw(st.booleans())
        h = clip_hidden(h + 2 * steps, bits)
        if chosen:
            h = clip_hidden(h + 2 * plain.sign(h), bits)
        c += steps
        commit(c, np.array([[chosen]]), bits)
        assert c[0, 0] == h // 2
        assert weights(c)[0, 0] == plain.sign(h)


@plain.SEEDS
def test_array(seed):
    rng = np.random.default_rng(seed)
    before = rng.integers(-80, 80, size=(7, 13)).astype(np.int32)
    chosen = rng.integers(2, size=(7, 13)).astype(bool)
    counters = commit(before.copy(), chosen, 8)
    for j in range(7):
        for k in range(13):
            c = max(-64, min(int(before[j, k]), 63))
            if chosen[j, k]:
                c = max(-64, min(c + plain.sign(c), 63))
            assert counters[j, k] == c
