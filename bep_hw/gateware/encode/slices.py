"""Slices: cuts the words of an image into the pixels of one row of a cell."""

from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.words import WORD
from bep_hw.spec.encoder_shape import PIXEL_BITS, PIXELS_PER_WORD


class Slices(wiring.Component):
    """Cuts words of four pixels into slices, the neighbouring pixels of one row of a cell.

    Latency: 1 [cycle], from the word with the last pixel of a slice to the slice.
    Throughput: one slice per cycle, if it needs no more than one word.

    Parameters
    ----------
    shape : EncoderShape

    Members
    -------
    i : words, lowest pixel first; an image begins with a new word
    o : slices, row by row, lowest pixel first; 0 past the end of a row
    busy : a part of an image is here
    """

    latency = 1

    def __init__(self, shape):
        self.shape = shape
        super().__init__(
            {
                "i": In(stream.Signature(WORD)),
                "o": Out(stream.Signature(shape.cell * PIXEL_BITS)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        cell, (height, _), columns = self.shape.cell, self.shape.image, self.shape.cells[1]
        most = cell - 1 + PIXELS_PER_WORD
        held, fill = Signal(most * PIXEL_BITS), Signal(range(most + 1))
        column = Signal(range(columns))
        ends, gives, skip = column == columns - 1, Signal(), Signal()
        left, kept = Signal.like(fill), Signal.like(held)
        m.d.comb += [
            self.o.valid.eq((fill >= Mux(ends, self.shape.smallest[1], cell)) & ~skip),
            self.o.payload.eq(Mux(ends, held[: self.shape.smallest[1] * PIXEL_BITS], held)),
            gives.eq(self.o.valid & self.o.ready),
            left.eq(fill),
            kept.eq(held),
            self.i.ready.eq(left < cell),
        ]
        self._drop(m, gives & ~ends, cell, held, fill, left, kept)
        self._drop(m, gives & ends, self.shape.smallest[1], held, fill, left, kept)
        m.d.sync += [fill.eq(left), held.eq(kept)]
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += [
                fill.eq(left + PIXELS_PER_WORD),
                held.eq(kept | self.i.payload << PIXEL_BITS * left[: cell.bit_length()]),
            ]
        with m.If(gives):
            m.d.sync += column.eq(Mux(ends, 0, column + 1))
        m.d.comb += self.busy.eq(fill.any() | column.any())
        unused = self.shape.words * PIXELS_PER_WORD - self.shape.pixels
        if unused:
            row = Signal(range(height))
            with m.If(gives & ends):
                m.d.sync += row.eq(row + 1)
                with m.If(row == height - 1):
                    m.d.sync += [row.eq(0), skip.eq(1)]
            drops = skip & (fill >= unused)
            self._drop(m, drops, unused, held, fill, left, kept)
            with m.If(drops):
                m.d.sync += skip.eq(0)
            m.d.comb += self.busy.eq(fill.any() | column.any() | row.any())
        return m

    def _drop(self, m, when, pixels, held, fill, left, kept):
        """The pixels that are `left`, and `kept`, once so many have gone."""
        with m.If(when):
            m.d.comb += [left.eq(fill - pixels), kept.eq(held >> PIXEL_BITS * pixels)]
