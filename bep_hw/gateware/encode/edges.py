"""Edges: compares the pixels of an image with their levels and with their four neighbours."""

from amaranth.hdl import Cat, Const, Module, Mux, Signal, signed, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from bep_hw.spec.encoder_shape import DIRECTIONS, PIXEL_BITS

RIGHT, BELOW, LEFT, ABOVE = range(DIRECTIONS)


def thresholds_layout(count):
    """So many thresholds of pixels, or of differences of pixels."""
    return data.ArrayLayout(unsigned(PIXEL_BITS), count)


def compared_layout(shape):
    """The bits of a slice: for each pixel one per level; for each edge right, below, left, above.

    A bit of an edge is whether any pixel of the slice has it. With filters each pixel has its own.
    """
    if shape.filters:
        return data.ArrayLayout(unsigned(shape.planes), shape.cell)
    return data.StructLayout(
        {"levels": shape.cell * shape.levels, "edges": DIRECTIONS * shape.edges}
    )


class Edges(wiring.Component):
    """Pixel > level, and pixel - neighbour > edge threshold, for the four neighbours of a pixel.

    The golden twin, golden/encode/edges.py, decides four edges of three pixels at once. Here a
    slice waits for its neighbours to the right and below, so that all its bits leave together. The
    line memory has two rows of pixels; what lies past the end of the image has no edge.

    Latency: `latency` = columns of cells + 2 [cycles], from a slice to its bits.
    Throughput: one slice per cycle, and as many as a row has, and one, more per image.

    Parameters
    ----------
    shape : EncoderShape

    Members
    -------
    levels, edges : thresholds
    i : slices, row by row, see `Slices`; o : their bits, see `compared_layout`, in the same order
    busy : a part of an image is here
    """

    def __init__(self, shape):
        self.shape, self.latency = shape, shape.cells[1] + 2
        self.layout = data.ArrayLayout(unsigned(PIXEL_BITS), shape.cell)
        super().__init__(
            {
                "levels": In(thresholds_layout(shape.levels)),
                "edges": In(thresholds_layout(shape.edges)),
                "i": In(stream.Signature(shape.cell * PIXEL_BITS)),
                "o": Out(stream.Signature(compared_layout(shape))),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        height, columns = self.shape.image[0], self.shape.cells[1]
        # Place of the slice that comes, in two rows more than there are: the bits of a slice are
        # there one row and one slice later.
        row, column = Signal(range(height + 2)), Signal(range(columns))
        coming, step, ends = Signal(), Signal(), Signal()
        free = ~self.o.valid | self.o.ready
        next_column = Mux(column == columns - 1, 0, column + 1)
        m.d.comb += [
            coming.eq(row < height),
            step.eq(free & (self.i.valid | ~coming)),
            ends.eq(row == height + 1),
            self.i.ready.eq(free & coming),
            self.busy.eq(row.any() | column.any() | self.o.valid),
        ]
        upper, over_next = self._line(m, step, column, next_column)
        centre, below, over = (
            Signal(self.layout, name=name, reset_less=True) for name in ("centre", "below", "over")
        )
        left = Signal(PIXEL_BITS, reset_less=True)
        there, first, last, top, bottom = (
            Signal(name=name) for name in ("there", "first", "last", "top", "bottom")
        )
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        cell, missing = self.shape.cell, (first, last, top, bottom)
        neighbours = {
            RIGHT: [*(centre[index] for index in range(1, cell)), upper[0]],
            BELOW: list(below),
            LEFT: [left, *(centre[index] for index in range(cell - 1))],
            ABOVE: list(over),
        }
        with m.If(step):
            m.d.sync += [
                *(column.eq(Mux(ends, 0, next_column)), left.eq(centre[cell - 1])),
                *(centre.eq(upper), over.eq(over_next), below.eq(self.i.payload)),
                *(first.eq(column == 0), last.eq(column == columns - 1)),
                *(top.eq(row == 1), bottom.eq(row == height), there.eq(row.any() & ~ends)),
                self.o.valid.eq(there),
                self.o.payload.eq(self._bits(m, centre, neighbours, *missing)),
            ]
            with m.If(ends):
                m.d.sync += row.eq(0)
            with m.Elif(column == columns - 1):
                m.d.sync += row.eq(row + 1)
        return m

    def _line(self, m, step, column, next_column):
        """The two slices above the one in `column`, the nearer one first; it becomes the next."""
        columns, both = self.shape.cells[1], data.ArrayLayout(self.layout, 2)
        m.submodules.line = line = Memory(shape=both, depth=columns, init=[])
        write = line.write_port()
        read = line.read_port(transparent_for=(write,) if columns == 1 else ())
        m.d.comb += [
            read.addr.eq(Mux(step, next_column, column)),
            write.addr.eq(column),
            write.data.eq(Cat(self.i.payload, read.data[0])),
            write.en.eq(step),
        ]
        return read.data[0], read.data[1]

    def _bits(self, m, centre, neighbours, first, last, top, bottom):
        """The bits of a slice; neighbours: {direction: [neighbour of each pixel]}."""
        cell, end = self.shape.cell, self.shape.smallest[1] - 1
        levels = [[pixel > level for level in self.levels] for pixel in centre]
        found = {}
        for direction, others in neighbours.items():
            for index, other in enumerate(others):
                missing = {
                    RIGHT: last if index == end else Const(0),
                    BELOW: bottom,
                    LEFT: first if index == 0 else Const(0),
                    ABOVE: top,
                }[direction]
                missing |= last if index > end else Const(0)  # there is no such pixel
                difference = Signal(signed(PIXEL_BITS + 1), name=f"difference{direction}_{index}")
                m.d.comb += difference.eq(centre[index] - other)
                for place, edge in enumerate(self.edges):
                    found[place, direction, index] = (difference > edge) & ~missing
        kinds = [(place, kind) for place in range(self.shape.edges) for kind in range(DIRECTIONS)]
        edges = [[found[place, kind, index] for place, kind in kinds] for index in range(cell)]
        if self.shape.filters:
            return Cat(*(bit for pixel in zip(levels, edges, strict=True) for bit in pixel))
        return Cat(*levels, *(Cat(bits).any() for bits in zip(*edges, strict=True)))
