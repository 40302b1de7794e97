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

    Latency: `latency` = 1 [cycle], from the group that fills a word, or ends a sample, to the word.
    Throughput: one group per cycle, if two of them fit a word and words are taken at once; else at
    most one cycle more per word.

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
        joined, filled, ends = Signal.like(held), Signal.like(fill), Signal()
        group, taken, free = self.i.payload, Signal(), Signal()
        m.d.comb += [
            free.eq(~self.o.valid | self.o.ready),
            # From registers alone: so the core's ready does not reach the pixels in one cycle.
            self.i.ready.eq(~ending & (fill < self.width) & (~self.o.valid | self._fits(fill))),
            taken.eq(self.i.valid & self.i.ready),
            self.busy.eq(fill.any() | self.o.valid),
            *(joined.eq(held), filled.eq(fill), ends.eq(ending)),
        ]
        with m.If(taken):
            m.d.comb += [
                joined.eq(held | (group.bits << fill[: (self.width - 1).bit_length()])),
                filled.eq(fill + group.count),
                ends.eq(group.last),
            ]
        m.d.sync += [held.eq(joined), fill.eq(filled), ending.eq(ends)]
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(free & ((filled >= self.width) | ends)):
            m.d.sync += [
                *(self.o.valid.eq(1), self.o.payload.eq(joined)),
                *(held.eq(joined >> self.width), fill.eq(filled - self.width)),
            ]
            with m.If(filled <= self.width):
                m.d.sync += [fill.eq(0), ending.eq(0)]
        return m

    def _fits(self, fill):
        """Whether no group can fill the word."""
        return fill + self.bits < self.width
