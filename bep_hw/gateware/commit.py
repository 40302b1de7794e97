"""Commit: a word of hidden counters after its minibatch, clipped and perhaps reinforced."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.layers import counters_layout


class Commit(wiring.Component):
    """Clips to B bits what a minibatch has added up, and says what reinforcement adds to it.

    The step away from 0 is left to the adder of Update, which comes next. A counter at the end of
    its range has none, so nothing is clipped twice.

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
        with m.If(self.valid):
            for lane in range(self.config.lanes):
                counter = self.counters[lane].as_unsigned()
                sign, outside = counter[-1], Signal(name=f"outside{lane}")
                # The end of the range on the counter's side of 0: 1..10..0 or 0..01..1.
                end = Signal(bits, name=f"end{lane}")
                m.d.comb += [
                    end.eq(Cat((~sign).replicate(low), sign.replicate(bits - low))),
                    outside.eq(counter[low:] != end[low:]),
                ]
                m.d.sync += [
                    self.committed[lane].eq(Mux(self.due & outside, end, counter)),
                    self.away[lane].eq(self.due & self.chosen[lane] & ~outside & (counter != end)),
                ]
        return m
