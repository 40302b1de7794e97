"""The Driver's bus over somebody else's UART: a request of its own for each access.

It shares nothing with the host's side of the link but what `bep_hw.spec.link` says.
"""

import logging
import struct

from cocotb.clock import Clock
from cocotb.task import resume
from cocotb.triggers import FallingEdge, Timer
from cocotb.utils import get_sim_time
from cocotbext.uart import UartSink, UartSource

from bep_hw.host.bus import Bus, BusError
from bep_hw.spec.link import FIRST, REPLY, Decoder, encode, operation
from bep_hw.spec.registers import byte_address

PERIOD = 10
"""Of the clock [ns]."""

DIVISOR = 8
BIT = DIVISOR * PERIOD
BYTE = 10 * BIT
"""Times of a bit and of a byte on the line [ns]."""


class Line:
    """The pins of `dut` as a line for `bep_hw.host.link.Serial`, for code under `bridge`."""

    def __init__(self, dut):
        self.dut, baud = dut, 10**9 // BIT
        for end in ("rx", "tx"):
            logging.getLogger(f"cocotb.{dut._name}.{end}").setLevel(logging.WARNING)
        self.source, self.sink = UartSource(dut.rx, baud=baud), UartSink(dut.tx, baud=baud)

    async def start(self):
        """Start the clock, and reset."""
        self.dut.rst.value = 1
        Clock(self.dut.clk, PERIOD, "ns").start()
        for _ in range(2):
            await FallingEdge(self.dut.clk)
        self.dut.rst.value = 0

    @resume
    async def write(self, data):
        await self.source.write(data)

    @resume
    async def read(self):
        """What has come until nothing comes for the time of a few bytes."""
        return await self.heard()

    async def heard(self, wait=0):
        """The same, when the time of `wait` bytes is over."""
        await Timer(1 + wait * BYTE, "ns")
        before = -1
        while before < self.sink.count():
            before = self.sink.count()
            await Timer(3 * BYTE, "ns")
        return bytes(self.sink.read_nowait())

    async def asked(self, data, wait=0):
        """Send the bytes; what comes from their end on, or in the time of `wait` bytes."""
        await self.source.write(data)
        await self.source.wait()
        return await self.heard(wait)

    async def drive(self, bits):
        """Drive the wire for the time of a bit each; then it rests for two."""
        for bit in (*bits, 1, 1):
            self.dut.rx.value = bit
            await Timer(BIT, "ns")

    def clock(self):
        return get_sim_time("ns") * 1e-9

    def close(self):
        pass


def frame(words):
    """A request of these words, the sequence number first, as bytes on the line."""
    return encode(struct.pack(f"<{len(words)}I", *words))


def reply(words, position, *, sequence=FIRST, refused=False):
    """The bytes on the line of a reply that brings these words."""
    values = {"sequence": sequence, "position": position, "refused": refused}
    tail = sum(int(values[field.name]) << field.low for field in REPLY)
    return frame([*words, tail])


class UartBus(Bus):
    """Reads and writes over a `Line`, for code that runs under `cocotb.task.bridge`.

    A refused access is refused at once, as on a parallel bus, and is seen at the pin `refused` too.
    """

    name = "uart"

    def __init__(self, line):
        self.line = line

    @resume
    async def read(self, place, count=1):
        words, _ = await self._request(place, [operation(place, count, write=False, patient=False)])
        return words

    @resume
    async def write(self, place, words):
        start = operation(place, 2 + len(words), write=True, patient=False)
        _, position = await self._request(place, [start, *words])
        assert position == 2 + len(words)

    async def _request(self, place, words):
        """(words of the reply, position) of a request without its head; BusError if refused."""
        # A word takes 3 cycles, so the reply begins within this many bytes.
        data = await self.line.asked(frame([FIRST, *words]), 1 + len(words) // 16)
        (body,) = Decoder().feed(data)
        *found, tail = struct.unpack(f"<{len(body) // 4}I", body)
        assert data == frame([*found, tail])
        sequence, position, refused = (field.of(tail) for field in REPLY)
        assert sequence == FIRST and refused == int(self.line.dut.refused.value)
        if refused:
            raise BusError(f"access at {byte_address(place):#x}: refused")
        return found, position
