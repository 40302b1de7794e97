"""Forward against its golden twin."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.forward import Forward
from bep_hw.gateware.parts.planes import pitch
from bep_hw.golden.forward import forward
from tests.golden.plain import signs
from tests.helpers.bench import SEEDS, STALLS, Stalls, play, tile, word
from tests.helpers.ports import leaf, ports


def missing(piece, rows, columns):
    """A tile with 1 in the columns that do not exist."""
    row = (1 << columns) - (1 << piece.shape[1])
    return sum(row << columns * index for index in range(rows))


def check(weights, inputs, *, rows, columns, stages=1, stall=0.0, seed=0):
    """z of every sample: weights (K_l, K_{l-1}) ±1, inputs (n, K_{l-1}) ±1."""
    fan_out, fan_in = weights.shape
    dut = Forward(rows=rows, columns=columns, count_bits=fan_in.bit_length(), stages=stages)
    assert dut.latency == stages + 2
    rng, stalls = np.random.default_rng([seed, 1]), Stalls(stall, seed)
    cycles, ends = [], []
    for sample in inputs:
        for top in range(0, fan_out, rows):
            for left in range(0, fan_in, columns):
                piece = weights[top : top + rows, left : left + columns]
                values = {
                    "first": left == 0,
                    "last": left + columns >= fan_in,
                    "tile": tile(piece, rows, columns, rng) | missing(piece, rows, columns),
                    "activations": word(sample[left : left + columns]),
                    "fan_in": fan_in,
                }
                while stalls():
                    noise = {"valid": 0, "tile": 0, "first": 1, "last": 1, "fan_in": 0}
                    cycles.append({**values, **noise})
                cycles.append({**values, "valid": 1})
            ends.append(len(cycles) - 1)
    # The next layer may follow at once, with another fan-in.
    cycles += [{"valid": 0, "fan_in": 0}] * (dut.latency + 1)
    seen = play(dut, cycles, ["z_valid", "z"])
    done = [now for now, state in enumerate(seen) if state["z_valid"]]
    assert done == [end + dut.latency for end in ends]
    got = np.array([seen[now]["z"] for now in done]).reshape(len(inputs), -1)
    (expected,), _ = forward([weights], inputs)
    np.testing.assert_array_equal(got[:, :fan_out], expected)
    return expected


def test_all_agree_and_none_does():
    ones = np.ones((2, 8), np.int8)
    assert check(ones, np.array([[1], [-1]], np.int8) * ones[0], rows=2, columns=8).tolist() == [
        [8, 8],
        [-8, -8],
    ]


def test_zero():
    """Half of an even fan-in agrees."""
    weights = np.array([[1, 1, 1, 1], [1, -1, 1, -1]], np.int8)
    assert not check(weights, np.array([[1, 1, -1, -1]], np.int8), rows=2, columns=4).any()


@pytest.mark.parametrize("shape", [(1, 1), (5, 9), (3, 17), (4, 16)], ids=str)
def test_partial_last_blocks(shape):
    rng = np.random.default_rng(0)
    check(signs(rng, *shape), signs(rng, 3, shape[1]), rows=2, columns=8)


@SEEDS
@STALLS
def test_random_layers(seed, stall):
    rng = np.random.default_rng(seed)
    weights, inputs = signs(rng, 10, 37), signs(rng, 4, 37)
    check(weights, inputs, rows=4, columns=8, stages=seed, stall=stall, seed=seed)


@given(
    *(st.integers(1, size) for size in (4, 12, 9, 40)),
    st.integers(0, 3),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=6, deadline=None)
def test_any_shape(rows, columns, fan_out, fan_in, stages, seed):
    rng = np.random.default_rng(seed)
    weights, inputs = signs(rng, fan_out, fan_in), signs(rng, 2, fan_in)
    check(weights, inputs, rows=rows, columns=columns, stages=stages, stall=0.2, seed=seed)


@pytest.mark.parametrize("stages", [0, 1, 3])
@pytest.mark.parametrize("fan_in", [7, 8])
def test_the_others_of_a_chain_follow(fan_in, stages):
    """Popcounts of another sample become z one cycle later, whatever K is."""
    rng = np.random.default_rng([fan_in, stages])
    rows, columns = 3, 8
    dut = Forward(rows=rows, columns=columns, count_bits=4, stages=stages, chained=True)
    weights, inputs = (rng.choice([-1, 1], (size, fan_in)) for size in (rows, 1))
    first = {
        "valid": 1,
        "first": 1,
        "last": 1,
        "tile": tile(weights, rows, columns, rng) | missing(weights, rows, columns),
        "activations": word(inputs[0]),
        "fan_in": fan_in,
    }
    others = rng.integers(0, fan_in + 1, (dut.latency + 3, rows)).tolist()
    cycles = [{"valid": 0, "fan_in": 0, "following": counts} for counts in others]
    cycles[0].update(first)
    seen = play(dut, cycles, ["z_valid", "z", "popcounts"])
    assert [state["z_valid"] for state in seen].index(1) == dut.latency
    (z,), _ = forward([weights], inputs)
    assert seen[dut.latency]["z"] == z[0].tolist()
    for now in range(dut.latency + 1, len(seen)):
        assert seen[now]["popcounts"] == others[now - 1]
        assert seen[now]["z"] == [2 * count - fan_in for count in others[now - 1]]


PORTS = {"valid": "in 1", "first": "in 1", "last": "in 1", "tile": "in 24", "activations": "in 8"}
PORTS |= {"fan_in": "in 4", "z_valid": "out 1", "z": "out 15"}
CHAIN = {"following": "in 12", "popcounts": "out 12"}


@pytest.mark.parametrize("chained", [False, True])
def test_ports(chained):
    """R = 3 rows, D = 8 columns, z of up to 15; the leaf has the same and a reset."""
    shape = dict(rows=3, columns=8, count_bits=4, chained=chained)
    expected = PORTS | (CHAIN if chained else {})
    assert ports(Forward(**shape)) == expected
    parameters, names = leaf(Forward(**shape, stages=2, leaf_samples=5), "bep_forward")
    sizes = {"ROWS": 3, "COLUMNS": 8, "PITCH": pitch(8), "BITS": 4, "STAGES": 2, "SAMPLES": 5}
    assert parameters == sizes
    assert names == {*expected, "missing", "clk", "rst"}


def test_what_is_left_out():
    """One register in each popcount, and no chain."""
    dut = Forward(rows=3, columns=8, count_bits=4)
    assert dut.latency == 3 and ports(dut) == PORTS
