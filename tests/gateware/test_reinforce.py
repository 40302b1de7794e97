"""Reinforce against its golden twin."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.reinforce import Reinforce, SerialReinforce
from bep_hw.golden.reinforce import reinforced
from tests.helpers.bench import SEEDS, bits, play

ALL = 16 << 16


def check(seed, minibatch, layer, threshold, places, shape):
    """places: (row, group) pairs within a layer of `shape`, one draw a cycle."""
    dut = Reinforce()
    assert dut.latency == 5
    key = {"valid": 1, "seed": seed, "minibatch": minibatch, "threshold": threshold}
    cycles = [{**key, "position": layer << 28 | row << 14 | group} for row, group in places]
    # Later draws, with thresholds of their own, change nothing.
    after = [{"valid": 0, "position": 0, "threshold": ALL - threshold}] * dut.latency
    seen = play(dut, [*cycles, *after], ["chosen"])
    expected = reinforced(seed, minibatch, layer, shape, threshold)
    for now, (row, group) in enumerate(places):
        chosen = expected[row, 16 * group : 16 * group + 16]
        got = bits(seen[now + dut.latency]["chosen"], 16)
        assert got[: len(chosen)] == chosen.astype(int).tolist(), f"row {row}, group {group}"
    return [sum(bits(state["chosen"], 16)) for state in seen[dut.latency :][: len(places)]]


@pytest.mark.parametrize("threshold", [0, 1, 65535, 65536, 65537, ALL - 1, ALL])
def test_thresholds(threshold):
    """16 p = 0 picks none, 1 exactly one of 16, 16 all; between two integers it is one of them."""
    counts = check(7, 3, 0, threshold, [(row, 0) for row in range(40)], (40, 16))
    assert set(counts) <= {threshold >> 16, -(-threshold >> 16)}


@pytest.mark.parametrize("layer", [0, 1, 15])
@pytest.mark.parametrize(
    ("shape", "places"),
    [((1 << 14, 16), [(0, 0), ((1 << 14) - 1, 0)]), ((1, 1 << 14), [(0, 0), (0, (1 << 10) - 1)])],
    ids=["rows", "columns"],
)
def test_ends_of_the_position(layer, shape, places):
    check(0xFFFF_FFFF, 0xFFFF_FFFF, layer, 150_000, places, shape)


@SEEDS
def test_random_places(seed):
    """One draw per cycle, in any order; the last group of a row has columns that do not exist."""
    rng = np.random.default_rng(seed)
    places = [(int(rng.integers(50)), int(rng.integers(3))) for _ in range(60)]
    key = [int(word) for word in rng.integers(0, 1 << 32, 2)]
    check(*key, 2, 200_000, places, (50, 40))


@SEEDS
@pytest.mark.parametrize("lanes", [1, 2, 4])
@pytest.mark.parametrize("pause", [0, 1, 6])
def test_serial_draws(pause, lanes, seed):
    """A draw in four cycles or more, and what it picks stays until the next one is done."""
    rng = np.random.default_rng(seed)
    dut = SerialReinforce(lanes=lanes)
    key = {"seed": int(rng.integers(1 << 32)), "minibatch": int(rng.integers(1 << 32))}
    places = [(int(rng.integers(50)), int(rng.integers(3))) for _ in range(20)]
    cycles, period = [], dut.period + pause
    for row, group in places:
        draw = {**key, "threshold": 9, "valid": 1, "position": 2 << 28 | row << 14 | group}
        cycles += [draw, *[{**draw, "valid": 0, "position": 5}] * (period - 1)]
    cycles += [{**key, "valid": 0}] * dut.latency
    words = rng.integers(0, 16 // lanes, len(cycles)).tolist()
    cycles = [{**cycle, "word": word} for cycle, word in zip(cycles, words, strict=True)]
    for start in range(0, len(places) * period, period):
        cycles[start + dut.period] = {**cycles[start + dut.period], "threshold": 200_000}
    seen = play(dut, cycles, ["chosen"])
    expected = reinforced(*key.values(), 2, (50, 48), 200_000)
    for index, (row, group) in enumerate(places):
        chosen = expected[row, 16 * group : 16 * group + 16].astype(int).tolist()
        first = index * period + dut.latency
        for now in range(first, min(first + period, len(seen))):
            low = lanes * words[now]
            assert bits(seen[now]["chosen"], lanes) == chosen[low : low + lanes]


@given(*(st.integers(0, 2**32 - 1) for _ in range(2)), st.integers(0, 15), st.integers(0, ALL))
@settings(max_examples=8, deadline=None)
def test_any_key(seed, minibatch, layer, threshold):
    check(seed, minibatch, layer, threshold, [(row, 1) for row in range(12)], (12, 32))
