"""The port of a core in Amaranth's simulator: streams of a small component beside each other."""

import pytest
from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.cosim.amaranth_port import AmaranthPort, simulator


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
