"""Converts words of a bus to payloads of the core's streams, and back."""

from amaranth.hdl import Array, Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.support.integers import blocks

WORD = 32
"""Width of every bus [bits]."""

GROUP = 8
"""Words that one multiplexer chooses from."""


class JoinWords(wiring.Component):
    """Joins words to a payload of `width` bits, lowest word first. A lone word passes as it is.

    A payload of more than `GROUP` words lies all over an FPGA. A word goes to a register first.

    Latency: 1, of more than `GROUP` words 2, of a lone one 0 [cycles], from the last word to the
    payload.
    Throughput: one word per cycle.

    Parameters
    ----------
    width : of the payload [bits]

    Members
    -------
    i : words; the bits of the last one that do not fit are cut off
    o : payloads
    busy : a payload is there or on its way
    """

    def __init__(self, *, width):
        self.parts = blocks(width, WORD)
        self.latency = (self.parts > 1) + (self.parts > GROUP)
        super().__init__(
            {
                "i": In(stream.Signature(WORD)),
                "o": Out(stream.Signature(width)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        if self.parts == 1:
            _pass(m, self)
            return m
        word = Signal(self.parts * WORD, reset_less=True)
        part = Signal(range(self.parts))
        valid, payload, moves = self.i.valid, self.i.payload, Signal()
        free = ~self.o.valid | self.o.ready
        m.d.comb += [self.i.ready.eq(free), self.busy.eq(self.o.valid)]
        if self.latency > 1:
            valid, payload = Signal(name="valid"), Signal(WORD, name="payload", reset_less=True)
            m.d.comb += [self.i.ready.eq(~valid | free), self.busy.eq(valid | self.o.valid)]
            with m.If(self.i.ready):
                m.d.sync += [valid.eq(self.i.valid), payload.eq(self.i.payload)]
        m.d.comb += [
            moves.eq(valid & free),
            self.o.payload.eq(word),
        ]
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(moves):
            m.d.sync += [word.word_select(part, WORD).eq(payload), part.eq(part + 1)]
            with m.If(part == self.parts - 1):
                m.d.sync += [part.eq(0), self.o.valid.eq(1)]
        return m


class SplitWords(wiring.Component):
    """Splits a payload of `width` bits into words, lowest word first. A lone word passes as it is.

    A payload of more than `GROUP` words lies all over an FPGA. Of each group of its words one goes
    to a register first.

    Latency: 1, of more than `GROUP` words 2, of a lone one 0 [cycles].
    Throughput: a word in so many cycles, and as many more per payload, which is taken with its last
    word; a lone word in every cycle.

    Parameters
    ----------
    width : of the payload [bits]

    Members
    -------
    i : payloads
    o : words, the last one filled up with 0
    """

    def __init__(self, *, width):
        self.parts = blocks(width, WORD)
        self.latency = (self.parts > 1) + (self.parts > GROUP)
        super().__init__({"i": In(stream.Signature(width)), "o": Out(stream.Signature(WORD))})

    def elaborate(self, platform):
        m = Module()
        if self.parts == 1:
            _pass(m, self)
            return m
        part = Signal(range(self.parts + 1))
        loads, shown, there = Signal(), Signal(), Signal()
        word = self._word(m, part, there, loads)
        m.d.comb += [
            shown.eq(part == self.parts),
            loads.eq(self.i.valid & ~shown & there & (~self.o.valid | self.o.ready)),
            self.i.ready.eq(self.o.valid & self.o.ready & shown),
        ]
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(loads):
            m.d.sync += [self.o.valid.eq(1), self.o.payload.eq(word), part.eq(part + 1)]
        with m.If(self.i.ready):
            m.d.sync += part.eq(0)
        return m

    def _word(self, m, part, there, loads):
        """Word `part` of the payload, once it is `there`; another one is wanted after `loads`."""
        payload = self.i.payload
        if self.latency == 1:
            m.d.comb += there.eq(1)
            return payload.word_select(part, WORD)
        step = GROUP * WORD
        chosen = []
        for group, low in enumerate(range(0, len(payload), step)):
            one = Signal(WORD, name=f"of_group{group}", reset_less=True)
            m.d.sync += one.eq(payload[low : low + step].word_select(part % GROUP, WORD))
            chosen.append(one)
        m.d.sync += there.eq(self.i.valid & ~loads & ~self.i.ready)
        return Array(chosen)[part // GROUP]


def _pass(m, converter):
    """What comes in goes out."""
    i, o = converter.i, converter.o
    m.d.comb += [o.payload.eq(i.payload), o.valid.eq(i.valid), i.ready.eq(o.ready)]
