"""The whole encoder of series against its golden twins, what it takes, and its parts."""

from types import SimpleNamespace

import numpy as np
import pytest

from bep_hw.gateware.encode.sequence_encoder import SequenceEncoder
from bep_hw.golden.encode import expansion, thermometer
from bep_hw.spec.raw import thresholds
from bep_hw.spec.sequence_shape import SequenceShape
from tests.gateware.encode.test_encoder import input_words, outcome, output_words
from tests.helpers.bench import STALLS, simulate

NAMES = ("features", "window", "levels", "steps", "state", "width", "rows_per_cycle")
SHAPES = [
    SequenceShape(**dict(zip(NAMES, values, strict=True)))
    for values in (
        *((1, 2, 10, 3, 9, 21, 8), (3, 2, 4, 2, 17, 13, 1), (1, 1, 1, 4, 1, 1, 1)),
        *((2, 3, 1, 1, 16, 16, 16), (5, 1, 3, 2, 5, 33, 2), (1, 9, 2, 2, 40, 12, 32)),
    )
]


def encoder_of(shape, rng):
    """Thresholds and a matrix, as those of `bep_hw.data.series_encoder.SeriesEncoder`."""
    return SimpleNamespace(
        thresholds=np.sort(rng.integers(255, size=(shape.features, shape.levels)), axis=1),
        expansion=rng.choice(np.array([-1, 1], np.int8), (shape.width, shape.codes)),
        ranges=True,
    )


def golden_codes(numbers, encoder, shape):
    """Thermometers (n T, W F b) of samples (n, T, W F)."""
    columns = np.repeat(np.arange(shape.numbers), shape.levels)
    each = np.tile(encoder.thresholds.ravel(), shape.window)
    return thermometer.encode(numbers.reshape(-1, shape.numbers), columns, each)


def golden(numbers, encoder, shape, width):
    """The words of D = `width` bits of samples (n, T, W F): s_0, then the time steps."""
    bits = expansion.encode(golden_codes(numbers, encoder, shape), encoder.expansion)
    state = output_words(np.ones((1, shape.state), np.uint8), width)
    found = []
    for sample in bits.reshape(len(numbers), shape.steps, shape.width):
        found += [*state, *output_words(sample, width)]
    return found


def drawn(shape, rng, samples):
    encoder = encoder_of(shape, rng)
    numbers = rng.integers(256, size=(samples, shape.steps, shape.numbers)).astype(np.uint8)
    numbers[0, 0, : shape.features] = encoder.thresholds[:, 0]  # equal is not above
    return numbers, encoder, input_words(numbers.reshape(-1, shape.numbers), rng)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("width", [1, 16, 45])
@STALLS
def test_as_golden(shape, width, stall):
    """Three samples, so that each shows what the one before has left behind."""
    rng = np.random.default_rng([shape.codes, shape.width, width])
    numbers, encoder, words = drawn(shape, rng, 3)
    wanted = golden(numbers, encoder, shape, width)
    loads = thresholds(encoder, shape).tolist()
    dut = SequenceEncoder(shape, width=width)
    assert outcome(dut, loads, words, len(wanted), stall, width) == wanted


def test_a_sum_of_zero_is_plus_one_and_one_bit_matters():
    """Some sums are 0; and the comparison above would see a threshold or a row that is wrong."""
    shape, rng = SHAPES[1], np.random.default_rng(5)
    numbers, encoder, words = drawn(shape, rng, 4)
    codes = golden_codes(numbers, encoder, shape)
    sums = (2 * codes.astype(int) - 1) @ encoder.expansion.T.astype(int)
    assert {-2, 0, 2} <= set(sums.ravel().tolist())
    loads, wanted = thresholds(encoder, shape), golden(numbers, encoder, shape, 16)
    for place in (0, shape.first_row, shape.first_row + shape.row_bytes * 7 + 1):
        wrong = loads.copy()
        wrong[place] ^= 0x80
        dut = SequenceEncoder(shape, width=16)
        assert outcome(dut, wrong.tolist(), words, len(wanted)) != wanted


def _timed(dut, shape, cycles, pause=0):
    """(cycles in which words were taken, and given) if the last word of a sample comes late."""
    taken, given = [], []

    async def bench(ctx):
        ctx.set(dut.o.ready, 1)
        for cycle in range(cycles):
            late = len(taken) == shape.words - 1 and cycle <= pause
            ctx.set(dut.i.valid, not late and (not pause or len(taken) < shape.words))
            if ctx.get(dut.i.valid) and ctx.get(dut.i.ready):
                taken.append(cycle)
            if ctx.get(dut.o.valid):
                given.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    return taken, given


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_latency_and_throughput(shape):
    """Numbers that come without a pause, and words that are taken at once."""
    width = max(2 * shape.rows_per_cycle, shape.width)  # a time step is a word
    state = -(-shape.state // width)
    dut = SequenceEncoder(shape, width=width)
    _, given = _timed(dut, shape, 5 * shape.steps * dut.step_cycles + 20)
    last = np.array(given[state + shape.steps - 1 :: state + shape.steps])
    waits = max(0, state - dut.step_cycles + 1)
    assert len(last) >= 3
    assert set(np.diff(last)) == {shape.steps * dut.step_cycles + waits}
    dut, pause = SequenceEncoder(shape, width=width), 5 * shape.steps * dut.step_cycles
    taken, given = _timed(dut, shape, 2 * pause + 20, pause)
    before = (shape.numbers - 1) % 4  # numbers of the last word before its last one
    assert taken[-1] == pause + 1 + before
    assert given[-1] == taken[-1] + dut.latency + (state if shape.steps == 1 else 0)
