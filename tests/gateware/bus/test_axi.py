"""The AXI4-Lite slave in front of a small memory that refuses some accesses."""

import random

import pytest
from amaranth.hdl import Elaboratable, Module
from amaranth.lib.memory import Memory

from bep_hw.gateware.bus.axi import OKAY, SLVERR, AxiLite
from bep_hw.gateware.bus.words import WORD
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate

REFUSED = 0x300
"""Word addresses from here on answer with an error."""


class Top(Elaboratable):
    """The slave and 1024 words, of which the last ones refuse."""

    def __init__(self):
        self.slave = AxiLite()

    def elaborate(self, platform):
        m = Module()
        m.submodules.slave = self.slave
        m.submodules.memory = memory = Memory(shape=WORD, depth=1024, init=[])
        access, read, write = self.slave.access, memory.read_port(), memory.write_port()
        good = access.address < REFUSED
        m.d.comb += [
            read.addr.eq(access.address),
            access.read_data.eq(read.data),
            write.addr.eq(access.address),
            write.data.eq(access.write_data),
            write.en.eq(access.strobe & access.write & good & access.mask.all()),
        ]
        m.d.sync += access.error.eq(~(access.strobe & good))
        return m


@SEEDS
@STALLS
def test_reads_and_writes(seed, stall):
    """Each channel at its own pace; answers in order, and what was written is read."""
    top, source = Top(), random.Random(seed)
    slave = top.slave
    places = source.sample(range(1024), 40)
    words = [source.getrandbits(WORD) for _ in places]
    wanted = [OKAY if place < REFUSED else SLVERR for place in places]
    answers = []

    async def addresses(ctx):
        stalls = Stalls(stall, seed)
        for place in places:
            await send(ctx, slave.aw, 4 * place + source.randrange(4), stalls)

    async def data(ctx):
        stalls = Stalls(stall, seed + 1)
        for word in words:
            await send(ctx, slave.w, {"data": word, "strb": 0xF}, stalls)

    async def responses(ctx):
        stalls = Stalls(stall, seed + 2)
        for response in wanted:
            assert await receive(ctx, slave.b, stalls) == response
        for place in places:
            await send(ctx, slave.ar, 4 * place, stalls)
            answers.append(await receive(ctx, slave.r, stalls))

    simulate(top, addresses, data, responses)
    for place, word, answer in zip(places, words, answers, strict=True):
        assert answer["resp"] == (OKAY if place < REFUSED else SLVERR)
        assert place >= REFUSED or answer["data"] == word


@pytest.mark.parametrize("channel", ["write", "read"])
def test_latency_and_throughput(channel):
    """The first response after `latency` cycles, then one every third cycle."""
    top, seen = Top(), []
    slave = top.slave
    requests, response = {
        "write": ((slave.aw, slave.w), slave.b),
        "read": ((slave.ar,), slave.r),
    }[channel]

    async def bench(ctx):
        for request in requests:
            ctx.set(request.valid, 1)
        ctx.set(response.ready, 1)
        for cycle in range(12):
            if ctx.get(response.valid):
                seen.append(cycle)
            await ctx.tick()

    simulate(top, bench)
    assert seen == list(range(slave.latency, 12, 3))


def test_reads_and_writes_take_turns():
    """Neither waits for the other when both go on and on."""
    top, writes, reads = Top(), [], []
    slave = top.slave

    async def bench(ctx):
        for stream in (slave.aw, slave.w, slave.ar):
            ctx.set(stream.valid, 1)
        for stream in (slave.b, slave.r):
            ctx.set(stream.ready, 1)
        for _ in range(30):
            writes.append(ctx.get(slave.b.valid))
            reads.append(ctx.get(slave.r.valid))
            await ctx.tick()

    simulate(top, bench)
    assert abs(sum(writes) - sum(reads)) <= 1 and sum(writes) >= 9


def test_outputs_are_registers():
    """No output changes within a cycle, whatever the inputs do: AXI asks for that."""
    top, source = Top(), random.Random(1)
    slave = top.slave
    outputs = (slave.aw.ready, slave.w.ready, slave.ar.ready, slave.b.valid, slave.r.valid)

    async def bench(ctx):
        for _ in range(100):
            before = [ctx.get(signal) for signal in outputs]
            for stream in (slave.aw, slave.w, slave.ar):
                ctx.set(stream.valid, source.getrandbits(1))
            for stream in (slave.b, slave.r):
                ctx.set(stream.ready, source.getrandbits(1))
            assert before == [ctx.get(signal) for signal in outputs]
            await ctx.tick()

    simulate(top, bench)
