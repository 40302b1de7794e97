"""Core: the complete trainer, its memories and its ports."""

from itertools import pairwise

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, wiring
from amaranth.lib.fifo import SyncFIFO
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.backward import Backward
from bep_hw.gateware.control import encode, host, in_time, legality, reads, store
from bep_hw.gateware.control.in_turn import InTurn
from bep_hw.gateware.control.loader import Loader
from bep_hw.gateware.control.minibatch import Minibatch
from bep_hw.gateware.control.register_file import RegisterFile, csr_signature, lookup
from bep_hw.gateware.control.results import Results
from bep_hw.gateware.control.row_engine import RowEngine
from bep_hw.gateware.control.sequencer import BackwardSequencer, ForwardSequencer
from bep_hw.gateware.control.target import Target
from bep_hw.gateware.control.walk import BackwardWalk, ForwardWalk
from bep_hw.gateware.forward import Forward
from bep_hw.gateware.gate import Gate
from bep_hw.gateware.margin import Margin
from bep_hw.gateware.memory.memories import Memories
from bep_hw.gateware.parts.layouts import payload_layout, stream_signature
from bep_hw.gateware.parts.pipeline import below, delay, picked
from bep_hw.gateware.technology import PORTABLE
from bep_hw.gateware.winner import Winner
from bep_hw.spec.limits import errors_of
from bep_hw.spec.payloads import label_fields, stream_fields

GIVEN = ("results", "fetched")
"""Streams that the core gives; all others it takes."""


