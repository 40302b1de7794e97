"""Patches: the planes of the 3 x 3 pixels around every pixel."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from bep_hw.spec.encoder_shape import SIDE


class Patches(wiring.Component):
    """Gathers the planes around every pixel of an image, 0 past its end.

    Golden twin: golden/encode/filters.py. The line memory has two rows of pixels.

    Latency: `latency` = columns + 2 [cycles], from a pixel to its patch.
    Throughput: one pixel per cycle, and as many as a row has, and one, more per image.

    Parameters
    ----------
    image : (height, width) [pixels]; planes : bits of a pixel

    Members
    -------
    i : the planes of a pixel, row by row
    o : patches in the same order: pixel by pixel, row by row, of each its planes
    busy : a part of an image is here
    """

    def __init__(self, *, image, planes):
        self.image, self.planes = image, planes
        self.latency = image[1] + 2
        super().__init__(
            {
                "i": In(stream.Signature(planes)),
                "o": Out(stream.Signature(SIDE**2 * planes)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        (height, columns), planes = self.image, self.planes
        # The pixel that comes completes the patch around the one above and to the left of it; the
        # one of the last column is complete at the first pixel of the row after the next.
        row, column = Signal(range(height + 2)), Signal(range(columns))
        coming, step, ends = Signal(), Signal(), Signal()
        first, free = column == 0, ~self.o.valid | self.o.ready
        next_column = Mux(column == columns - 1, 0, column + 1)
        m.d.comb += [
            coming.eq(row < height),
            ends.eq(row == height + 1),
            step.eq(free & (self.i.valid | ~coming)),
            self.i.ready.eq(free & coming),
            self.busy.eq(row.any() | column.any() | self.o.valid),
        ]
        new = Signal(SIDE * planes)
        here = Mux(coming, self.i.payload, 0)
        m.d.comb += new.eq(Cat(self._above(m, step, row, column, next_column, here), here))
        left, centre = Signal.like(new, reset_less=True), Signal.like(new, reset_less=True)
        leftmost = first if columns == 1 else column == 1
        three = (Mux(leftmost, 0, left), centre, Mux(first, 0, new))
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(step):
            m.d.sync += [
                *(left.eq(centre), centre.eq(new), column.eq(Mux(ends, 0, next_column))),
                self.o.valid.eq(Mux(first, row >= 2, row >= 1)),
                self.o.payload.eq(
                    Cat(one.word_select(r, planes) for r in range(SIDE) for one in three)
                ),
            ]
            with m.If(ends):
                m.d.sync += row.eq(0)
            with m.Elif(column == columns - 1):
                m.d.sync += row.eq(row + 1)
        return m

    def _above(self, m, step, row, column, next_column, here):
        """The planes of the two pixels above the one that comes, the upper one first."""
        columns, planes = self.image[1], self.planes
        m.submodules.line = line = Memory(shape=2 * planes, depth=columns, init=[])
        write = line.write_port()
        read = line.read_port(transparent_for=(write,) if columns == 1 else ())
        upper, lower = read.data[:planes], read.data[planes:]
        m.d.comb += [
            read.addr.eq(Mux(step, next_column, column)),
            write.addr.eq(column),
            write.data.eq(Cat(lower, here)),
            write.en.eq(step),
        ]
        return Cat(Mux(row >= 2, upper, 0), Mux(row >= 1, lower, 0))
