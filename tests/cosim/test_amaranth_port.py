"""The port of a core in Amaranth's simulator: streams of a small component beside each other."""

import pytest
from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.cosim.amaranth_port import AmaranthPort, simulator
from bep_hw.cosim.model import NoProgress


class Adder(wiring.Component):
    """Adds two inputs, taken in one cycle, and the number of sums so far."""

    def __init__(self):
        super().__init__(
            {
                "samples": In(stream.Signature(8)),
                "labels": In(stream.Signature(8)),
                "results": Out(stream.Signature(10)),
            }
        )

    def elaborate(self, platform):
        m = Module()
        both, count = self.samples.valid & self.labels.valid, Signal(8)
        with m.If(both & self.results.ready):
            m.d.sync += count.eq(count + 1)
        m.d.comb += [
            self.results.valid.eq(both),
            self.results.payload.eq(self.samples.payload + self.labels.payload + count),
            self.samples.ready.eq(both & self.results.ready),
            self.labels.ready.eq(both & self.results.ready),
        ]
        return m


@pytest.mark.parametrize("stall", [0.0, 0.5], ids=["flowing", "stalling"])
def test_streams_move_side_by_side(stall):
    """In order, each payload once; without stalls, one in every cycle."""
    adder, cycles, found = Adder(), [], []
    port = AmaranthPort(adder, stall=stall, seed=1)

    async def host(ctx):
        port.ctx = ctx
        sent = {adder.samples: range(40), adder.labels: range(100, 140)}
        found.extend(await port.exchange(sent, adder.results, 40))

    async def count(ctx):
        while not found:
            cycles.append(ctx.get(adder.results.valid & adder.results.ready))
            await ctx.tick()

    simulator(adder, host, count).run()
    assert found == [100 + 3 * index for index in range(40)]
    assert sum(cycles) == 40
    assert (len(cycles) == 40) == (stall == 0)


def test_payloads_of_a_source_alone():
    adder, found = Adder(), []
    sender, taker = AmaranthPort(adder), AmaranthPort(adder)

    async def send(ctx):
        sender.ctx = ctx
        await sender.exchange({adder.samples: [1, 2], adder.labels: [3, 4]})

    async def take(ctx):
        taker.ctx = ctx
        found.extend(await taker.exchange({}, adder.results, 2))
        assert not ctx.get(adder.results.ready)

    simulator(adder, send, take).run()
    assert found == [4, 7]


@pytest.mark.parametrize("stall", [0.0, 0.5], ids=["flowing", "stalling"])
def test_a_core_that_hangs_is_an_error(stall):
    """The adder waits for labels that nobody sends: after 3 sums nothing moves any more."""
    adder, cycles = Adder(), []
    port = AmaranthPort(adder, stall=stall, watchdog=50)

    async def host(ctx):
        port.ctx = ctx
        sent = {adder.samples: range(5), adder.labels: range(3)}
        message = "no transfer for 50 cycles: 2 payloads not taken, 3 of 5 given"
        with pytest.raises(NoProgress, match=message):
            await port.exchange(sent, adder.results, 5)
        cycles.append(True)

    async def end(ctx):
        for _ in range(500):
            await ctx.tick()
        assert cycles, "still waiting"

    simulator(adder, host, end).run()


class Busy(wiring.Component):
    """Registers that always read as busy."""

    def __init__(self):
        port = {
            "address": In(8),
            "write_data": In(32),
            "write_enable": In(1),
            "read_data": Out(32),
        }
        super().__init__({"csr": Out(wiring.Signature(port)).flip()})

    def elaborate(self, platform):
        m = Module()
        m.d.comb += self.csr.read_data.eq(1)
        m.d.sync += Signal().eq(1)
        return m


def test_a_core_that_stays_busy_is_an_error():
    port = AmaranthPort(Busy(), watchdog=30)

    async def host(ctx):
        port.ctx = ctx
        with pytest.raises(NoProgress, match="the core is still busy after 30 looks"):
            await port.wait()

    simulator(port.core, host).run()


class Wrong(Adder):
    """An Adder that does something that a core must not do."""

    def __init__(self, wrong):
        super().__init__()
        self.wrong = wrong

    def elaborate(self, platform):
        m = super().elaborate(platform)
        turn = Signal(3)
        m.d.sync += turn.eq(turn + 1)
        busy = turn == 0
        if self.wrong == "takes back":
            m.d.comb += self.results.valid.eq(self.samples.valid & self.labels.valid & busy)
        else:
            m.d.comb += self.results.payload.eq(turn)
        return m


@pytest.mark.parametrize("wrong", ["takes back", "changes"])
def test_an_offer_must_stay(wrong):
    adder = Wrong(wrong)
    port = AmaranthPort(adder, stall=0.5, seed=1)

    async def host(ctx):
        port.ctx = ctx
        sent = {adder.samples: range(40), adder.labels: range(40)}
        await port.exchange(sent, adder.results, 40)

    with pytest.raises(AssertionError, match="an offer was changed, or taken back"):
        simulator(adder, host).run()
