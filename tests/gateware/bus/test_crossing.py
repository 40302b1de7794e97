"""Clock crossings between two clocks of odd ratios: nothing is lost, done twice or changed."""

import random

import pytest
from amaranth.hdl import ClockDomain, DomainRenamer, Elaboratable, Module
from amaranth.lib import data
from amaranth.sim import Simulator

from bep_hw.gateware.bus.crossing import DEPTH, AccessCrossing, CrossedShell, StreamCrossing
from bep_hw.gateware.bus.shell import SAMPLE_WORDS, Shell
from bep_hw.gateware.bus.words import WORD
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.registers import VERSION, address
from tests.helpers.access_memory import AccessMemory
from tests.helpers.bench import STALLS, Stalls
from tests.helpers.stub import stub_core  # noqa: F401

PERIODS = pytest.mark.parametrize(
    "bus, core",
    [(3, 7), (7, 3), (1000, 1001), (1001, 1000), (5, 5), (1, 23), (23, 1)],
    ids=lambda period: str(period),
)
"""Periods of both clocks: their edges come in every order, and in the last ones far apart."""

BEAT = data.StructLayout({"word": 16})


def simulate(dut, bus, core, *benches, background=()):
    """Run `benches` with clocks of these periods for the domains sync and core."""
    top = Module()
    for name in ("sync", "core"):
        top.domains += ClockDomain(name)
    top.submodules.dut = dut
    simulator = Simulator(top)
    simulator.add_clock(bus * 1e-9, domain="sync")
    simulator.add_clock(core * 1e-9, domain="core", phase=0.31 * core * 1e-9)
    for bench in background:
        simulator.add_testbench(bench, background=True)
    for bench in benches:
        simulator.add_testbench(bench)
    simulator.run()


