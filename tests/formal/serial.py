"""Proofs of the serial link: bytes of the reply, the wire to the host and the wire from it."""

from amaranth.hdl import Assert, Assume, Cat, Module, Mux, ResetSignal, Signal
from amaranth.lib.wiring import Component

from bep_hw.gateware.bus import link, uart
from bep_hw.spec.link import MIN_DIVISOR
from tests.formal.streams import steady_proof
from tests.helpers.formal import Checked, Proof, anything, inside, streams

BITS = 10
"""Of a byte on the wire: a start bit, the byte, a stop bit."""

STAYS = 5
"""Cycles that a byte must stay for `Link`."""


def on_the_wire(m, dut):
    """A byte is 0, its bits, lowest first, and 1, `divisor` cycles each; then the wire is 1."""
    length = BITS * dut.divisor
    sent, left = Signal(BITS, init=(1 << BITS) - 1), Signal(range(length + 1))
    taken = dut.i.valid & dut.i.ready
    m.d.sync += left.eq(Mux(left > 0, left - 1, 0))
    with m.If(taken):
        m.d.sync += [sent.eq(Cat(0, dut.i.payload, 1)), left.eq(length)]
    m.d.comb += Assert(left <= length)
    # Registers of the transmitter, so that the claim is its own induction.
    timer, rest, busy = (inside(dut, name) for name in ("timer", "rest", "busy"))
    for bit in range(BITS):
        first = length - bit * dut.divisor
        with m.If((left <= first) & (left > first - dut.divisor)):
            m.d.comb += [
                Assert(dut.tx == sent[bit]),
                Assert(timer == left - (first - dut.divisor) - 1),
                Assert(rest == sent[bit + 1 :]),
                Assert(busy),
            ]
    m.d.comb += [Assert(~taken | (left == 0)), Assert(~sent[0] | (left == 0)), Assert(sent[-1])]
    with m.If(left == 0):
        m.d.comb += [Assert(dut.tx), Assert(timer == 0), Assert(rest == 0)]


class Wire(Component):
    """A transmitter and a receiver on one wire, in one clock."""

    def __init__(self, module):
        self.transmitter = module.UartTransmitter(divisor=MIN_DIVISOR)
        self.receiver = module.UartReceiver(divisor=MIN_DIVISOR)
        super().__init__({})

    def elaborate(self, platform):
        m = Module()
        m.submodules.transmitter, m.submodules.receiver = self.transmitter, self.receiver
        i, got, byte = self.transmitter.i, self.receiver.valid, self.receiver.byte
        sent, count, stays = Signal(16), Signal(range(3)), Signal(range(STAYS))
        last = Signal(8)
        taken = i.valid & i.ready
        m.d.comb += [
            Assume(~ResetSignal()),
            self.receiver.rx.eq(self.transmitter.tx),
            i.valid.eq(anything(m, i.valid, "offers")),
            i.payload.eq(anything(m, i.payload, "byte")),
            Assert(~got | ((count > 0) & (byte == Mux(count == 2, sent[8:], sent[:8])))),
            # The next byte begins while the last cycles of the stop bit are on the wire.
            Assert(~taken | (count < 2)),
            Assert((stays == 0) | (byte == last)),
        ]
        with m.If(got):
            m.d.sync += [stays.eq(STAYS - 1), last.eq(byte)]
        with m.Elif(stays > 0):
            m.d.sync += stays.eq(stays - 1)
        m.d.sync += count.eq(count + taken - got)
        with m.If(taken):
            m.d.sync += sent.eq(Cat(i.payload, sent[:8]))
        return m


PROOFS = (
    steady_proof(
        "link",
        "o",
        link,
        lambda module: Checked(module.Link(request_words=4, reply_words=4), streams),
        (
            "the first flag stays for a cycle",
            'If(o.ready):\n                m.next = "RECALL"',
            'If(1):\n                m.next = "RECALL"',
        ),
        within=56,
        proves=("Link.o",),
    ),
    Proof(
        block="UART transmitter",
        claim="a byte is a start bit, its bits, and a stop bit, each as long as it should be",
        module=uart,
        build=lambda module: Checked(
            module.UartTransmitter(divisor=MIN_DIVISOR), streams, on_the_wire
        ),
        bug=("no stop bit", "rest.eq(Cat(self.i.payload, 1))", "rest.eq(self.i.payload)"),
        depth=2,
        within=12 * MIN_DIVISOR,
    ),
    Proof(
        block="UART",
        claim=f"each byte sent is received once, in order, and stays for {STAYS} cycles",
        module=uart,
        build=Wire,
        bug=("a bit is lost", "bit == BITS - 1", "bit == BITS - 2"),
        depth=14 * MIN_DIVISOR,
        bounded="a byte, and the next in part; where the receiver is in a byte is no invariant",
        within=12 * MIN_DIVISOR,
    ),
)
