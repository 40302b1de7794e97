"""Trains on a core behind a bus: AXI, Wishbone, or whatever carries their reads and writes."""

import numpy as np

from bep_hw.host import packing
from bep_hw.spec import payloads
from bep_hw.spec.backend import Outcome, check_counters, check_network, check_samples
from bep_hw.spec.layer_table import layer_table, network_registers, settings_registers
from bep_hw.spec.registers import REFRESH, RESULT, TRAIN, VERSION, WINDOW, address
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks

WORD_BYTES = 4
POLLS = 1 << 16
"""Looks at a register without any progress, after which the core counts as stuck."""


class BusError(RuntimeError):
    """The bus answered an access with an error."""


class Bus:
    """A way to the registers; a subclass has `read` and `write`, and maybe a faster `exchange`."""

    def read(self, place, count=1):
        """The words [int] at `count` addresses from byte address `place` on; BusError."""
        raise NotImplementedError

    def write(self, place, words):
        """Write the words to addresses from byte address `place` on; BusError."""
        raise NotImplementedError

    def fetch(self, places, count):
        """The words of counters at each of `places` in the memory, `count` words each."""
        answers = []
        for place in places:
            self.write(byte_address("fetch"), [place])
            for start in range(0, count, WINDOW):
                answers += self.read(byte_address("fetched"), min(WINDOW, count - start))
        return answers

    def exchange(self, packets):
        """Send n packets of words, a sample and its class each; the n results, as words."""
        pieces, results, idle = list(pieces_of(packets)), [], 0
        while len(results) < len(packets):
            room, waiting = self.get("room"), self.get("waiting")
            if waiting:
                results += self.read(byte_address("results"), min(waiting, WINDOW))
            while pieces and room >= len(pieces[0][1]):
                name, words = pieces.pop(0)
                self.write(byte_address(name), words)
                room -= len(words)
                idle = 0
            idle = 0 if waiting else idle + 1
            if idle > POLLS:
                raise BusError(f"{len(results)} of {len(packets)} results, and no more")
        return results

    def close(self):
        """Let go of it, if that takes anything."""

    def get(self, name, layer=None):
        """Read a register of bep_hw.registers."""
        return self.read(byte_address(name, layer))[0]


def check_core(bus, core):
    """Raise BusError unless a core is there, ConfigError unless it is of these parameters."""
    version = bus.get("version")
    if version != VERSION:
        raise BusError(f"version {version:#x}: this driver knows {VERSION:#x}")
    if bus.get("fingerprint") == core.fingerprint:
        return
    tile, lanes = bus.get("tile"), bus.get("lanes")
    found = (tile & 0xFFFF, tile >> 16, lanes & 0xFFFF, lanes >> 16)
    wanted = (core.tile_rows, core.tile_columns, core.lanes, core.hidden_bits)
    text = "tile {}x{}, {} lanes and B = {}".format
    require(found == wanted, f"the device has a core of {text(*found)}, not of {text(*wanted)}")
    require(False, "the device has a core of other memories, made for another network")


