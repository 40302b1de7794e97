"""Proof that accesses cross as they are, once each, whatever the order of the edges of both clocks.

Both domains have one clock here, and an enable each that is free in every step: so any edge of one
clock may come before, after or with any of the other.
"""

from itertools import pairwise

import pytest
from amaranth.back import verilog
from amaranth.hdl import Cat, DomainRenamer, Elaboratable, EnableInserter, Fragment, Module, Signal
from amaranth.lib import wiring
from amaranth.lib.cdc import FFSynchronizer
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus import crossing
from bep_hw.gateware.bus.crossing import ANSWERED, ASKED, AccessCrossing
from tests.helpers.proof import prove

MADE = []
"""Every `Visible` of the last AccessCrossing, in the order in which it made them."""


class Visible(Elaboratable):
    """Amaranth's FFSynchronizer, whose two flip-flops can be seen."""

    def __init__(self, i, o, *, o_domain="sync"):
        self.i, self.o, self.domain = i, o, o_domain
        self.stages = Signal(2, reset_less=True)
        MADE.append(self)

    def elaborate(self, platform):
        m = Module()
        m.d[self.domain] += self.stages.eq(Cat(self.i, self.stages[0]))
        m.d.comb += self.o.eq(self.stages[1])
        return m


class Checked(wiring.Component):
    """An AccessCrossing between a bus and a core that do whatever they may.

    obeys : whether the bus begins no access while `wait` is 1

    Members
    -------
    ticks : edges of the bus and of the core, in this step; wants, away, asks, tells : anything
    differ : something is wrong, now or in what must always be so for it to stay right
    """

    def __init__(self, obeys):
        self.dut, self.obeys = AccessCrossing(), obeys
        asks = sum(len(getattr(self.dut.i, name)) for name in ASKED)
        tells = sum(len(getattr(self.dut.o, name)) for name in ANSWERED)
        super().__init__(
            {
                "ticks": In(2),
                "wants": In(1),
                "away": In(1),
                "asks": In(asks),
                "tells": In(tells),
                "differ": Out(1),
            }
        )

    def elaborate(self, platform):
        m, dut = Module(), self.dut
        bus, core = self.ticks
        MADE.clear()
        enabled = EnableInserter({"sync": bus, "core": core})(Fragment.get(dut, platform))
        m.submodules.dut = DomainRenamer({"core": "sync"})(enabled)
        asked, answered = (
            Cat(getattr(port, name) for name in names)
            for port, names in ((dut.o, ASKED), (dut.i, ANSWERED))
        )
        m.d.comb += [
            dut.away.eq(self.away),
            dut.i.strobe.eq(self.wants & ~(dut.i.wait & self.obeys)),
            Cat(getattr(dut.i, name) for name in ASKED).eq(self.asks),
            Cat(getattr(dut.o, name) for name in ANSWERED).eq(self.tells),
        ]
        # The same without a crossing: what was asked for, and what the core said a cycle later.
        wanted, told = Signal(len(self.asks)), Signal(len(self.tells))
        pending, telling, there, never = Signal(), Signal(), Signal(), Signal(init=1)
        done = dut.o.strobe & core
        with m.If(telling & core):
            m.d.sync += [told.eq(self.tells), telling.eq(0), there.eq(1)]
        with m.If(done):
            m.d.sync += [pending.eq(0), telling.eq(1), there.eq(0), never.eq(0)]
        with m.If(dut.i.strobe & bus):
            m.d.sync += [wanted.eq(self.asks), pending.eq(1)]
        wrong = [
            done & ~pending,
            dut.i.strobe & bus & pending,
            pending & (asked != wanted),
            there & (answered != told),
            ~dut.i.wait & (pending | telling | ~(there | never)),
        ]
        m.d.comb += self.differ.eq(Cat(*wrong, ~self._steady(pending, telling, there, never)).any())
        return m

    def _steady(self, pending, telling, there, never):
        """A bit that toggles goes round: at most one place has a neighbour that differs."""
        dut, (there_way, back) = self.dut, MADE
        ring = [dut.request, *there_way.stages, dut.taken, dut.reply, *back.stages]
        changes = [one ^ other for one, other in pairwise(ring)]
        return Cat(
            sum(changes) <= 1,
            pending == (dut.request ^ dut.taken),
            telling == dut.answers,
            (dut.answers ^ dut.replies) == (dut.taken ^ dut.reply),
            ~(dut.answers & dut.replies),
            there | telling | never,
            ~(never & (there | telling)),
        ).all()


@pytest.mark.parametrize("obeys", [True, False], ids=["waits", "does-not-wait"])
def test_accesses_cross_once_and_as_they_are(obeys, tmp_path, monkeypatch):
    """By induction; and a bus that begins an access too early is found out."""
    monkeypatch.setattr(crossing, "FFSynchronizer", Visible)
    text = verilog.convert(Checked(obeys), name="top", emit_src=False)
    result = prove(text, tmp_path)
    assert (result.returncode == 0) == obeys, result.stderr
    assert obeys or "proof did fail" in result.stderr


def test_the_flip_flops_are_those_of_amaranth(tmp_path):
    """Proved: what stands for them above does what they do."""

    class Both(wiring.Component):
        def __init__(self):
            super().__init__({"i": In(1), "differ": Out(1)})

        def elaborate(self, platform):
            m, outputs = Module(), Signal(2)
            m.submodules.a = FFSynchronizer(self.i, outputs[0])
            m.submodules.b = Visible(self.i, outputs[1])
            m.d.comb += self.differ.eq(outputs[0] ^ outputs[1])
            return m

    assert prove(verilog.convert(Both(), name="top"), tmp_path).returncode == 0
