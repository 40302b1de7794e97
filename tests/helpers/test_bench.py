"""The benches' receiver: slow outputs meet ready = 0, and none of their faults is missed."""

import pytest
from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import Out

from tests.helpers.bench import SEEDS, Stalls, receive, simulate

COUNT, IDLE = 12, 9
"""Payloads that the output gives, and cycles before each: far more than a pause is long."""


class SlowOutput(wiring.Component):
    """Gives 0, 1, 2 and so on, each after `IDLE` cycles; `fault` names what it does wrong."""

    def __init__(self, fault=None):
        super().__init__({"o": Out(stream.Signature(8))})
        self.fault = fault

    def elaborate(self, platform):
        m = Module()
        left, taken = Signal(range(IDLE + 1), init=IDLE), self.o.ready
        if self.fault == "does not wait":
            taken = 1
        m.d.comb += self.o.valid.eq(left == 0)
        with m.If(left != 0):
            m.d.sync += left.eq(left - 1)
        with m.Elif(taken):
            m.d.sync += [left.eq(IDLE), self.o.payload.eq(self.o.payload + 1)]
        with m.Elif(self.fault == "moves on"):
            m.d.sync += self.o.payload.eq(self.o.payload + 1)
        return m


def take(fault, stalls):
    """What the receiver takes from a slow output."""
    dut, got = SlowOutput(fault), []

    async def bench(ctx):
        while len(got) < COUNT:
            got.append(await receive(ctx, dut.o, stalls))

    simulate(dut, bench)
    return got


@SEEDS
def test_a_slow_output_meets_a_receiver_that_is_not_ready(seed):
    stalls = Stalls(0.4, seed)
    assert take(None, stalls) == list(range(COUNT))
    assert stalls.refused


def test_without_stalls_everything_is_taken_at_once():
    assert take(None, None) == list(range(COUNT))
    assert take("does not wait", None) == list(range(COUNT))


@SEEDS
@pytest.mark.parametrize(
    ("fault", "message"),
    [("does not wait", "valid fell before ready"), ("moves on", "became")],
)
def test_what_does_not_stay_is_noticed(fault, message, seed):
    with pytest.raises(AssertionError, match=message):
        take(fault, Stalls(0.4, seed))
