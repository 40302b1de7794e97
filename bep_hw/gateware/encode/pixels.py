"""Pixels: takes the words of a sample apart."""

from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.words import WORD
from bep_hw.spec.encoder_shape import PIXEL_BITS, PIXELS_PER_WORD


class Pixels(wiring.Component):
    """Takes words of four pixels apart, lowest one first; what does not belong to a sample is left.

    Latency: 0 [cycles]. Throughput: one pixel per cycle.

    Parameters
    ----------
    count : pixels of a sample; a sample begins with a new word

    Members
    -------
    i : words; o : pixels
    busy : a word has been begun
    """

    latency = 0

    def __init__(self, *, count):
        self.count = count
        super().__init__(
            {
                "i": In(stream.Signature(WORD)),
                "o": Out(stream.Signature(PIXEL_BITS)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        part, taken = Signal(range(PIXELS_PER_WORD)), Signal()
        over = part == PIXELS_PER_WORD - 1
        m.d.comb += taken.eq(self.o.valid & self.o.ready)
        if self.count % PIXELS_PER_WORD:
            left = Signal(range(self.count), init=self.count - 1)  # behind this pixel
            over |= left == 0
            with m.If(taken):
                m.d.sync += left.eq(left - 1)
                with m.If(left == 0):
                    m.d.sync += left.eq(self.count - 1)
        m.d.comb += [
            self.o.valid.eq(self.i.valid),
            self.o.payload.eq(self.i.payload.word_select(part, PIXEL_BITS)),
            self.i.ready.eq(self.o.ready & over),
            self.busy.eq(part.any()),
        ]
        with m.If(taken):
            m.d.sync += part.eq(part + 1)
            with m.If(over):
                m.d.sync += part.eq(0)
        return m
