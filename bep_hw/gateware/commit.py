"""Commit: a word of hidden counters after its minibatch, clipped and perhaps reinforced."""

from amaranth.hdl import Cat, ClockSignal, Instance, Module, Mux
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.layouts import counters_layout
from bep_hw.gateware.parts.pipeline import data_register
from bep_hw.gateware.parts.planes import plane_shape


class Commit(wiring.Component):
    """Clips the sums of a minibatch to B bits, and outputs the step of reinforcement.

    The adder of Update, the next stage, makes the step away from 0. A counter at the end of its
    range makes none, so no counter is clipped twice.

    Golden twin: golden/commit.py (clip, then c += sign(c) where chosen, and clip again).

    Latency: `latency` = 1 [cycle]. Throughput: one word per cycle.

    Parameters
    ----------
    config : CoreConfig
    planes : whether words of counters are in planes, and changed by a Verilog leaf for simulation

    Members
    -------
    valid : a word is here
    due : its minibatch is over and it is not committed yet; any other word passes as it is
    counters : `lanes` hidden counters; chosen : those that the random source picked
    committed : the clipped counters; away : those with one more step to go, away from 0
    """

    latency = 1

    def __init__(self, config, planes=False):
        self.config, self.planes = config, planes
        super().__init__(
            {
                "valid": In(1),
                "due": In(1),
                "counters": In(counters_layout(config, planes)),
                "chosen": In(config.lanes),
                "committed": Out(counters_layout(config, planes)),
                "away": Out(config.lanes),
            }
        )

    def elaborate(self, platform):
        m = Module()
        if self.planes:
            self._leaf(m)
            return m
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

    def _leaf(self, m):
        config = self.config
        plane, groups = plane_shape(config.lanes)
        m.submodules.leaf = Instance(
            "bep_commit",
            p_LANES=config.lanes,
            p_PLANE=plane,
            p_GROUPS=groups,
            p_BITS=config.counter_bits,
            p_LOW=config.hidden_bits - 2,
            i_clk=ClockSignal(),
            **{f"i_{name}": getattr(self, name) for name in ("valid", "due", "counters", "chosen")},
            **{f"o_{name}": getattr(self, name) for name in ("committed", "away")},
        )
