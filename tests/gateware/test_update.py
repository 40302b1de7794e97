"""Update against its golden twin, with and without a step of reinforcement."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.parts.planes import plane_shape
from bep_hw.gateware.update import Update
from bep_hw.golden.commit import weights
from bep_hw.golden.update import accumulate
from bep_hw.spec.core import CoreConfig
from tests.golden.plain import signs
from tests.helpers.bench import SEEDS, play, word
from tests.helpers.ports import leaf, ports


def check(counters, inputs, desired, learning, away, *, valid=None, hidden_bits=6):
    """counters, inputs, learning, away: (words, lanes), a word a cycle; desired, valid: (words,)

    inputs, desired: ±1
    """
    words, lanes = counters.shape
    valid = np.ones(words, bool) if valid is None else valid
    config = CoreConfig(
        **{"tile_rows": 1, "tile_columns": lanes, "lanes": lanes},
        **{"hidden_bits": hidden_bits, "max_batch": 16},
    )
    dut = Update(config)
    assert dut.latency == 1
    cycles = [
        {
            "valid": int(valid[index]),
            "counters": counters[index].tolist(),
            "away": word(away[index]),
            "learning": word(learning[index]),
            "desired": int(desired[index] > 0),
            "inputs": word(inputs[index]),
        }
        for index in range(words)
    ]
    seen = play(dut, [*cycles, {"valid": 0}], ["updated"])
    for index in range(words):
        if not valid[index]:
            assert seen[index + 1] == seen[index], "nothing moves without a word"
            continue
        expected = counters[index] + away[index] * weights(counters[index])
        learnt = expected[None].astype(np.int32)
        accumulate(
            learnt, np.ones((1, 1), bool), desired[None, index : index + 1], inputs[None, index]
        )
        expected = np.where(learning[index], learnt[0], expected)
        assert seen[index + dut.latency]["updated"] == expected.tolist()


@pytest.mark.parametrize("hidden_bits", [4, 16])
def test_corners(hidden_bits):
    """Every step from -2 to 2, at 0 and at both ends of the guard range."""
    limit = (1 << (hidden_bits - 2)) + 13
    values = [-limit - 1, -1, 0, 1, limit]
    cases = [(away, learns, sign) for away in (0, 1) for learns in (0, 1) for sign in (-1, 1)]
    counters = np.array([values] * len(cases), np.int32)
    away, learning, inputs = (
        np.repeat(np.array(column)[:, None], len(values), axis=1)
        for column in zip(*cases, strict=True)
    )
    desired = np.ones(len(cases), np.int8)
    inputs = inputs.astype(np.int8)
    for target in (desired, -desired):
        check(counters, inputs, target, learning, away, hidden_bits=hidden_bits)


@SEEDS
def test_random_words(seed):
    rng = np.random.default_rng(seed)
    shape = (50, 7)
    check(
        rng.integers(-30, 30, shape, np.int32),
        *(signs(rng, *shape), signs(rng, 50)),
        *(rng.random(shape) < 0.7, rng.random(shape) < 0.3),
        valid=rng.random(50) < 0.7,
    )


@given(st.integers(1, 20), st.integers(0, 2**32 - 1))
@settings(max_examples=6, deadline=None)
def test_any_width(lanes, seed):
    rng = np.random.default_rng(seed)
    shape = (8, lanes)
    check(
        rng.integers(-30, 30, shape, np.int32),
        *(signs(rng, *shape), signs(rng, 8)),
        *(rng.random(shape) < 0.5, rng.random(shape) < 0.5),
    )


def test_ports():
    """Of six counters a word; the leaf has the same, in planes, and a clock."""
    config = CoreConfig(tile_rows=1, tile_columns=6, lanes=6, hidden_bits=7, max_batch=16)
    bits, (plane, groups) = config.counter_bits, plane_shape(6)
    one, six, word = "in 1", "in 6", f"{6 * bits}"
    own = {"valid": one, "counters": f"in {word}", "away": six, "learning": six, "desired": one}
    own |= {"inputs": six, "updated": f"out {word}"}
    assert ports(Update(config)) == own
    parameters = {"LANES": 6, "PLANE": plane, "GROUPS": groups, "BITS": bits}
    assert leaf(Update(config, planes=True), "bep_update") == (parameters, {*own, "clk"})