class Driver:
    """A core of `core` parameters behind `bus`; see `bep_hw.spec.backend.Backend`.

    classifier: P, (C, K_L) ±1; seed: S, 32 bit
    """

    name, cycles = "bus", None

    def __init__(self, bus, network, classifier, *, core, seed):
        check_network(network, classifier, seed)
        self.bus, self.network, self.core = bus, network, core
        self.classifier, self.seed = classifier, seed
        self.table = layer_table(network, core)
        self._fetched_words = blocks(payloads.counter_word_bits(core), 32)
        check_core(bus, core)
        self.restart()

    def get(self, name, layer=None):
        """Read a register of bep_hw.registers."""
        return self.bus.get(name, layer)

    def put(self, name, value, layer=None):
        """Write a register of bep_hw.registers."""
        self.bus.write(byte_address(name, layer), [int(value)])

    def close(self):
        """Let go of the bus; nothing else may be called afterwards."""
        self.bus.close()

    def wait(self):
        """Wait until the core is idle."""
        for _ in range(POLLS):
            if not self.get("status"):
                return
        raise BusError(f"the core is still busy after {POLLS} looks")

    def restart(self):
        """Reset the core in whatever state it is, and write what no epoch changes."""
        self.put("reset", 1)
        for name, layer, value in network_registers(self.table, self.core, self.seed):
            self.put(name, value, layer)
        self._load(packing.classifier_loads(self.classifier, self.table, self.core))

    def load(self, counters, minibatch):
        """Set the hidden counters, W = sign(c), and the minibatch number; ConfigError if misfit."""
        check_counters(self.network, counters, self.core.hidden_bits)
        self._load(packing.counter_loads(counters, self.table, self.core))
        self.put("control", REFRESH)
        self.wait()
        self.put("minibatch", minibatch)

    def _load(self, loads):
        self.wait()
        words = _words(loads).ravel()
        for start in range(0, len(words), WINDOW):
            self.bus.write(byte_address("load"), words[start : start + WINDOW].tolist())
        self.wait()

    @property
    def minibatch(self):
        """Number of the next minibatch, counted from the start of the run."""
        return self.get("minibatch")

    def counters(self):
        """A copy of the hidden counters, [(K_l, K_{l-1}) int32]."""
        self.wait()
        places = range(sum(layer.rows * layer.words for layer in self.table))
        answers = self.bus.fetch(places, self._fetched_words)
        answers = np.array(answers, "<u4").view(np.uint8).reshape(-1, 4 * self._fetched_words)
        return packing.counters(answers, self.table, self.core)

    def train(self, bits, labels, settings, batch_size, progress=None):
        """Train on consecutive minibatches, asking `progress` after each; an `Outcome`."""
        predictions, margins, _ = self.step(bits, labels, settings, batch_size, progress)
        return Outcome(predictions, margins, len(predictions))

    def step(self, bits, labels, settings, batch_size, progress=None):
        """As `train`, but returns (predictions, margins, triggered), each (done,)."""
        self.core.check_batch(batch_size, settings.horizon)
        check_samples(self.network, bits, labels)
        self.wait()
        for name, layer, value in settings_registers(self.table, settings):
            self.put(name, value, layer)
        self.put("control", TRAIN)
        packets, results, announced = self.packets(bits, labels), [], None
        for start in range(0, len(packets), batch_size):
            batch = packets[start : start + batch_size]
            if len(batch) != announced:
                self.wait()
                announced = len(batch)
                self.put("batch_size", announced)
            results += self.bus.exchange(batch)
            if progress is not None and progress(len(results)) is False:
                break
        self.wait()
        return unpack(results)

    def infer(self, bits, progress=None):
        """Predicted classes (n,) of bits (n, K_0)."""
        labels = np.zeros(len(bits), np.int64)
        check_samples(self.network, bits, labels)
        self.wait()
        self.put("control", 0)
        predictions = unpack(self.bus.exchange(self.packets(bits, labels)))[0]
        if progress is not None:
            progress(len(predictions))
        return predictions

    def packets(self, bits, labels):
        """(n, words) uint32: the inputs of each sample (n, K_0), then its class."""
        words = _words(packing.samples(bits, self.core, self.network)).reshape(len(bits), -1)
        labels = packing.labels(labels, bits, payloads.label_word_fields(self.core))
        return np.column_stack([words, labels.astype("<u4")])


def unpack(results):
    """(predictions, margins, triggered), each (n,), of n words of bep_hw.spec.registers.RESULT."""
    return packing.results(results, RESULT)


def _words(loads):
    """Payloads with their bytes in the last axis, as 32-bit words."""
    size = WORD_BYTES * blocks(loads.shape[-1], WORD_BYTES)
    return packing.widened(loads, size).view("<u4")


def byte_address(name, layer=None):
    """Byte address of a register of bep_hw.registers."""
    return WORD_BYTES * address(name, layer)


def pieces_of(packets):
    """(register, words) that send the packets, each small enough for any FIFO to take at once."""
    for packet in packets:
        *inputs, label = map(int, packet)
        for start in range(0, len(inputs), WINDOW // 2):
            yield "samples", inputs[start : start + WINDOW // 2]
        yield "label", [label]
