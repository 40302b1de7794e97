"""Encoder: the whole stage, from the words of a bus to the words of the core."""

from amaranth.hdl import Cat, Module, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.encode.cells import Cells
from bep_hw.gateware.encode.edges import Edges, thresholds_layout
from bep_hw.gateware.encode.pack import Pack
from bep_hw.gateware.encode.pixels import Pixels
from bep_hw.gateware.encode.thermometer import Levels
from bep_hw.spec.encoder_shape import PIXEL_BITS


class Encoder(wiring.Component):
    """Makes words of D activation bits of images of 8-bit pixels.

    Golden twin: golden/encode/edges.py; without edges golden/encode/thermometer.py.

    Latency: `latency` [cycles], from the last pixel of an image to its last word, if that of its
    last bits alone.
    Throughput: one pixel per cycle, of an image with edges width + 1 cycles more.

    Parameters
    ----------
    shape : EncoderShape
    width : D

    Members
    -------
    write : a threshold: the levels, ascending, are the first ones, then come those of edges
    i : words of four pixels, lowest one first; an image begins with a new word
    o : words of D bits, the last one of an image filled up with 0
    busy : a part of an image is here
    """

    def __init__(self, shape, *, width):
        self.shape, self.width = shape, width
        self.pixels = Pixels(count=shape.pixels)
        if shape.edges:
            self.compare, self.gather = Edges(shape), Cells(shape)
        else:
            self.compare = self.gather = Levels(count=shape.pixels, levels=shape.levels)
        self.pack = Pack(bits=len(self.gather.o.payload.bits), width=width)
        self.latency = self.compare.latency + self.pack.latency
        write = data.StructLayout(
            {"enable": 1, "address": bits_for(shape.thresholds - 1), "data": PIXEL_BITS}
        )
        super().__init__(
            {
                "write": In(write),
                "i": In(stream.Signature(WORD)),
                "o": Out(stream.Signature(width)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.pixels = pixels = self.pixels
        m.submodules.compare = compare = self.compare
        m.submodules.pack = pack = self.pack
        wiring.connect(m, wiring.flipped(self.i), pixels.i)
        wiring.connect(m, pixels.o, compare.i)
        if self.shape.edges:
            m.submodules.gather = self.gather
            wiring.connect(m, compare.o, self.gather.i)
        wiring.connect(m, self.gather.o, pack.i)
        wiring.connect(m, pack.o, wiring.flipped(self.o))
        parts = {id(part): part for part in (pixels, compare, self.gather, pack)}.values()
        m.d.comb += self.busy.eq(Cat(part.busy for part in parts).any())
        thresholds = Signal(thresholds_layout(self.shape.thresholds))
        for index, threshold in enumerate(thresholds):
            with m.If(self.write.enable & (self.write.address == index)):
                m.d.sync += threshold.eq(self.write.data)
        m.d.comb += compare.levels.eq(thresholds.as_value()[: PIXEL_BITS * self.shape.levels])
        if self.shape.edges:
            m.d.comb += compare.edges.eq(thresholds.as_value()[PIXEL_BITS * self.shape.levels :])
        return m
