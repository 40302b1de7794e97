"""Row engine: the only writer of hidden counters and of W; it processes row after row."""

from amaranth.hdl import Cat, Const, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.commit import Commit
from bep_hw.gateware.control.draws import Draws
from bep_hw.gateware.control.row_jobs import RowJobs
from bep_hw.gateware.parts.layouts import (
    counters_layout,
    layer_layout,
    learner_layout,
    winner_layout,
    write_signature,
)
from bep_hw.gateware.parts.pipeline import below, delay, picked
from bep_hw.gateware.parts.planes import weights
from bep_hw.gateware.update import Update
from bep_hw.spec.reinforce import POSITION_LAYER_BITS, POSITION_ROW_BITS


class RowEngine(wiring.Component):
    """Reads, changes and writes rows of hidden counters, a word of `lanes` counters per cycle.

    The row of a winner learns, c += a*_j a_{l-1}, during its minibatch. The first job of a row
    after the minibatch also commits the row: it clips the sums and reinforces. A sweep visits the
    rows without a winner. See RowJobs.

    There are two copies of W. The signs of every written word go to the copy that is not in use; a
    turn exchanges the copies. By then the sweep has written every row, so W is sign(c); clip and
    reinforcement come after the turn, and change no sign.

    A word must not be read while an earlier write of it is under way. So a row waits as long as
    its first word is among the last words issued, as many as there are cycles from read to write.
    If the counters are in single-port memories, even words are read while odd ones are written, and
    odd ones while even ones are written. Within a row this holds by itself, because the number of
    cycles from read to write is odd; a row may have to wait one cycle for it.

    The row of a state has two segments: the weights of W_ss, then the weights of W_xs. Each begins
    with a new word and with a new tile.

    With `deep_pipeline` the bits of a draw that fall to the lanes, the address of the counters, and
    what the first word of a row is computed from go to registers.

    Latency: `latency` = Reinforce + Commit + Update [cycles], with `deep_pipeline` one more, from
    the issue of a word to its write; the first word of a winner is issued 3 cycles after it is
    taken, with `deep_pipeline` 4.
    Throughput: one word per cycle, rows back to back; the `last` of a sample takes a cycle too.

    Parameters
    ----------
    config : CoreConfig
    planes : of the counters, see `Commit`

    Members
    -------
    winners, turn, refresh, layers, bank : as in RowJobs
    minibatch : its number; steady from the turn after it until the row engine is idle
    idle_layer : `layer` two cycles after, while there is nothing to do
    sweep_layer, sweep_table : which row of the layer table the sweep wants; that row
    layer, table : the same, for the row that is next; both in the same cycle
    seed : of the random source
    counter_address : -> counters, a cycle later, with `deep_pipeline` two
    activation_bank, activation_address : -> activations, a cycle later: D bits, or a pair of words
        if a word of counters meets two
    write : the changed word and its signs
    freed : the sample in bank `freed_bank` has been learnt
    busy : a winner or a sweep is under way
    """

    def __init__(self, config, planes=False):
        self.config, self.planes = config, planes
        self.draws = Draws(config, leaf=planes)
        self._picked = self.draws.latency
        self.latency = self._picked + Commit.latency + Update.latency
        # Block RAM is slow, so counters go to a register before they are changed.
        # They arrive together with the bits of the draws.
        self._registers = not config.single_port
        self._read = self._picked - 1 - self._registers
        self._addressed = self._read - int(config.deep_pipeline)
        layout = layer_layout(config)
        layer = bits_for(config.max_layers - 1)
        bank = winner_layout(config)["bank"].shape
        super().__init__(
            {
                "winners": In(stream.Signature(learner_layout(config))),
                "turn": In(1),
                "refresh": In(1),
                "minibatch": In(32),
                "layers": In(bits_for(config.max_layers)),
                "bank": Out(1),
                "idle_layer": In(layer),
                "sweep_layer": Out(layer),
                "sweep_table": In(layout),
                "layer": Out(layer),
                "table": In(layout),
                "seed": In(32),
                "counter_address": Out(layout["counter_base"].shape),
                "counters": In(counters_layout(config, planes)),
                "activation_bank": Out(bank),
                "activation_address": Out(layout["input_base"].shape),
                "activations": In(config.tile_columns * config.tiles_per_word),
                "write": Out(write_signature(config, planes)),
                "freed": Out(1),
                "freed_bank": Out(bank),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.jobs = jobs = RowJobs(self.config)
        wiring.connect(m, wiring.flipped(self.winners), jobs.winners)
        # words[k] is the word that was issued k cycles ago.
        words = [Signal(self._word_layout())]
        for cycle in range(self.latency):
            words.append(self._later(m, words[-1], cycle))
        waiting, working = Signal(), Signal()
        self.preparing = Signal()  # constant without `deep_pipeline`
        m.d.comb += [
            jobs.turn.eq(self.turn),
            jobs.refresh.eq(self.refresh),
            jobs.layers.eq(self.layers),
            jobs.idle_layer.eq(self.idle_layer),
            jobs.table.eq(self.sweep_table),
            self.sweep_layer.eq(jobs.layer),
            self.bank.eq(jobs.bank),
            working.eq(
                self.preparing | waiting | Cat(word.valid | word.last for word in words).any()
            ),
            jobs.working.eq(working),
            self.busy.eq(jobs.busy | working),
        ]
        starts = Signal()
        first = self._prepare(m, jobs, waiting, starts)
        self._issue(m, words, first, waiting, starts)
        drawn = self.draws.connect(m, words, seed=self.seed, minibatch=self.minibatch)
        self._change(m, words, drawn)
        return m

    def _word_layout(self):
        """Fields that travel with a word of counters; `last`, without `valid`, ends a sample.

        place: its first weight, in units of `draws.unit`; columns_left: weights from there on
        more: weights of another matrix follow
        """
        config, job, table = self.config, winner_layout(self.config), self.table
        return data.StructLayout(
            {
                **{name: 1 for name in ("valid", "last", "learns", "due", "desired")},
                "bank": job["bank"].shape,
                "layer": POSITION_LAYER_BITS,
                "row": POSITION_ROW_BITS,
                "place": bits_for(config.max_width // self.draws.unit),
                "threshold": table.reinforce.shape(),
                "columns_left": table.columns.shape(),
                "address": table.counter_base.shape(),
                "activation_address": table.input_base.shape(),
                "tile": table.tile_base.shape(),
                "index": job["index"].shape,
                "segment": bits_for(config.tile_columns // config.piece - 1),
                **({"more": 1} if config.in_time else {}),
            }
        )

    def _later(self, m, word, cycle):
        """The word a cycle later; of its fields only `valid` and `last` are reset."""
        bits = word.as_value()
        flags = delay(m, bits[:2], 1, f"flags{cycle}_")
        rest = delay(m, bits[2:], 1, f"word{cycle}_", reset_less=True)
        return data.View(self._word_layout(), Cat(flags, rest))

    def _prepare(self, m, jobs, waiting, starts):
        """The first word of the next row; `waiting` while it is there, until it `starts`."""
        job, table = jobs.jobs.payload, self.table
        first = Signal(self._word_layout())
        words = Signal(range(self.config.counter_depth))  # before the row, in its layer
        tiles = Signal.like(table.tile_base)
        valid, ready, reinforces = jobs.jobs.valid, Signal(), jobs.reinforces
        m.d.comb += [
            self.layer.eq(job.layer),
            words.eq(job.row * table.words),
            tiles.eq((job.block - table.row_base)[: len(job.block)] * table.column_blocks),
            ready.eq(~waiting | starts),
            jobs.jobs.ready.eq(ready),
        ]
        if self.config.deep_pipeline:
            there = self.preparing
            m.d.comb += jobs.jobs.ready.eq(~there)  # not in the cycle in which it becomes free
            now = (job, table, words, tiles, reinforces)
            job, table, words, tiles, reinforces = kept = [
                Signal.like(value, name=f"kept{index}", reset_less=True)
                for index, value in enumerate(now)
            ]
            with m.If(~there):
                m.d.sync += [there.eq(valid), *(k.eq(n) for k, n in zip(kept, now, strict=True))]
            with m.Elif(ready):
                m.d.sync += there.eq(0)
            valid = there
        with m.If(ready):
            m.d.sync += [
                waiting.eq(valid),
                first.valid.eq(~job.last),
                first.address.eq(table.counter_base + words),
                first.activation_address.eq(table.input_base),
                first.tile.eq(table.tile_base + tiles),
                first.columns_left.eq(table.columns),
                first.threshold.eq(Mux(reinforces, table.reinforce, 0)),
            ]
            same = ("last", "learns", "due", "desired", "bank", "layer", "row", "index")
            m.d.sync += [first[name].eq(job[name]) for name in same]
            if self.config.in_time:
                self._prepare_in_time(m, first, job, table, reinforces)
        return first

    def _prepare_in_time(self, m, first, job, table, reinforces):
        """Prepare a row that may have two segments, of which the first is W_ss."""
        inputs = ("columns_left", "threshold", "layer")
        self._inputs = Signal(
            data.StructLayout(
                {name: field.shape for name, field in first.shape() if name in inputs}
            )
        )
        m.d.sync += [
            first.activation_address.eq(table.input_base + job.offset),
            first.layer.eq(table.matrix),
            first.more.eq(table.state_blocks.any()),
            self._inputs.columns_left.eq(table.columns),
            self._inputs.threshold.eq(Mux(reinforces, table.reinforce, 0)),
            self._inputs.layer.eq(table.matrix),
        ]
        with m.If(table.state_blocks.any()):
            m.d.sync += [
                first.columns_left.eq(table.state_columns),
                first.threshold.eq(Mux(reinforces, table.reinforce_state, 0)),
                first.layer.eq(table.matrix + 1),
            ]

    def _issue(self, m, words, first, waiting, starts):
        """One word per cycle, and no row before its words can be read."""
        lanes = self.config.lanes
        parts, tiles = self.config.tile_columns // self.config.piece, self.config.tiles_per_word
        word, ends, held = words[0], Signal(), Signal()
        under_way = words[: self.latency - self._read]
        m.d.comb += [
            held.eq(
                Cat(w.valid & self._collides(w, first, k) for k, w in enumerate(under_way)).any()
            ),
            ends.eq(word.columns_left < lanes + 1),
            starts.eq(waiting & (~word.valid | ends) & ~(first.valid & held)),
        ]
        m.d.sync += word.last.eq(0)
        with m.If(word.valid):
            m.d.sync += [
                word.valid.eq(~ends),
                word.address.eq(word.address + 1),
                word.place.eq(word.place + lanes // self.draws.unit),
                word.columns_left.eq(word.columns_left - lanes),
                word.segment.eq(word.segment + 1),
            ]
            with m.If(word.segment == parts - 1):
                m.d.sync += [
                    word.segment.eq(0),
                    word.tile.eq(word.tile + tiles),
                    word.activation_address.eq(word.activation_address + tiles),
                ]
        if self.config.in_time:
            m.d.comb += ends.eq((word.columns_left < lanes + 1) & ~word.more)
            self._turn_to_inputs(m, word, starts)
        with m.If(starts):
            m.d.sync += word.eq(first)

    def _turn_to_inputs(self, m, word, starts):
        """Behind the last word of W_ss comes the first one of W_xs."""
        inputs = Signal.like(self._inputs)
        with m.If(word.valid & word.more & (word.columns_left < self.config.lanes + 1)):
            m.d.sync += [
                word.more.eq(0),
                word.place.eq(0),
                word.segment.eq(0),
                word.tile.eq(word.tile + 1),
                word.activation_address.eq(word.activation_address + 1),
                *(word[name].eq(inputs[name]) for name, _ in inputs.shape()),
            ]
        with m.If(starts):
            m.d.sync += inputs.eq(self._inputs)

    def _collides(self, word, first, cycles):
        """Whether `first` may not start now because of `word`, issued `cycles` ago."""
        same = word.address == first.address
        if not self.config.single_port:
            return same
        # While `word` and those behind it are written, words from `first` on will be read, the
        # one that is `apart` from it together with `word`: the parities of the two must differ.
        apart = self.latency - self._read - 1 - cycles
        return same | (word.address[0] == (first.address[0] ^ (apart & 1)))

    def _change(self, m, words, chosen):
        """Commit and update of one word of counters, and its write."""
        lanes = self.config.lanes
        m.submodules.commit = commit = Commit(self.config, self.planes)
        m.submodules.update = update = Update(self.config, self.planes)
        here, counters, spared = words[self._picked], self.counters, 0
        if self._registers and self.planes:
            spared = 1  # a simulator copies each register: so they are read a cycle later instead
        elif self._registers:
            counters = Signal.like(self.counters, reset_less=True)
            with m.If(words[self._read + 1].valid):
                m.d.sync += counters.eq(self.counters)
        inputs_of = words[self._picked - 1]
        exists = Const(-1, lanes)
        if self.config.ragged(lanes):
            behind = words[self._picked - self.config.deep_pipeline].columns_left
            exists = below(m, behind, lanes, "exists", leaf=self.planes)
            late = int(self.config.deep_pipeline)
            exists = delay(m, exists, late, "existing", reset_less=True)
        inputs = picked(m, self.activations, here.segment, lanes, "inputs_here", leaf=self.planes)
        learning = exists & here.learns.replicate(lanes)
        m.d.comb += [
            self.counter_address.eq(words[self._addressed + spared].address),
            self.activation_bank.eq(inputs_of.bank),
            self.activation_address.eq(inputs_of.activation_address),
            commit.valid.eq(here.valid),
            commit.due.eq(here.due),
            commit.counters.eq(counters),
            commit.chosen.eq(chosen & exists),
        ]
        word = words[self._picked + Commit.latency]
        m.d.comb += [
            update.valid.eq(word.valid),
            update.counters.eq(commit.committed),
            update.away.eq(commit.away),
            update.learning.eq(delay(m, learning, Commit.latency, "learning", reset_less=True)),
            update.desired.eq(word.desired),
            update.inputs.eq(delay(m, inputs, Commit.latency, "inputs", reset_less=True)),
        ]
        word = words[self.latency]
        m.d.comb += [
            self.write.valid.eq(word.valid),
            self.write.address.eq(word.address),
            self.write.counters.eq(update.updated),
            self.write.bank.eq(~self.bank),
            self.write.tile.eq(word.tile),
            self.write.row.eq(word.index),
            self.write.segment.eq(word.segment),
            self.write.pieces.eq(
                Cat(
                    word.columns_left > tile * self.config.tile_columns
                    for tile in range(self.config.tiles_per_word)
                )
            ),
            self.write.weights.eq(weights(update.updated, self.config, self.planes)),
            self.freed.eq(word.last),
            self.freed_bank.eq(word.bank),
        ]
