"""A simulated core behind AXI or Wishbone as a target."""

import ctypes
from ctypes import POINTER, c_int64, c_uint32, c_uint64, c_void_p
from pathlib import Path

import numpy as np

from bep_hw.cosim import build
from bep_hw.cosim.compile import compile_verilog, identity
from bep_hw.cosim.simulation import on_both_edges
from bep_hw.gateware.bus.tops import BUSES
from bep_hw.host.bus import Bus, BusError
from bep_hw.spec.registers import address, byte_address
from bep_hw.support.cache import cached, digest
from sim.fuzz.shadow import ALL_BYTES, must

FOLDER = Path(__file__).parent
READ, WRITE, OTHER, LAST = range(4)
"""Kinds of an access, as the benches in C++ number them."""

MOST = 4096
"""Results of a stream that are fetched at once."""

TRIES = 1000
"""Of an access that may find no room, or no word yet."""

_WORDS = POINTER(c_uint32)
_SIGNATURES = {
    "create": (c_void_p, c_uint64),
    "destroy": (None, c_void_p),
    "cycles": (c_uint64, c_void_p),
    "run": (c_int64, c_void_p, _WORDS, c_int64, _WORDS),
    "results": (c_int64, c_void_p, _WORDS, c_int64),
}


def library(core, bus):
    """Path of the shared library of a core behind a bus with its bench, built if need be."""
    text = on_both_edges(build.core_verilog(core, bus))
    main = FOLDER / f"{bus}.cpp"
    key = digest(text, main.read_bytes(), (FOLDER / "bench.hpp").read_bytes(), identity())

    def fill(folder):
        top = BUSES[bus].top
        compile_verilog(folder, text, top=top, prefix=f"V{top}", main=main, output="bench.so")

    return cached(f"fuzz-{key}", fill) / "bench.so"


class Mapped:
    """A core behind `bus`, "axi" or "wishbone"; what is sent are accesses.

    An access is (kind, word address, data, mask). Of AXI OTHER is a word of the stream of samples,
    and LAST the last one of a packet; of Wishbone OTHER is a read that is given up, and LAST a
    write without CYC.

    seed: of the pauses on the bus
    """

    def __init__(self, core, bus, seed=1):
        self.bus = bus
        self._library = ctypes.CDLL(str(library(core, bus)))
        for name, (result, *arguments) in _SIGNATURES.items():
            function = getattr(self._library, f"bench_{name}")
            function.restype, function.argtypes = result, arguments
        self._bench = self._library.bench_create(seed)
        self.answers = {"done": 0, "refused": 0, "no answer wanted": 0}

    def __del__(self):
        if getattr(self, "_bench", None):
            self._library.bench_destroy(self._bench)

    @property
    def cycles(self):
        """Clock cycles so far."""
        return self._library.bench_cycles(self._bench)

    def run(self, accesses):
        """The answers (n, 2) to accesses: refused, data; Finding if there is none."""
        sent = np.array(accesses, np.uint32).reshape(-1, 4)
        sent[:, 1] = byte_address(sent[:, 1])
        answers = np.zeros((len(sent), 2), np.uint32)
        done = self._library.bench_run(
            self._bench, sent.ctypes.data_as(_WORDS), len(sent), answers.ctypes.data_as(_WORDS)
        )
        must(done == len(sent), f"no answer, or one too many, at access {done}")
        return answers

    def port(self):
        """A host's way to the registers."""
        return Port(self)

    def gather(self, shadow):
        """Tell the shadow of results that came over the stream."""
        words = np.zeros(MOST, np.uint32)
        count = self._library.bench_results(self._bench, words.ctypes.data_as(_WORDS), MOST)
        shadow.results += words[:count].tolist()

    def send(self, access, shadow):
        """Carry out an access, and judge its answer."""
        kind, place, value, mask = access
        ((refused, data),) = self.run([access]).tolist()
        self.gather(shadow)
        if kind == READ:
            shadow.read(place, bool(refused), data)
        elif kind == WRITE:
            shadow.write(place, bool(refused), value, mask)
        elif self.bus == "axi" and not refused:
            shadow.beat(value, mask, kind == LAST)
        answer = "refused" if refused else "done"
        self.answers[answer if kind <= WRITE or self.bus == "axi" else "no answer wanted"] += 1


class Port(Bus):
    """The registers of a `Mapped`, as a host sees them."""

    def __init__(self, mapped):
        self._mapped = mapped

    def read(self, place, count=1):
        places = range(place, place + count)
        return [self._done((READ, here, 0, 0), "read") for here in places]

    def write(self, place, words):
        for here, word in enumerate(words, place):
            self._done((WRITE, here, int(word), ALL_BYTES), "write")

    def _done(self, access, name):
        """What is read by an access, which is tried again while it is refused."""
        for _ in range(TRIES):
            ((refused, value),) = self._mapped.run([access]).tolist()
            if not refused:
                return value
        raise BusError(f"{name} of {access[1]:#x}: refused")


class BusAccesses:
    """Draws from `random`, a random.Random, with `accesses` from the registers of the core."""

    def __init__(self, random, accesses, bus):
        self.random, self.accesses, self.bus = random, accesses, bus
        self._next = []

    def draw(self):
        """(kind, access)."""
        if self._next:
            return "sample", self._next.pop()
        draw = self.random.random()
        if draw < 0.02:
            self._next = self._sample()[::-1]
            return "sample", self._next.pop()
        if draw < 0.1:
            return getattr(self, f"_of_{self.bus}")()
        if draw < 0.45:
            return "read", (READ, self.accesses.read(), 0, 0)
        mask = ALL_BYTES if self.random.random() < 0.9 else self.random.randrange(16)
        kind = "write" if mask == ALL_BYTES else "write of some bytes"
        return kind, (WRITE, *self.accesses.write(), mask)

    def _sample(self):
        """The accesses that bring a sample, over registers or the stream, and read a result."""
        words, label = self.accesses.sample()
        if self.bus == "axi" and self.random.random() < 0.5:
            return [*((OTHER, 0, w, ALL_BYTES) for w in words), (LAST, 0, label, ALL_BYTES)]
        writes = [(WRITE, address("samples"), word, ALL_BYTES) for word in words]
        writes.append((WRITE, address("label"), label, ALL_BYTES))
        return [*writes, (READ, address("results"), 0, 0)]

    def _of_axi(self):
        """A word of the stream, often in a packet that is too short or too long."""
        words, label = self.accesses.sample()
        mask = ALL_BYTES if self.random.random() < 0.9 else self.random.randrange(16)
        if self.random.random() < 0.4:
            return "end of a packet", (LAST, 0, label, mask)
        return "word of a packet", (OTHER, 0, words[0], mask)

    def _of_wishbone(self):
        """A master that lets go, or has no bus: nothing is to be written."""
        if self.random.random() < 0.5:
            # What is read must not be taken by it, for nobody knows whether it was.
            return "read given up", (OTHER, address("status"), 0, 0)
        return "write without CYC", (LAST, *self.accesses.write(), ALL_BYTES)
