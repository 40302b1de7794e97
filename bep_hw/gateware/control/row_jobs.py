"""Row jobs: the next row of counters, and whether it must still be committed."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.control.sweep import Sweep
from bep_hw.gateware.memory.memories import COLLIDES
from bep_hw.gateware.parts.layouts import job_layout, layer_layout, learner_layout, row_layout


class RowJobs(wiring.Component):
    """Offers winners as they come, and between them, after each `turn`, all rows once.

    The first job of a row after a turn is due. Each row has a tag: the parity of the turn after
    which it had its first job. The sweep skips a row that is not due any more.

    `refresh` sweeps all rows twice, once for each copy of W, and the draws are not used. The first
    of the two sweeps takes all rows for due, so that it skips nothing, and afterwards all tags are
    true, whatever they were before.

    Latency: 1 [cycle], from a winner to its job.
    Throughput: one job in 2 cycles; one skipped row per cycle.

    Members
    -------
    winners : the stream of bep_hw.gateware.winner, or of bep_hw.gateware.control.unroll
    turn : a minibatch is over in which samples have learnt; only while not busy
    refresh : both copies of W are to be made from the counters; only while not busy
    layers : rows of the layer table, the classifier included
    idle_layer : of `Sweep`; the job has it in the cycle after, if no job comes
    layer, table : which row of the layer table the sweep wants; that row, in the same cycle
    jobs : rows, and the `last` of each sample
    working : an earlier job is under way
    bank : the copy of W that is in use
    reinforces : whether the draws for rows that are due are used
    busy : a sweep is under way, or a job is here
    """

    def __init__(self, config):
        self.config = config
        super().__init__(
            {
                "winners": In(stream.Signature(learner_layout(config))),
                "turn": In(1),
                "refresh": In(1),
                "layers": In(bits_for(config.max_layers)),
                "idle_layer": In(bits_for(config.max_layers - 1)),
                "layer": Out(bits_for(config.max_layers - 1)),
                "table": In(layer_layout(config)),
                "jobs": Out(stream.Signature(job_layout(config))),
                "working": In(1),
                "bank": Out(1),
                "reinforces": Out(1),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.sweep = sweep = Sweep(self.config)
        there, parity, blind = Signal(), Signal(), Signal()
        m.d.comb += [
            sweep.layers.eq(self.layers),
            sweep.idle_layer.eq(self.idle_layer),
            sweep.table.eq(self.table),
            self.layer.eq(sweep.layer),
            self.busy.eq(sweep.busy | there | blind),
        ]
        self._turns(m, sweep, there, parity, blind)
        self._jobs(m, sweep, there, parity, blind)
        return m

    def _turns(self, m, sweep, there, parity, blind):
        """Turns, and with them sweeps."""
        turn = Signal()
        m.d.comb += [
            turn.eq(self.turn | (blind & ~sweep.busy & ~there & ~self.working)),
            sweep.start.eq(turn | self.refresh),
        ]
        with m.If(turn):
            m.d.sync += [
                self.bank.eq(~self.bank),
                parity.eq(~parity),
                blind.eq(0),
                self.reinforces.eq(self.turn),
            ]
        with m.If(self.refresh):
            m.d.sync += [blind.eq(1), self.reinforces.eq(0)]

    def _jobs(self, m, sweep, there, parity, blind):
        """One job at a time.

        Its tag is read as it is taken, and set while it is here; a skipped one has the right tag
        already. So nothing is read in the cycle of a write.
        """
        winners, rows = self.winners, sweep.rows
        depth = self.config.row_depth << len(rows.payload.index)
        m.submodules.tags = tags = Memory(shape=1, depth=depth, init=[], attrs=COLLIDES)
        tag, set_tag = tags.read_port(), tags.write_port()
        taken = Signal(learner_layout(self.config))
        accepts, skips, swept = Signal(), Signal(), Signal()
        m.d.comb += [
            self.jobs.payload.due.eq(blind | (tag.data != parity)),
            skips.eq(there & swept & ~self.jobs.payload.due),
            # A winner waits until a skipped row is gone: its stage cannot wait for the tag to be
            # looked at. A row of the sweep takes the place of a skipped one at once.
            winners.ready.eq(~there),
            accepts.eq(~there | skips),
            rows.ready.eq(accepts & ~winners.valid),
            taken.eq(winners.payload),
            self.jobs.valid.eq(there & ~skips),
            self.jobs.payload.learns.eq(~swept),
        ]
        with m.If(~winners.valid):
            m.d.comb += taken.last.eq(0)
            m.d.comb += [taken[name].eq(rows.payload[name]) for name, _ in row_layout(self.config)]
        m.d.comb += [
            tag.addr.eq(Cat(taken.index, taken.block)),
            tag.en.eq(accepts),
            set_tag.addr.eq(Cat(self.jobs.payload.index, self.jobs.payload.block)),
            set_tag.data.eq(parity),
            set_tag.en.eq(self.jobs.valid & ~self.jobs.payload.last),
        ]
        with m.If(self.jobs.valid & self.jobs.ready):
            m.d.sync += there.eq(0)
        with m.If(accepts):
            m.d.sync += [
                there.eq(Mux(winners.valid, winners.ready, rows.valid)),
                swept.eq(~winners.valid),
            ]
            m.d.sync += [self.jobs.payload[name].eq(taken[name]) for name, _ in taken.shape()]
