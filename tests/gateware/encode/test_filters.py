"""Binary filters: the whole encoder with them against its golden twin, and what it takes."""

import dataclasses

import numpy as np
import pytest

from bep_hw.gateware.encode.encoder import Encoder
from bep_hw.golden.encode import filters
from bep_hw.spec.encoder_shape import PIXELS_PER_WORD, EncoderShape
from bep_hw.spec.encoders.filters import FilterEncoder
from bep_hw.spec.raw import thresholds
from tests.gateware.encode.test_encoder import input_words, output_words, run
from tests.helpers.bench import STALLS, simulate


def shape_of(image, cell, levels, count, together, pixels=1):
    """An EncoderShape with one edge threshold."""
    numbers = {"filters": count, "filters_per_cycle": together, "pixels_per_cycle": pixels}
    return EncoderShape(image=image, cell=cell, levels=levels, edges=1, **numbers)


SHAPES = [
    shape_of(*values)
    for values in (
        *(((8, 8), 4, 1, 8, 8), ((8, 8), 4, 1, 8, 2), ((6, 7), 3, 1, 4, 4), ((6, 7), 3, 3, 6, 2)),
        *(((1, 1), 2, 1, 2, 1), ((5, 1), 4, 2, 3, 1), ((1, 5), 2, 0, 2, 2), ((4, 3), 1, 1, 1, 1)),
        *(((8, 8), 4, 1, 8, 8, 4), ((5, 6), 4, 1, 4, 2, 2), ((6, 6), 6, 1, 2, 1, 6)),
    )
]


def encoder_of(shape, rng):
    """A FilterEncoder of this shape, some of whose filters are found in noise, and some not."""
    bits = 9 * shape.planes
    return FilterEncoder(
        shape=shape.image,
        cell=shape.cell,
        levels=tuple(np.sort(rng.integers(200, size=shape.levels)).tolist()),
        edges=tuple(np.sort(rng.integers(60, size=shape.edges)).tolist()),
        filters=tuple(int(word) for word in rng.integers(1 << bits, size=shape.filters)),
        thresholds=tuple(rng.integers(bits // 2, bits * 2 // 3, size=shape.filters).tolist()),
    )


def golden(pixels, encoder):
    names = ("shape", "cell", "levels", "edges", "filters", "thresholds")
    return filters.encode(pixels, **{name: getattr(encoder, name) for name in names})


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("width", [1, 16, 45])
@STALLS
def test_as_golden(shape, width, stall):
    """Three images, so that each shows what the one before has left behind."""
    rng = np.random.default_rng([*shape.image, shape.cell, width])
    encoder = encoder_of(shape, rng)
    pixels = rng.integers(256, size=(3, shape.pixels)).astype(np.uint8)
    bits = golden(pixels, encoder)
    assert bits.shape[1] == shape.width
    if shape.pixels > 40:
        assert 0 < bits.mean() < 1
    wanted = output_words(bits, width)
    loads = thresholds(encoder, shape).tolist()
    found = run(shape, width, loads, input_words(pixels, rng), len(wanted), stall, width)
    assert found == wanted


def test_one_bit_of_a_filter_matters():
    """The negative case: the comparison above would see it."""
    shape, rng = SHAPES[1], np.random.default_rng(0)
    encoder = dataclasses.replace(encoder_of(shape, rng), thresholds=(28,) * 8)
    pixels = rng.integers(256, size=(200, shape.pixels)).astype(np.uint8)
    bits = golden(pixels, encoder)
    for index in (0, 5, 7):
        for change in (1, 1 << 44):
            words = list(encoder.filters)
            words[index] ^= change
            wrong = golden(pixels, dataclasses.replace(encoder, filters=tuple(words)))
            places = (wrong != bits).reshape(200, -1, 8).any(axis=(0, 1))
            assert places.nonzero()[0].tolist() == [index]


def test_filters_that_never_change():
    """As an inference core has them: in the memory from the start."""
    shape, rng = SHAPES[1], np.random.default_rng(1)
    encoder = encoder_of(shape, rng)
    pixels = rng.integers(256, size=(2, shape.pixels)).astype(np.uint8)
    dut = Encoder(shape, width=shape.width, thresholds=thresholds(encoder, shape).tolist())
    words, found = input_words(pixels, rng), []

    async def bench(ctx):
        ctx.set(dut.o.ready, 1)
        ctx.set(dut.i.valid, 1)
        given = 0
        while len(found) < 2:
            ctx.set(dut.i.payload, words[min(given, len(words) - 1)])
            given += ctx.get(dut.i.ready)
            if ctx.get(dut.o.valid):
                found.append(ctx.get(dut.o.payload))
            await ctx.tick()

    simulate(dut, bench)
    assert found == output_words(golden(pixels, encoder), shape.width)


CORNERS = [
    shape_of(image, 4, 1, *numbers)
    for image, *numbers in (
        *(((8, 8), 4, 4), ((8, 8), 4, 2), ((8, 8), 4, 1), ((8, 12), 8, 2), ((5, 13), 8, 4)),
        *(((8, 8), 4, 4, 4), ((8, 8), 4, 1, 4), ((8, 12), 4, 2, 2), ((5, 14), 8, 4, 2)),
    )
]


@pytest.mark.parametrize("shape", CORNERS, ids=str)
def test_throughput(shape):
    """Pixels that come without a pause, and words that are taken at once."""
    dut, given = Encoder(shape, width=shape.width), []
    steps = shape.filters // shape.filters_per_cycle  # of a slice
    slices, of_row = (n // shape.pixels_per_cycle for n in (shape.pixels, shape.image[1]))
    assert dut.most_cycles == slices * steps + of_row + 1

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.o.ready, 1)
        for cycle in range(5 * dut.most_cycles):
            if ctx.get(dut.o.valid):
                given.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    assert len(given) >= 3 and set(np.diff(given)) == {dut.most_cycles}


@pytest.mark.parametrize("shape", CORNERS, ids=str)
def test_latency(shape):
    """The last pixels of an image come when all others are through."""
    dut, taken, given = Encoder(shape, width=shape.width), [], []
    pause = 2 * dut.most_cycles

    async def bench(ctx):
        ctx.set(dut.o.ready, 1)
        for cycle in range(4 * dut.most_cycles):
            last = len(taken) == shape.words - 1
            ctx.set(dut.i.valid, len(taken) < shape.words and (not last or cycle > pause))
            if ctx.get(dut.i.valid) and ctx.get(dut.i.ready):
                taken.append(cycle)
            if ctx.get(dut.o.valid):
                given.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    of_last = (shape.pixels - 1) % PIXELS_PER_WORD + 1  # pixels of the last word
    before = -(-of_last // shape.pixels_per_cycle) - 1  # slices that end in it before its last one
    assert taken[-1] > pause and [*given] == [taken[-1] + before + dut.latency]
