"""Runs a netlist cycle by cycle, and counts the transitions of all its nets."""

import ctypes
from ctypes import POINTER, c_int32, c_int64, c_uint8, c_uint64, c_void_p
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from bep_hw.support import toolchain
from bep_hw.support.cache import cached, digest

SOURCE = Path(__file__).with_name("simulator.cpp")
FLAGS = ("-std=c++20", "-O2", "-fPIC", "-shared")

_INTS, _BYTES = POINTER(c_int32), POINTER(c_uint8)
_GATES = (c_int32, c_int32, _INTS, POINTER(c_uint64), _INTS, _INTS, _INTS)
SIGNATURES = {
    "create": (c_void_p, *_GATES, c_int32, *(_INTS,) * 3, c_int32, _INTS, _INTS, _BYTES),
    "memory": (None, c_void_p, *(c_int32,) * 5, _INTS),
    "start": (None, c_void_p),
    "count": (None, c_void_p, c_int32),
    "cycles": (c_int64, c_void_p),
    "run": (None, c_void_p, c_int64, c_int32, _INTS, _BYTES, c_int32, _INTS, _BYTES),
    "toggles": (None, c_void_p, POINTER(c_int64), POINTER(c_int64)),
    "accesses": (None, c_void_p, POINTER(c_int64)),
    "passed": (None, c_void_p, POINTER(c_int64)),
    "destroy": (None, c_void_p),
}


@dataclass
class Activity:
    """What was counted: clock cycles, transitions per net, and those without glitches.

    A glitch is a transition of a net that another one takes back in the same cycle.
    passed: clock edges that each clock gate let through
    accesses: {memory: {"reads", "enabled", "writes", "bits_read", "bits_written"}}
    """

    cycles: int
    transitions: np.ndarray
    settled: np.ndarray
    passed: np.ndarray
    accesses: dict

    def energy(self, netlist, *, glitches=True):
        """{part: (energy of transitions, energy of the clock)} [pJ]."""
        spent = (self.transitions if glitches else self.settled) * netlist.energy
        by_part = np.bincount(netlist.part, spent, minlength=len(netlist.parts))
        gated = np.bincount(
            netlist.gate_part, self.passed * netlist.gate_energy, minlength=len(netlist.parts)
        )
        clock = self.cycles * netlist.clock_energy + gated
        pairs = zip(by_part.tolist(), clock.tolist(), strict=True)
        return dict(zip(netlist.parts, pairs, strict=True))


