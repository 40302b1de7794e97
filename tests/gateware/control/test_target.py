"""The target: row c of the classifier into the desired activations."""

import pytest
from amaranth.hdl import Signal

from bep_hw.gateware.control.target import Target
from bep_hw.spec.core import CoreConfig
from tests.helpers.bench import reads, simulate

CONFIG = CoreConfig(class_depth=64, activation_depth=64)
BASE = 7


@pytest.mark.parametrize("words", [1, 2, 5])
@pytest.mark.parametrize("label", [0, 1, 9])
def test_copies_row(words, label):
    """Words in order, one a cycle from the second cycle after `start` on; twice in a row."""
    dut = Target(CONFIG, 4)
    data, written = Signal(16), []

    async def bench(ctx):
        ctx.set(dut.label, label)
        ctx.set(dut.table.column_blocks, words)
        ctx.set(dut.table.input_base, BASE)
        for _ in range(2):
            written.clear()
            ctx.set(dut.start, 1)
            now = 0
            while not ctx.get(dut.done):
                await ctx.tick()
                ctx.set(dut.start, 0)
                now += 1
                if ctx.get(dut.write):
                    written.append((now, ctx.get(dut.address), ctx.get(data)))
            expected = [(2 + i, BASE + i, 1000 + label * words + i) for i in range(words)]
            assert written == expected
            assert now == words + 1
            await ctx.tick()
            assert not ctx.get(dut.write) and not ctx.get(dut.done)

    memory = reads(dut.class_address, lambda place: {"word": 1000 + place}, word=data)
    simulate(dut, bench, background=[memory])
