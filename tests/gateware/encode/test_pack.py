"""Pack: groups of any sizes to words, in order, with stalls on both sides."""

import random

import pytest

from bep_hw.gateware.encode.pack import Pack
from tests.helpers.bench import SEEDS, STALLS, Stalls, bits, receive, send, simulate, word


@pytest.mark.parametrize("most, width", [(1, 1), (1, 8), (5, 3), (17, 48), (17, 4), (9, 9)])
@SEEDS
@STALLS
def test_pack(most, width, seed, stall):
    """Groups of random sizes in samples of random lengths; some end with a full word."""
    source, groups, wanted = random.Random(seed), [], []
    for sample in range(12):
        sizes = [source.randint(1, most) for _ in range(source.randint(0, 8))]
        last = width - sum(sizes) % width
        while sample % 2 and last > most:
            sizes.append(1)
            last -= 1
        sizes.append(last if sample % 2 else source.randint(1, most))
        values = [source.getrandbits(size) for size in sizes]
        groups += [
            {"bits": value, "count": size, "last": 0}
            for value, size in zip(values, sizes, strict=True)
        ]
        groups[-1]["last"] = 1
        flat = [bit for value, size in zip(values, sizes, strict=True) for bit in bits(value, size)]
        wanted += [word(flat[i : i + width]) for i in range(0, len(flat), width)]
    dut, found = Pack(bits=most, width=width), []

    async def feed(ctx):
        stalls = Stalls(stall, seed)
        for group in groups:
            await send(ctx, dut.i, group, stalls)

    async def drain(ctx):
        stalls = Stalls(stall, seed + 1)
        for _ in wanted:
            found.append(await receive(ctx, dut.o, stalls))

    simulate(dut, feed, drain)
    assert found == wanted


def test_latency_of_pack():
    """A word comes one cycle after its last bit, and meanwhile groups go on being taken."""
    dut, seen = Pack(bits=4, width=8), []

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.i.payload, {"bits": 5, "count": 4, "last": 0})
        ctx.set(dut.o.ready, 1)
        for _ in range(7):
            seen.append((ctx.get(dut.i.ready), ctx.get(dut.o.valid)))
            await ctx.tick()

    simulate(dut, bench)
    assert dut.latency == 1
    assert seen == [(1, 0), (1, 0), (1, 1), (1, 0), (1, 1), (1, 0), (1, 1)]


def test_a_word_that_is_not_taken():
    """Groups are taken as long as none of them could fill the next word."""
    dut, seen = Pack(bits=4, width=12), []

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.i.payload, {"bits": 15, "count": 4, "last": 0})
        for cycle in range(8):
            ctx.set(dut.o.ready, cycle == 6)
            seen.append((ctx.get(dut.i.ready), ctx.get(dut.o.valid)))
            await ctx.tick()

    simulate(dut, bench)
    assert seen == [(1, 0)] * 3 + [(1, 1)] * 2 + [(0, 1)] * 2 + [(1, 0)]
