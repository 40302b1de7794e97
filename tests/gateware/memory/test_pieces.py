"""A memory of pieces: as a plain one, and with a RAM for each piece."""

import random

import pytest
from amaranth.hdl import Fragment, Module
from amaranth.lib.memory import Memory

from bep_hw.gateware.memory.pieces import PieceMemory, memory_in_pieces
from tests.helpers.bench import SEEDS, simulate

DEPTH = 5


def shape(width, granularity, **more):
    return {"width": width, "depth": DEPTH, "granularity": granularity, "attributes": {}, **more}


@SEEDS
@pytest.mark.parametrize("width, granularity", [(6, 2), (12, 3), (5, 1)])
def test_writes_of_pieces(width, granularity, seed):
    """Pieces written are read a cycle later by both readers; one of them may hold its word."""
    dut = PieceMemory(**shape(width, granularity))
    write, readers = dut.write_port(granularity=granularity), [dut.read_port(), dut.read_port()]
    rng, pieces = random.Random(seed), width // granularity
    assert len(write.en) == pieces
    words, held, checked = [0] * DEPTH, [None, None], []

    async def bench(ctx):
        for _ in range(200):
            place, value = rng.randrange(DEPTH), rng.getrandbits(width)
            chosen = rng.getrandbits(pieces)
            ctx.set(write.addr, place)
            ctx.set(write.data, value)
            ctx.set(write.en, chosen)
            for number, reader in enumerate(readers):
                read, enable = (place + 1 + rng.randrange(DEPTH - 1)) % DEPTH, rng.getrandbits(1)
                ctx.set(reader.addr, read)
                ctx.set(reader.en, enable)
                held[number] = words[read] if enable else held[number]
            await ctx.tick()
            for number, reader in enumerate(readers):
                if held[number] is not None:
                    assert ctx.get(reader.data) == held[number]
                    checked.append(held[number])
            ones = (1 << granularity) - 1
            mask = sum(ones << i * granularity for i in range(pieces) if chosen >> i & 1)
            words[place] = words[place] & ~mask | value & mask

    m = Module()
    m.submodules.dut = dut
    simulate(m, bench)
    assert any(words) and len(set(checked)) > 2


@pytest.mark.parametrize(
    "granularity, write_enables, kind",
    [(2, True, Memory), (2, False, PieceMemory), (6, False, Memory), (None, False, Memory)],
)
def test_whole_words_need_no_pieces(granularity, write_enables, kind):
    memory = memory_in_pieces(**shape(6, granularity, write_enables=write_enables))
    Fragment.get(memory, None)
    assert type(memory) is kind
