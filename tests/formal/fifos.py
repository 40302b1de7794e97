"""Proofs of what waits: every kind of FIFO, results, and streams that cross to another clock."""

from amaranth.hdl import (
    Assert,
    Assume,
    Cat,
    DomainRenamer,
    EnableInserter,
    Fragment,
    Module,
    Mux,
    ResetSignal,
    Signal,
    Value,
)
from amaranth.lib import data, fifo
from amaranth.lib.wiring import Component

from bep_hw.gateware.bus import crossing
from bep_hw.gateware.control import results, unroll
from bep_hw.spec.core import CoreConfig
from tests.formal.streams import CONFIG, steady_proof
from tests.helpers.formal import Checked, Proof, anything, changed, constant, inside, streams

PAIRS = CoreConfig(samples_per_read=2, banks=4)
IN_TIME = CoreConfig(**{**vars(CONFIG), "max_steps": 3})
PLACES = 2
"""Depth of the FIFOs that are proved."""


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
        proves=(kind,),
    )


class Crossed(Component):
    """A stream between two clocks, whose edges come in any order, and with any payloads.

    Both domains have one clock here, and an enable each that is free in every step.
    """

    def __init__(self, module):
        module.DEPTH = PLACES
        self.shape = data.StructLayout({"word": 3})
        self.dut = module.StreamCrossing(self.shape, sender="sender", receiver="receiver")
        super().__init__({})

    def elaborate(self, platform):
        m, dut = Module(), self.dut
        sends, receives = (anything(m, Signal(), name) for name in ("sends", "receives"))
        ticks = EnableInserter({"sender": sends, "receiver": receives})
        enabled = ticks(Fragment.get(dut, platform))
        m.submodules.dut = DomainRenamer({"sender": "sync", "receiver": "sync"})(enabled)
        word = Value.cast(dut.i.payload)
        m.d.comb += [
            Assume(~ResetSignal()),
            dut.i.valid.eq(anything(m, Signal(), "offers")),
            word.eq(anything(m, word, "word")),
            dut.o.ready.eq(anything(m, Signal(), "takes")),
            dut.sent_in.eq(anything(m, dut.sent_in, "sent_in")),
            dut.wanted.eq(anything(m, dut.wanted, "wanted", constant=True)),
        ]
        # Only words of the epoch that is wanted come out.
        writes = dut.i.valid & dut.i.ready & sends & (dut.sent_in == dut.wanted)
        reads, out = dut.o.valid & dut.o.ready & receives, Value.cast(dut.o.payload)
        count, waits, offered = Signal(8), Signal(), Signal(len(out))
        m.d.sync += count.eq(count + writes - reads)
        m.d.comb += Assert(count <= PLACES + 1)
        in_order(m, writes, word, count, reads, out)
        with m.If(receives):
            m.d.sync += [waits.eq(dut.o.valid & ~dut.o.ready), offered.eq(out)]
        with m.If(waits):
            m.d.comb += [Assert(dut.o.valid), Assert(out == offered)]
        return m


def with_fifo(module):
    """The crossing, with a FIFO of this module."""
    copy = changed(crossing)
    copy.AsyncFIFO = module.AsyncFIFO
    return Crossed(copy)


def judged_once(m, dut):
    """The next sample is judged when the result of this one is taken; until then they stay."""
    outcome = Value.cast(dut.outcome)
    before = Signal.like(outcome)
    m.d.sync += before.eq(outcome)
    m.d.comb += Assume(~(dut.done & dut.results.valid))
    with m.If(dut.results.valid):
        m.d.comb += Assume(outcome == before)


def never_full(m, dut):
    """No more samples are judged than the bundle has places; the places of the FIFO agree."""
    level, first, last = (inside(dut, name) for name in ("level", "consume", "produce"))
    m.d.comb += [
        Assume(~dut.done | (level < PAIRS.samples_per_read)),
        Assert(level <= PAIRS.samples_per_read),
        Assert((last - first)[:1] == level[:1]),
    ]


def of_memory(m, dut):
    """Constants of a sample, and a memory that answers a cycle after its address."""
    for value in (dut.learning, dut.state, dut.stride, dut.last_offset):
        constant(m, value)
    address, desired = Cat(dut.desired_bank, dut.desired_address), Signal.like(dut.desired)
    before, earlier = Signal(len(address)), Signal(len(address))
    m.d.sync += [before.eq(address), earlier.eq(before), desired.eq(dut.desired)]
    m.d.comb += Assume((before != earlier) | (dut.desired == desired))


PROOFS = (
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
    Proof(
        block="crossing",
        claim="between any clocks nothing of an epoch is lost, repeated or changed; it stays",
        module=crossing,
        build=Crossed,
        bug=("it goes on untaken", "fifo.r_en.eq(o.ready | stale)", "fifo.r_en.eq(1)"),
        depth=12,
        bounded=f"{PLACES} places; the contents of a memory are no invariant",
        proves=("StreamCrossing.o",),
    ),
    Proof(
        block=f"AsyncFIFO, {PLACES} deep",
        claim="nothing is lost, repeated or changed between any clocks",
        module=fifo,
        build=with_fifo,
        bug=(
            "it takes itself for full, or not",
            "(produce_w_gry[-2]  != consume_w_gry[-2])",
            "(produce_w_gry[-2]  == consume_w_gry[-2])",
        ),
        depth=12,
        bounded="the contents of a memory are no invariant; every place is used",
        proves=("AsyncFIFO",),
    ),
    steady_proof(
        "results",
        "results",
        results,
        lambda module: Checked(
            module.Results(CONFIG, data.StructLayout({"margin": 4})), streams, judged_once
        ),
        ("a result stays for a cycle", "m.Elif(taken)", "m.Else()"),
        proves=("Results.results",),
    ),
    steady_proof(
        "results, S = 2",
        "results",
        results,
        lambda module: Checked(
            module.Results(PAIRS, data.StructLayout({"margin": 4})), streams, never_full
        ),
        ("a result stays for a cycle", "queue.r_en.eq(results.ready)", "queue.r_en.eq(1)"),
        proves=("Results.results",),
    ),
    steady_proof(
        "unroll",
        "learners",
        unroll,
        lambda module: Checked(module.Unroll(IN_TIME), streams, of_memory),
        (
            "the next neuron comes while one waits",
            "ends.eq(self.learners.valid & self.learners.ready &",
            "ends.eq(self.learners.valid &",
        ),
        depth=4,
        proves=("Unroll.learners",),
    ),
)
