"""The simulated system: it runs its firmware, and keeps what that prints and gives to the host."""

import ctypes
import re
import tempfile
from ctypes import POINTER, c_char_p, c_int64, c_uint32, c_uint64, c_void_p
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bep_hw.support.errors import require
from bep_hw.train.outputs import weights_sha256
from sim.soc.build import firmware, library

MOST_CYCLES = 10_000_000_000
"""After so many the firmware counts as stuck."""

SLICE = 2_000_000
"""Cycles between two looks at the console."""

_SIGNATURES = {
    "create": (c_void_p, c_char_p),
    "destroy": (None, c_void_p),
    "run": (c_int64, c_void_p, c_uint64),
    "cycles": (c_uint64, c_void_p),
    "console_size": (c_uint64, c_void_p),
    "console": (c_void_p, c_void_p),
    "words_size": (c_uint64, c_void_p),
    "words": (POINTER(c_uint32), c_void_p),
}


class System:
    """A system from a shared library of `build`, with a firmware in its memory."""

    def __init__(self, library, firmware):
        self._library = ctypes.CDLL(str(library))
        for name, (result, *arguments) in _SIGNATURES.items():
            function = getattr(self._library, f"soc_{name}")
            function.restype, function.argtypes = result, arguments
        self._handle = self._library.soc_create(str(firmware).encode())

    def run(self, most, tell=lambda text: None):
        """Run until the firmware ends, or for `most` cycles; its code, or None.

        tell: called with the text that was printed since
        """
        told, left = 0, most
        code = -1
        while code < 0 and left > 0:
            code = self._library.soc_run(self._handle, min(SLICE, left))
            left -= SLICE
            text = self.console
            tell(text[told:])
            told = len(text)
        return None if code < 0 else code

    @property
    def cycles(self):
        """Clock cycles since power came."""
        return self._library.soc_cycles(self._handle)

    @property
    def console(self):
        """All text that the firmware has printed."""
        size = self._library.soc_console_size(self._handle)
        return ctypes.string_at(self._library.soc_console(self._handle), size).decode()

    @property
    def words(self):
        """All words that it has given to the host, int32 (n,)."""
        size = self._library.soc_words_size(self._handle)
        if not size:
            return np.zeros(0, np.int32)
        return np.ctypeslib.as_array(self._library.soc_words(self._handle), (size,)).view(np.int32)

    def counters(self, network):
        """Those words as hidden counters, [(K_l, K_{l-1}) int32]."""
        sizes = [rows * columns for rows, columns in network.shapes]
        parts = np.split(self.words.copy(), np.cumsum(sizes)[:-1])
        return [part.reshape(shape) for part, shape in zip(parts, network.shapes, strict=True)]

    def close(self):
        """Free the simulation; nothing else may be called afterwards."""
        if self._handle:
            self._library.soc_destroy(self._handle)
            self._handle = None


@dataclass(frozen=True)
class Trained:
    """What the system has done: hidden counters, all printed text, and clock cycles.

    counters: None if it has a serial port alone
    weights_sha256: of the counters; then it is the firmware that computes it
    training_cycles: those within `bep_train`
    """

    counters: list | None
    weights_sha256: str
    console: str
    cycles: int
    training_cycles: int


def train(task, bus, tell=lambda text: None, *, kind="plain"):
    """Train a `Task` on a system with its core behind `bus`; ConfigError if it fails.

    kind: one of `build.KINDS`
    """
    require(
        not task.dma or (bus == "axi" and kind == "plain"), "DMA: needs the plain system and AXI"
    )
    require(bus == "wishbone" or kind != "serial", "the system with a serial port: needs Wishbone")
    preset = task.run.preset
    with tempfile.TemporaryDirectory() as folder:
        made = firmware(task, Path(folder), kind)
        system = System(library(preset, bus, kind), made.path)
    try:
        code = system.run(MOST_CYCLES, tell)
        text = system.console
        require(code == 0, f"the firmware ended with {code}: {text.strip().splitlines()[-1:]}")
        (cycles,) = re.findall(r"training cycles (\d+)", text)
        if kind == "serial":
            counters, (digest,) = None, re.findall(r"^weights_sha256 (\w+)$", text, re.MULTILINE)
        else:
            counters = system.counters(preset.network)
            digest = weights_sha256(counters)
        return Trained(counters, digest, text, system.cycles, int(cycles))
    finally:
        system.close()
