"""UART: bytes on two wires, 8 bits, no parity, one stop bit."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.spec.link import check_divisor

BITS = 8

ASYNCHRONOUS = {
    "ASYNC_REG": "TRUE",
    "altera_attribute": "-name SYNCHRONIZER_IDENTIFICATION FORCED",
    "syn_preserve": 1,
}
"""A register of a synchroniser, for Vivado, Quartus and Synplify: they keep both, side by side, and
make no shift register of them."""


class UartReceiver(wiring.Component):
    """Receives bytes from a wire; samples each bit in its middle.

    A start bit that has ended by its middle was a disturbance, and a byte without a stop bit is
    dropped; after it the wire has to be high before the next one begins. There is no way to
    make the sender wait: a byte is on `o` for one cycle.

    Latency: 9.5 bits and 3 [cycles], from the edge of the start bit to the byte.
    Throughput: a byte in 10 bits, with clocks that differ by up to 3 % if `divisor`
    is 16 or more.

    Parameters
    ----------
    divisor : clock cycles per bit

    Members
    -------
    rx : the wire, asynchronous
    valid, byte : a byte, for one cycle
    """

    def __init__(self, *, divisor):
        check_divisor(divisor)
        self.divisor = divisor
        self.latency = 9 * divisor + divisor // 2 + 3
        super().__init__({"rx": In(1, init=1), "valid": Out(1), "byte": Out(BITS)})

    def elaborate(self, platform):
        m = Module()
        # No reset, which would be logic before the first register.
        settling = Signal(init=1, reset_less=True, attrs=ASYNCHRONOUS)
        line = Signal(init=1, reset_less=True, attrs=ASYNCHRONOUS)
        m.d.sync += [settling.eq(self.rx), line.eq(settling)]
        timer = Signal(range(self.divisor))
        bit = Signal(range(BITS))
        m.d.sync += [self.valid.eq(0), timer.eq(Mux(timer == 0, self.divisor - 1, timer - 1))]
        with m.FSM():
            with m.State("IDLE"):
                m.d.sync += [timer.eq(self.divisor // 2 - 1), bit.eq(0)]
                with m.If(~line):
                    m.next = "START"
            with m.State("START"), m.If(timer == 0):
                m.next = "BITS"
                with m.If(line):
                    m.next = "IDLE"
            with m.State("BITS"), m.If(timer == 0):
                m.d.sync += [self.byte.eq(Cat(self.byte[1:], line)), bit.eq(bit + 1)]
                with m.If(bit == BITS - 1):
                    m.next = "STOP"
            with m.State("STOP"), m.If(timer == 0):
                m.d.sync += self.valid.eq(line)
                m.next = "IDLE"
                with m.If(~line):
                    m.next = "WAIT"
            with m.State("WAIT"), m.If(line):
                m.next = "IDLE"
        return m


class UartTransmitter(wiring.Component):
    """Sends bytes on a wire.

    Latency: 1 [cycle], from the byte to its start bit. Throughput: a byte in 10 bits and
    1 [cycle].

    Parameters
    ----------
    divisor : clock cycles per bit

    Members
    -------
    i : bytes
    tx : the wire
    """

    latency = 1

    def __init__(self, *, divisor):
        check_divisor(divisor)
        self.divisor = divisor
        super().__init__({"i": In(stream.Signature(BITS)), "tx": Out(1, init=1)})

    def elaborate(self, platform):
        m = Module()
        timer = Signal(range(self.divisor))
        # What is still to be sent, and a 1 behind it for the stop bit; empty when all is sent.
        rest = Signal(BITS + 1)
        busy = Signal()
        m.d.comb += self.i.ready.eq(~busy)
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += [
                self.tx.eq(0),
                rest.eq(Cat(self.i.payload, 1)),
                timer.eq(self.divisor - 1),
                busy.eq(1),
            ]
        with m.Elif(timer > 0):
            m.d.sync += timer.eq(timer - 1)
        with m.Elif(rest.any()):
            m.d.sync += [
                self.tx.eq(rest[0]),
                rest.eq(rest >> 1),
                timer.eq(self.divisor - 1),
            ]
        with m.Else():
            m.d.sync += busy.eq(0)
        return m
