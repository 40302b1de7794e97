"""The memory of several levels: as one."""

import random

import pytest

from bep_hw.gateware.stacked import LEVEL, StackedMemory
from tests.support.bench import SEEDS, simulate

WIDTH = 36


def memory(depth):
    return StackedMemory(width=WIDTH, depth=depth, attributes={})


@SEEDS
@pytest.mark.parametrize("depth", [LEVEL + 1, 2 * LEVEL + 300])
def test_reads_and_writes(depth, seed):
    """A read is of what has been written, or 0, but in the cycle of its write; it is held."""
    dut, rng = memory(depth), random.Random(seed)
    places = [0, LEVEL - 1, LEVEL, depth - 1, *(rng.randrange(depth) for _ in range(8))]
    words = {}

    async def bench(ctx):
        held = 0
        for _ in range(400):
            write, read, value = rng.choice(places), rng.choice(places), rng.getrandbits(WIDTH)
            writes, reads = rng.randrange(2), rng.randrange(4) > 0
            ctx.set(dut.write.addr, write)
            ctx.set(dut.write.data, value)
            ctx.set(dut.write.en, writes)
            ctx.set(dut.read.addr, read)
            ctx.set(dut.read.en, reads)
            await ctx.tick()
            if reads:
                held = None if writes and write == read else words.get(read, 0)
            if held is not None:
                assert ctx.get(dut.read.data) == held
            if writes:
                words[write] = value

    simulate(dut, bench)
    assert len(words) > 8
