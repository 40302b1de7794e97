"""Small pieces that several stages share."""

import re

import pytest
from amaranth.back import verilog
from amaranth.hdl import Cat, Module, Signal

from bep_hw.gateware.parts.pipeline import ROWS_PER_COPY, spread
from tests.helpers.bench import simulate

SINKS = 2 * ROWS_PER_COPY + 1


def spread_out(cycles, apart):
    m, value, sinks = Module(), Signal(name="value"), Signal(SINKS, name="sinks")
    m.d.comb += sinks.eq(Cat(spread(m, value, cycles, "late", SINKS, apart=apart)))
    return m, value, sinks


def kept(cycles, apart):
    """Registers that synthesis has to keep, by name."""
    m, value, sinks = spread_out(cycles, apart)
    ports = {"value": (value, None), "sinks": (sinks, None)}
    text = verilog.convert(m, name="top", ports=ports, emit_src=False)
    return re.findall(r"\(\* keep = .*?\*\)\s*reg (\w+)", text)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("cycles", [0, 1, 3])
def test_every_sink_is_as_late(cycles, apart):
    m, value, sinks = spread_out(cycles, apart)
    said = [1, 0, 1, 1, 0, 0, 1]

    async def bench(ctx):
        for index in range(len(said) + cycles):
            ctx.set(value, said[index] if index < len(said) else 0)
            expected = said[index - cycles] if index >= cycles else 0
            assert ctx.get(sinks) == expected * ((1 << SINKS) - 1)
            await ctx.tick()

    simulate(m, bench)


def test_copies_are_kept_apart():
    assert len(kept(2, apart=True)) == 3
    assert kept(2, apart=False) == kept(0, apart=True) == []
