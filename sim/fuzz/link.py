"""The serial line of a simulated core as a target."""

import struct

from bep_hw.cosim.serial_board import CLOCK, QUIET, SimulatedBoard
from bep_hw.host.link import Serial
from bep_hw.spec.link import FIRST, FLAG, MIN_DIVISOR, Decoder, encode, operation
from bep_hw.spec.registers import VERSION, address
from sim.fuzz.requests import Device, requests
from sim.fuzz.shadow import must

SHORT = 4
"""Bytes in whose time a device would begin to answer what is no request."""

LATE = 4_000
"""Cycles in which it begins to answer a request that came behind another."""


class WiredBoard(SimulatedBoard):
    """A core with a UART, bit for bit."""

    byte_cycles = 10 * MIN_DIVISOR

    def __init__(self, core):
        super().__init__(core, divisor=MIN_DIVISOR)


class Link:
    """A core behind a serial link; what is sent are the bytes of a frame, or whatever else.

    board: `BytesBoard` or `WiredBoard`
    """

    bus = "uart"

    def __init__(self, board):
        self.board, self._short = board, SHORT * board.byte_cycles
        self.device = None
        self._before, self._decoder = b"", Decoder()

    @property
    def cycles(self):
        """Clock cycles so far."""
        return self.board.cycles

    @property
    def answers(self):
        """{answer: how many there were}."""
        return self.device.counts

    def port(self):
        """A new session of a host."""
        self._before = b""
        return Serial(self.board, clock=self.board.clock, byte_time=self.board.byte_cycles / CLOCK)

    def gather(self, shadow):
        """Nothing comes by itself. Make a request of our own: its answer is the last one now."""
        read = operation(address("version"), 1, write=False, patient=False)
        answer = self.board.run(encode(struct.pack("<II", FIRST, read)))
        (body,) = Decoder().feed(answer)
        must(struct.unpack_from("<I", body)[0] == VERSION, "the version reads otherwise")
        counts = self.device.counts if self.device else None
        self.device = Device(shadow, counts)

    def send(self, data, shadow):
        """Send bytes, and judge what comes."""
        wanted, more = requests(self._before + data)
        replies = self._decoder.feed(self.board.run(data, QUIET if wanted else self._short))
        if more:
            replies += self._decoder.feed(self.board.run(b"", LATE))
        self.device.judge(wanted, replies, more)
        self._before += data
        if more:
            # What of it the device has taken is not known; a flag ends that.
            self.board.run(bytes([FLAG]), self._short)
            self._before = bytes([FLAG])
        elif wanted:
            self._before = b""
        else:
            self._before = b"".join(self._before.rpartition(bytes([FLAG]))[1:])
