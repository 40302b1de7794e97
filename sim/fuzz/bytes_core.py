"""A core behind its serial link without the wires: bytes come and go in a few cycles each."""

import ctypes
from ctypes import POINTER, c_int64, c_uint8, c_uint64, c_void_p
from pathlib import Path

from amaranth.hdl import Module
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.cosim import build
from bep_hw.cosim.compile import compile_verilog, identity
from bep_hw.cosim.serial_board import CLOCK, QUIET
from bep_hw.cosim.simulation import on_both_edges
from bep_hw.gateware.bus.link import LinkedCore
from bep_hw.gateware.technology import SIMULATION
from bep_hw.gateware.verilog import convert
from bep_hw.spec.link import MIN_DIVISOR
from bep_hw.support.cache import cached, digest
from sim.fuzz.shadow import must

HARNESS = Path(__file__).with_name("link.cpp")
TOP = "bep_bytes"

_SIGNATURES = {
    "create": (c_void_p, c_uint64),
    "destroy": (None, c_void_p),
    "cycles": (c_uint64, c_void_p),
    "run": (
        *(c_int64, c_void_p, ctypes.c_char_p, c_int64),
        *(POINTER(c_uint8), c_int64, c_uint64),
    ),
}


class _Receiver(wiring.Component):
    """Stands for the receiver of a UART: gives the bytes of `outside`."""

    def __init__(self, outside):
        self._outside = outside
        super().__init__({"rx": In(1), "valid": Out(1), "byte": Out(8)})

    def elaborate(self, platform):
        m = Module()
        m.d.comb += [self.valid.eq(self._outside.arrives), self.byte.eq(self._outside.byte)]
        return m


class _Transmitter(wiring.Component):
    """Stands for the transmitter of a UART: gives its bytes to `outside`."""

    def __init__(self, outside):
        self._outside = outside
        super().__init__({"i": In(stream.Signature(8)), "tx": Out(1, init=1)})

    def elaborate(self, platform):
        m, outside = Module(), self._outside
        m.d.comb += [
            outside.leaves.eq(self.i.valid),
            outside.answer.eq(self.i.payload),
            self.i.ready.eq(outside.taken),
        ]
        return m


class BytesCore(wiring.Component):
    """`LinkedCore` with bytes in place of its two wires.

    Members
    -------
    arrives, byte : a byte that stays for 5 cycles, valid in the first
    leaves, answer, taken : a byte of the device, as a stream
    """

    def __init__(self, config, technology):
        self._core = LinkedCore(config, technology, divisor=MIN_DIVISOR)
        super().__init__(
            {"arrives": In(1), "byte": In(8), "leaves": Out(1), "answer": Out(8), "taken": In(1)}
        )
        for wire in (self._core.receiver, self._core.transmitter):
            wire._MustUse__used = True  # Amaranth warns of a component that is in no design
        self._core.receiver, self._core.transmitter = _Receiver(self), _Transmitter(self)

    def elaborate(self, platform):
        m = Module()
        m.submodules.core = self._core
        return m


def library(core):
    """Path of the shared library of a `BytesCore` with its harness, built if need be."""
    sources = [Path(__file__).read_bytes(), HARNESS.read_bytes()]
    key = digest(build.verilog_key(core, "uart", MIN_DIVISOR), *sources, identity())

    def fill(folder):
        text = on_both_edges(convert(BytesCore(core, SIMULATION), TOP) + build.leaves())
        compile_verilog(folder, text, top=TOP, prefix=f"V{TOP}", main=HARNESS, output="bytes.so")

    return cached(f"fuzz-{key}", fill) / "bytes.so"


class BytesBoard:
    """A simulated `BytesCore`, to be used as `bep_hw.cosim.serial_board.SimulatedBoard` is.

    seed: of the pauses between bytes
    """

    MOST = 1 << 16
    byte_cycles = 8

    def __init__(self, core, seed=1):
        self._library = ctypes.CDLL(str(library(core)))
        for name, (result, *arguments) in _SIGNATURES.items():
            function = getattr(self._library, f"bytes_{name}")
            function.restype, function.argtypes = result, arguments
        self._board = self._library.bytes_create(seed)
        self._answer = (c_uint8 * self.MOST)()
        self._sent = b""

    def __del__(self):
        if getattr(self, "_board", None):
            self._library.bytes_destroy(self._board)

    @property
    def cycles(self):
        """Clock cycles so far."""
        return self._library.bytes_cycles(self._board)

    def clock(self):
        """Time, if the clock had CLOCK cycles a second [s]."""
        return self.cycles / CLOCK

    def run(self, data, quiet=QUIET):
        """Send bytes, and run until nothing has come for `quiet` cycles; what has come."""
        count = self._library.bytes_run(
            self._board, data, len(data), self._answer, self.MOST, quiet
        )
        must(count >= 0, "it sends without end")
        return bytes(self._answer[:count])

    def write(self, data):
        """Send bytes, with the next `read`."""
        self._sent += data

    def read(self):
        """The bytes that have come."""
        sent, self._sent = self._sent, b""
        return self.run(sent)
