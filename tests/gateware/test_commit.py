"""Commit against its golden twin; the step that it leaves to the next stage is taken here."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.commit import Commit
from bep_hw.gateware.parts.planes import plane_shape
from bep_hw.golden.commit import commit, weights
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.hidden import counter_range
from tests.helpers.bench import SEEDS, bits, play, word
from tests.helpers.ports import leaf, ports

MAX_BATCH = 16


def check(counters, chosen, due, *, hidden_bits=6, valid=None):
    """counters, chosen: (words, lanes), a word a cycle; due, valid: (words,)"""
    words, lanes = counters.shape
    valid = np.ones(words, bool) if valid is None else valid
    config = CoreConfig(
        **{"tile_rows": 1, "tile_columns": lanes, "lanes": lanes},
        **{"hidden_bits": hidden_bits, "max_batch": MAX_BATCH},
    )
    dut = Commit(config)
    assert dut.latency == 1
    cycles = [
        {
            "valid": int(valid[index]),
            "due": int(due[index]),
            "counters": counters[index].tolist(),
            "chosen": word(chosen[index]),
        }
        for index in range(words)
    ]
    seen = play(dut, [*cycles, {"valid": 0}], ["committed", "away"])
    expected = commit(counters.copy(), chosen & due[:, None], hidden_bits)
    expected = np.where(due[:, None], expected, counters)
    for index in np.flatnonzero(valid):
        committed = np.array(seen[index + dut.latency]["committed"])
        away = np.array(bits(seen[index + dut.latency]["away"], lanes))
        np.testing.assert_array_equal(committed + away * weights(committed), expected[index])
        np.testing.assert_array_equal(weights(committed), weights(counters[index]))
    for index in np.flatnonzero(~valid):
        assert seen[index + 1] == seen[index], "nothing moves without a word"


@pytest.mark.parametrize("due", [0, 1], ids=["not-due", "due"])
@pytest.mark.parametrize("chosen", [0, 1], ids=["none-chosen", "all-chosen"])
@pytest.mark.parametrize("hidden_bits", [4, 6, 16])
def test_corners(hidden_bits, chosen, due):
    """Around 0, around both ends of the range, and at both ends of the guard range."""
    low, high = counter_range(hidden_bits)
    ends = [low - MAX_BATCH, low - 2, low - 1, low, low + 1, low + 2]
    row = [-2, -1, 0, 1, *ends, *(-1 - end for end in ends)]
    assert high + MAX_BATCH in row
    counters = np.array([row], np.int32)
    check(
        counters,
        np.full(counters.shape, bool(chosen)),
        np.array([bool(due)]),
        hidden_bits=hidden_bits,
    )


@SEEDS
def test_random_words(seed):
    rng = np.random.default_rng(seed)
    counters = rng.integers(-32, 32, (50, 7), np.int32)
    chosen = rng.random(counters.shape) < 0.5
    check(counters, chosen, rng.random(50) < 0.6, valid=rng.random(50) < 0.7)


@given(st.integers(1, 20), st.integers(4, 12), st.integers(0, 2**32 - 1))
@settings(max_examples=8, deadline=None)
def test_any_range(lanes, hidden_bits, seed):
    rng = np.random.default_rng(seed)
    low, high = counter_range(hidden_bits)
    counters = rng.integers(low - MAX_BATCH, high + MAX_BATCH + 1, (10, lanes), np.int32)
    check(counters, rng.random(counters.shape) < 0.5, rng.random(10) < 0.5, hidden_bits=hidden_bits)


def test_ports():
    """Of six counters a word; the leaf has the same, in planes, and a clock."""
    config = CoreConfig(tile_rows=1, tile_columns=6, lanes=6, hidden_bits=7, max_batch=16)
    word, (plane, groups) = f"{6 * config.counter_bits}", plane_shape(6)
    own = {"valid": "in 1", "due": "in 1", "counters": f"in {word}", "chosen": "in 6"}
    own |= {"committed": f"out {word}", "away": "out 6"}
    assert ports(Commit(config)) == own
    parameters = {"LANES": 6, "PLANE": plane, "GROUPS": groups, "BITS": config.counter_bits}
    parameters["LOW"] = 5
    assert leaf(Commit(config, planes=True), "bep_commit") == (parameters, {*own, "clk"})
