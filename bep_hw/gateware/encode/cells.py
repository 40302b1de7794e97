"""Cells: gathers the bits of the slices of a cell."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.encode.edges import compared_layout
from bep_hw.gateware.encode.pack import group_layout
from bep_hw.spec.encoder_shape import DIRECTIONS


class Cells(wiring.Component):
    """Collects the level bits of the slices of a cell, row by row, and ORs their edge bits.

    A memory has the cells of one row, as far as they have come. The last slice of a cell gives its
    group of bits. Cells at the right and lower end of an image may have fewer pixels.

    Latency: `latency` = 0 [cycles], from the last slice of a cell to its bits.
    Throughput: one slice per cycle.

    Parameters
    ----------
    shape : EncoderShape

    Members
    -------
    i : bits of the slices, row by row, see `compared_layout`
    o : a group of bits for each cell, row by row, see `group_layout`
    busy : a part of an image is here
    """

    latency = 0

    def __init__(self, shape):
        self.shape = shape
        self.level_bits = shape.cell**2 * shape.levels
        self.bits = self.level_bits + DIRECTIONS * shape.edges
        super().__init__(
            {
                "i": In(stream.Signature(compared_layout(shape))),
                "o": Out(stream.Signature(group_layout(self.bits))),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        (rows, columns), side = self.shape.cells, self.shape.cell
        down, row, column = Signal(range(side)), Signal(range(rows)), Signal(range(columns))
        lowest, rightmost = row == rows - 1, column == columns - 1
        step, complete = Signal(), down == Mux(lowest, self.shape.smallest[0], side) - 1
        next_column = Mux(rightmost, 0, column + 1)
        gathered = self._gather(m, step, down == 0, column, next_column)
        m.d.comb += [
            step.eq(self.i.valid & self.i.ready),
            self.o.valid.eq(self.i.valid & complete),
            self.i.ready.eq(self.o.ready | ~complete),
            self.o.payload.last.eq(lowest & rightmost),
            self.busy.eq((down | column | row).any()),
        ]
        with m.If(step):
            m.d.sync += column.eq(next_column)
            with m.If(rightmost):
                m.d.sync += down.eq(Mux(complete, 0, down + 1))
                with m.If(complete):
                    m.d.sync += row.eq(Mux(lowest, 0, row + 1))
        self._give(m, gathered, lowest, rightmost)
        return m

    def _gather(self, m, step, first, column, next_column):
        """The bits of the cell in `column` with those of this slice, its level bits highest."""
        m.submodules.begun = begun = Memory(shape=self.bits, depth=self.shape.cells[1], init=[])
        write = begun.write_port()
        read = begun.read_port(transparent_for=(write,))
        so_far, gathered = Signal(self.bits), Signal(self.bits)
        levels, edges = so_far[: self.level_bits], so_far[self.level_bits :]
        bits = self.i.payload
        m.d.comb += [
            so_far.eq(Mux(first, 0, read.data)),
            gathered.eq(Cat(Cat(levels, bits.levels)[len(bits.levels) :], edges | bits.edges)),
            read.addr.eq(Mux(step, next_column, column)),
            write.addr.eq(column),
            write.data.eq(gathered),
            write.en.eq(step),
        ]
        return gathered

    def _give(self, m, gathered, lowest, rightmost):
        """The group of the cell: the bits of the pixels that it has."""
        side, levels, group = self.shape.cell, self.shape.levels, self.o.payload
        ends = [small < side for small in self.shape.smallest]
        with m.Switch(Cat(lowest & ends[0], rightmost & ends[1])):
            for case in range(4):
                high, wide = (
                    small if case >> place & 1 else side
                    for place, small in enumerate(self.shape.smallest)
                )
                of_rows = [
                    gathered[index * side * levels :][: wide * levels]
                    for index in range(side - high, side)
                ]
                bits = Cat(*of_rows, gathered[self.level_bits :])
                with m.Case(case):
                    m.d.comb += [group.bits.eq(bits), group.count.eq(len(bits))]
