"""The AXI4-Lite slave in front of a small memory that refuses some accesses; the streams of a core
that is a stub."""

import random

import pytest
from amaranth.hdl import Elaboratable, Module, Value
from amaranth.sim import Simulator

from bep_hw.gateware.bus.axi import OKAY, SLVERR, AxiCore, AxiLite
from bep_hw.gateware.bus.words import WORD
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.registers import address
from tests.helpers.access_memory import AccessMemory
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate
from tests.helpers.stub import stub_core  # noqa: F401

REFUSED = 0x300
"""Word addresses from here on answer with an error."""


class Top(Elaboratable):
    """The slave and 1024 words, of which the last ones refuse."""

    def __init__(self):
        self.slave = AxiLite()

    def elaborate(self, platform):
        m = Module()
        m.submodules.slave = self.slave
        m.submodules.memory = AccessMemory(self.slave.access, REFUSED)
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


class Master:
    """Drives the clock and AXI4-Lite of an AxiCore whose core is a StubCore, a cycle at a time.

    Sees in every cycle to it that `m_axis` keeps what it offers.
    """

    def __init__(self, ctx, dut, seed):
        self.ctx, self.dut, self.random = ctx, dut, random.Random(seed)
        self.offered, self.taken = None, []
        ctx.set(dut.aresetn, 1)

    async def cycle(self):
        ctx, dut = self.ctx, self.dut
        ctx.set(dut.m_axis_tready, self.random.random() < 0.2)
        await ctx.delay(1e-7)
        assert ctx.get(dut.m_axis_tkeep) == 0xF
        now = (ctx.get(dut.m_axis_tdata), ctx.get(dut.m_axis_tlast))
        valid, ready = ctx.get(dut.m_axis_tvalid), ctx.get(dut.m_axis_tready)
        if self.offered is not None:
            assert valid and now == self.offered
        self.offered = now if valid and not ready else None
        if valid and ready:
            self.taken.append(now)
        given = ctx.get(dut.shell.core.results.ready)
        ctx.set(dut.aclk, 1)
        await ctx.delay(1e-7)
        ctx.set(dut.aclk, 0)
        return given

    async def write(self, place, word):
        """The response to a write."""
        ctx, dut = self.ctx, self.dut
        ctx.set(dut.s_axi_awaddr, 4 * place)
        ctx.set(dut.s_axi_wdata, word)
        ctx.set(dut.s_axi_wstrb, 0xF)
        for name in ("aw", "w"):
            ctx.set(getattr(dut, f"s_axi_{name}valid"), 1)
        await self.cycle()
        for name in ("aw", "w"):
            ctx.set(getattr(dut, f"s_axi_{name}valid"), 0)
        return await self._answer("b", dut.s_axi_bresp)

    async def read(self, place):
        """(response, data) of a read."""
        ctx, dut = self.ctx, self.dut
        ctx.set(dut.s_axi_araddr, 4 * place)
        ctx.set(dut.s_axi_arvalid, 1)
        await self.cycle()
        ctx.set(dut.s_axi_arvalid, 0)
        response = await self._answer("r", dut.s_axi_rresp)
        return response, self.data

    async def _answer(self, name, response):
        ctx, dut = self.ctx, self.dut
        while not ctx.get(getattr(dut, f"s_axi_{name}valid")):
            await self.cycle()
        answer, self.data = ctx.get(response), ctx.get(dut.s_axi_rdata)
        ctx.set(getattr(dut, f"s_axi_{name}ready"), 1)
        await self.cycle()
        ctx.set(getattr(dut, f"s_axi_{name}ready"), 0)
        return answer


def with_stub(bench):
    """Run `bench(ctx, dut)` of an AxiCore whose core is a StubCore."""
    network = Network(layers=(8, 4, 4), classes=3)
    dut = AxiCore(CoreConfig.for_network(network, tile_rows=2, tile_columns=8, lanes=4))
    simulator = Simulator(dut)

    async def run(ctx):
        await bench(ctx, dut)

    simulator.add_testbench(run)
    simulator.run()


@SEEDS
@pytest.mark.usefixtures("stub_core")
def test_a_stream_keeps_what_it_offers(seed):
    """While registers are read and written, and through resets; see `Master.cycle`."""
    refused = []

    async def bench(ctx, dut):
        master = Master(ctx, dut, seed)
        source = random.Random(seed)
        ctx.set(dut.shell.core.results.valid, 1)
        for _ in range(150):
            ctx.set(Value.cast(dut.shell.core.results.payload), source.getrandbits(8))
            choice = source.randrange(8)
            if choice < 4:
                refused.append((await master.read(address("results")))[0])
            elif choice < 7:
                await master.write(address("packet"), source.randrange(4))
            else:
                await master.write(address("reset"), 1)
        assert len(master.taken) > 20
        assert {last for _, last in master.taken} == {0, 1}

    with_stub(bench)
    assert {OKAY, SLVERR} == set(refused)


@SEEDS
@pytest.mark.usefixtures("stub_core")
def test_each_result_comes_once_and_in_order(seed):
    """To the register or the stream, as `packet` says, with TLAST on every n-th one."""

    async def bench(ctx, dut):
        master, core = Master(ctx, dut, seed), dut.shell.core
        count, found = 0, []

        async def give(number):
            nonlocal count
            ctx.set(core.results.valid, 1)
            for _ in range(number):
                ctx.set(core.results.payload.prediction, count % 3)
                ctx.set(core.results.payload.margin, count // 3)
                while not await master.cycle():
                    pass
                count += 1
            ctx.set(core.results.valid, 0)

        for packet in (0, 3, 1, 0, 5):
            await master.write(address("packet"), packet)
            master.taken.clear()
            await give(10)
            for _ in range(200):
                await master.cycle()
            if packet:
                assert [last for _, last in master.taken] == [
                    (index + 1) % packet == 0 for index in range(10)
                ]
                assert (await master.read(address("results")))[0] == SLVERR
                found += [word for word, _ in master.taken]
            else:
                assert not master.taken
                answers = [await master.read(address("results")) for _ in range(11)]
                assert [response for response, _ in answers] == [OKAY] * 10 + [SLVERR]
                found += [word for _, word in answers[:10]]
        assert [(word & 3) + 3 * (word >> 12) for word in found] == list(range(count))

    with_stub(bench)
