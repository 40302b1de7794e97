"""Patches around every pixel, with stalls on both sides."""

import numpy as np
import pytest

from bep_hw.gateware.encode.patches import Patches
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate


def patches_of(pixels):
    """Patches of an image (height, width) of planes, each a whole number of 4 bits a pixel."""
    padded = np.pad(pixels, 1)
    return [
        sum(int(dot) << 4 * i for i, dot in enumerate(padded[r : r + 3, c : c + 3].ravel()))
        for r, c in np.ndindex(pixels.shape)
    ]


SHAPES = pytest.mark.parametrize(
    "image, together",
    [((1, 1), 1), ((1, 6), 1), ((6, 1), 1), ((4, 5), 1), ((4, 6), 3), ((3, 8), 2), ((5, 4), 4)],
    ids=str,
)


@SHAPES
@SEEDS
@STALLS
def test_patches(image, together, seed, stall):
    """Three images, so that each shows what the one before has left behind."""
    pixels = np.random.default_rng(seed).integers(1, 16, size=(3, *image))
    dut, found = Patches(image=image, planes=4, together=together), []
    wanted = [patch for one in pixels for patch in patches_of(one)]

    async def feed(ctx):
        stalls = Stalls(stall, seed)
        for planes in pixels.reshape(-1, together).tolist():
            await send(ctx, dut.i, sum(one << 4 * i for i, one in enumerate(planes)), stalls)

    async def take(ctx):
        stalls = Stalls(stall, seed + 1)
        for _ in range(len(wanted) // together):
            found.extend(await receive(ctx, dut.o, stalls))
        for _ in range(4):
            await ctx.tick()
        assert not ctx.get(dut.busy) and not ctx.get(dut.o.valid)

    simulate(dut, feed, take)
    assert found == wanted


@SHAPES
def test_latency(image, together):
    """The first patches come after a row and a slice, and the others follow."""
    dut, given = Patches(image=image, planes=2, together=together), []
    assert dut.latency == image[1] // together + 2
    slices = image[0] * image[1] // together

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.o.ready, 1)
        for cycle in range(dut.latency + slices):
            if ctx.get(dut.o.valid):
                given.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    assert given == list(range(dut.latency, dut.latency + slices))
