"""Walks: the order in which a pass reads the tiles of a layer, and where its results go."""

from amaranth.hdl import Module, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.layers import layer_layout
from bep_hw.gateware.pipeline import below


class ForwardWalk(wiring.Component):
    """Row blocks from top to bottom, each across all columns: tile addresses simply count.

    Members
    -------
    start, table : begin this layer; the row of the layer table must stay
    tile_address, activation_address : presented this cycle
    valid, first, last, mask : go with the data, a cycle later
    z_valid, row_mask, z_first, z_last : a row block of z is here; which rows exist, which block
    stored, row, word, part : a row block is stored; where to: its block number, and its word and
        place in the word of the activation memory
    done : the last row block is stored
    """

    def __init__(self, config):
        self.config = config
        layout = layer_layout(config)
        parts = config.tile_columns // config.tile_rows
        super().__init__(
            {
                "start": In(1),
                "table": In(layout),
                "tile_address": Out(layout["tile_base"].shape),
                "activation_address": Out(layout["input_base"].shape),
                "valid": Out(1),
                "first": Out(1),
                "last": Out(1),
                "mask": Out(config.tile_columns),
                "z_valid": In(1),
                "row_mask": Out(config.tile_rows),
                "z_first": Out(1),
                "z_last": Out(1),
                "stored": In(1),
                "row": Out(layout["row_base"].shape),
                "word": Out(layout["output_base"].shape),
                "part": Out(bits_for(parts - 1)),
                "done": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        self._read(m)
        self._store(m)
        return m

    def _read(self, m):
        columns = self.config.tile_columns
        table = self.table
        running = Signal()
        blocks_left = Signal.like(table.row_blocks)
        column = Signal.like(table.column_blocks)
        columns_left, data_left = Signal.like(table.columns), Signal.like(table.columns)
        ends_row = Signal()
        m.d.comb += ends_row.eq(column + 1 == table.column_blocks)
        m.d.sync += [
            self.valid.eq(running),
            self.first.eq(column == 0),
            self.last.eq(ends_row),
            data_left.eq(columns_left),
        ]
        m.d.comb += self.mask.eq(below(m, data_left, columns, "columns_here"))
        with m.If(running):
            m.d.sync += [
                self.tile_address.eq(self.tile_address + 1),
                self.activation_address.eq(self.activation_address + 1),
                column.eq(column + 1),
                columns_left.eq(columns_left - columns),
            ]
            with m.If(ends_row):
                m.d.sync += [
                    self.activation_address.eq(table.input_base),
                    column.eq(0),
                    columns_left.eq(table.columns),
                    blocks_left.eq(blocks_left - 1),
                ]
                with m.If(blocks_left == 1):
                    m.d.sync += running.eq(0)
        with m.If(self.start):
            m.d.sync += [
                running.eq(1),
                self.tile_address.eq(table.tile_base),
                self.activation_address.eq(table.input_base),
                blocks_left.eq(table.row_blocks),
                column.eq(0),
                columns_left.eq(table.columns),
            ]

    def _store(self, m):
        rows, table = self.config.tile_rows, self.table
        parts = self.config.tile_columns // rows
        rows_left = Signal.like(table.rows)
        blocks_left = Signal.like(table.row_blocks)
        m.d.comb += [
            self.row_mask.eq(below(m, rows_left, rows, "rows_here")),
            self.z_first.eq(rows_left == table.rows),
            self.z_last.eq(rows_left <= rows),
            self.done.eq(self.stored & (blocks_left == 1)),
        ]
        with m.If(self.z_valid):
            m.d.sync += rows_left.eq(rows_left - rows)
        with m.If(self.stored):
            m.d.sync += [
                blocks_left.eq(blocks_left - 1),
                self.row.eq(self.row + 1),
                self.part.eq(self.part + 1),
            ]
            with m.If(self.part == parts - 1):
                m.d.sync += [self.part.eq(0), self.word.eq(self.word + 1)]
        with m.If(self.start):
            m.d.sync += [
                rows_left.eq(table.rows),
                blocks_left.eq(table.row_blocks),
                self.row.eq(table.row_base),
                self.word.eq(table.output_base),
                self.part.eq(0),
            ]


class BackwardWalk(wiring.Component):
    """Column blocks from left to right, each down all rows; results go where the inputs came from.

    Members
    -------
    start, table : begin this layer; the row of the layer table must stay
    reading, tile_address, row_address, desired_address : presented this cycle
    valid, first, last, part : go with the data, a cycle later; the rows' place in the desired word
    stored, word : a word of desired activations is stored; where to
    done : the last word is stored
    """

    def __init__(self, config):
        self.config = config
        layout = layer_layout(config)
        parts = config.tile_columns // config.tile_rows
        super().__init__(
            {
                "start": In(1),
                "table": In(layout),
                "reading": Out(1),
                "tile_address": Out(layout["tile_base"].shape),
                "row_address": Out(layout["row_base"].shape),
                "desired_address": Out(layout["output_base"].shape),
                "valid": Out(1),
                "first": Out(1),
                "last": Out(1),
                "part": Out(bits_for(parts - 1)),
                "stored": In(1),
                "word": Out(layout["input_base"].shape),
                "done": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        table = self.table
        parts = self.config.tile_columns // self.config.tile_rows
        row = Signal.like(table.row_blocks)
        part = Signal.like(self.part)
        blocks_left, words_left = Signal.like(table.column_blocks), Signal.like(table.column_blocks)
        tile_first = Signal.like(table.tile_base)
        ends_column = Signal()
        m.d.comb += [
            ends_column.eq(row + 1 == table.row_blocks),
            self.done.eq(self.stored & (words_left == 1)),
        ]
        m.d.sync += [
            self.valid.eq(self.reading),
            self.first.eq(row == 0),
            self.last.eq(ends_column),
            self.part.eq(part),
        ]
        with m.If(self.reading):
            m.d.sync += [
                self.tile_address.eq(self.tile_address + table.column_blocks),
                self.row_address.eq(self.row_address + 1),
                row.eq(row + 1),
                part.eq(part + 1),
            ]
            with m.If(part == parts - 1):
                m.d.sync += [part.eq(0), self.desired_address.eq(self.desired_address + 1)]
            with m.If(ends_column):
                m.d.sync += [
                    self.tile_address.eq(tile_first + 1),
                    tile_first.eq(tile_first + 1),
                    self.row_address.eq(table.row_base),
                    self.desired_address.eq(table.output_base),
                    row.eq(0),
                    part.eq(0),
                    blocks_left.eq(blocks_left - 1),
                ]
                with m.If(blocks_left == 1):
                    m.d.sync += self.reading.eq(0)
        with m.If(self.stored):
            m.d.sync += [words_left.eq(words_left - 1), self.word.eq(self.word + 1)]
        with m.If(self.start):
            m.d.sync += [
                self.reading.eq(1),
                self.tile_address.eq(table.tile_base),
                tile_first.eq(table.tile_base),
                self.row_address.eq(table.row_base),
                self.desired_address.eq(table.output_base),
                row.eq(0),
                part.eq(0),
                blocks_left.eq(table.column_blocks),
                words_left.eq(table.column_blocks),
                self.word.eq(table.input_base),
            ]
        return m
