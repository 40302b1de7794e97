"""Winner: the neurons that learn from a sample, at most one per group."""

from types import SimpleNamespace

from amaranth.hdl import Cat, Const, Module, Mux, Signal, signed
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.contest import Contest
from bep_hw.gateware.parts.layouts import chosen_layout, layer_layout, offset_layout, winner_layout
from bep_hw.gateware.parts.pipeline import at_most, below, data_register
from bep_hw.gateware.parts.select import Select, better, candidate


class Winner(wiring.Component):
    """In each group of gamma neurons: of the wrong ones, the one with the smallest |z| (Eq. 9).

    Walks all trainable layers of a sample. A step takes the rows of one block that belong to one
    group, so a layer takes at most row blocks + groups - 1 steps, whatever gamma is. The best of a
    group that spans blocks is kept from step to step.

    In a core for recurrent networks the steps of a block choose from sums: before them, the block
    is read at all time steps that learn, and a* z is added up. A layer without time has one.

    Golden twin: golden/winner.py (wrong: a* z < 0; the lowest index wins a tie).

    Latency: `latency` = Select + 2, with `deep_pipeline` Select + 3 [cycles], from the step that
    ends a group to its winner.
    Throughput: one step per cycle, one more cycle per layer; in a core for recurrent networks, one
    more per row block and time step as well.

    Parameters
    ----------
    config : CoreConfig
    leaf : whether the tournament is the Verilog leaf for simulation; not in a core for recurrent
        networks

    Members
    -------
    start : a sample's bank, once all its desired activations are there
    layers : rows of the layer table, the classifier included
    idle_layer : `layer` in the cycle after one in which no sample is at work, and none starts
    layer, table : which row of the layer table is wanted; that row, in the same cycle
    bank, read_enable : of both memories, whose data come one cycle after the address
    row_address : block of R rows -> magnitudes, activations
    desired_address : word of D bits -> desired
    winners : the neurons that learn, then a `last`
    last_offset, learning : of the sample in `bank`, see BackwardSequencer; stride : the same
    """

    def __init__(self, config, leaf=False):
        self.config, self.leaf = config, leaf and not config.in_time
        rows, key_bits, payload_bits = config.tile_rows, config.count_bits, 1
        winner, in_time = winner_layout(config), {}
        if config.in_time:
            key_bits, payload_bits, winner = config.stability_bits, 0, chosen_layout(config)
            offset = offset_layout(config)
            in_time = {"last_offset": In(offset), "stride": In(offset)}
            in_time["learning"] = In(bits_for(config.max_steps))
        payload_bits += bits_for(rows - 1)
        self._late = int(config.deep_pipeline and not self.leaf)
        if self.leaf:
            self.select = Contest(rows=rows, key_bits=key_bits, deep=config.deep_pipeline)
        else:
            self.select = Select(entries=rows, key_bits=key_bits, payload_bits=payload_bits)
        self.latency = self.select.latency + 2 + self._late
        layout = layer_layout(config)
        super().__init__(
            {
                "start": In(stream.Signature(range(config.banks))),
                "layers": In(bits_for(config.max_layers)),
                "idle_layer": In(bits_for(config.max_layers - 1)),
                "layer": Out(bits_for(config.max_layers - 1)),
                "table": In(layout),
                "bank": Out(range(config.banks)),
                "read_enable": Out(1),
                "row_address": Out(layout["row_base"].shape),
                "magnitudes": In(data.ArrayLayout(config.count_bits, rows)),
                "activations": In(rows),
                "desired_address": Out(layout["output_base"].shape),
                "desired": In(config.tile_columns),
                "winners": Out(stream.Signature(winner)),
                **in_time,
            }
        )

    def elaborate(self, platform):
        m = Module()
        step = self._walk(m)
        self._contend(m, step, self._sums(m) if self.config.in_time else None)
        self._choose(m, self._beside(m, step))
        return m

    def _step_layout(self):
        """A step: rows `low` to `high` of a block, whose first row is row `base` of its layer.

        part: of the desired word; in a core for recurrent networks instead word and bit, where the
        desired activation of its first row is at the first time step
        """
        rows = self.config.tile_rows
        if self.config.in_time:
            place = {"word": len(self.desired_address), "bit": len(self.winners.payload.bit)}
        else:
            place = {"part": bits_for(self.config.tile_columns // rows - 1)}
        return data.StructLayout(
            {
                **{"valid": 1, "last": 1, "bank": range(self.config.banks), "group_end": 1},
                **{"low": bits_for(rows), "high": bits_for(rows)},
                **place,
                "base": len(self.winners.payload.row),
                "block": len(self.row_address),
                "layer": len(self.layer),
            }
        )

    def _walk(self, m):
        """Issue steps; returns the control of the step whose data are here now."""
        in_time, enable = self.config.in_time, self.read_enable
        step, at = Signal(self._step_layout()), self._position(m)
        m.d.comb += enable.eq(~self.winners.valid | self.winners.ready)
        with m.If(enable):
            m.d.sync += step.valid.eq(0)
        begin = "SUM" if in_time else "STEP"
        times, first = self._times(m, at.block, at.word) if in_time else (None, ())
        with m.FSM():
            with m.State("IDLE"):
                m.d.comb += self.start.ready.eq(1)
                m.d.sync += self.layer.eq(self.idle_layer)
                with m.If(self.start.valid):
                    m.d.sync += [self.bank.eq(self.start.payload), self.layer.eq(0)]
                    m.next = "LAYER"
            with m.State("LAYER"):
                self._begin_layer(m, at)
                m.d.sync += first
                m.next = begin
            if in_time:
                with m.State("SUM"), m.If(enable):
                    self._read_step(m, at, times)
                    with m.If(self._left == 1):
                        m.d.sync += first
                        m.next = "STEP"
            with m.State("STEP"), m.If(enable):
                self._issue(m, at, step)
                with m.If(at.ends_block):
                    self._next_block(m, at)
                    m.next = begin
                with m.If(at.ends_layer):
                    m.d.sync += self.layer.eq(self.layer + 1)
                    m.next = "LAYER"
                    with m.If(self.layer + 2 == self.layers):
                        m.next = "LAST"
            with m.State("LAST"), m.If(enable):
                m.d.sync += [
                    step.valid.eq(1),
                    step.last.eq(1),
                    step.group_end.eq(1),
                    step.low.eq(0),
                    step.high.eq(0),
                ]
                m.next = "IDLE"
        return step

    def _position(self, m):
        """Registers of the walk, and where its next step ends.

        low: first row of the step in its block; block_left, group_left, rows_left: rows that are
        left of the block, the group and the layer; base: the block's first row in the layer
        part, bit: of the desired word; block, word: addresses
        """
        rows, in_time = self.config.tile_rows, self.config.in_time
        offset, group_left = range(rows + 1), Signal.like(self.table.group, name="group_left")
        at = SimpleNamespace(
            low=Signal(offset, name="low"),
            high=Signal(offset, name="high"),
            block_left=Signal(offset, name="block_left", init=rows),
            group_left=group_left,
            rows_left=Signal.like(self.table.rows, name="rows_left"),
            base=Signal(len(self.winners.payload.row) + 1, name="base"),
            part=Signal(bits_for(self.config.tile_columns // rows - 1), name="part"),
            block=self.row_address,
            word=self.desired_address,
            ends_block=Signal(name="ends_block"),
            ends_group=Signal(name="ends_group"),
            ends_layer=Signal(name="ends_layer"),
        )
        if in_time:
            at.block = Signal.like(self.row_address, name="block")
            at.word = Signal.like(self.desired_address, name="word")
            at.bit = Signal(len(self.winners.payload.bit), name="bit")
        # A step takes what is left of the block or of the group, whichever is less. Both results
        # are computed, and the comparison picks one: an adder behind it would be too late.
        m.d.comb += [
            at.ends_block.eq(at_most(at.block_left, group_left)),
            at.ends_group.eq(at_most(group_left, at.block_left)),
            at.high.eq(Mux(at.ends_block, rows, at.low + group_left)),
            at.ends_layer.eq(
                Mux(at.ends_block, at.rows_left == at.block_left, at.rows_left == group_left)
            ),
        ]
        return at

    def _begin_layer(self, m, at):
        m.d.sync += [
            at.block.eq(self.table.row_base),
            at.word.eq(self.table.output_base),
            at.group_left.eq(self.table.group),
            at.rows_left.eq(self.table.rows),
            at.part.eq(0),
            at.low.eq(0),
            at.block_left.eq(self.config.tile_rows),
            at.base.eq(0),
        ]
        if self.config.in_time:
            m.d.sync += at.bit.eq(0)

    def _read_step(self, m, at, times):
        """Read the block at one time step, and go to the time step before."""
        m.d.sync += [
            self._read.valid.eq(1),
            self._read.first.eq(self._left == times),
            self._read.part.eq(at.part),
            self._ahead.words.eq(self._ahead.words - self.stride.words),
            self._ahead.rows.eq(self._ahead.rows - self.stride.rows),
            self._left.eq(self._left - 1),
        ]

    def _issue(self, m, at, step):
        """Issue a step, and go on behind it."""
        names = ("word", "bit") if self.config.in_time else ("part",)
        rows_left, group_left, block_left = at.rows_left, at.group_left, at.block_left
        left_by_block, left_by_group = Signal.like(rows_left), Signal.like(rows_left)
        m.d.comb += [
            left_by_block.eq(rows_left - block_left),
            left_by_group.eq(rows_left - group_left),
        ]
        m.d.sync += [
            step.valid.eq(1),
            step.last.eq(0),
            step.bank.eq(self.bank),
            step.group_end.eq(at.ends_group),
            step.low.eq(at.low),
            step.high.eq(at.high),
            *(step[name].eq(getattr(at, name)) for name in names),
            step.base.eq(at.base),
            step.block.eq(at.block),
            step.layer.eq(self.layer),
            rows_left.eq(Mux(at.ends_block, left_by_block, left_by_group)),
            group_left.eq(Mux(at.ends_group, self.table.group, group_left - block_left)),
            at.low.eq(at.high),
            block_left.eq(block_left - group_left),
        ]

    def _next_block(self, m, at):
        """Go on at the first row of the next block."""
        rows = self.config.tile_rows
        m.d.sync += [
            at.low.eq(0),
            at.block_left.eq(rows),
            at.base.eq(at.base + rows),
            at.block.eq(at.block + 1),
            at.part.eq(at.part + 1),
        ]
        if self.config.in_time:
            m.d.sync += at.bit.eq(at.bit + rows)
        with m.If(at.part == self.config.tile_columns // rows - 1):
            m.d.sync += [at.part.eq(0), at.word.eq(at.word + 1)]
            if self.config.in_time:
                m.d.sync += at.bit.eq(0)

    def _times(self, m, block, word):
        """Read `block` and `word` at a time step; how many learn, and how they begin again."""
        self._ahead, self._left = Signal(offset_layout(self.config)), Signal.like(self.learning)
        parts = self.config.tile_columns // self.config.tile_rows
        read = {"valid": 1, "first": 1, "part": bits_for(parts - 1)}
        self._read = Signal(data.StructLayout(read))  # what the data are of that are here now
        with m.If(self.read_enable):
            m.d.sync += self._read.valid.eq(0)
        times = Signal.like(self.learning)
        last, state = Signal.like(self._ahead), self.table.state_blocks.any()
        with m.If(state):
            m.d.comb += [
                last.words.eq(self.last_offset.words - self.stride.words),
                last.rows.eq(self.last_offset.rows - self.stride.rows),
            ]
        m.d.comb += [
            times.eq(Mux(state, self.learning, 1)),
            self.row_address.eq(block + self._ahead.rows),
            self.desired_address.eq(word + self._ahead.words),
        ]
        return times, (self._ahead.eq(last), self._left.eq(times))

    def _sums(self, m):
        """a* z of every row of a block, added up over the time steps."""
        rows, sums = self.config.tile_rows, []
        desired = self.desired.word_select(self._read.part, rows)
        for row in range(rows):
            total = Signal(signed(self.config.stability_bits + 1), name=f"sum{row}")
            magnitude = self.magnitudes[row]
            z = Mux(desired[row] ^ self.activations[row], -magnitude, magnitude)
            with m.If(self.read_enable & self._read.valid):
                m.d.sync += total.eq(Mux(self._read.first, 0, total) + z)
            sums.append(total)
        return sums

    def _contend(self, m, step, sums):
        """Wrong rows of the step into the tournament."""
        rows = self.config.tile_rows
        enable = self.read_enable
        m.submodules.select = select = self.select
        index_bits = bits_for(rows - 1)
        m.d.comb += select.enable.eq(enable)
        if self.leaf:
            desired = self.desired.word_select(step.part, rows)
            m.d.comb += [select.desired.eq(desired), select.magnitudes.eq(self.magnitudes)]
            m.d.comb += [select.activations.eq(self.activations)]
            m.d.comb += [getattr(select, name).eq(step[name]) for name in ("low", "high")]
            return
        to_high = below(m, step.high, rows, "to_high")
        to_low = below(m, step.low, rows, "to_low")
        if sums is None:
            desired = Signal(rows)
            m.d.comb += desired.eq(self.desired.word_select(step.part, rows))
        for row in range(rows):
            entry = select.entries[row]
            if sums is None:
                wrong = (desired[row] ^ self.activations[row]) & self.magnitudes[row].any()
                key, payload = self.magnitudes[row], Cat(desired[row], Const(row, index_bits))
            else:
                wrong, key, payload = sums[row][-1], -sums[row], Const(row, index_bits)
            valid = to_high[row] & ~to_low[row] & wrong
            for name, value in (("valid", valid), ("key", key), ("payload", payload)):
                port = entry[name]
                if self._late:
                    register = data_register(m, port, f"{name}{row}")
                    with m.If(enable):
                        m.d.sync += register.eq(value)
                else:
                    m.d.comb += port.eq(value)

    def _beside(self, m, step):
        """The control travels beside the tournament; that of the step which is decided now."""
        for stage in range(self.select.latency + self._late):
            if stage == self._late:
                m.d.comb += self.select.valid.eq(step.valid)
            later = Signal(step.shape(), name=f"step{stage}")
            with m.If(self.read_enable):
                m.d.sync += later.eq(step)
            step = later
        return step

    def _choose(self, m, step):
        """The result of the tournament into the best of the group, which becomes a winner."""
        select, enable, in_time = self.select, self.read_enable, self.config.in_time
        names = ("index", "row", "block", "word", "bit")
        if not in_time:
            names = ("desired", "index", "row", "block")
        learner = data.StructLayout({name: len(self.winners.payload[name]) for name in names})
        layout = candidate(len(select.best.key), learner.size)
        running, selected = Signal(layout), Signal(layout)
        place = Signal(learner)
        m.d.comb += [
            Cat(place[name] for name in names if name in ("desired", "index")).eq(
                select.best.payload
            ),
            place.row.eq(step.base + place.index),
            place.block.eq(step.block),
            selected.valid.eq(select.best.valid),
            selected.key.eq(select.best.key),
            selected.payload.eq(place),
        ]
        if in_time:
            m.d.comb += [place.word.eq(step.word), place.bit.eq(step.bit + place.index)]
        best = better(m, running, selected, "group_best")
        with m.If(enable):
            m.d.sync += self.winners.valid.eq(
                step.valid & step.group_end & (step.last | best.valid)
            )
            m.d.sync += [
                self.winners.payload.bank.eq(step.bank),
                self.winners.payload.layer.eq(step.layer),
                self.winners.payload.last.eq(step.last),
            ]
            learns = data.View(learner, best.payload)
            m.d.sync += [self.winners.payload[name].eq(learns[name]) for name, _ in learner]
            with m.If(step.valid):
                m.d.sync += running.eq(best)
                with m.If(step.group_end):
                    m.d.sync += running.valid.eq(0)
