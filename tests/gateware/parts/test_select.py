"""Select: the tournament of the margin and the winner."""

import numpy as np
import pytest
from amaranth.hdl import Module
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.parts.select import Select, better, candidate
from tests.helpers.bench import SEEDS, play
from tests.helpers.ports import ports


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


def test_ports():
    """A contender is a valid bit, a key of 5 bits and a payload of 8."""
    contenders = {f"entries__{index}": "in 14" for index in range(3)}
    expected = {"enable": "in 1", "valid": "in 1", **contenders, "best": "out 14"}
    assert ports(Select(entries=3, key_bits=5, payload_bits=8)) == expected


class Duel(wiring.Component):
    first: In(candidate(3, 4))
    second: In(candidate(3, 4))
    winner: Out(candidate(3, 4))

    def elaborate(self, platform):
        m = Module()
        m.d.comb += self.winner.eq(better(m, self.first, self.second, "best"))
        return m


@pytest.mark.parametrize("first", [(0, 1), (1, 1), (1, 2), (1, 3)])
@pytest.mark.parametrize("second", [(0, 2), (1, 2)])
def test_the_better_of_two(first, second):
    """A valid one, the smaller key, or the first; the second if there is no valid one."""
    names = ("valid", "key", "payload")
    one, other = (
        dict(zip(names, (*who, index), strict=True)) for index, who in ((5, first), (6, second))
    )
    (seen,) = play(Duel(), [{"first": one, "second": other}], ["winner"])
    wins = first[0] and (not second[0] or first[1] <= second[1])
    assert seen["winner"] == (one if wins else other)
