"""Bits of hidden weights flip as they are told to."""

import dataclasses

import numpy as np
import pytest

from bep_hw.spec import presets
from bep_hw.spec.hidden import counter_range
from bep_hw.spec.network import Network
from sim.measure import weight_flips
from sim.measure.flips import flip

SMALL = dataclasses.replace(
    presets.get("digits"), network=Network(layers=(256, 16), classes=10)
).with_training(group=8)
B = 5
LOWEST, HIGHEST = counter_range(B)


def every():
    """All counters of B bits, in two layers."""
    values = np.arange(LOWEST, HIGHEST + 1, dtype=np.int32)
    return [values.reshape(4, -1), values[::-1].reshape(2, -1).copy()]


def test_nothing_flips():
    counters, count = flip(every(), B, 0.0, np.random.default_rng(1))
    assert count == 0
    for got, wanted in zip(counters, every(), strict=True):
        np.testing.assert_array_equal(got, wanted)


def test_everything_flips():
    """The inverse of c is -1 - c, which is in the range."""
    counters, count = flip(every(), B, 1.0, np.random.default_rng(1))
    assert count == B * sum(layer.size for layer in every())
    for got, before in zip(counters, every(), strict=True):
        np.testing.assert_array_equal(got, -1 - before)


@pytest.mark.parametrize("seed", range(20))
def test_one_bit(seed):
    """A counter is off by a power of two, or at the end of its range."""
    counters, changed = every(), 0
    got, count = flip(counters, B, 0.02, np.random.default_rng(seed))
    for before, after in zip(counters, got, strict=True):
        assert after.dtype == np.int32 and after.min() >= LOWEST and after.max() <= HIGHEST
        moved = np.abs(after - before)[after != before]
        at_the_end = np.isin(after[after != before], (LOWEST, HIGHEST))
        if count == 1:
            assert all(at_the_end | np.isin(moved, 1 << np.arange(B)))
        changed += len(moved)
    assert changed <= count
    np.testing.assert_array_equal(counters[0], every()[0])


def test_flipped_weights():
    weights = [np.ones((200, 100), np.int8)]
    got, count = weight_flips.flipped(weights, 0.1, np.random.default_rng(1))
    assert count == np.count_nonzero(got[0] == -1) and 1500 < count < 2500
    assert weight_flips.flipped(weights, 0.0, np.random.default_rng(1))[1] == 0


def test_weights_that_are_kept():
    """Only a weight whose counter changed its sign is written."""
    before, after, used = (np.array(v, np.int8) for v in ([1, 1, -1], [1, -1, -1], [-1, 1, 1]))
    np.testing.assert_array_equal(weight_flips.kept([before], [after], [used]), [[-1, -1, 1]])


def test_without_flips_both_ways_are_one():
    rows = [weight_flips.train(mode, 0, 1, SMALL, epochs=1) for mode in weight_flips.MODES]
    assert rows[0][1:] == rows[1][1:] and rows[0][3] == 0
    assert weight_flips.train("kept", 1_000_000, 1, SMALL, epochs=1)[3] > 1000
