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


@pytest.mark.parametrize("image", [(1, 1), (1, 6), (6, 1), (4, 5)], ids=str)
@SEEDS
@STALLS
def test_patches(image, seed, stall):
    """Three images, so that each shows what the one before has left behind."""
    pixels = np.random.default_rng(seed).integers(1, 16, size=(3, *image))
    dut, found = Patches(image=image, planes=4), []
    wanted = [patch for one in pixels for patch in patches_of(one)]

    async def feed(ctx):
        stalls = Stalls(stall, seed)
        for planes in pixels.ravel().tolist():
            await send(ctx, dut.i, planes, stalls)

    async def take(ctx):
        stalls = Stalls(stall, seed + 1)
        for _ in wanted:
            found.append(await receive(ctx, dut.o, stalls))
        for _ in range(4):
            await ctx.tick()
        assert not ctx.get(dut.busy) and not ctx.get(dut.o.valid)

    simulate(dut, feed, take)
    assert found == wanted


@pytest.mark.parametrize("image", [(1, 1), (1, 6), (6, 1), (4, 5)], ids=str)
def test_latency(image):
    """The first patch comes after a row and a pixel, and the others follow."""
    dut, given = Patches(image=image, planes=2), []
    assert dut.latency == image[1] + 2

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.o.ready, 1)
        for cycle in range(dut.latency + image[0] * image[1]):
            if ctx.get(dut.o.valid):
                given.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    assert given == list(range(dut.latency, dut.latency + image[0] * image[1]))
