"""The memories: one cycle of latency, writes in pieces, old data on a collision, two readers."""

import pytest

from bep_hw.gateware.memory.memories import Memories
from bep_hw.gateware.technology import NAMED
from bep_hw.spec.core import CoreConfig
from tests.helpers.bench import simulate

CONFIG = CoreConfig(
    tile_rows=2,
    tile_columns=8,
    lanes=4,
    tile_depth=4,
    counter_depth=6,
    activation_depth=5,
    row_depth=3,
    class_depth=4,
    banks=8,
)
READERS = {
    "counters": ["counters_read"],
    "activations": ["activations", "inputs"],
    "desired": ["desired_read", "desired_of_rows_read"],
    "rows": ["rows_read"],
    "gates": ["gates_read"],
    "opened": ["opened_read"],
    "classes": ["classes_read"],
}
BANKED = {"activations": 8, "desired": 8, "rows": 4, "gates": 4, "opened": 4}
"""Memories with banks, and the words of one, up to a power of two."""

PIECES = {"activations": 2, "classes": 4}


def ports(dut, name):
    """(write port, read ports) of a memory; of activations those of the only way."""
    if name == "activations":
        return dut.activations_write[0], [dut.activations_read[0], dut.inputs_read[0]]
    return getattr(dut, f"{name}_write"), [getattr(dut, reader) for reader in READERS[name]]


@pytest.mark.parametrize("technology", NAMED)
@pytest.mark.parametrize("name", READERS)
def test_write_and_read(name, technology):
    """Every piece alone, then whole words; each reader sees them a cycle after its address."""
    dut = Memories(CONFIG, NAMED[technology])
    write, readers = ports(dut, name)
    width, pieces = len(write.data), len(write.en)
    assert width // pieces == PIECES.get(name, width)
    value = (1, 2 % (1 << width))
    if name in BANKED:
        assert dut.every[name].depth == CONFIG.banks * BANKED[name]

    async def bench(ctx):
        last = (1 << len(write.addr)) - 1 if name in BANKED else 2
        for piece in range(pieces):
            ctx.set(write.addr, last)
            ctx.set(write.data, (1 << width) - 1)
            ctx.set(write.en, 1 << piece)
            for reader in readers:
                ctx.set(reader.addr, last)
            await ctx.tick()
            ctx.set(write.en, 0)
            before = (1 << piece * (width // pieces)) - 1
            for reader in readers:
                assert ctx.get(reader.data) == before, "a read sees no write of the same cycle"
            await ctx.tick()
            for reader in readers:
                assert ctx.get(reader.data) == (1 << (piece + 1) * (width // pieces)) - 1
        for place in (0, 1):
            ctx.set(write.addr, place)
            ctx.set(write.data, value[place])
            ctx.set(write.en, (1 << pieces) - 1)
            await ctx.tick()
        ctx.set(write.en, 0)
        for place in (1, 0):
            for reader in readers:
                ctx.set(reader.addr, place)
            await ctx.tick()
            for reader in readers:
                assert ctx.get(reader.data) == value[place]

    simulate(dut, bench)


@pytest.mark.parametrize("name", ["rows_read", "desired_of_rows_read"])
def test_reads_of_the_winner_can_be_held(name):
    dut = Memories(CONFIG)
    reader = getattr(dut, name)
    write = dut.rows_write if name == "rows_read" else dut.desired_write

    async def bench(ctx):
        for place in (0, 1):
            ctx.set(write.addr, place)
            ctx.set(write.data, place + 1)
            ctx.set(write.en, 1)
            await ctx.tick()
        ctx.set(write.en, 0)
        for place, enable, expected in ((0, 1, 1), (1, 0, 1), (1, 1, 2)):
            ctx.set(reader.addr, place)
            ctx.set(reader.en, enable)
            await ctx.tick()
            assert ctx.get(reader.data) == expected

    simulate(dut, bench)
