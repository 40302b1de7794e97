"""Clock crossing: a bus and a core whose clocks have nothing to do with each other.

The domain `sync` is that of the bus, the domain `core` that of the shell and the core in it. The
domain `bus` is `sync` with a longer reset.
"""

from amaranth.hdl import (
    Cat,
    ClockDomain,
    ClockSignal,
    DomainRenamer,
    Module,
    ResetInserter,
    ResetSignal,
    Signal,
)
from amaranth.lib import stream, wiring
from amaranth.lib.cdc import AsyncFFSynchronizer, FFSynchronizer, ResetSynchronizer
from amaranth.lib.fifo import AsyncFIFO
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.shell import access_signature

DEPTH = 16
"""Words of a stream that are on their way; enough for one word per cycle of the slower clock."""

RESET_CYCLES = 4
"""Cycles for which the core stays in reset after its bus: longer than a bit needs to cross."""

ASKED = ("write", "mask", "address", "write_data")
ANSWERED = ("read_data", "error")


class AccessCrossing(wiring.Component):
    """Carries accesses to the core's clock and their answers back, one after the other.

    What is asked for, and later the answer, stays as it is while one bit tells of it: `request`
    differs from `reply` as long as an access is under way. So no more than these two bits cross.

    Latency: 3 [cycles] of the bus and 5 of the core, from an access to its answer, or one less or
    more of either.
    Throughput: an access in as many.

    Members
    -------
    i : accesses, in `sync`; `wait` is 1 while one is under way, or none can be
    o : the same accesses, in `core`
    away : the core is in reset, in `sync`
    """

    def __init__(self):
        super().__init__({"i": In(access_signature()), "o": Out(access_signature()), "away": In(1)})
        # What is asked for was sent, has arrived, was taken; then the same of the answer.
        self.request, self.asked, self.taken = Signal(), Signal(), Signal()
        self.answers, self.replies = Signal(), Signal()
        self.reply, self.replied = Signal(), Signal()

    def elaborate(self, platform):
        m = Module()
        i, o = self.i, self.o
        request, asked, taken, reply = self.request, self.asked, self.taken, self.reply
        answers, replies, replied = self.answers, self.replies, self.replied
        m.submodules.request = FFSynchronizer(request, asked, o_domain="core")
        m.submodules.reply = FFSynchronizer(reply, replied)
        m.d.comb += i.wait.eq(self.away | (request ^ replied))
        with m.If(i.strobe):
            m.d.sync += request.eq(~request)
        for name in ASKED:
            _keep(m.d.sync, m, getattr(i, name), getattr(o, name), i.strobe)
        m.d.comb += o.strobe.eq(asked ^ taken)
        m.d.core += [taken.eq(asked), answers.eq(o.strobe), replies.eq(answers)]
        for name in ANSWERED:
            _keep(m.d.core, m, getattr(o, name), getattr(i, name), answers)
        # A cycle later than the answer, and than the epoch of a reset, see `CrossedShell`.
        with m.If(replies):
            m.d.core += reply.eq(taken)
        return m


def _keep(domain, m, value, kept, when):
    """Register: `kept` is what `value` was when `when` was last 1."""
    register = Signal.like(value, name=kept.name)
    with m.If(when):
        domain += register.eq(value)
    m.d.comb += kept.eq(register)


class StreamCrossing(wiring.Component):
    """Carries a stream to another clock. What was sent in another epoch is thrown away.

    Latency: 1 [cycle] of the sender and 3 of the receiver, or one more.
    Throughput: one payload per cycle of the slower clock.

    Parameters
    ----------
    shape : of the payload; sender, receiver : domains

    Members
    -------
    i, o : the stream; sent_in, wanted : epochs of the sender and the receiver
    """

    def __init__(self, shape, *, sender, receiver):
        self.shape, self.sender, self.receiver = shape, sender, receiver
        super().__init__(
            {
                "i": In(stream.Signature(shape)),
                "o": Out(stream.Signature(shape)),
                "sent_in": In(2),
                "wanted": In(2),
            }
        )

    def elaborate(self, platform):
        m = Module()
        i, o, stale = self.i, self.o, Signal()
        width = self.shape.size
        m.submodules.fifo = fifo = AsyncFIFO(
            width=width + len(self.wanted),
            depth=DEPTH,
            w_domain=self.sender,
            r_domain=self.receiver,
        )
        m.d.comb += [
            fifo.w_data.eq(Cat(i.payload, self.sent_in)),
            fifo.w_en.eq(i.valid),
            i.ready.eq(fifo.w_rdy),
            stale.eq(fifo.r_data[width:] != self.wanted),
            o.payload.eq(fifo.r_data[:width]),
            o.valid.eq(fifo.r_rdy & ~stale),
            fifo.r_en.eq(o.ready | stale),
        ]
        return m


