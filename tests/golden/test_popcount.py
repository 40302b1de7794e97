import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.popcount import EXACT_WIDTH, dot, operand
from tests.golden import plain


def row(*values):
    return np.array([values], np.int8)


@pytest.mark.parametrize(
    ("a", "w", "expected"),
    [
        (row(1), row(1), 1),
        (row(1), row(-1), -1),
        (row(-1), row(-1), 1),
        (row(1, 1, -1), row(1, 1, -1), 3),
        (row(1, 1, -1), row(-1, -1, 1), -3),
        (row(1, -1), row(1, 1), 0),
        (row(0, 0), row(1, -1), 0),
        (row(0, 1, -1), row(1, 1, 1), 0),
    ],
)
def test_corners(a, w, expected):
    z = dot(a, w)
    assert z.dtype == np.int32 and z.tolist() == [[expected]]


@pytest.mark.parametrize("dtype", [np.int8, np.int32, np.float32])
def test_dtype_does_not_matter(dtype):
    rng = np.random.default_rng(0)
    a, w = plain.signs(rng, 3, 9), plain.signs(rng, 2, 9)
    assert np.array_equal(dot(a.astype(dtype), w), dot(a, w))


@plain.SEEDS
def test_equals_twice_the_popcount_less_the_width(seed):
    rng = np.random.default_rng(seed)
    bits, weights = rng.integers(2, size=(5, 37)).tolist(), rng.integers(2, size=(4, 37)).tolist()
    z = dot(2 * np.array(bits) - 1, 2 * np.array(weights) - 1)
    for n, b in enumerate(bits):
        for m, w in enumerate(weights):
            popcount = sum(1 for p, q in zip(b, w, strict=True) if p == q)
            assert z[n, m] == 2 * popcount - 37


@given(st.integers(0, 6), st.integers(1, 6), st.integers(1, 70), st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_any_shape(n, m, width, seed):
    rng = np.random.default_rng(seed)
    a, w = rng.integers(-1, 2, size=(n, width)), plain.signs(rng, m, width)
    z = dot(a, w)
    assert z.shape == (n, m)
    assert z.tolist() == [plain.matrix_vector(w.tolist(), u) for u in a.tolist()]


def test_widest_exact_sum():
    ones = np.broadcast_to(np.int8(1), (1, EXACT_WIDTH - 1))
    assert dot(ones, ones)[0, 0] == EXACT_WIDTH - 1


def test_float32_is_exact_up_to_this_width_and_no_further():
    widest = np.float32(EXACT_WIDTH)
    assert widest - np.float32(1) == EXACT_WIDTH - 1 and widest + np.float32(1) == EXACT_WIDTH


def test_an_operand_is_converted_once():
    a = operand(row(1, -1))
    assert operand(a) is a


def test_too_wide():
    ones = np.broadcast_to(np.int8(1), (1, EXACT_WIDTH))
    with pytest.raises(ValueError, match=f"width {EXACT_WIDTH}: .* fewer than {EXACT_WIDTH}"):
        dot(ones, ones)