class Core(wiring.Component):
    """Trains any network whose layer table fits the memories; predicts only when told to.

    Parameters
    ----------
    config : CoreConfig
    technology : of its parts, see `Technology`

    Members
    -------
    csr : registers, see bep_hw.spec.registers
    samples : D-bit words of the inputs, ceil(K_0 / D) per sample, lowest input in bit 0; of a
        recurrent network the words of s_0, then of a_1, a_2, ...; with an encoder words of numbers
    labels : one class per sample, and its time steps, see bep_hw.spec.payloads
    results : one per sample, in order
    load : words for the memories, see bep_hw.gateware.control.host; taken while idle
    fetch, fetched : address of a counter word, and the word; served while idle

    unfit, illegal : samples are not taken, as the registers they need are not known to be legal, or
        are known not to be; sample_words : D-bit words of a sample
    far : the memory has no such counter word as is to be fetched
    failed_outside : what a bus finds wrong, bits of `errors`
    error_names : of the errors that the core has, of bep_hw.spec.registers.ERRORS
    fails : an error occurs; counts : a minibatch is over; high for a cycle each
    """

    def __init__(self, config, technology=PORTABLE):
        self.config, self.technology = config, technology
        self.label_layout = payload_layout(label_fields(config))
        self.unfit, self.illegal, self.far = Signal(), Signal(), Signal()
        self.error_names = errors_of(technology.protection != "none")
        self.failed_outside = Signal(len(self.error_names))
        self.fails, self.counts, self.under_way = Signal(), Signal(), Signal()
        self.sample_words = Signal(bits_for(config.activation_depth))
        super().__init__(
            {
                "csr": In(csr_signature()),
                **{
                    name: (Out if name in GIVEN else In)(stream_signature(fields))
                    for name, fields in stream_fields(config).items()
                },
            }
        )

    def elaborate(self, platform):
        m = Module()
        config, label_bits = self.config, label_fields(self.config)[0].bits
        tile = {"rows": config.tile_rows, "columns": config.tile_columns}
        style, leaf = self.technology.popcount_style, self.technology.leaves
        popcounts = {"stages": config.popcount_stages, "popcount_style": style}

        m.submodules.registers = self.registers = RegisterFile(config, errors=len(self.error_names))
        m.submodules.memories = self.memories = Memories(config, self.technology)
        m.submodules.minibatch = self.minibatch = Minibatch(config)
        m.submodules.forward_sequencer = self.forward_sequencer = ForwardSequencer(config)
        m.submodules.backward_sequencer = self.backward_sequencer = BackwardSequencer(config)
        m.submodules.loader = self.loader = Loader(config, self.label_layout)
        m.submodules.forward_walk = self.forward_walk = ForwardWalk(config, leaf)
        self.samples_per_read = config.samples_per_read
        self.late = int(config.deep_pipeline)  # of a tile and its operands
        self._forwards(m, tile | popcounts)
        m.submodules.in_turn = self.in_turn = InTurn(config)
        block = {"rows": config.tile_rows, "count_bits": config.count_bits}
        m.submodules.gate = self.gate = Gate(**block, leaf=leaf)
        # Rows of P lie in the first rows of a block, so that most cores compare only C logits.
        m.submodules.margin = self.margin = Margin(
            rows=min(config.tile_rows, config.max_classes),
            count_bits=config.row_bits,
            label_bits=label_bits,
            samples=self.samples_per_read,
            deep=config.deep_pipeline,
            leaf=leaf,
        )
        m.submodules.given = self.given = Results(config, self.results.payload.shape())
        m.submodules.target = self.target = Target(config, label_bits)
        m.submodules.backward_walk = self.backward_walk = BackwardWalk(config)
        m.submodules.backward = self.backward = Backward(
            **tile,
            sum_bits=config.row_bits,
            stages=config.popcount_stages + self.late,
            popcount_style=style,
            deep=config.deep_pipeline,
            leaf=leaf,
        )
        m.submodules.winner = self.winner = Winner(config, leaf)
        m.submodules.row_engine = self.row_engine = RowEngine(config, leaf)
        m.submodules.host = self.host = host.Host(config, self.memories)

        self.tile = Signal.like(self.memories.tiles_read.data)
        self.tile_for_backward = Signal()
        legality.connect(m, self)
        self._samples(m)
        self._forward(m)
        self._margin(m)
        self._backward(m)
        reads.connect(m, self)
        self._rows(m)
        host.connect(m, self)
        if config.in_time:
            in_time.connect(m, self)
        return m

    def _forwards(self, m, shape):
        """A forward block for each sample that shares a tile read."""
        self.forwards = []
        several, config = self.samples_per_read > 1, self.config
        leaf_samples = self.samples_per_read if self.technology.leaves else None
        shape |= {"count_bits": config.count_bits, "deep": config.deep_pipeline}
        for way in range(self.samples_per_read):
            forward = Forward(**shape, chained=several, leaf_samples=leaf_samples)
            m.submodules[f"forward{way}" if several else "forward"] = forward
            self.forwards.append(forward)

    def _samples(self, m):
        """Streams in, the banks and their labels, and the minibatch they belong to."""
        registers, loader, minibatch = self.registers, self.loader, self.minibatch
        sequencer, rows = self.forward_sequencer, self.row_engine
        busy = encode.connect(m, self)
        wiring.connect(m, wiring.flipped(self.labels), loader.labels)
        wiring.connect(m, wiring.flipped(self.csr), registers.csr)
        self.full = Signal(self.config.banks)
        members = data.ArrayLayout(loader.members.shape(), self.config.bundles)
        self.members = Signal(members, init=[1] * self.config.bundles)
        self.kept = Signal(data.ArrayLayout(self.label_layout, self.config.banks))
        with m.If(loader.loaded):
            m.d.sync += self.full.bit_select(loader.bank, 1).eq(1)
            m.d.sync += self.kept[loader.bank].eq(loader.label)
        if self.samples_per_read > 1:
            with m.If(loader.closes):
                m.d.sync += self.members[loader.bundle].eq(loader.members)
        self.judged = Cat(self.given.way, sequencer.judged)  # the bank whose result is offered
        with m.If(minibatch.dropped):
            m.d.sync += self.full.bit_select(self.judged, 1).eq(0)
        with m.If(rows.freed):
            m.d.sync += self.full.bit_select(rows.freed_bank, 1).eq(0)
        self.idle, answered, learns = Signal(), Signal(), Signal()
        m.d.comb += [
            loader.words.eq(registers.table[0].column_blocks),
            loader.base.eq(registers.table[0].input_base),
            loader.free.eq(Mux(self.unfit, 0, ~self.full)),
            sequencer.row_count.eq(registers.layers),
            loader.train.eq(registers.train),
            loader.batch_size.eq(registers.batch_size),
            sequencer.loaded.eq(loader.closes),
            sequencer.loaded_bundle.eq(loader.bundle),
            sequencer.enter.eq(minibatch.enter & ~self.fetched.valid),
            answered.eq(self.results.valid & self.results.ready),
            learns.eq(registers.train & self.results.payload.triggered),
            loader.cut.eq(minibatch.cut),
            minibatch.flush.eq(registers.flush),
            minibatch.resized.eq(registers.resized),
            minibatch.train.eq(registers.train),
            minibatch.batch_size.eq(registers.batch_size),
            minibatch.refresh.eq(self.refresh),
            minibatch.entered.eq(Mux(sequencer.entered, self.members[sequencer.entered_bundle], 0)),
            minibatch.learns.eq(answered & learns),
            minibatch.dropped.eq(answered & ~learns),
            minibatch.freed.eq(rows.freed),
            rows.turn.eq(minibatch.turn),
            self.idle.eq(~(minibatch.busy | self.full.any() | rows.busy)),
            self.under_way.eq(~self.idle | busy | self.fetched.valid),
            registers.locked.eq(legality.locked(m, self, busy | minibatch.locks)),
            registers.minibatch_done.eq(minibatch.counts),
            self.counts.eq(minibatch.counts),
            self.fails.eq(registers.fails),
        ]

    def row_of_table(self, m, layer, name):
        """The row of the layer table that belongs to a layer."""
        return lookup(m, self.registers.table, layer, name, leaf=self.technology.leaves)

    def _label(self, bank):
        """The class of the sample in `bank`."""
        return self.kept[bank].label if self.config.in_time else self.kept[bank]

    def _label_of_turn(self, m):
        """The class of the sample whose logits are there; with `deep_pipeline` from a register."""
        label = self._label(Cat(self.in_turn.next_way, self.forward_sequencer.judged))
        return delay(m, label, self.late, "label", reset_less=True)

    def _forward(self, m):
        """Tile and activations of S samples -> z -> gate, one sample after the other."""
        sequencer, walk, memories = self.forward_sequencer, self.forward_walk, self.memories
        first, in_turn, gate = self.forwards[0], self.in_turn, self.gate
        wiring.connect(m, sequencer.layers, walk.layers)
        # The description of a row block travels beside its sums, and then beside its gates.
        block = self.block = in_turn.out
        rows_left, leaf = in_turn.next_out.rows_left, self.technology.leaves
        row_mask = below(m, rows_left, self.config.tile_rows, "row_mask", leaf=leaf)
        row_mask = self.row_mask = delay(m, row_mask, self.late, "row_mask", reset_less=True)
        m.d.comb += [
            walk.table.eq(self.row_of_table(m, walk.layers.payload.layer, "table")),
            walk.free.eq(~self.tile_for_backward),
            in_turn.start.eq(first.z_valid),
            in_turn.block.eq(
                delay(m, walk.block, first.latency + 1 + self.late, "block", reset_less=True)
            ),
            in_turn.members.eq(self.members[in_turn.bundle]),
            in_turn.z.eq(first.z),
            *(one.following.eq(other.popcounts) for one, other in pairwise(self.forwards)),
            gate.valid.eq(in_turn.valid & ~block.classifier),
            gate.z.eq(in_turn.own),
            gate.mask.eq(row_mask),
            gate.threshold.eq(block.gate),
            sequencer.z_last.eq(gate.valid & block.last & in_turn.ends),
            sequencer.z_bundle.eq(block.bundle),
        ]
        pair = self.config.tiles_per_word
        half = delay(m, walk.activation_address % pair, 1, "half")
        for way, forward in enumerate(self.forwards):
            port = memories.activations_read[way]
            options = {"name": f"word{way}", "leaf": self.technology.leaves}
            word = picked(m, port.data, half, self.config.tile_columns, **options)
            activations = word & walk.mask
            # Activations go to all rows, so they come from a register, while the tile is read.
            m.d.comb += [
                port.addr.eq(Cat(walk.address_of(way), walk.bundle) >> bits_for(pair) - 1),
                forward.tile.eq(self.tile),
            ]
            for name in ("valid", "first", "last", "fan_in"):
                value = delay(m, getattr(walk, name), 1 + self.late, f"{name}{way}_")
                m.d.comb += getattr(forward, name).eq(value)
            # With `deep_pipeline` the last register is in the forward block.
            value = delay(m, activations, 1, f"activations{way}_", reset_less=True)
            m.d.comb += forward.activations.eq(value)
        store.connect(m, self)

    def _margin(self, m):
        """Logits -> prediction, margin, trigger -> the result stream."""
        sequencer, margin, block = self.forward_sequencer, self.margin, self.block
        in_turn, given, outcome = self.in_turn, self.given, self.given.outcome
        m.d.comb += [
            margin.valid.eq(in_turn.valid & block.classifier),
            margin.way.eq(in_turn.way),
            margin.ends.eq(in_turn.ends),
            margin.first.eq(block.first),
            margin.last.eq(block.last),
            *(logit.eq(in_turn.own[row]) for row, logit in enumerate(margin.logits)),
            margin.mask.eq(self.row_mask),
            margin.label.eq(self._label_of_turn(m)),
            margin.threshold.eq(self.registers.margin),
            given.results.ready.eq(self.results.ready),
            self.results.valid.eq(given.results.valid),
            self.results.payload.eq(given.results.payload),
            self.results.payload.triggered.eq(
                given.results.payload.triggered & ~self.strange.bit_select(self.judged, 1)
            ),
            given.done.eq(margin.done),
            given.members.eq(self.members[sequencer.judged]),
            outcome.prediction.eq(margin.prediction),
            outcome.margin.eq(margin.margin),
            outcome.triggered.eq(margin.triggered),
            sequencer.answered.eq(given.answered),
        ]

    def _backward(self, m):
        """Row c of P, then W^T (g * a*), into the desired activations."""
        sequencer, walk, memories = self.backward_sequencer, self.backward_walk, self.memories
        backward, target = self.backward, self.target
        table, label = self._at_work(m, sequencer)
        network = self.config.fixed  # the copy is of the last row, then a constant
        classifier = table if network is None else self.registers.table[len(network.layers) - 1]
        row_address = Cat(walk.row_address, sequencer.bank)
        desired = memories.desired_read.data.word_select(walk.part, self.config.tile_rows)
        # No deeper than there are banks, so that it never fills.
        queue = SyncFIFO(width=len(sequencer.bank), depth=self.config.banks)
        m.submodules.to_backward = queue
        wiring.connect(m, queue.r_stream, sequencer.samples)
        m.d.comb += [
            queue.w_en.eq(self.minibatch.learns),
            queue.w_data.eq(self.judged),
            sequencer.row_count.eq(self.registers.layers),
            target.start.eq(sequencer.copy_start),
            target.label.eq(label),
            target.table.eq(classifier),
            memories.classes_read.addr.eq(target.class_address),
            sequencer.copy_done.eq(target.done),
            walk.start.eq(sequencer.walk_start),
            walk.table.eq(table),
            walk.stored.eq(backward.done),
            sequencer.walk_done.eq(walk.done),
            memories.desired_read.addr.eq(Cat(walk.desired_address, sequencer.bank)),
            memories.gates_read.addr.eq(row_address),
            memories.opened_read.addr.eq(Cat(walk.next_row_address, sequencer.bank)),
            # Gates that are all closed mask whatever tile comes, so none has to be read.
            self.tile_for_backward.eq(walk.reading & memories.opened_read.data),
            backward.tile.eq(self.tile),
            memories.desired_write.en.eq(target.write | backward.done),
        ]
        for name in ("valid", "first", "last"):
            value = delay(m, getattr(walk, name), 1 + self.late, f"backward_{name}")
            m.d.comb += getattr(backward, name).eq(value)
        # With `deep_pipeline` their last register is in the backward block.
        for name, value in (("desired", desired), ("gates", memories.gates_read.data)):
            value = delay(m, value, 1, f"backward_{name}", reset_less=True)
            if name == "gates" and self.technology.isolate and not self.late:
                value &= backward.valid.replicate(len(value))
            m.d.comb += getattr(backward, name).eq(value)
        with m.If(target.write):
            m.d.comb += [
                memories.desired_write.addr.eq(Cat(target.address, sequencer.bank)),
                memories.desired_write.data.eq(memories.classes_read.data),
            ]
        with m.Else():
            m.d.comb += [
                memories.desired_write.addr.eq(Cat(walk.word, sequencer.bank)),
                memories.desired_write.data.eq(backward.word),
            ]

    def _at_work(self, m, sequencer):
        """(Row of the layer table, label) of the layer and the sample that backward is at."""
        label = Signal.like(self.target.label)
        if not self.config.deep_pipeline:
            m.d.comb += label.eq(self._label(sequencer.bank))
            return self.row_of_table(m, sequencer.layer, "backward_table"), label
        # Both as registers, in the same cycles in which `layer` and `bank` are them.
        row = self.row_of_table(m, sequencer.next_layer, "next_backward_table")
        with m.If(sequencer.samples.ready):
            m.d.sync += label.eq(self._label(sequencer.samples.payload))
        return delay(m, row, 1, "backward_table"), label

    def _rows(self, m):
        """Magnitudes and desired activations -> winners -> hidden counters and W."""
        winner, rows, memories = self.winner, self.row_engine, self.memories
        registers = self.registers
        wiring.connect(m, self.backward_sequencer.complete, winner.start)
        if not self.config.in_time:
            wiring.connect(m, winner.winners, rows.winners)
        m.d.comb += [
            winner.layers.eq(registers.layers),
            winner.table.eq(self.row_of_table(m, winner.layer, "winner_table")),
            memories.rows_read.addr.eq(Cat(winner.row_address, winner.bank)),
            memories.rows_read.en.eq(winner.read_enable),
            Cat(winner.activations, winner.magnitudes).eq(memories.rows_read.data),
            memories.desired_of_rows_read.addr.eq(Cat(winner.desired_address, winner.bank)),
            memories.desired_of_rows_read.en.eq(winner.read_enable),
            winner.desired.eq(memories.desired_of_rows_read.data),
            rows.refresh.eq(self.refresh),
            rows.minibatch.eq(registers.minibatch),
            rows.seed.eq(registers.seed),
            rows.layers.eq(registers.layers),
            rows.table.eq(self.row_of_table(m, rows.layer, "row_table")),
            rows.sweep_table.eq(self.row_of_table(m, rows.sweep_layer, "sweep_table")),
            rows.activations.eq(memories.inputs(m, rows.activation_address, rows.activation_bank)),
            rows.counters.eq(memories.counters_read.data),
        ]
