"""Gate against its golden twin, and against sign and |z|."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.gate import Gate
from bep_hw.golden.forward import sign
from bep_hw.golden.gate import gates
from tests.helpers.bench import SEEDS, STALLS, Stalls, bits, play, word
from tests.helpers.ports import leaf, ports


def check(z, threshold, count_bits, *, mask=None, stall=0.0, seed=0):
    """z: (n, R) blocks of pre-activations, one a cycle but for stalls; mask: rows that exist."""
    rows = z.shape[1]
    mask = np.ones(rows, bool) if mask is None else mask
    dut = Gate(rows=rows, count_bits=count_bits)
    stalls = Stalls(stall, seed)
    common = {"threshold": threshold, "mask": word(mask)}
    cycles, taken = [], []
    for block in z.tolist():
        while stalls():
            cycles.append({"valid": 0, "z": [7] * rows, **common})
        taken.append(len(cycles))
        cycles.append({"valid": 1, "z": block, **common})
    cycles += [{"valid": 0}] * (dut.latency + 1)
    seen = play(dut, cycles, ["done", "activations", "gates", "magnitudes"])
    done = [now for now, state in enumerate(seen) if state["done"]]
    assert dut.latency == 1
    assert done == [now + dut.latency for now in taken]
    got = [seen[now] for now in done]
    assert [bits(s["activations"], rows) for s in got] == ((sign(z) > 0) & mask).tolist()
    assert [bits(s["gates"], rows) for s in got] == (gates(z, threshold) & mask).tolist()
    assert [s["magnitudes"] for s in got] == np.abs(z).tolist()


@pytest.mark.parametrize("threshold", [0, 1, 3, 7])
def test_corners(threshold):
    """z = 0 is +1 with an open gate; |z| on, just below and just above the threshold."""
    check(np.array([[0, 3, -3], [2, -2, 0], [4, -4, 1], [7, -7, -1]]), threshold, 3)


def test_all_gates_closed():
    z = np.array([[1, -1, 5, -5]])
    assert not gates(z, 0).any()
    check(z, 0, 4)


def test_rows_that_do_not_exist():
    check(np.array([[1, -1, 0, 2]]), 3, 4, mask=np.array([1, 1, 1, 0], bool))


@SEEDS
@STALLS
def test_random_blocks(seed, stall):
    rng = np.random.default_rng(seed)
    check(rng.integers(-100, 101, (40, 4)), 30, 7, stall=stall, seed=seed)


@given(st.integers(1, 9), st.integers(1, 11), st.integers(0, 2**32 - 1))
@settings(max_examples=8, deadline=None)
def test_any_shape(rows, count_bits, seed):
    rng = np.random.default_rng(seed)
    widest = (1 << count_bits) - 1
    z = rng.integers(-widest, widest + 1, (5, rows))
    mask = rng.integers(0, 2, rows).astype(bool)
    check(z, int(rng.integers(0, widest + 1)), count_bits, mask=mask)


def test_ports():
    """R = 3 rows of |z| up to 15; the leaf has all but `done`, and a clock."""
    own = {"valid": "in 1", "z": "in 15", "mask": "in 3", "threshold": "in 4"}
    own |= {"activations": "out 3", "gates": "out 3", "magnitudes": "out 12"}
    assert ports(Gate(rows=3, count_bits=4)) == own | {"done": "out 1"}
    of_leaf = leaf(Gate(rows=3, count_bits=4, leaf=True), "bep_gate")
    assert of_leaf == ({"ROWS": 3, "BITS": 4}, {*own, "clk"})