class Registers(Elaboratable):
    """An AccessCrossing in front of words that can be read and written; the last ones refuse."""

    REFUSED = 1000

    def __init__(self):
        self.crossing = AccessCrossing()
        self.port, self.strobe, self.away = (
            self.crossing.i,
            self.crossing.o.strobe,
            self.crossing.away,
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.crossing = self.crossing
        memory = AccessMemory(self.crossing.o, self.REFUSED)
        m.submodules.memory = DomainRenamer("core")(memory)
        return m


@PERIODS
def test_accesses(bus, core):
    """Each is done once, and its answer is there when it no longer waits."""
    dut, source = Registers(), random.Random(bus)
    strobes, count = [], 150

    async def watch(ctx):
        while True:
            _, _, strobe = await ctx.tick("core").sample(dut.strobe)
            strobes.append(strobe)

    async def bench(ctx):
        port, words, done = dut.port, {}, 0
        while done < count:
            while ctx.get(port.wait) or source.random() < 0.2:
                await ctx.tick()
            place, word = source.choice([5, 6, 7, 999, 1001]), source.getrandbits(WORD)
            write, mask = source.getrandbits(1), source.choice([0xF, 0xF, 7])
            values = {"address": place, "write": write, "write_data": word, "mask": mask}
            for name, value in (*values.items(), ("strobe", 1)):
                ctx.set(getattr(port, name), value)
            await ctx.tick()
            ctx.set(port.strobe, 0)
            for name in ("address", "write_data"):  # it has kept them
                ctx.set(getattr(port, name), source.getrandbits(10))
            assert ctx.get(port.wait)
            while ctx.get(port.wait):
                await ctx.tick()
            assert ctx.get(port.error) == (place >= Registers.REFUSED)
            if not write and place < Registers.REFUSED:
                assert ctx.get(port.read_data) == words.get(place, 0)
            if write and mask == 0xF:
                words[place] = word
            done += 1

    simulate(dut, bus, core, bench, background=[watch])
    assert sum(strobes) == count


def test_no_access_while_the_core_is_away():
    dut = Registers()

    async def bench(ctx):
        ctx.set(dut.away, 1)
        assert ctx.get(dut.port.wait)
        ctx.set(dut.away, 0)
        assert not ctx.get(dut.port.wait)

    simulate(dut, 3, 7, bench)


@PERIODS
@STALLS
@pytest.mark.parametrize("sender", ["sync", "core"])
def test_streams(bus, core, stall, sender):
    """All payloads, in order; those of another epoch than is wanted are thrown away."""
    receiver = {"sync": "core", "core": "sync"}[sender]
    dut = StreamCrossing(BEAT, sender=sender, receiver=receiver)
    source, taken, wanted = random.Random(core), [], []
    for word in range(100):
        wanted.append((word, source.choice([0, 0, 1, 2, 3])))

    async def send(ctx):
        stalls = Stalls(stall, 0)
        for word, epoch in wanted:
            while stalls():
                await ctx.tick(sender)
            ctx.set(dut.i.payload, {"word": word})
            ctx.set(dut.sent_in, epoch)
            ctx.set(dut.i.valid, 1)
            await ctx.tick(sender).until(dut.i.ready)
            ctx.set(dut.i.valid, 0)

    async def receive(ctx):
        stalls, offered = Stalls(stall, 1), None
        while len(taken) < sum(epoch == 0 for _, epoch in wanted):
            ready = not stalls()
            ctx.set(dut.o.ready, ready)
            _, _, valid, payload = await ctx.tick(receiver).sample(dut.o.valid, dut.o.payload)
            assert offered is None or (valid and payload.word == offered)
            offered = payload.word if valid and not ready else None
            if valid and ready:
                taken.append(payload.word)

    simulate(dut, bus, core, send, receive)
    assert taken == [word for word, epoch in wanted if epoch == 0]


@pytest.mark.parametrize("bus, core", [(7, 3), (3, 7), (5, 5)])
def test_a_stream_is_as_fast_as_the_slower_clock(bus, core):
    dut = StreamCrossing(BEAT, sender="sync", receiver="core")
    times = []

    async def send(ctx):
        ctx.set(dut.i.valid, 1)
        while len(times) < 100:
            await ctx.tick()

    async def receive(ctx):
        ctx.set(dut.o.ready, 1)
        cycle = 0
        while len(times) < 100:
            _, _, valid = await ctx.tick("core").sample(dut.o.valid)
            cycle += 1
            if valid:
                times.append(core * cycle)

    simulate(dut, bus, core, send, receive)
    slower = max(bus, core)
    assert abs(times[-1] - times[DEPTH] - (99 - DEPTH) * slower) <= 2 * slower


class Host:
    """A host of a CrossedShell, whose core is a StubCore, in the clock of the bus."""

    def __init__(self, ctx, dut, reset):
        self.ctx, self.dut, self.reset_bus = ctx, dut, reset

    async def until(self, condition):
        for _ in range(2000):
            if self.ctx.get(condition):
                return
            await self.ctx.tick()
        raise AssertionError("no end")

    async def access(self, name, word=None):
        """The value read, or None if it was refused."""
        ctx, port = self.ctx, self.dut.access
        await self.until(~port.wait)
        values = {"address": address(name), "write": word is not None, "write_data": word or 0}
        for member, value in (*values.items(), ("mask", 0xF), ("strobe", 1)):
            ctx.set(getattr(port, member), value)
        await ctx.tick()
        ctx.set(port.strobe, 0)
        await self.until(~port.wait)
        return None if ctx.get(port.error) else ctx.get(port.read_data)

    async def cycles(self, count):
        for _ in range(count):
            await self.ctx.tick()

    async def core_cycle(self):
        """To a moment after the next edge of the core's clock."""
        await self.ctx.posedge(self.dut.core_clk)
        await self.ctx.delay(5e-11)

    async def hard_reset(self, cycles):
        self.ctx.set(self.reset_bus, 1)
        self.ctx.set(self.dut.arst, 1)
        await self.cycles(cycles)
        self.ctx.set(self.reset_bus, 0)
        self.ctx.set(self.dut.arst, 0)


def with_stub(bus, core, bench):
    """Run `bench(ctx, host, core of the shell)` on a CrossedShell with AXI's streams."""
    network = Network(layers=(70, 4), classes=3)
    config = CoreConfig.for_network(network, tile_rows=2, tile_columns=10, lanes=10)
    dut, top = CrossedShell(Shell(config, bus="axi")), Module()
    top.domains.sync = sync = ClockDomain()
    top.submodules.dut = dut

    async def clock(ctx):
        while True:
            for level in (1, 0):
                ctx.set(dut.core_clk, level)
                await ctx.delay(core * 0.5e-9)

    async def run(ctx):
        ctx.set(dut.shell.core.sample_words, 7)
        await bench(ctx, Host(ctx, dut, sync.rst), dut.shell.core)

    simulator = Simulator(top)
    simulator.add_clock(bus * 1e-9)
    simulator.add_testbench(clock, background=True)
    simulator.add_testbench(run)
    simulator.run()


@PERIODS
@pytest.mark.usefixtures("stub_core")
def test_the_register_reset_clears_what_is_on_its_way(bus, core):
    """Both streams, wherever their words are, and no matter how often; what comes later stays."""

    async def bench(ctx, host, stub):
        dut, source = host.dut, random.Random(core)
        assert await host.access("version") == VERSION
        for _ in range(5):
            assert await host.access("packet", 3) is not None
            ctx.set(dut.results.ready, 0)
            ctx.set(stub.results.valid, 1)
            for word in range(source.randrange(2, 100)):
                ctx.set(dut.samples.payload, {"data": word, "keep": 0xF})
                ctx.set(dut.samples.valid, 1)
                await ctx.tick()
            # The sender stays in the middle of a packet for a while, or goes before the reset.
            if source.getrandbits(1):
                ctx.set(dut.samples.valid, 0)
            ctx.set(stub.results.valid, 0)
            assert await host.access("reset", 1) is not None
            ctx.set(dut.samples.valid, 0)
            assert not ctx.get(dut.results.valid)
            assert await host.access("waiting") == 0
            # Nothing comes late.
            await host.cycles(200)
            assert not ctx.get(dut.results.valid)
        assert await host.access("reset", 1) is not None
        await one_sample(ctx, host, stub)

    with_stub(bus, core, bench)


async def one_sample(ctx, host, stub):
    """A sample goes to the core as it is, and its result comes back."""
    dut, words = host.dut, [(7 * index) & 1023 for index in range(7)]
    assert await host.access("room") == SAMPLE_WORDS
    for index, word in enumerate((*words, 2)):
        ctx.set(dut.samples.payload, {"data": word, "keep": 0xF, "last": index == 7})
        ctx.set(dut.samples.valid, 1)
        await ctx.tick().until(dut.samples.ready)
    ctx.set(dut.samples.valid, 0)
    taken = []
    ctx.set(stub.samples.ready, 1)
    for _ in range(200):
        if ctx.get(stub.samples.valid):
            taken.append(ctx.get(stub.samples.payload))
        await host.core_cycle()
    ctx.set(stub.samples.ready, 0)
    assert taken == words
    assert ctx.get(stub.labels.valid) and ctx.get(stub.labels.payload) == 2
    assert await host.access("errors") is not None
    assert await host.access("packet", 1) is not None
    ctx.set(stub.results.payload.prediction, 2)
    await host.core_cycle()
    ctx.set(stub.results.valid, 1)
    await host.core_cycle()
    ctx.set(stub.results.valid, 0)
    await host.until(dut.results.valid)
    assert ctx.get(dut.results.payload) == {"data": 2, "last": 1}


@PERIODS
@pytest.mark.parametrize("cycles", [1, 2, 5])
@pytest.mark.usefixtures("stub_core")
def test_a_reset_of_the_bus(bus, core, cycles):
    """In the middle of an access, of packets and of results: then all is as after power-up."""

    async def bench(ctx, host, stub):
        dut, source = host.dut, random.Random(core)
        for _ in range(6):
            assert await host.access("packet", 3) is not None
            assert await host.access("interrupt_mask", 7) is not None
            ctx.set(stub.results.valid, 1)
            ctx.set(dut.samples.valid, 1)
            await host.cycles(source.randrange(40))
            ctx.set(dut.access.address, address("packet"))
            ctx.set(dut.access.write, 1)
            ctx.set(dut.access.strobe, 1)
            await ctx.tick()
            ctx.set(dut.access.strobe, 0)
            await host.cycles(source.randrange(12))
            ctx.set(stub.results.valid, 0)
            await host.hard_reset(cycles)
            ctx.set(dut.samples.valid, 0)
            assert ctx.get(dut.access.wait), "the core is still in reset"
            assert not ctx.get(dut.samples.ready) and not ctx.get(dut.results.valid)
            assert await host.access("version") == VERSION
            for name in ("packet", "interrupt_mask", "waiting"):
                assert await host.access(name) == 0
        await one_sample(ctx, host, stub)

    with_stub(bus, core, bench)
