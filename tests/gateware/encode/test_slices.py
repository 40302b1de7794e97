"""Slices: words of pixels cut into the rows of cells, with stalls on both sides."""

import numpy as np
import pytest

from bep_hw.gateware.encode.slices import Slices
from bep_hw.spec.encoder_shape import PIXEL_BITS, PIXELS_PER_WORD, EncoderShape
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate


@pytest.mark.parametrize(
    "image, cell", [((3, 8), 4), ((2, 9), 3), ((3, 7), 2), ((2, 5), 8), ((3, 3), 1)], ids=str
)
@SEEDS
@STALLS
def test_slices(image, cell, seed, stall):
    """Two images; noise in the last word of one is in no slice of the next one."""
    shape = EncoderShape(image=image, cell=cell, edges=1)
    dut, rng, found = Slices(shape), np.random.default_rng(seed), []
    padded = rng.integers(256, size=(2, shape.words * PIXELS_PER_WORD)).astype(np.uint8)
    rows = padded[:, : shape.pixels].reshape(-1, image[1]).tolist()
    wanted = [row[start : start + cell] for row in rows for start in range(0, len(row), cell)]

    async def feed(ctx):
        stalls = Stalls(stall, seed)
        for word in padded.view("<u4").ravel().tolist():
            await send(ctx, dut.i, word, stalls)

    async def take(ctx):
        stalls = Stalls(stall, seed + 1)
        for pixels in wanted:
            bits = await receive(ctx, dut.o, stalls)
            found.append([bits >> PIXEL_BITS * index & 0xFF for index in range(len(pixels))])
            assert not bits >> PIXEL_BITS * len(pixels)
        for _ in range(4):
            await ctx.tick()
        assert not ctx.get(dut.busy)

    simulate(dut, feed, take)
    assert found == wanted


@pytest.mark.parametrize("cell, cycles", [(1, 28), (2, 14), (3, 10), (4, 7)])
def test_latency_and_throughput(cell, cycles):
    """One cycle after a word its first slice; then a slice per cycle."""
    dut, given = Slices(EncoderShape(image=(28, 28), cell=cell, edges=1)), []

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.o.ready, 1)
        for cycle in range(5 * cycles):
            if ctx.get(dut.o.valid):
                given.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    assert given == list(range(dut.latency, 5 * cycles))
