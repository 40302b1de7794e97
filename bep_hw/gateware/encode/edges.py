"""Edges: compares each pixel of an image with its levels and with its four neighbours."""

from amaranth.hdl import Cat, Module, Mux, Signal, signed, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from bep_hw.spec.encoder_shape import DIRECTIONS, PIXEL_BITS


def thresholds_layout(count):
    """So many thresholds of pixels, or of differences of pixels."""
    return data.ArrayLayout(unsigned(PIXEL_BITS), count)


def compared_layout(shape):
    """The bits of a pixel: one for each level; for each edge right, below, left and above."""
    return data.StructLayout({"levels": shape.levels, "edges": DIRECTIONS * shape.edges})


class Edges(wiring.Component):
    """Pixel > level, and pixel - neighbour > edge threshold, for the four neighbours of a pixel.

    The golden twin, golden/encode/edges.py, decides four edges of three pixels at once. Here a
    pixel waits for those to the right and below, so that all its bits leave together. The line
    memory has two rows of pixels; what lies past the end of the image has no edge.

    Latency: `latency` = width + 2 [cycles], from a pixel to its bits.
    Throughput: one pixel per cycle, and width + 1 cycles more per image.

    Parameters
    ----------
    shape : EncoderShape

    Members
    -------
    levels, edges : thresholds
    i : pixels, row by row; o : their bits, see `compared_layout`, in the same order
    busy : a part of an image is here
    """

    def __init__(self, shape):
        self.shape, self.latency = shape, shape.image[1] + 2
        super().__init__(
            {
                "levels": In(thresholds_layout(shape.levels)),
                "edges": In(thresholds_layout(shape.edges)),
                "i": In(stream.Signature(PIXEL_BITS)),
                "o": Out(stream.Signature(compared_layout(shape))),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        height, width = self.shape.image
        # Row and column of the pixel that comes, in two rows more than there are: the bits of a
        # pixel are there one row and one pixel later.
        row, column = Signal(range(height + 2)), Signal(range(width))
        coming, step, ends = Signal(), Signal(), Signal()
        free = ~self.o.valid | self.o.ready
        next_column = Mux(column == width - 1, 0, column + 1)
        m.d.comb += [
            coming.eq(row < height),
            step.eq(free & (self.i.valid | ~coming)),
            ends.eq(row == height + 1),
            self.i.ready.eq(free & coming),
            self.busy.eq(row.any() | column.any() | self.o.valid),
        ]
        above = self._line(m, step, column, next_column)  # the pixel above that one
        centre, left, below, over = (
            Signal(PIXEL_BITS, name=name, reset_less=True)
            for name in ("centre", "left", "below", "over")
        )
        there, missing = Signal(), Signal(DIRECTIONS, reset_less=True)
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(step):
            m.d.sync += [
                column.eq(Mux(ends, 0, next_column)),
                left.eq(centre),
                centre.eq(above[:PIXEL_BITS]),
                over.eq(above[PIXEL_BITS:]),
                below.eq(self.i.payload),
                there.eq(row.any() & ~ends),
                missing.eq(Cat(column == width - 1, row == height, column == 0, row == 1)),
                self.o.valid.eq(there),
                self.o.payload.eq(
                    self._bits(m, centre, (above[:PIXEL_BITS], below, left, over), missing)
                ),
            ]
            with m.If(ends):
                m.d.sync += row.eq(0)
            with m.Elif(column == width - 1):
                m.d.sync += row.eq(row + 1)
        return m

    def _line(self, m, step, column, next_column):
        """The two pixels above the one in `column`, the nearer one lowest; it becomes the next."""
        width = self.shape.image[1]
        m.submodules.line = line = Memory(shape=2 * PIXEL_BITS, depth=width, init=[])
        write = line.write_port()
        read = line.read_port(transparent_for=(write,) if width == 1 else ())
        m.d.comb += [
            read.addr.eq(Mux(step, next_column, column)),
            write.addr.eq(column),
            write.data.eq(Cat(self.i.payload, read.data[:PIXEL_BITS])),
            write.en.eq(step),
        ]
        return read.data

    def _bits(self, m, centre, neighbours, missing):
        """The bits of the pixel `centre`; neighbours: right, below, left, above."""
        differences = Signal(data.ArrayLayout(signed(PIXEL_BITS + 1), DIRECTIONS))
        m.d.comb += [d.eq(centre - other) for d, other in zip(differences, neighbours, strict=True)]
        levels = [centre > level for level in self.levels]
        edges = [
            (difference > edge) & ~missing[index]
            for edge in self.edges
            for index, difference in enumerate(differences)
        ]
        return Cat(*levels, *edges)
