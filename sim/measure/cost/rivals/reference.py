"""What the units of floats.py must compute, by numpy."""

import numpy as np

from sim.measure.cost.rivals.floats import FP32

SMALLEST = 2.0**-126
"""The smallest normal number, of both formats."""


def values(bits, form=FP32):
    """Float32 of numbers (n,) of this format as integers; subnormal ones are 0."""
    words = np.asarray(bits, np.uint32) << (32 - form.bits)
    found = words.astype(np.uint32).view(np.float32)
    return _flushed(found)


def _wide(bits, form):
    """The numbers as float64; a NaN may be one that numpy warns of."""
    with np.errstate(invalid="ignore"):
        return values(bits, form).astype(np.float64)


def bits(numbers, form=FP32):
    """Integers of float32 numbers that the format has; every NaN is the format's own."""
    words = _flushed(np.asarray(numbers, np.float32)).view(np.uint32) >> (32 - form.bits)
    return np.where(np.isnan(numbers), form.nan, words).astype(np.int64)


def nearest(numbers, form=FP32):
    """Integers of the format's numbers nearest to float32 numbers, ties to even."""
    with np.errstate(all="ignore"):
        return bits(_rounded(np.asarray(numbers, np.float64), form), form)


def _flushed(numbers):
    tiny = np.abs(numbers) < np.float32(SMALLEST)
    return np.where(tiny, np.copysign(np.float32(0), numbers), numbers)


def _rounded(exact, form):
    """Float32 of a float64 result, which is exact, or far enough from any tie to round it twice."""
    exact = np.where(np.abs(exact) < SMALLEST, np.copysign(0.0, exact), exact)
    single = exact.astype(np.float32)
    if form == FP32:
        return single
    # Of the same exponents, but fewer bits: ties to even by hand, from a float32 whose own last
    # bit says whether anything was cut off.
    words = _odd(exact, single).view(np.uint32)
    drop = 32 - form.bits
    half = np.uint32((1 << drop - 1) - 1) + (words >> drop & 1)
    whole = ((words + half) >> drop << drop).astype(np.uint32).view(np.float32)
    return np.where(np.isfinite(single), whole, single)


def _odd(exact, single):
    """Float32 cut off towards 0, the last bit 1 if anything was cut off."""
    with np.errstate(over="ignore", invalid="ignore"):
        over = np.abs(single.astype(np.float64)) > np.abs(exact)
        cut = np.where(over, np.nextafter(single, np.float32(0)), single)
        inexact = cut.astype(np.float64) != exact
    return (cut.view(np.uint32) | inexact.astype(np.uint32)).view(np.float32)


def multiply(a, b, form=FP32):
    """The product as integers (n,) of the format."""
    x, y = _wide(a, form), _wide(b, form)
    with np.errstate(all="ignore"):
        return bits(_rounded(x * y, form), form)


def add(a, b, form=FP32):
    """The sum. That of two float32 is inexact in float64: numpy adds them as float32."""
    x, y = values(a, form), values(b, form)
    with np.errstate(all="ignore"):
        if form == FP32:
            return bits(x + y, form)
        return bits(_rounded(_odd_sum(x, y), form), form)


def _odd_sum(x, y):
    """A float64 that rounds to any shorter format as the exact sum does."""
    x, y = x.astype(np.float64), y.astype(np.float64)
    total = x + y
    lost = (x - (total - (total - x))) + (y - (total - x))
    # What float64 lost only matters beside a tie: it moves the sum off it by one unit.
    return np.where(lost == 0, total, np.nextafter(total, np.where(lost > 0, np.inf, -np.inf)))


def divide(a, b, form=FP32):
    """The quotient; float64 is long enough for it to be rounded twice."""
    x, y = _wide(a, form), _wide(b, form)
    with np.errstate(all="ignore"):
        return bits(_rounded(x / y, form), form)


def root(a, form=FP32):
    """The square root; float64 is long enough for it to be rounded twice."""
    with np.errstate(all="ignore"):
        return bits(_rounded(np.sqrt(_wide(a, form)), form), form)
