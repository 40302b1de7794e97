"""The driver in C, compiled for this computer, and a device of registers for both drivers."""

import ctypes
from collections import deque
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_int32, c_uint16, c_uint32, c_void_p

import numpy as np

from bep_hw.build.verilog import c_driver, c_header
from bep_hw.host import packing
from bep_hw.host.bus import Bus
from bep_hw.spec.address_map import constants
from bep_hw.spec.payloads import COUNTERS, load_fields
from bep_hw.spec.registers import WINDOW, WINDOWS, address
from bep_hw.support import toolchain

COMPILER = "gcc"
STRICT = ("-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror")
OK, ABSENT, INVALID, TIMEOUT, FAILED = range(5)

ACCESS = """
#include "bep_driver.h"
uint32_t (*on_read)(uint32_t offset);
void (*on_write)(uint32_t offset, uint32_t value);
uint32_t bep_read(uintptr_t base, uint32_t offset)
{
    (void)base;
    return on_read(offset);
}
void bep_write(uintptr_t base, uint32_t offset, uint32_t value)
{
    (void)base;
    on_write(offset, value);
}
const uint32_t core_bytes = sizeof(bep_core);
"""


class Device:
    """A core that computes nothing: it keeps what is written, and a sample's result is its number.

    registers: {word address: value}; loads: {payload}; samples: words, labels among them
    room: words that it says it takes at once; a sample may have more
    busy: looks at `status` that find it busy; stuck: no result ever comes
    """

    def __init__(self, core):
        self.core, self.pieces = core, -(-_bits(core) // 32)
        self.registers = {address(name): value for name, value in constants(core).items()}
        self.loads, self.samples, self.memory = set(), [], {}
        self.busy, self.stuck, self.errors = 0, False, 0
        self.results, self.room = deque(), 13
        self._load, self._fetched = [], deque()

    def read(self, place):
        place = _window(place)
        if place == address("status"):
            self.busy = max(0, self.busy - 1)
            return int(self.busy > 0)
        values = {
            "errors": lambda: self.errors,
            "room": lambda: 0 if self.stuck else self.room,
            "waiting": lambda: min(3, len(self.results)),
            "results": lambda: self.results.popleft(),
            "fetched": lambda: self._fetched.popleft(),
        }
        found = [value for name, value in values.items() if place == address(name)]
        return found[0]() if found else self.registers[place]

    def write(self, place, value):
        place = _window(place)
        if place == address("load"):
            self._load.append(value)
            if len(self._load) == -(-_load_bits(self.core) // 32):
                self._loaded(sum(word << 32 * i for i, word in enumerate(self._load)))
        elif place == address("fetch"):
            assert not self._fetched, "a fetched word was not read to its end"
            word = self.memory[value]
            self._fetched.extend(word >> 32 * piece & 0xFFFF_FFFF for piece in range(self.pieces))
        elif place in (address("samples"), address("label")):
            self.samples.append((place, value))
            if place == address("label") and not self.stuck:
                self.results.append(len([1 for p, _ in self.samples if p == place]) << 12)
        else:
            self.registers[place] = value

    def _loaded(self, payload):
        self._load = []
        self.loads.add(payload)
        kind, place, _, _, data = (field.of(payload) for field in load_fields(self.core))
        if kind == COUNTERS:
            self.memory[place] = data


class DeviceBus(Bus):
    """The way of the driver in Python to a `Device`."""

    def __init__(self, device):
        self.device = device

    def read(self, place, count=1):
        return [self.device.read(place + index) for index in range(count)]

    def write(self, place, words):
        for index, word in enumerate(words):
            self.device.write(place + index, int(word))


class Core(Structure):
    """The beginning of bep_core."""

    _fields_ = (
        ("base", c_void_p),
        ("polls", c_uint32),
        ("pause", CFUNCTYPE(None, c_void_p)),
        ("context", c_void_p),
        ("layers", c_uint32),
        ("table", c_uint32 * 1024),
    )


class Network(Structure):
    """bep_network of a core with so many rows of the layer table."""

    @staticmethod
    def of(core, network, seed):
        class Sized(Structure):
            _fields_ = (
                ("depth", c_uint32),
                ("widths", c_uint32 * core.max_layers),
                ("classes", c_uint32),
                ("seed", c_uint32),
            )

        widths = (c_uint32 * core.max_layers)(*network.layers)
        return Sized(network.depth, widths, network.classes, seed)


class Samples(Structure):
    """bep_samples."""

    _fields_ = (
        ("words", POINTER(c_uint32)),
        ("labels", POINTER(c_uint16)),
        ("order", POINTER(c_uint32)),
        ("count", c_uint32),
        ("results", POINTER(c_uint32)),
    )


class CDriver:
    """The driver, compiled for CoreConfig `core` in `folder`, on a `Device`.

    Methods return the status of the function of the same name, or what it has found.
    """

    def __init__(self, core, folder, device):
        self.core, self.device, self.struct = core, device, Core()
        self._library = ctypes.CDLL(str(compiled(core, folder)))
        read, write = CFUNCTYPE(c_uint32, c_uint32), CFUNCTYPE(None, c_uint32, c_uint32)
        self._kept = [
            read(lambda offset: device.read(offset // 4)),
            write(lambda offset, value: device.write(offset // 4, value)),
        ]
        for name, function in zip(("on_read", "on_write"), self._kept, strict=True):
            c_void_p.in_dll(self._library, name).value = ctypes.cast(function, c_void_p).value
        assert c_uint32.in_dll(self._library, "core_bytes").value <= ctypes.sizeof(Core)

    def __getattr__(self, name):
        function = getattr(self._library, f"bep_{name}")
        function.restype = c_uint32
        return lambda *arguments: function(byref(self.struct), *arguments)

    def open(self):
        function = self._library.bep_open
        function.argtypes = (c_void_p, c_void_p)
        return function(byref(self.struct), 0)

    def configure(self, network, seed):
        return self._library.bep_configure(
            byref(self.struct), byref(Network.of(self.core, network, seed))
        )

    def load(self, classifier, counters):
        """All of P and all counters, and the start; the statuses."""
        signs = packing.words(np.packbits(classifier > 0, axis=1, bitorder="little"))
        for index, row in enumerate(signs):
            yield self.load_classifier(index, (c_uint32 * len(row))(*row.tolist()))
        for layer, matrix in enumerate(counters):
            for index, row in enumerate(matrix):
                yield self.load_counters(layer, index, (c_int32 * len(row))(*row.tolist()))

    def counters(self, network):
        """All counters, [(K_l, K_{l-1}) int32]."""
        found = [np.zeros(shape, np.int32) for shape in network.shapes]
        for layer, matrix in enumerate(found):
            for index, row in enumerate(matrix):
                assert self.read_counters(layer, index, row.ctypes.data_as(c_void_p)) == OK
        return found

    def exchange(self, name, words, labels, *arguments, order=None):
        """(status, results) of bep_train or bep_predict."""
        count = len(labels) if order is None else len(order)
        results = (c_uint32 * count)()
        samples = Samples(
            (c_uint32 * words.size)(*words.ravel().tolist()),
            (c_uint16 * len(labels))(*labels.tolist()),
            None if order is None else (c_uint32 * count)(*order),
            count,
            results,
        )
        return getattr(self, name)(byref(samples), *arguments), list(results)


def write_sources(core, folder):
    """The driver and the header of a core, in `folder`."""
    for name, text in {c_header.NAME: c_header.text(core), **c_driver.files()}.items():
        (folder / name).write_text(text)


def compiled(core, folder):
    """Path of the driver as a shared library that calls on_read and on_write."""
    write_sources(core, folder)
    (folder / "access.c").write_text(ACCESS)
    path = folder / "driver.so"
    sources = map(str, sorted(folder.glob("*.c")))
    toolchain.output(
        *(COMPILER, *STRICT, "-DBEP_OWN_ACCESS", "-shared", "-fPIC"),
        *("-o", str(path), *sources),
    )
    return path


def _window(place):
    """The first address of a window, for all addresses of it."""
    low = place - place % WINDOW
    return low if low in {register.address for register in WINDOWS} else place


def _bits(core):
    return core.lanes * core.counter_bits


def _load_bits(core):
    return max(field.low + field.bits for field in load_fields(core))
