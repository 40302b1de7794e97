"""The memory of two single-port memories: as one with two ports, while the parities differ."""

import random

import pytest

from bep_hw.gateware.memory.single_port import SinglePortMemory
from tests.helpers.bench import SEEDS, access, simulate

WIDTH = 18


@SEEDS
@pytest.mark.parametrize("depth", [2, 7, 16])
def test_reads_and_writes(depth, seed):
    """A read is of what has been written; in the cycle of a write of its parity, of anything."""
    dut, rng = SinglePortMemory(width=WIDTH, depth=depth), random.Random(seed)
    memory, checked = {}, 0

    async def bench(ctx):
        nonlocal checked
        held = None
        for _ in range(300):
            write, read = rng.randrange(depth), rng.randrange(depth)
            writes, reads = rng.randrange(2), rng.randrange(4) > 0
            value = rng.getrandbits(WIDTH)
            access(ctx, dut, write=write, value=value, writes=writes, read=read, reads=reads)
            await ctx.tick()
            together = writes and (write - read) % 2 == 0
            if reads:
                held = None if together else (read % 2, memory.get(read))
            elif held is not None and writes and held[0] == write % 2:
                held = None  # the port that holds it has gone on
            if held is not None and held[1] is not None:
                assert ctx.get(dut.read.data) == held[1]
                checked += 1
            if writes:
                memory[write] = value

    simulate(dut, bench)
    assert checked > 50
