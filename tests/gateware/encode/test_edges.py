"""Latency of the comparison with the neighbours; test_encoder.py compares its bits with golden."""

import pytest

from bep_hw.gateware.encode.edges import Edges
from bep_hw.spec.encoder_shape import EncoderShape
from tests.helpers.bench import simulate


@pytest.mark.parametrize("image", [(1, 1), (1, 6), (6, 1), (4, 5)], ids=str)
@pytest.mark.parametrize("cell", [1, 3])
def test_latency(image, cell):
    """The bits of the first slice come after a row and a slice, and those of the others follow."""
    dut, given = Edges(EncoderShape(image=image, cell=cell, levels=1, edges=1)), []
    columns = dut.shape.cells[1]
    assert dut.latency == columns + 2

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.o.ready, 1)
        for cycle in range(dut.latency + image[0] * columns):
            if ctx.get(dut.o.valid):
                given.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    assert given == list(range(dut.latency, dut.latency + image[0] * columns))
