"""Latency of the comparison with the neighbours; test_encoder.py compares its bits with golden."""

import pytest

from bep_hw.gateware.encode.edges import Edges
from bep_hw.spec.encoder_shape import EncoderShape
from tests.helpers.bench import simulate


@pytest.mark.parametrize("image", [(1, 1), (1, 6), (6, 1), (4, 5)], ids=str)
def test_latency_of_edges(image):
    """The bits of the first pixel come after a row and a pixel, and those of the others follow."""
    dut, given = Edges(EncoderShape(image=image, levels=1, edges=1)), []
    assert dut.latency == image[1] + 2

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.o.ready, 1)
        for cycle in range(dut.latency + dut.shape.pixels):
            if ctx.get(dut.o.valid):
                given.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    assert given == list(range(dut.latency, dut.latency + dut.shape.pixels))
