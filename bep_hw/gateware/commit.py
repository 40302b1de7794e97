"""Commit: a word of hidden counters after its minibatch, clipped and perhaps reinforced."""

from amaranth.hdl import Cat, Module, Mux
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.layouts import counters_layout
from bep_hw.gateware.parts.pipeline import data_register


class Commit(wiring.Component):
    """Clips the sums of a minibatch to B bits, and outputs the step of reinforcement.

    The adder of Update, the next stage, makes the step away from 0. A counter at the end of its
    range makes none, so no counter is clipped twice.

    Golden twin: golden/commit.py (clip, then c += sign(c) where chosen, and clip again).

    Latency: `latency` = 1 [cycle]. Throughput: one word per cycle.

    Members
    -------
    valid : a word is here
    due : its minibatch is over and it is not committed yet; any other word passes as it is
    counters : `lanes` hidden counters; chosen : those that the random source picked
    committed : the clipped counters; away : those with one more step to go, away from 0
    """

    latency = 1

    def __init__(self, config):
        self.config = config
        super().__init__(
            {
                "valid": In(1),
                "due": In(1),
                "counters": In(counters_layout(config)),
                "chosen": In(config.lanes),
                "committed": Out(counters_layout(config)),
                "away": Out(config.lanes),
            }
        )

    def elaborate(self, platform):
        m = Module()
        bits, low = self.config.counter_bits, self.config.hidden_bits - 2
        below, above = (1 << low) - 1, (1 << bits - low) - 1
        clipped, away = [], []
        for lane in range(self.config.lanes):
            counter = self.counters[lane].as_unsigned()
            sign, guard = counter[-1], counter[low:]
            # In the range, the guard bits are the sign; at its end, no other bit is.
            clips = guard.any() & ~guard.all()
            clipped.append(Mux(clips, Mux(sign, above << low, below), counter))
            end = counter[:low] == Mux(sign, 0, below)
            away.append(self.chosen[lane] & (guard == Mux(sign, above, 0)) & ~end)
        committed = data_register(m, self.committed, "committed_q")
        goes_away = data_register(m, self.away, "away_q")
        with m.If(self.valid), m.If(self.due):
            m.d.sync += [committed.eq(Cat(clipped)), goes_away.eq(Cat(away))]
        with m.If(self.valid & ~self.due):
            m.d.sync += [committed.eq(self.counters), goes_away.eq(0)]
        return m
