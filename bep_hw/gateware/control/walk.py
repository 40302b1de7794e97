"""Walks: the order in which a pass reads a layer's tiles, and the addresses of its results."""

from types import SimpleNamespace

from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import block_layout, layer_layout, offset_layout, read_layout
from bep_hw.gateware.parts.pipeline import below


class ForwardWalk(wiring.Component):
    """Reads row blocks from top to bottom, each across all columns: tile addresses simply count.

    Throughput: one tile per cycle in which the memory is free, layer after layer: the next layer
    is taken in the cycle that reads the last tile of this one. The last tiles of two row blocks lie
    at least S cycles apart, because the results of S samples leave one after the other.

    Parameters
    ----------
    config : CoreConfig
    leaf : whether the mask is the Verilog leaf for simulation

    Members
    -------
    layers, table : the next layer to be read, and its row of the layer table in the same cycle
    free : the tile memory is; otherwise nothing moves
    reading : there is a tile to be read
    tile_address, classifier, bundle, activation_address : presented this cycle
    behind : if bundles may be uneven, for each sample, from `activation_address` to its word
    valid, first, last, mask, fan_in : go with the data, a cycle later
    block : with the data, the row block they belong to; a layer's first and its last are marked
    offset : with `layers`, of the time step of a state, else of the inputs alone
    """

    def __init__(self, config, leaf=False):
        self.config, self.leaf = config, leaf
        layout, read = layer_layout(config), read_layout(config)
        in_time = {"offset": In(offset_layout(config))}
        if config.uneven:
            in_time["behind"] = Out(read["offsets"].shape)
        super().__init__(
            {
                "layers": In(stream.Signature(read)),
                "table": In(layout),
                "free": In(1),
                "reading": Out(1),
                "tile_address": Out(layout["tile_base"].shape),
                "classifier": Out(1),
                "bundle": Out(range(config.bundles)),
                "activation_address": Out(layout["input_base"].shape),
                "valid": Out(1),
                "first": Out(1),
                "last": Out(1),
                "mask": Out(config.tile_columns),
                "fan_in": Out(layout["columns"].shape),
                "block": Out(block_layout(config)),
                **(in_time if config.in_time else {}),
            }
        )

    def address_of(self, way):
        """The address of the activations of a sample of the bundle that is presented."""
        address = self.activation_address
        return (address + self.behind[way])[: len(address)] if self.config.uneven else address

    def elaborate(self, platform):
        m = Module()
        at, moves, ends_row = self._progress(), Signal(), Signal()
        m.d.comb += [
            moves.eq(self.reading & self.free & self._paced(m, ends_row, moves)),
            ends_row.eq(at.right == 1),
            self.classifier.eq(at.block.classifier),
            self.bundle.eq(at.block.bundle),
        ]
        self._read(m, at, moves, ends_row)
        segments = self._segments(m, at, moves, ends_row) if self.config.in_time else None
        with m.If(self.layers.valid & self.layers.ready):
            self._begin(m, at)
            if self.config.in_time:
                self._at_time(m, at, segments)
        return m

    def _progress(self):
        """Registers of the layer that is read; the table may show the next layer's row already.

        inputs, width, across: its own values; right, under: tiles and row blocks that are left,
        this one included; begins_row: this tile does; columns_left: from this tile on
        """
        table = self.table
        return SimpleNamespace(
            inputs=Signal.like(table.input_base, name="inputs"),
            width=Signal.like(table.columns, name="width"),
            across=Signal.like(table.column_blocks, name="across"),
            right=Signal.like(table.column_blocks, name="right"),
            under=Signal.like(table.row_blocks, name="under"),
            block=Signal.like(self.block, name="block_here"),
            begins_row=Signal(name="begins_row"),
            columns_left=Signal.like(table.columns, name="columns_left"),
        )

    def _read(self, m, at, moves, ends_row):
        """Read a tile, and go on to the next one."""
        columns, ends_layer = self.config.tile_columns, Signal()
        m.d.comb += [
            ends_layer.eq(ends_row & (at.under == 1)),
            self.layers.ready.eq(~self.reading | (moves & ends_layer)),
        ]
        if self.config.ragged(columns):
            mask = below(m, at.columns_left, columns, "columns_here", leaf=self.leaf)
            with m.If(moves):
                m.d.sync += self.mask.eq(mask)
        else:
            m.d.comb += self.mask.eq(-1)
        m.d.sync += self.valid.eq(moves)
        with m.If(moves):
            m.d.sync += [
                self.first.eq(at.begins_row),
                self.last.eq(ends_row),
                self.fan_in.eq(at.width),
                self.block.eq(at.block),
                self.block.last.eq(at.under == 1),
                self.tile_address.eq(self.tile_address + 1),
                self.activation_address.eq(self.activation_address + 1),
                at.begins_row.eq(0),
                at.right.eq(at.right - 1),
                at.columns_left.eq(at.columns_left - columns),
            ]
            with m.If(ends_row):
                self._next_row(m, at)
                with m.If(ends_layer):
                    m.d.sync += self.reading.eq(0)

    def _next_row(self, m, at):
        """Go on to the next row block of the layer."""
        rows, block = self.config.tile_rows, at.block
        m.d.sync += [
            self.activation_address.eq(at.inputs),
            at.begins_row.eq(1),
            at.right.eq(at.across),
            at.columns_left.eq(at.width),
            at.under.eq(at.under - 1),
            block.first.eq(0),
            block.rows_left.eq(block.rows_left - rows),
            block.row.eq(block.row + 1),
            block.part.eq(block.part + 1),
        ]
        with m.If(block.part == self.config.tile_columns // rows - 1):
            m.d.sync += [block.part.eq(0), block.word.eq(block.word + 1)]

    def _begin(self, m, at):
        """Take a layer."""
        table, block = self.table, at.block
        m.d.sync += [
            self.reading.eq(1),
            at.inputs.eq(table.input_base),
            at.width.eq(table.columns),
            at.across.eq(table.column_blocks),
            at.right.eq(table.column_blocks),
            at.under.eq(table.row_blocks),
            at.begins_row.eq(1),
            self.tile_address.eq(table.tile_base),
            self.activation_address.eq(table.input_base),
            at.columns_left.eq(table.columns),
            block.bundle.eq(self.layers.payload.bundle),
            block.classifier.eq(self.layers.payload.classifier),
            block.first.eq(1),
            block.rows_left.eq(table.rows),
            block.gate.eq(table.gate),
            block.row.eq(table.row_base),
            block.word.eq(table.output_base),
            block.part.eq(0),
        ]

    def _paced(self, m, ends_row, moves):
        """Whether a tile may be read: the last one of a row block waits until results can leave."""
        samples = self.config.samples_per_read
        if samples == 1:
            return 1
        left = Signal(range(samples))
        with m.If(left.any()):
            m.d.sync += left.eq(left - 1)
        with m.If(moves & ends_row):
            m.d.sync += left.eq(samples - 1)
        return ~(ends_row & left.any())

    def _segments(self, m, at, moves, ends_row):
        """Across a state: first the columns of W_ss, then the columns of W_xs."""
        of_state = Signal.like(self.table.state_columns)
        # Tiles that are left at the last one of W_ss; 0 if there is none.
        turn = Signal.like(at.right)
        with m.If(moves):
            m.d.sync += self.fan_in.eq(of_state + at.width)
            with m.If(at.right == turn):
                m.d.sync += at.columns_left.eq(at.width)
            with m.If(ends_row & turn.any()):
                m.d.sync += at.columns_left.eq(of_state)
        return of_state, turn

    def _at_time(self, m, at, segments):
        """Begin a layer at its time step."""
        table, offset, state = self.table, self.offset, self.table.state_blocks.any()
        job, (of_state, turn) = self.layers.payload, segments
        m.d.sync += [of_state.eq(table.state_columns), turn.eq(0)]
        # The inputs of the classifier lie at one place, whatever the time step.
        if self.config.uneven:
            m.d.sync += [
                behind.eq(Mux(job.classifier, 0, of_sample))
                for behind, of_sample in zip(self.behind, job.offsets, strict=True)
            ]
        else:
            begin = Signal.like(at.inputs)
            m.d.comb += begin.eq(table.input_base + Mux(job.classifier, 0, offset.words))
            m.d.sync += [at.inputs.eq(begin), self.activation_address.eq(begin)]
        with m.If(state):
            m.d.sync += [
                turn.eq(table.column_blocks - table.state_blocks + 1),
                at.columns_left.eq(table.state_columns),
                at.block.row.eq(table.row_base + offset.rows),
                at.block.word.eq(table.output_base + offset.words),
            ]


class BackwardWalk(wiring.Component):
    """Reads column blocks from left to right, each down all rows; results go to the inputs' place.

    Members
    -------
    start, table : begin this layer; the row of the layer table must stay
    reading, tile_address, row_address, desired_address : presented this cycle
    next_row_address : presented the next cycle
    valid, first, last, part : go with the data, a cycle later; the rows' place in the desired word
    stored, word : a word of desired activations is stored; where to
    done : the last word is stored
    offset : steady, of the time step of a state, else of the inputs alone
    """

    def __init__(self, config):
        self.config = config
        layout = layer_layout(config)
        in_time = {"offset": In(offset_layout(config))}
        parts = config.tile_columns // config.tile_rows
        super().__init__(
            {
                "start": In(1),
                "table": In(layout),
                "reading": Out(1),
                "tile_address": Out(layout["tile_base"].shape),
                "row_address": Out(layout["row_base"].shape),
                "next_row_address": Out(layout["row_base"].shape),
                "desired_address": Out(layout["output_base"].shape),
                "valid": Out(1),
                "first": Out(1),
                "last": Out(1),
                "part": Out(bits_for(parts - 1)),
                "stored": In(1),
                "word": Out(layout["input_base"].shape),
                "done": Out(1),
                **(in_time if config.in_time else {}),
            }
        )

    def elaborate(self, platform):
        m = Module()
        table = self.table
        # Where its rows, its desired activations and its inputs begin, and how far it goes.
        row_base, output_base, input_base = table.row_base, table.output_base, table.input_base
        across = table.column_blocks
        if self.config.in_time:
            row_base, output_base, input_base, across = self._at_time(m)
        parts = self.config.tile_columns // self.config.tile_rows
        row = Signal.like(table.row_blocks)
        part = Signal.like(self.part)
        blocks_left, words_left = Signal.like(table.column_blocks), Signal.like(table.column_blocks)
        tile_first = Signal.like(table.tile_base)
        ends_column = Signal()
        m.d.comb += [
            ends_column.eq(row + 1 == table.row_blocks),
            self.next_row_address.eq(self.row_address),
            self.done.eq(self.stored & (words_left == 1)),
        ]
        m.d.sync += [
            self.valid.eq(self.reading),
            self.first.eq(row == 0),
            self.last.eq(ends_column),
            self.part.eq(part),
            self.row_address.eq(self.next_row_address),
        ]
        begins_column = [self.desired_address.eq(output_base), row.eq(0), part.eq(0)]
        with m.If(self.reading):
            m.d.comb += self.next_row_address.eq(Mux(ends_column, row_base, self.row_address + 1))
            m.d.sync += [
                self.tile_address.eq(self.tile_address + table.column_blocks),
                row.eq(row + 1),
                part.eq(part + 1),
            ]
            with m.If(part == parts - 1):
                m.d.sync += [part.eq(0), self.desired_address.eq(self.desired_address + 1)]
            with m.If(ends_column):
                m.d.sync += [
                    *begins_column,
                    self.tile_address.eq(tile_first + 1),
                    tile_first.eq(tile_first + 1),
                    blocks_left.eq(blocks_left - 1),
                ]
                with m.If(blocks_left == 1):
                    m.d.sync += self.reading.eq(0)
        with m.If(self.stored):
            m.d.sync += [words_left.eq(words_left - 1), self.word.eq(self.word + 1)]
        with m.If(self.start):
            m.d.comb += self.next_row_address.eq(row_base)
            m.d.sync += [
                *begins_column,
                self.reading.eq(1),
                self.tile_address.eq(table.tile_base),
                tile_first.eq(table.tile_base),
                blocks_left.eq(across),
                words_left.eq(across),
                self.word.eq(input_base),
            ]
        return m

    def _at_time(self, m):
        """Row, output and input base at the time step, and blocks across: of a state, of W_ss."""
        table, offset = self.table, self.offset
        row, output = Signal.like(table.row_base), Signal.like(table.output_base)
        inputs, across = Signal.like(table.input_base), Signal.like(table.column_blocks)
        m.d.comb += [
            row.eq(table.row_base),
            output.eq(table.output_base),
            inputs.eq(table.input_base + offset.words),
            across.eq(table.column_blocks),
        ]
        with m.If(table.state_blocks.any()):
            m.d.comb += [
                row.eq(table.row_base + offset.rows),
                output.eq(table.output_base + offset.words),
                across.eq(table.state_blocks),
            ]
        return row, output, inputs, across
