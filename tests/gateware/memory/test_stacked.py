"""The memory of several levels: as one."""

import random

import pytest

from bep_hw.gateware.memory.stacked import LEVEL, StackedMemory
from tests.helpers.bench import SEEDS, access, simulate

WIDTH = 36


@SEEDS
@pytest.mark.parametrize("depth", [LEVEL + 1, 2 * LEVEL + 300])
def test_reads_and_writes(depth, seed):
    """A read is of what has been written, or 0, but in the cycle of its write; it is held."""
    dut = StackedMemory(width=WIDTH, depth=depth, attributes={})
    rng = random.Random(seed)
    places = [0, LEVEL - 1, LEVEL, depth - 1, *(rng.randrange(depth) for _ in range(8))]
    words = {}

    async def bench(ctx):
        held = 0
        for _ in range(400):
            write, read, value = rng.choice(places), rng.choice(places), rng.getrandbits(WIDTH)
            writes, reads = rng.randrange(2), rng.randrange(4) > 0
            access(ctx, dut, write=write, value=value, writes=writes, read=read, reads=reads)
            await ctx.tick()
            if reads:
                held = None if writes and write == read else words.get(read, 0)
            if held is not None:
                assert ctx.get(dut.read.data) == held
            if writes:
                words[write] = value

    simulate(dut, bench)
    assert len(words) > 8
