"""Proofs that words, packets and queues lose, repeat and change nothing, and of the CRC."""

from amaranth.hdl import Assert, Assume, Module, Mux, ResetSignal, Signal, Value
from amaranth.lib import data, fifo
from amaranth.lib.wiring import Component

from bep_hw.gateware.bus import framer, link, words
from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.control import results
from bep_hw.spec.core import CoreConfig
from tests.helpers.formal import Checked, Proof, anything, constant, inside, streams

POLYNOMIAL = 0xEDB88320
"""Of CRC-32, lowest bit first."""

CONFIG = CoreConfig(tile_rows=32, tile_columns=64, max_classes=4)
PAIRS = CoreConfig(samples_per_read=2, banks=4)


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


def in_order(m, write, written, ahead, read, out):
    """A payload that the solver chooses leaves as it came, behind those that came before it.

    ahead : how many are there, before this cycle
    """
    follows, left = Signal(), Signal(4)
    payload = Signal(len(written))
    chosen = anything(m, Signal(), "chosen") & write & ~follows
    with m.If(follows & read):
        m.d.sync += left.eq(left - 1)
        with m.If(left == 0):
            m.d.comb += Assert(out == payload)
            m.d.sync += follows.eq(0)
    with m.If(chosen):
        m.d.sync += [follows.eq(1), left.eq(ahead - read), payload.eq(written)]


class Queue(Component):
    """A FIFO of Amaranth's, such as the shell has for samples and results, with any user."""

    def __init__(self, kind, depth):
        self.kind, self.depth = kind, depth
        super().__init__({})

    def elaborate(self, platform):
        m = Module()
        m.submodules.queue = queue = self.kind(width=3, depth=self.depth)
        write, read = (anything(m, Signal(), name) for name in ("write", "read"))
        m.d.comb += [
            Assume(~ResetSignal()),
            queue.w_en.eq(write),
            queue.r_en.eq(read),
            queue.w_data.eq(anything(m, queue.w_data, "word")),
        ]
        wrote, took, count = write & queue.w_rdy, read & queue.r_rdy, Signal(8)
        m.d.sync += count.eq(count + wrote - took)
        m.d.comb += [Assert(queue.level == count), Assert(count <= self.depth)]
        m.d.comb += Assert(queue.w_rdy | (count >= self.depth - 1))
        in_order(m, wrote, queue.w_data, count, took, queue.r_data)
        return m


def bundles(m, dut):
    """Results leave in the order of the samples; the last of its bundle is `answered`."""
    size, judged, way = Signal(2), Signal(2), Signal(2)
    taken = dut.results.valid & dut.results.ready
    m.d.comb += [
        Assume((dut.members == 1) | (dut.members == 2)),
        # They are known until the first result is taken.
        Assume((judged == 0) | (way > 0) | (dut.members == size)),
        # No bundle is judged before the one before is answered, and none beyond its members.
        Assume(~dut.done | (judged < Mux(judged == 0, dut.members, size))),
    ]
    with m.If(dut.done):
        m.d.sync += judged.eq(judged + 1)
        with m.If(judged == 0):
            m.d.sync += size.eq(dut.members)
    with m.If(taken):
        m.d.sync += way.eq(way + 1)
    with m.If(dut.answered):
        m.d.sync += [judged.eq(0), way.eq(0)]
    m.d.comb += [
        Assert(dut.answered == (taken & (way + 1 == size))),
        Assert(dut.results.valid == (judged > way)),
        Assert(dut.way == way),
    ]
    written, out = Value.cast(dut.outcome), Value.cast(dut.results.payload)
    in_order(m, dut.done, written, judged - way, taken, out)


def queue_proof(name, kind, depth, bug):
    return Proof(
        block=f"{name}, {depth} deep",
        claim="nothing is lost, repeated or changed; the level is exact",
        module=fifo,
        build=lambda module: Queue(getattr(module, kind), depth),
        bug=bug,
        depth=10,
        bounded="the contents of a memory are no invariant; every place is used twice",
    )


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
    queue_proof(
        "SyncFIFO",
        "SyncFIFO",
        4,
        ("it is never full", "self.w_rdy.eq(self.level != self.depth)", "self.w_rdy.eq(1)"),
    ),
    queue_proof(
        "SyncFIFOBuffered",
        "SyncFIFOBuffered",
        4,
        ("it is never full", "self.w_rdy.eq(inner_level != inner_depth)", "self.w_rdy.eq(1)"),
    ),
    Proof(
        block="results, S = 2",
        claim="results leave in the order of the samples, none is lost",
        module=results,
        build=lambda module: Checked(
            module.Results(PAIRS, data.StructLayout({"margin": 4})), bundles
        ),
        bug=(
            "the size of the bundle is that of the next one",
            "self.done & (self.way == 0)",
            "self.done",
        ),
        depth=16,
        bounded="four bundles; the contents of a FIFO are no invariant",
    ),
)
