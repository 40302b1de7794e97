"""Encoder: the whole stage, from the words of a bus to the words of the core."""

import dataclasses

from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.encode.cells import Cells
from bep_hw.gateware.encode.edges import Edges, thresholds_layout
from bep_hw.gateware.encode.filters import Filters, Squares
from bep_hw.gateware.encode.pack import Pack
from bep_hw.gateware.encode.parts import connect, write_layout
from bep_hw.gateware.encode.patches import Patches
from bep_hw.gateware.encode.slices import Slices
from bep_hw.gateware.encode.thermometer import Levels
from bep_hw.spec.encoder_shape import FILTER_BYTES, PIXEL_BITS, PIXELS_PER_WORD, SIDE


class Encoder(wiring.Component):
    """Makes words of D activation bits of images of 8-bit pixels.

    Golden twin: golden/encode/edges.py; without edges golden/encode/thermometer.py, with filters
    golden/encode/filters.py.

    Latency: `latency` [cycles], from the last pixels of an image to its last word, if no other word
    is waiting then.
    Throughput: with edges the pixels of one row of a cell per cycle, and for an image one row more
    and one cycle; without edges one word per cycle; with filters Q pixels in F / P cycles, and for
    an image as many cycles as a row has Q pixels, and one. At most one cycle more per word that is
    given, and none if the bits of two cells fit it, or with filters two groups of P bits. An image
    takes at most `most_cycles`, while its streams do not wait.

    Parameters
    ----------
    shape : EncoderShape
    width : D
    thresholds : integers in the order of `write`, if they never change; there is no `write` then

    Members
    -------
    write : a threshold: the levels, ascending, are the first ones, then come those of edges; the
        bytes of filters begin at `FILTER_BYTES`, see `Filters`
    i : words of four pixels, lowest one first; an image begins with a new word
    o : words of D bits, the last one of an image filled up with 0
    busy : a part of an image is here
    """

    def __init__(self, shape, *, width, thresholds=None):
        self.shape, self.width, self.thresholds = shape, width, thresholds
        self.filters = None
        if shape.filters:
            self._with_filters()
        elif shape.edges:
            self._with_edges()
        else:
            self.compare = Levels(count=shape.pixels, levels=shape.levels)
            self.parts, self.waits = [self.compare], 0
        self.parts.append(Pack(bits=len(self.parts[-1].o.payload.bits), width=width))
        self.latency = sum(part.latency for part in self.parts) + self.waits
        self.most_cycles = shape.most_cycles(width)
        super().__init__(
            {
                **({"write": In(write_layout(shape.thresholds))} if thresholds is None else {}),
                "i": In(stream.Signature(WORD)),
                "o": Out(stream.Signature(width)),
                "busy": Out(1),
            }
        )

    def _with_edges(self):
        """The parts of an encoder with edges."""
        shape = self.shape
        self.compare, self.waits = Edges(shape), 0
        self.parts = [Slices(shape), self.compare, Cells(shape)]

    def _with_filters(self):
        """The parts of an encoder with filters: the planes of Q pixels at once go to them."""
        shape, content, together = self.shape, self.thresholds, self.shape.pixels_per_cycle
        sliced = dataclasses.replace(shape, cell=together)
        self.compare = Edges(sliced)
        self.filters = Filters(
            bits=SIDE**2 * shape.planes,
            count=shape.filters,
            together=shape.filters_per_cycle,
            patches=together,
            content=None if content is None else content[FILTER_BYTES:],
        )
        patches = Patches(image=shape.image, planes=shape.planes, together=together)
        self.parts = [Slices(sliced), self.compare, patches, self.filters, Squares(shape)]
        groups, columns = shape.filters // shape.filters_per_cycle, shape.image[1] // together
        slices = shape.image[0] * columns
        # Two rows, and what the last word has more than one slice, go through the filters last.
        more = slices - PIXELS_PER_WORD * (shape.words - 1) // together - 1
        self.waits = (groups - 1) * (2 * columns + 3 + more)

    def elaborate(self, platform):
        m = Module()
        connect(m, self, self.parts)
        self._thresholds(m)
        return m

    def _thresholds(self, m):
        """Registers, or constants, in the order of loading."""
        count = self.shape.levels + self.shape.edges
        layout = thresholds_layout(count)
        if self.thresholds is None:
            thresholds = Signal(layout)
            for index, threshold in enumerate(thresholds):
                with m.If(self.write.enable & (self.write.address == index)):
                    m.d.sync += threshold.eq(self.write.data)
        else:
            thresholds = layout.const(self.thresholds[:count])
        levels = PIXEL_BITS * self.shape.levels
        m.d.comb += self.compare.levels.eq(thresholds.as_value()[:levels])
        if self.shape.edges:
            m.d.comb += self.compare.edges.eq(thresholds.as_value()[levels:])
        if self.filters and self.thresholds is None:
            base = self.write.address - FILTER_BYTES
            m.d.comb += [
                self.filters.write.enable.eq(
                    self.write.enable & (self.write.address >= FILTER_BYTES)
                ),
                self.filters.write.address.eq(base),
                self.filters.write.data.eq(self.write.data),
            ]
