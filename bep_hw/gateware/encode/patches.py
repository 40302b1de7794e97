"""Patches: the planes of the 3 x 3 pixels around every pixel, of Q pixels at once."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from bep_hw.spec.encoder_shape import SIDE


class Patches(wiring.Component):
    """Gathers the planes around every pixel of an image, 0 past its end.

    Golden twin: golden/encode/filters.py. The line memory has two rows of pixels.

    Latency: `latency` = slices of a row + 2 [cycles], from a slice, Q pixels, to its patches.
    Throughput: one slice per cycle, and as many as a row has, and one, more per image.

    Parameters
    ----------
    image : (height, width) [pixels]; planes : bits of a pixel
    together : Q, which divides the width

    Members
    -------
    i : the planes of the pixels of a slice, row by row
    o : their patches in the same order: pixel by pixel, row by row, of each its planes
    busy : a part of an image is here
    """

    def __init__(self, *, image, planes, together=1):
        self.height, self.columns = image[0], image[1] // together
        self.planes, self.together = planes, together
        self.latency = self.columns + 2
        super().__init__(
            {
                "i": In(stream.Signature(together * planes)),
                "o": Out(stream.Signature(data.ArrayLayout(SIDE**2 * planes, together))),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        height, columns = self.height, self.columns
        # The slice that comes completes the patches around the one above and to the left of it;
        # those of the last column are complete at the first slice of the row after the next.
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
        # Three rows of a slice, the upper one first; of `left` its last pixels count.
        slice_rows = data.ArrayLayout(data.ArrayLayout(self.planes, self.together), SIDE)
        new, here = Signal(slice_rows), Mux(coming, self.i.payload, 0)
        m.d.comb += new.eq(Cat(self._above(m, step, row, column, next_column, here), here))
        left, centre = (
            Signal(slice_rows, name=name, reset_less=True) for name in ("left", "centre")
        )
        leftmost = first if columns == 1 else column == 1
        patches = self._patches(left, centre, new, leftmost, first)
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(step):
            m.d.sync += [
                *(left.eq(centre), centre.eq(new), column.eq(Mux(ends, 0, next_column))),
                self.o.valid.eq(Mux(first, row >= 2, row >= 1)),
                self.o.payload.eq(patches),
            ]
            with m.If(ends):
                m.d.sync += row.eq(0)
            with m.Elif(column == columns - 1):
                m.d.sync += row.eq(row + 1)
        return m

    def _patches(self, left, centre, new, leftmost, first):
        """The patches of the slice `centre`, between its neighbours in the same three rows."""
        rows = []
        for before, here, after in zip(left, centre, new, strict=True):
            inner = [here[place] for place in range(self.together)]
            rows.append(
                [Mux(leftmost, 0, before[self.together - 1]), *inner, Mux(first, 0, after[0])]
            )
        return Cat(
            pixel for place in range(self.together) for row in rows for pixel in row[place:][:SIDE]
        )

    def _above(self, m, step, row, column, next_column, here):
        """The planes of the two slices above the one that comes, the upper one first."""
        columns, size = self.columns, self.planes * self.together
        m.submodules.line = line = Memory(shape=2 * size, depth=columns, init=[])
        write = line.write_port()
        read = line.read_port(transparent_for=(write,) if columns == 1 else ())
        upper, lower = read.data[:size], read.data[size:]
        m.d.comb += [
            read.addr.eq(Mux(step, next_column, column)),
            write.addr.eq(column),
            write.data.eq(Cat(lower, here)),
            write.en.eq(step),
        ]
        return Cat(Mux(row >= 2, upper, 0), Mux(row >= 1, lower, 0))