class CrossedShell(wiring.Component):
    """A shell whose clock is `core_clk`, with the ports of the shell in the clock of the bus.

    The register `reset` throws away what a stream has on its way, as it clears the FIFOs: each
    reset begins an epoch, and what was sent in the one before is not taken. The reset of the bus
    resets the core too, as soon as it comes, and until it has seen some cycles of its own clock.

    Members
    -------
    access, samples, results, irq : those of the shell; the bus waits while `access.wait` is 1
    core_clk : clock of the core; arst : reset of the bus
    """

    def __init__(self, shell):
        self.shell = shell
        members = {name: way for name, way in shell.signature.members.items() if name != "reset"}
        super().__init__({**members, "core_clk": In(1), "arst": In(1)})

    def elaborate(self, platform):
        m = Module()
        shell = self.shell
        m.domains.core = core = ClockDomain("core", local=True)
        m.d.comb += core.clk.eq(self.core_clk)
        m.submodules.reset = ResetSynchronizer(self.arst, domain="core", stages=RESET_CYCLES)
        self.away = Signal(init=1)
        m.submodules.away = AsyncFFSynchronizer(ResetSignal("core"), self.away)
        m.submodules.shell = DomainRenamer("core")(ResetInserter(shell.reset)(shell))
        m.submodules.access = access = AccessCrossing()
        m.submodules.irq = FFSynchronizer(shell.irq, self.irq)
        wiring.connect(m, wiring.flipped(self.access), access.i)
        wiring.connect(m, access.o, shell.access)
        m.d.comb += access.away.eq(self.away)
        if hasattr(shell, "samples"):
            self._streams(m)
        return m

    def _streams(self, m):
        shell = self.shell
        # The bus as well stays in reset until its FIFOs have seen that of the core.
        m.domains.bus = bus = ClockDomain("bus", local=True)
        m.d.comb += [bus.clk.eq(ClockSignal()), bus.rst.eq(self.away)]
        # A Gray code, of which one bit changes at a time, so that it can cross.
        epoch, of_bus = Signal(2), Signal(2)
        with m.If(shell.reset):
            m.d.core += epoch.eq(Cat(~epoch[1], epoch[0]))
        m.submodules.epoch = FFSynchronizer(epoch, of_bus)
        samples, results = shell.samples, shell.results
        m.submodules.samples = to_core = StreamCrossing(
            samples.payload.shape(), sender="bus", receiver="core"
        )
        m.submodules.results = to_bus = StreamCrossing(
            results.payload.shape(), sender="core", receiver="bus"
        )
        wiring.connect(m, to_core.o, samples)
        wiring.connect(m, results, to_bus.i)
        wiring.connect(m, to_bus.o, wiring.flipped(self.results))
        m.d.comb += [
            to_core.i.payload.eq(self.samples.payload),
            to_core.i.valid.eq(self.samples.valid & ~self.away),
            self.samples.ready.eq(to_core.i.ready & ~self.away),
            to_core.sent_in.eq(of_bus),
            to_core.wanted.eq(epoch),
            to_bus.sent_in.eq(epoch),
            to_bus.wanted.eq(of_bus),
        ]


def front(m, shell, *, core_clk=None, arst=None):
    """Add `shell` to a module; what a bus connects to. With `core_clk` the core has that clock."""
    if core_clk is None:
        m.submodules.shell = ResetInserter(shell.reset)(shell)
        return shell
    m.submodules.crossing = crossing = CrossedShell(shell)
    m.d.comb += [crossing.core_clk.eq(core_clk), crossing.arst.eq(arst)]
    return crossing
