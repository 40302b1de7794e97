"""Cells: gathers the bits of the pixels of a cell."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.encode.edges import compared_layout
from bep_hw.gateware.encode.pack import group_layout
from bep_hw.spec.encoder_shape import DIRECTIONS


class Cells(wiring.Component):
    """Collects the level bits of the pixels of a cell, row by row, and ORs their edge bits.

    A memory has the cells of one row, as far as they have come. The last pixel of a cell gives its
    group of bits. Cells at the right and lower end of an image may have fewer pixels.

    Latency: `latency` = 0 [cycles], from the last pixel of a cell to its bits.
    Throughput: one pixel per cycle.

    Parameters
    ----------
    shape : EncoderShape

    Members
    -------
    i : bits of the pixels, row by row, see `compared_layout`
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
        step = Signal()
        m.d.comb += step.eq(self.i.valid & self.i.ready)
        (rows, columns), (height, width) = self.shape.cells, self.shape.image
        # The last one is the cell that may be smaller.
        smaller = height - (rows - 1) * self.shape.cell, width - (columns - 1) * self.shape.cell
        across, column, next_column, right = self._count(m, step, columns, smaller[1], "column")
        wraps = right & (column == columns - 1)
        down, row, _, below = self._count(m, step & wraps, rows, smaller[0], "row")
        gathered = self._gather(m, step, (across | down) == 0, column, next_column)
        complete = right & below
        lowest, rightmost = row == rows - 1, column == columns - 1
        m.d.comb += [
            self.o.valid.eq(self.i.valid & complete),
            self.i.ready.eq(self.o.ready | ~complete),
            self.o.payload.last.eq(lowest & rightmost),
            self.busy.eq((across | down | column | row).any()),
        ]
        full = self.shape.cell, self.shape.cell
        with m.Switch(Cat(lowest & (smaller[0] < full[0]), rightmost & (smaller[1] < full[1]))):
            for case in range(4):
                high, wide = (
                    part if case >> side & 1 else whole
                    for side, (part, whole) in enumerate(zip(smaller, full, strict=True))
                )
                with m.Case(case):
                    self._give(m, gathered, high * wide)
        return m

    def _count(self, m, step, cells, smaller, name):
        """(pixel in the cell, cell, the next cell, whether the pixel is the cell's last one).

        Both counters move on with `step`. smaller: pixels along the last of the `cells`
        """
        side = self.shape.cell
        pixel, cell = Signal(range(side), name=f"in_{name}"), Signal(range(cells), name=name)
        ends = pixel == Mux(cell == cells - 1, smaller, side) - 1
        after = Mux(~ends, cell, Mux(cell == cells - 1, 0, cell + 1))
        with m.If(step):
            m.d.sync += [pixel.eq(Mux(ends, 0, pixel + 1)), cell.eq(after)]
        return pixel, cell, after, ends

    def _gather(self, m, step, first, column, next_column):
        """The bits of the cell in `column` with those of this pixel, the last level bit highest."""
        m.submodules.cells = cells = Memory(shape=self.bits, depth=self.shape.cells[1], init=[])
        write = cells.write_port()
        read = cells.read_port(transparent_for=(write,))
        so_far, gathered = Signal(self.bits), Signal(self.bits)
        levels, edges = so_far[: self.level_bits], so_far[self.level_bits :]
        bits = self.i.payload
        m.d.comb += [
            so_far.eq(Mux(first, 0, read.data)),
            gathered.eq(Cat(Cat(levels, bits.levels)[self.shape.levels :], edges | bits.edges)),
            read.addr.eq(Mux(step, next_column, column)),
            write.addr.eq(column),
            write.data.eq(gathered),
            write.en.eq(step),
        ]
        return gathered

    def _give(self, m, gathered, pixels):
        """The group of a cell of so many pixels."""
        gone = self.level_bits - pixels * self.shape.levels
        m.d.comb += [
            self.o.payload.bits.eq(gathered[gone:]),
            self.o.payload.count.eq(self.bits - gone),
        ]