class Simulation:
    """A `Netlist` in operation; it begins with flip-flops at their initial values, memories at 0.

    inputs, outputs: ports in the order in which `run` takes and returns their bits
    """

    def __init__(self, netlist, outputs=None):
        self.netlist, self.compiled = netlist, _compiled()
        self.inputs = {name: netlist.ports[name] for name in netlist.inputs}
        outputs = outputs or [n for n in netlist.ports if n not in self.inputs and n != "clk"]
        self.outputs = {name: netlist.ports[name] for name in outputs}
        self._in, self._out = (
            np.ascontiguousarray(np.concatenate([*nets.values()] or [np.zeros(0)]), np.int32)
            for nets in (self.inputs, self.outputs)
        )
        n = netlist
        self.handle = self.compiled.cost_create(
            *(n.nets, len(n.output), _p(n.output), _p(n.truth, c_uint64), _p(n.begin)),
            *(_p(n.pins), _p(n.delay), len(n.d), _p(n.d), _p(n.q), _p(n.enable)),
            *(len(n.gate_nets), _p(n.gate_nets), _p(n.source_delay)),
            _p(n.initial, c_uint8),
        )
        for memory in n.memories:
            nets = [np.atleast_1d(x) for port in (*memory.reads, *memory.writes) for x in port]
            nets = np.ascontiguousarray(np.concatenate(nets), np.int32)
            abits = len(memory.reads[0][1] if memory.reads else memory.writes[0][1])
            sizes = (memory.width, memory.depth, abits, len(memory.reads), len(memory.writes))
            self.compiled.cost_memory(self.handle, *sizes, _p(nets))
        self.compiled.cost_start(self.handle)

    def __del__(self):
        if getattr(self, "handle", None):
            self.compiled.cost_destroy(self.handle)

    def count(self, counting):
        """Whether transitions are counted from now on."""
        self.compiled.cost_count(self.handle, int(counting))

    def run(self, bits):
        """Clock edges, after each of which the inputs take a row of `bits` (cycles, inputs).

        Returns (cycles, outputs) uint8: outputs once they are settled, before the next edge.
        """
        bits = np.ascontiguousarray(bits, np.uint8)
        seen = np.empty((len(bits), len(self._out)), np.uint8)
        self.compiled.cost_run(
            *(self.handle, len(bits), len(self._in), _p(self._in), _p(bits, c_uint8)),
            *(len(self._out), _p(self._out), _p(seen, c_uint8)),
        )
        return seen

    def drive(self, values):
        """As `run`, with {port: (cycles, bits) or (cycles,) integers}; returns {port: (cycles,
        bits)}. Ports that are not named are 0."""
        cycles = len(next(iter(values.values())))
        bits = np.zeros((cycles, len(self._in)), np.uint8)
        at = 0
        for name, nets in self.inputs.items():
            if name in values:
                bits[:, at : at + len(nets)] = as_bits(values[name], len(nets))
            at += len(nets)
        seen = self.run(bits)
        ends = np.cumsum([len(nets) for nets in self.outputs.values()])[:-1]
        return dict(zip(self.outputs, np.split(seen, ends, axis=1), strict=True))

    def activity(self):
        """The `Activity` counted so far."""
        netlist = self.netlist
        transitions, settled = (np.zeros(netlist.nets, np.int64) for _ in range(2))
        self.compiled.cost_toggles(self.handle, _p(transitions, c_int64), _p(settled, c_int64))
        ports = sum(len(memory.reads) + len(memory.writes) for memory in netlist.memories)
        counts = np.zeros((max(1, ports), 2), np.int64)
        self.compiled.cost_accesses(self.handle, _p(counts, c_int64))
        accesses, at = {}, 0
        for memory in netlist.memories:
            reads = counts[at : at + len(memory.reads)].sum(axis=0)
            at += len(memory.reads)
            writes = counts[at : at + len(memory.writes)].sum(axis=0)
            at += len(memory.writes)
            accesses[memory.name] = {
                "reads": int(reads[0]),
                "enabled": int(reads[1]),
                "writes": int(writes[0]),
                "bits_read": int(reads[0]) * memory.width,
                "bits_written": int(writes[1]),
            }
        passed = np.zeros(len(netlist.gate_nets), np.int64)
        self.compiled.cost_passed(self.handle, _p(passed, c_int64))
        cycles = self.compiled.cost_cycles(self.handle)
        return Activity(cycles, transitions, settled, passed, accesses)


def as_bits(values, width):
    """(n, width) uint8 of integers (n,), lowest bit first, or of what is bits already."""
    values = np.asarray(values)
    if values.ndim == 2:
        return values
    if width > 64:
        raise ValueError(f"{width} bits: integers have at most 64")
    return (values.astype(np.int64)[:, None] >> np.arange(width) & 1).astype(np.uint8)


def as_integers(bits, *, signed=False):
    """Integers (n,) int64 of bits (n, width), lowest first."""
    weights = 1 << np.arange(bits.shape[1], dtype=np.int64)
    if signed:
        weights[-1] = -weights[-1]
    return bits.astype(np.int64) @ weights


@cache
def _compiled():
    """The simulator, compiled at its first use."""
    command, identity = toolchain.compiler()

    def fill(folder):
        toolchain.output(command, *FLAGS, "-o", str(folder / "library.so"), str(SOURCE))

    key = digest("cost", identity, repr(FLAGS), SOURCE.read_bytes())
    library = ctypes.CDLL(str(cached(f"cost-simulator-{key}", fill) / "library.so"))
    for name, (result, *arguments) in SIGNATURES.items():
        function = getattr(library, f"cost_{name}")
        function.restype, function.argtypes = result, arguments
    return library


def _p(array, kind=c_int32):
    return array.ctypes.data_as(POINTER(kind))
