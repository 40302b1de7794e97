"""The memory of several banks: as one, and no bank's words lie as those of another one."""

import random

import pytest

from bep_hw.gateware.banked import BANK, BankedMemory
from tests.support.bench import SEEDS, simulate

WIDTH = 36


def memory(depth):
    return BankedMemory(width=WIDTH, depth=depth, attributes={})


@SEEDS
@pytest.mark.parametrize("depth", [BANK + 1, 2 * BANK + 300])
def test_reads_and_writes(depth, seed):
    """A read is of what has been written, or 0, but in the cycle of its write; it is held."""
    dut, rng = memory(depth), random.Random(seed)
    places = [0, BANK - 1, BANK, depth - 1, *(rng.randrange(depth) for _ in range(8))]
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
