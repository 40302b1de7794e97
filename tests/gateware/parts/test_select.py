"""Select: the tournament of the margin and the winner."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.parts.select import Select
from tests.helpers.bench import SEEDS, play


def expected(keys, valid):
    """Index of the smallest valid key, the lowest on a tie; None if there is no valid one."""
    contenders = [(key, index) for index, (key, v) in enumerate(zip(keys, valid, strict=True)) if v]
    return min(contenders)[1] if contenders else None


def check(keys, valid, *, enables=None):
    """keys, valid: (rounds, R), one round a cycle; enables: (rounds,) 0 where all must hold."""
    rounds, entries = keys.shape
    enables = [1] * rounds if enables is None else enables
    dut = Select(entries=entries, key_bits=5, payload_bits=8)
    assert dut.latency == max(1, (entries - 1).bit_length())
    cycles = [
        {
            "enable": enable,
            "valid": 1,
            "entries": [
                {"valid": bool(v), "key": int(key), "payload": 100 + index}
                for index, (key, v) in enumerate(zip(keys[r], valid[r], strict=True))
            ],
        }
        for r, enable in enumerate(enables)
    ]
    seen = play(dut, [*cycles, *[{"enable": 1}] * dut.latency, {}], ["best"])
    taken = []  # rounds in the order they went in
    for now, state in enumerate(seen):
        if len(taken) >= dut.latency:
            round_ = min(taken[-dut.latency], rounds - 1)
            winner = expected(keys[round_], valid[round_])
            best = state["best"]
            assert best["valid"] == (winner is not None), f"cycle {now}"
            if winner is not None:
                assert (best["payload"], best["key"]) == (100 + winner, keys[round_][winner])
        if now >= rounds or enables[now]:
            taken.append(now)


def test_no_round_changes_nothing():
    """Only a round moves through the registers, so that they rest in between."""
    dut = Select(entries=5, key_bits=5, payload_bits=8)
    entries = [
        [{"valid": 1, "key": key, "payload": key} for key in range(first, first + 5)]
        for first in (3, 9)
    ]
    cycles = [
        {"enable": 1, "valid": int(now % 3 == 0), "entries": entries[now % 3 > 0]}
        for now in range(6 + dut.latency)
    ]
    seen = play(dut, cycles, ["best"])
    assert {state["best"]["payload"] for state in seen[dut.latency :]} == {3}


@pytest.mark.parametrize("entries", range(1, 10))
def test_corners(entries):
    """Nobody, everybody with the same key, each alone, and the smallest at either end."""
    same = np.full((1, entries), 7)
    nobody, everybody = np.zeros((1, entries), bool), np.ones((1, entries), bool)
    rising = np.arange(entries)[None]
    check(
        np.vstack([same, same, np.repeat(same, entries, 0), rising, rising[:, ::-1], 0 * same]),
        np.vstack([nobody, everybody, np.eye(entries, dtype=bool), *[everybody] * 3]),
    )


@SEEDS
@pytest.mark.parametrize("stalling", [False, True], ids=["flowing", "stalling"])
def test_random_rounds(seed, stalling):
    rng = np.random.default_rng(seed)
    keys, valid = rng.integers(0, 8, (60, 11)), rng.integers(0, 4, (60, 11)) > 0
    check(keys, valid, enables=rng.integers(0, 2, 60).tolist() if stalling else None)


@given(st.integers(1, 33), st.integers(0, 2**32 - 1))
@settings(max_examples=8, deadline=None)
def test_any_size(entries, seed):
    rng = np.random.default_rng(seed)
    keys, valid = rng.integers(0, 32, (10, entries)), rng.integers(0, 2, (10, entries)) > 0
    check(keys, valid, enables=rng.integers(0, 2, 10).tolist())
