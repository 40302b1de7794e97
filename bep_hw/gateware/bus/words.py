"""Converts words of a bus to payloads of the core's streams, and back."""

from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.support.integers import blocks

WORD = 32
"""Width of every bus [bits]."""


class JoinWords(wiring.Component):
    """Joins words to a payload of `width` bits, lowest word first.

    Latency: 1 [cycle], from the last word to the payload. Throughput: one word per cycle.

    Parameters
    ----------
    width : of the payload [bits]

    Members
    -------
    i : words; the bits of the last one that do not fit are cut off
    o : payloads
    """

    latency = 1

    def __init__(self, *, width):
        self.parts = blocks(width, WORD)
        super().__init__({"i": In(stream.Signature(WORD)), "o": Out(stream.Signature(width))})

    def elaborate(self, platform):
        m = Module()
        word = Signal(self.parts * WORD, reset_less=True)
        part = Signal(range(self.parts))
        m.d.comb += [self.i.ready.eq(~self.o.valid | self.o.ready), self.o.payload.eq(word)]
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += [word.word_select(part, WORD).eq(self.i.payload), part.eq(part + 1)]
            with m.If(part == self.parts - 1):
                m.d.sync += [part.eq(0), self.o.valid.eq(1)]
        return m


class SplitWords(wiring.Component):
    """Splits a payload of `width` bits into words, lowest word first.

    Latency: 1 [cycle]. Throughput: one word per cycle, one more cycle per payload, which is taken
    with its last word.

    Parameters
    ----------
    width : of the payload [bits]

    Members
    -------
    i : payloads
    o : words, the last one filled up with 0
    """

    latency = 1

    def __init__(self, *, width):
        self.parts = blocks(width, WORD)
        super().__init__({"i": In(stream.Signature(width)), "o": Out(stream.Signature(WORD))})

    def elaborate(self, platform):
        m = Module()
        part = Signal(range(self.parts + 1))
        moves, shown = Signal(), Signal()
        m.d.comb += [
            moves.eq(~self.o.valid | self.o.ready),
            shown.eq(part == self.parts),
            self.i.ready.eq(self.o.valid & self.o.ready & shown),
        ]
        with m.If(moves):
            m.d.sync += [
                self.o.valid.eq(self.i.valid & ~shown),
                self.o.payload.eq(self.i.payload.word_select(part, WORD)),
            ]
            with m.If(shown):
                m.d.sync += part.eq(0)
            with m.Elif(self.i.valid):
                m.d.sync += part.eq(part + 1)
        return m
