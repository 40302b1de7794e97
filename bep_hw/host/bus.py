"""The port of a core behind a bus: AXI, Wishbone, or whatever carries their reads and writes.

Addresses count 32-bit words here, as in `bep_hw.spec.registers`.
"""

import numpy as np

from bep_hw.host import packing
from bep_hw.host.operations import CorePort
from bep_hw.spec.address_map import constants
from bep_hw.spec.registers import SHELL, VERSION, WINDOW, address
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks

POLLS = 1 << 16
"""Looks at a register without any progress, after which the core counts as stuck."""


class BusError(RuntimeError):
    """The bus answered an access with an error."""


class Bus(CorePort):
    """A way to the registers; a subclass has `read` and `write`, and maybe a faster `exchange`."""

    on_bus = True

    def read(self, place, count=1):
        """The words [int] at `count` addresses from word address `place` on; BusError."""
        raise NotImplementedError

    def write(self, place, words):
        """Write the words to addresses from word address `place` on; BusError."""
        raise NotImplementedError

    def check(self, core):
        """Raise BusError unless a core is there, ConfigError unless it is of these parameters."""
        version = self.get("version")
        if version != VERSION:
            raise BusError(f"version {version:#x}: this driver knows {VERSION:#x}")
        wanted = constants(core)
        if self.get("fingerprint") == wanted["fingerprint"]:
            return
        found = {name: self.get(name) for name in ("tile", "lanes", "max_batch", "limits")}
        has, needs = _described(found), _described(wanted)
        others = [name for name in has if has[name] != needs[name]]
        has, needs = (", ".join(of[name] for name in others) for of in (has, needs))
        require(not others, f"the device has a core of {has}, not of {needs}")
        require(False, "the device has a core of other memories, made for another network")

    def reset(self):
        self.put("reset", 1)

    def put(self, name, value, layer=None):
        self.write(address(name, layer), [int(value)])

    def get(self, name, layer=None):
        return self.read(address(name, layer))[0]

    def wait(self):
        for _ in range(POLLS):
            if not self.get("status"):
                return
        raise BusError(f"the core is still busy after {POLLS} looks")

    def load(self, payloads):
        words = packing.words(payloads).ravel()
        for start in range(0, len(words), WINDOW):
            self.write(address("load"), words[start : start + WINDOW].tolist())

    def fetch(self, addresses, size):
        count = blocks(size, packing.WORD_BYTES)
        words = self.fetch_words(addresses.tolist(), count)
        return np.array(words, "<u4").view(np.uint8).reshape(-1, packing.WORD_BYTES * count)

    def fetch_words(self, places, count):
        """The words of counters at each of `places` in the memory, `count` words each."""
        answers = []
        for place in places:
            self.write(address("fetch"), [place])
            for start in range(0, count, WINDOW):
                answers += self.read(address("fetched"), min(WINDOW, count - start))
        return answers

    def run(self, samples, labels, batch_size, progress):
        """As `CorePort.run`; reports after each minibatch."""
        sent, results = packets(samples, labels), []
        size = batch_size or len(sent)
        for start in range(0, len(sent), size):
            results += self.exchange(sent[start : start + size])
            if progress is not None and progress(len(results)) is False:
                break
        return np.array(results, np.int64)

    def exchange(self, packets):
        """Send n packets of words, a sample and its class each; the n results, as words."""
        pieces, results, idle = list(pieces_of(packets)), [], 0
        while len(results) < len(packets):
            room, waiting = self.get("room"), self.get("waiting")
            if waiting:
                results += self.read(address("results"), min(waiting, WINDOW))
            while pieces and room >= len(pieces[0][1]):
                name, words = pieces.pop(0)
                self.write(address(name), words)
                room -= len(words)
                idle = 0
            idle = 0 if waiting else idle + 1
            if idle > POLLS:
                raise BusError(f"{len(results)} of {len(packets)} results, and no more")
        return results


def packets(samples, labels):
    """(n, words) uint32 of payloads as `Run` has them: each sample's inputs, then its label."""
    words = packing.words(samples).reshape(len(samples), -1)
    return np.column_stack([words, labels.astype("<u4")])


def pieces_of(packets):
    """(register, words) that send the packets, each small enough for any FIFO to take at once."""
    for packet in packets:
        *inputs, label = map(int, packet)
        for start in range(0, len(inputs), WINDOW // 2):
            yield "samples", inputs[start : start + WINDOW // 2]
        yield "label", [label]


def _described(words):
    """{parameter: text} of a core whose registers have these words."""
    described = [register for register in SHELL if register.name in words]
    parts = {p.name: p.of(words[r.name]) for r in described for p in r.parts}
    return {
        "tile": f"tile {parts['rows']}x{parts['columns']}",
        "lanes": f"{parts['lanes']} lanes",
        "hidden_bits": f"B = {parts['hidden_bits']}",
        "max_batch": f"max_batch {words['max_batch']}",
        **{name: f"{name} {parts[name]}" for name in ("max_layers", "max_classes")},
    }
