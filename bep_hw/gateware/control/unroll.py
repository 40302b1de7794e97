"""Unroll: repeats a neuron that learns for each of its time steps."""

from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import (
    chosen_layout,
    learner_layout,
    offset_layout,
    winner_layout,
)


class Unroll(wiring.Component):
    """Repeats a neuron of a state for each time step at which it learns, from the last one back.

    These are the terms of the sums over time in H_xs += 2 mask sum_t s*_t a_t^T and
    H_ss += 2 mask sum_t s*_t s_{t-1}^T. The desired activation of each step is read here. A neuron
    of another layer learns once, from inputs that lie `last_offset` behind the first time step.
    Only in a core for recurrent networks.

    Golden twin: `passes` in golden/recurrent.py.

    Latency: 2 [cycles], from a neuron to its first learner.
    Throughput: one learner in 2 cycles.

    Members
    -------
    chosen : from Winner
    bank : of the neuron that is offered; last_offset, learning : of the sample in it, see
        BackwardSequencer
    state, stride : the first layer is a state; from one time step to the next [words]
    desired_bank, desired_address : -> desired, a cycle later (D bits)
    learners : to the row engine; each `last` as it came
    """

    latency = 2

    def __init__(self, config):
        self.config = config
        chosen, offset = chosen_layout(config), offset_layout(config)
        super().__init__(
            {
                "chosen": In(stream.Signature(chosen)),
                "bank": Out(chosen["bank"].shape),
                "last_offset": In(offset["words"].shape),
                "learning": In(bits_for(config.max_steps)),
                "state": In(1),
                "stride": In(offset["words"].shape),
                "desired_bank": Out(chosen["bank"].shape),
                "desired_address": Out(chosen["word"].shape),
                "desired": In(config.tile_columns),
                "learners": Out(stream.Signature(learner_layout(config))),
            }
        )

    def elaborate(self, platform):
        m = Module()
        chosen, learner = self.chosen.payload, self.learners.payload
        there, reading, of_state, ends = Signal(), Signal(), Signal(), Signal()
        bit, left = Signal.like(chosen.bit), Signal.like(self.learning)
        first = Signal.like(self.stride)
        m.d.comb += [
            self.bank.eq(chosen.bank),
            of_state.eq(self.state & (chosen.layer == 0)),
            first.eq(self.last_offset - Mux(of_state, self.stride, 0)),
            self.desired_bank.eq(learner.bank),
            # Nothing was read for the last one, and what is offered must not change.
            learner.desired.eq(self.desired.bit_select(bit, 1) & ~learner.last),
            self.learners.valid.eq(there & ~reading),
            ends.eq(self.learners.valid & self.learners.ready & (learner.last | (left == 1))),
            self.chosen.ready.eq(~there | ends),
        ]
        m.d.sync += reading.eq(0)
        with m.If(self.learners.valid & self.learners.ready):
            m.d.sync += [
                reading.eq(1),
                left.eq(left - 1),
                learner.offset.eq(learner.offset - self.stride),
                self.desired_address.eq(self.desired_address - self.stride),
            ]
        with m.If(self.chosen.ready):
            same = [name for name, _ in winner_layout(self.config) if name != "desired"]
            m.d.sync += [
                *(learner[name].eq(chosen[name]) for name in same),
                there.eq(self.chosen.valid),
                reading.eq(~chosen.last),
                bit.eq(chosen.bit),
                left.eq(Mux(of_state, self.learning, 1)),
                learner.offset.eq(first),
                self.desired_address.eq(chosen.word + Mux(of_state, first, 0)),
            ]
        return m
