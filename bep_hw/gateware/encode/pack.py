"""Pack: joins groups of bits, of any sizes, to words of one width."""

from amaranth.hdl import Module, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out


def group_layout(bits):
    """Up to `bits` bits of a sample: `count` of them, the others 0; last: the sample ends here."""
    return data.StructLayout({"bits": bits, "count": range(bits + 1), "last": 1})


class Pack(wiring.Component):
    """Joins groups of bits to words of `width` bits, lowest bits first.

    The last word of a sample is filled up with 0, so that the next sample begins with a new one.

    Latency: `latency` = 1 [cycle], from the group that fills a word to the word.
    Throughput: one group per cycle, and one cycle more per word.

    Parameters
    ----------
    bits : of the largest group; width : of a word [bits]

    Members
    -------
    i : groups as in `group_layout`, none without a bit
    o : words
    busy : some bits are here
    """

    latency = 1

    def __init__(self, *, bits, width):
        self.bits, self.width = bits, width
        super().__init__(
            {
                "i": In(stream.Signature(group_layout(bits))),
                "o": Out(stream.Signature(width)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        most = self.width - 1 + self.bits
        held, fill, ending = Signal(most), Signal(range(most + 1)), Signal()
        group = self.i.payload
        m.d.comb += [
            self.o.valid.eq((fill >= self.width) | ending),
            self.o.payload.eq(held),
            # From registers alone: so the core's ready does not reach the pixels in one cycle.
            self.i.ready.eq(~self.o.valid),
            self.busy.eq(fill.any()),
        ]
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += [
                held.eq(held | (group.bits << fill[: (self.width - 1).bit_length()])),
                fill.eq(fill + group.count),
                ending.eq(group.last),
            ]
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += [held.eq(held >> self.width), fill.eq(fill - self.width)]
            with m.If(fill <= self.width):
                m.d.sync += [fill.eq(0), ending.eq(0)]
        return m
