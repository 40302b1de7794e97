"""The memory of tiles: as a plain one, and with its bits where a block RAM has them together."""

import random

import pytest

from bep_hw.gateware.memory.tiled import TiledMemory, byte_of, inverse, order
from tests.helpers.bench import SEEDS, simulate

DEPTH = 4


@SEEDS
@pytest.mark.parametrize("rows, columns, lanes", [(3, 18, 18), (4, 16, 8), (2, 6, 3), (5, 27, 9)])
def test_writes_of_pieces(rows, columns, lanes, seed):
    """A piece is written where a plain memory has it, and nothing else changes."""
    dut = TiledMemory(rows=rows, columns=columns, lanes=lanes, depth=DEPTH, attributes={})
    rng, pieces = random.Random(seed), rows * columns // lanes
    assert len(dut.write.en) == pieces
    words = [0] * DEPTH

    async def bench(ctx):
        for _ in range(100):
            place, value = rng.randrange(DEPTH), rng.getrandbits(rows * columns)
            chosen = rng.getrandbits(pieces)
            ctx.set(dut.write.addr, place)
            ctx.set(dut.write.data, value)
            ctx.set(dut.write.en, chosen)
            read = (place + 1) % DEPTH
            ctx.set(dut.read.addr, read)
            await ctx.tick()
            assert ctx.get(dut.read.data) == words[read]
            ones = (1 << lanes) - 1
            mask = sum(ones << piece * lanes for piece in range(pieces) if chosen >> piece & 1)
            words[place] = words[place] & ~mask | value & mask

    simulate(dut, bench)
    assert all(words)


def test_a_block_ram_has_rows_of_few_columns():
    """The first byte of all rows comes first, then the second one."""
    assert order(4, 2) == [0, 2, 4, 6, 1, 3, 5, 7]
    assert inverse(order(4, 2)) == [0, 4, 1, 5, 2, 6, 3, 7]


@pytest.mark.parametrize("lanes, byte", [(45, 9), (48, 8), (72, 9), (64, 8), (4, 4), (6, 6)])
def test_bytes(lanes, byte):
    """Of nine bits, or of eight, or what is written together."""
    assert byte_of(lanes) == byte
