"""Proofs that words and packets lose, repeat and change nothing, and of the CRC."""

from amaranth.hdl import Assert, Assume, Module, Mux, ResetSignal, Signal
from amaranth.lib.wiring import Component

from bep_hw.gateware.bus import framer, link, words
from bep_hw.gateware.bus.words import WORD
from bep_hw.spec.core import CoreConfig
from tests.helpers.formal import Checked, Proof, anything, constant, inside, streams

POLYNOMIAL = 0xEDB88320
"""Of CRC-32, lowest bit first."""

CONFIG = CoreConfig(tile_rows=32, tile_columns=64, max_classes=4)


class Crc(Component):
    """The CRC of the link beside one that takes bit after bit."""

    def __init__(self, module):
        self.module = module
        super().__init__({})

    def elaborate(self, platform):
        m, bits = Module(), self.module.CRC_BITS
        m.submodules.crc = crc = self.module.CRC32_ISO_HDLC(data_width=bits).create()
        plain = Signal(32, init=0xFFFFFFFF)
        start, valid = (anything(m, Signal(), name) for name in ("start", "valid"))
        value = anything(m, Signal(bits), "value")
        m.d.comb += [crc.start.eq(start), crc.valid.eq(valid), crc.data.eq(value)]
        following = Mux(start, 0xFFFFFFFF, plain)
        with m.If(start):
            m.d.sync += plain.eq(0xFFFFFFFF)
        for bit in range(bits):
            shifted = following[1:]
            following = Mux(following[0] ^ value[bit], shifted ^ POLYNOMIAL, shifted)
        with m.If(valid):
            m.d.sync += plain.eq(following)
        m.d.comb += [Assume(~ResetSignal()), Assert(crc.crc == plain ^ 0xFFFFFFFF)]
        return m


def joined(m, dut):
    """A payload is the words in the order in which they were taken."""
    expected = Signal(dut.parts * WORD)
    part = Signal(range(dut.parts))
    with m.If(dut.i.valid & dut.i.ready):
        m.d.sync += [expected.word_select(part, WORD).eq(dut.i.payload)]
        m.d.sync += part.eq(Mux(part == dut.parts - 1, 0, part + 1))
    m.d.comb += [
        Assert(part == inside(dut, "part")),
        Assert(part < dut.parts),
        Assert(~dut.o.valid | (part == 0)),
        Assert(expected == inside(dut, "word")),
    ]
    with m.If(dut.o.valid):
        m.d.comb += Assert(dut.o.payload == expected[: len(dut.o.payload)])


def split(m, dut):
    """The words are those of the payload, each once, lowest first; it is taken with the last."""
    part, widened = Signal(range(dut.parts + 1)), Signal(dut.parts * WORD)
    sent = dut.o.valid & dut.o.ready
    m.d.comb += [widened.eq(dut.i.payload), Assert(dut.i.ready == (sent & (part + 1 == dut.parts)))]
    with m.If(sent):
        m.d.sync += part.eq(Mux(part + 1 == dut.parts, 0, part + 1))
    m.d.comb += [
        Assert(inside(dut, "part") == part + dut.o.valid),
        Assert(part < dut.parts),
        Assert(dut.i.valid | (part + dut.o.valid == 0)),
    ]
    with m.If(dut.o.valid):
        m.d.comb += Assert(dut.o.payload == widened.word_select(part, WORD))


def packets(m, dut):
    """A packet gives `words` D-bit words and then its class; 0 fills it up, the rest is cut off.

    One word of the packets, at a place that the solver chooses, is followed to its sample.
    """
    constant(m, dut.words)
    m.d.comb += Assume((dut.words > 0) & (dut.words < 3))
    taken, beat = dut.i.valid & dut.i.ready, dut.i.payload
    need = dut.words * dut.join.parts
    place = anything(m, Signal(4), "place", constant=True)
    count, given, seen = Signal(4), Signal(4), Signal(WORD)
    ended, wrong = Signal(), Signal()
    with m.If(taken & ~beat.last & ~count.all()):
        m.d.sync += count.eq(count + 1)
        with m.If(count == place):
            m.d.sync += seen.eq(beat.data)
    with m.If(taken & beat.last):
        m.d.sync += [ended.eq(1), wrong.eq(beat.data >= CONFIG.max_classes)]
    with m.If(dut.samples.valid & dut.samples.ready):
        m.d.sync += given.eq(given + 1)
    label = dut.labels.valid & dut.labels.ready
    with m.If(label):
        m.d.sync += [count.eq(0), ended.eq(0), seen.eq(0)]
        m.d.sync += given.eq(given - dut.words + (dut.samples.valid & dut.samples.ready))
    early, late = Signal(), Signal()
    m.d.sync += early.eq(taken & beat.last & (count < need))
    m.d.sync += late.eq(taken & ~beat.last & (count >= need))
    m.d.comb += Assert(dut.misframed == (early | late))
    m.d.comb += Assert(~dut.labels.valid | ended)
    with m.If(dut.labels.valid):
        # The last word may wait until it is taken.
        m.d.comb += Assert(given + dut.samples.valid == dut.words)
    with m.If(dut.samples.valid & (given == place // dut.join.parts) & (place < need)):
        word = dut.samples.payload.word_select(place % dut.join.parts, WORD)
        m.d.comb += Assert(word == Mux(count > place, seen, 0))


PROOFS = (
    Proof(
        block="CRC of the link",
        claim="two bits a cycle give what bit after bit gives",
        module=link,
        build=Crc,
        bug=(
            "another polynomial",
            "import CRC32_ISO_HDLC",
            "import CRC32_AUTOSAR as CRC32_ISO_HDLC",
        ),
        depth=2,
    ),
    Proof(
        block="join",
        claim="a payload is its words in order",
        module=words,
        build=lambda module: Checked(module.JoinWords(width=70), streams, joined),
        bug=("it begins one word early", "part == self.parts - 1", "part == self.parts - 2"),
        depth=2,
    ),
    Proof(
        block="split",
        claim="the words are those of the payload, each once",
        module=words,
        build=lambda module: Checked(module.SplitWords(width=70), streams, split),
        bug=(
            "a word is repeated",
            "part.eq(part + 1)]\n        with m.If(self.i.ready)",
            "part.eq(part | 1)]\n        with m.If(self.i.ready)",
        ),
        depth=2,
    ),
    Proof(
        block="framer",
        claim="a packet gives its words, filled up or cut off, then its class, or is misframed",
        module=framer,
        build=lambda module: Checked(module.Framer(CONFIG), streams, packets),
        bug=("what a long packet has too much is taken", "~full & (ending", "(ending"),
        depth=12,
        bounded="two packets of up to 2 words of 64 bits",
    ),
)
