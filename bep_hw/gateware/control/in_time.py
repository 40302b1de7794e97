"""Connections of a core for recurrent networks: time steps of samples, and their places."""

from amaranth.hdl import Cat, Mux
from amaranth.lib import wiring

from bep_hw.gateware.control.unroll import Unroll


def connect(m, core):
    """Time steps: their number in a sample, their distance in memory, and their positions."""
    registers, memories = core.registers, core.memories
    m.submodules.unroll = unroll = Unroll(core.config)
    loader, sequencer = core.loader, core.forward_sequencer
    backward, winner = core.backward_sequencer, core.winner
    first = registers.table[0]
    state = first.state_blocks.any()
    wiring.connect(m, winner.winners, unroll.chosen)
    wiring.connect(m, unroll.learners, core.row_engine.winners)
    m.d.comb += [
        loader.steps.eq(registers.steps),
        loader.state_blocks.eq(first.state_blocks),
        sequencer.arrives.eq(loader.loaded),
        sequencer.bank.eq(loader.bank),
        # As many as there are, whatever the label says: then the sample goes through as any other.
        sequencer.steps.eq(Mux(core.strange_now, 1, loader.label.steps)),
        core.forward_walk.offset.eq(sequencer.offset),
        core.backward_walk.offset.eq(backward.offset),
        memories.desired_in_time_read.addr.eq(Cat(unroll.desired_address, unroll.desired_bank)),
        unroll.desired.eq(memories.desired_in_time_read.data),
        unroll.stride.eq(first.column_blocks),
        unroll.last_offset.eq(sequencer.last_offset[unroll.bank].words),
    ]
    for stage in (sequencer, backward, unroll):
        m.d.comb += stage.state.eq(state)
    for stage in (sequencer, backward, winner):
        m.d.comb += [
            stage.stride.words.eq(first.column_blocks),
            stage.stride.rows.eq(first.row_blocks),
        ]
    for stage in (backward, winner):
        m.d.comb += stage.last_offset.eq(sequencer.last_offset[stage.bank])
    for stage in (backward, winner, unroll):
        own = core.kept[stage.bank].steps
        m.d.comb += stage.learning.eq(Mux(own < registers.horizon, own, registers.horizon))
