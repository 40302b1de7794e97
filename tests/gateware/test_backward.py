"""Backward against its golden twin."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.backward import Backward
from bep_hw.golden.backward import desired
from bep_hw.golden.gate import gates
from tests.golden.plain import signs
from tests.helpers.bench import SEEDS, STALLS, Stalls, bits, play, tile, word


def check(weights, z, top, threshold, **options):
    """Both ways to find the sign."""
    expected = [check_way(weights, z, top, threshold, balanced=b, **options) for b in (0, 1)]
    return expected[0]


def check_way(weights, z, top, threshold, *, rows, columns, balanced, stages=1, stall=0.0, seed=0):
    """a* below a layer: weights (K_l, K_{l-1}) ±1, z (n, K_l), top (n, K_l) ±1 the a* above."""
    fan_out, fan_in = weights.shape
    opened = gates(z, threshold)
    options = {"stages": stages, "balanced": balanced}
    dut = Backward(rows=rows, columns=columns, sum_bits=fan_out.bit_length(), **options)
    assert dut.latency == stages + 2
    rng, stalls = np.random.default_rng([seed, 1]), Stalls(stall, seed)
    cycles, ends = [], []
    for sample in range(len(z)):
        for left in range(0, fan_in, columns):
            for first in range(0, fan_out, rows):
                piece = weights[first : first + rows, left : left + columns]
                here = slice(first, first + rows)
                noise = word(signs(rng, rows)) >> piece.shape[0] << piece.shape[0]
                values = {
                    "first": first == 0,
                    "last": first + rows >= fan_out,
                    "tile": tile(piece, rows, columns, rng),
                    "desired": word(top[sample, here]) | noise,
                    "gates": word(opened[sample, here]),
                }
                while stalls():
                    cycles.append({**values, "valid": 0, "tile": 0, "first": 1, "last": 1})
                cycles.append({**values, "valid": 1})
            ends.append(len(cycles) - 1)
    cycles += [{"valid": 0}] * (dut.latency + 1)
    seen = play(dut, cycles, ["done", "word"])
    done = [now for now, state in enumerate(seen) if state["done"]]
    assert done == [end + dut.latency for end in ends]
    got = np.array([bits(seen[now]["word"], columns) for now in done]).reshape(len(z), -1)
    below = [np.zeros((len(z), fan_in), np.int32), z]
    expected = desired([None, weights], below, [0, threshold], top)[0]
    np.testing.assert_array_equal(2 * got[:, :fan_in] - 1, expected)
    return expected


def test_all_gates_closed():
    """A sum without terms is 0, and sign(0) = +1."""
    rng = np.random.default_rng(0)
    z = np.full((1, 5), 9)
    expected = check(signs(rng, 5, 7), z, signs(rng, 1, 5), 8, rows=2, columns=4)
    assert (expected == 1).all()


def test_one_open_gate():
    rng = np.random.default_rng(1)
    weights = signs(rng, 5, 7)
    z = np.array([[9, 9, -1, 9, 9]])
    expected = check(weights, z, np.full((1, 5), -1, np.int8), 3, rows=2, columns=4)
    assert (expected == -weights[2]).all()


def test_ties():
    """Two open rows that disagree: 0, so +1."""
    weights = np.array([[1, 1], [-1, 1]], np.int8)
    expected = check(
        weights, np.zeros((1, 2), int), np.array([[1, 1]], np.int8), 0, rows=2, columns=2
    )
    assert expected.tolist() == [[1, 1]]


@pytest.mark.parametrize("shape", [(1, 1), (9, 5), (17, 3), (16, 4)], ids=str)
def test_partial_last_blocks(shape):
    rng = np.random.default_rng(0)
    z = rng.integers(-4, 5, (3, shape[0]))
    check(signs(rng, *shape), z, signs(rng, 3, shape[0]), 2, rows=4, columns=8)


@SEEDS
@STALLS
def test_random_layers(seed, stall):
    rng = np.random.default_rng(seed)
    z = rng.integers(-20, 21, (4, 13))
    check(
        *(signs(rng, 13, 21), z, signs(rng, 4, 13), 10),
        **{"rows": 4, "columns": 8, "stages": seed, "stall": stall, "seed": seed},
    )


@given(
    *(st.integers(1, size) for size in (5, 8, 20, 20, 3)),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=6, deadline=None)
def test_any_shape(rows, columns, fan_out, fan_in, stages, seed):
    rng = np.random.default_rng(seed)
    z = rng.integers(-9, 10, (2, fan_out))
    check(
        *(signs(rng, fan_out, fan_in), z, signs(rng, 2, fan_out), 5),
        **{"rows": rows, "columns": columns, "stages": stages, "stall": 0.2, "seed": seed},
    )
