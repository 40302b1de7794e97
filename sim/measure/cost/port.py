"""The port of a core whose netlist is simulated: the driver of every core trains on gates."""

from collections import deque

import numpy as np

from bep_hw.host.operations import CorePort
from bep_hw.spec.registers import address
from sim.measure.cost.simulator import Simulation, as_bits, as_integers

WATCHDOG = 20_000
"""Cycles without a transfer, or looks at a busy core, after which it counts as stuck."""

TAKEN, GIVEN = ("samples", "labels", "load", "fetch"), ("results", "fetched")
"""Streams into the core, and out of it."""


class NetlistPort(CorePort):
    """The ports of a core's `Netlist`, for `bep_hw.host.driver.Driver`.

    Transitions are counted in `run` alone: from the first word of a sample until the last result,
    and on until the core is idle.

    Raises RuntimeError if the core is stuck.
    """

    def __init__(self, netlist):
        streams = [f"{name}__{end}" for name, end in (
            *((name, "ready") for name in TAKEN),
            *((name, end) for name in GIVEN for end in ("valid", "payload")),
        )]  # fmt: skip
        self.simulation = Simulation(netlist, [*streams, "csr__read_data"])
        self._places, self._shown = (
            _places(self.simulation.inputs),
            _places(self.simulation.outputs),
        )
        last = max(place.stop for place in self._places.values())
        self._bits = np.zeros((1, last), np.uint8)
        self._counting = False

    def _set(self, name, bits):
        self._bits[0, self._places[name]] = bits

    def _cycle(self):
        """A clock edge; {output: bits} once all is settled."""
        seen = self.simulation.run(self._bits)[0]
        return {name: seen[place] for name, place in self._shown.items()}

    def reset(self):
        self._set("rst", 1)
        self._cycle()
        self._set("rst", 0)
        self._cycle()

    def put(self, name, value, layer=None):
        self._address(name, layer)
        data = self._places["csr__write_data"]
        self._set("csr__write_data", as_bits([int(value)], data.stop - data.start)[0])
        self._set("csr__write_enable", 1)
        self._cycle()
        self._set("csr__write_enable", 0)
        self._cycle()

    def get(self, name, layer=None):
        self._address(name, layer)
        self._cycle()
        return int(as_integers(self._cycle()["csr__read_data"][None])[0])

    def _address(self, name, layer):
        place = self._places["csr__address"]
        self._set("csr__address", as_bits([address(name, layer)], place.stop - place.start)[0])

    def wait(self):
        self.simulation.count(self._counting)
        for _ in range(WATCHDOG):
            if not self.get("status"):
                self._counting = False
                self.simulation.count(False)
                return
        raise RuntimeError(f"the netlist is still busy after {WATCHDOG} looks")

    def load(self, payloads):
        self._exchange({"load": self._payloads("load", payloads)})

    def fetch(self, addresses, size):
        place = self._places["fetch__payload"]
        sent = as_bits(addresses, place.stop - place.start)
        return self._exchange({"fetch": sent}, "fetched", len(addresses), size)

    def run(self, samples, labels, batch_size, progress):
        self._counting = batch_size is not None
        self.simulation.count(self._counting)
        words = samples.reshape(-1, samples.shape[-1])
        place = self._places["labels__payload"]
        sent = {
            "samples": self._payloads("samples", words),
            "labels": as_bits(labels, place.stop - place.start),
        }
        size = -(
            -(self._shown["results__payload"].stop - self._shown["results__payload"].start) // 8
        )
        answers = self._exchange(sent, "results", len(labels), size)
        weights = 1 << 8 * np.arange(size, dtype=np.int64)
        return answers.astype(np.int64) @ weights

    def _payloads(self, name, payloads):
        """Bits (n, width) of payloads (n, bytes)."""
        place = self._places[f"{name}__payload"]
        bits = np.unpackbits(payloads, axis=1, bitorder="little")
        return bits[:, : place.stop - place.start]

    def _exchange(self, sent, source=None, count=0, size=0):
        """Send {stream: bits (n, width)}, and take `count` payloads of `source`, (count, size)."""
        waiting = {name: deque(rows) for name, rows in sent.items()}
        taken, idle, offered = [], 0, set()
        if source:
            self._set(f"{source}__ready", 1)
        while any(waiting.values()) or offered or len(taken) < count:
            for name, rows in waiting.items():
                if rows and name not in offered:
                    self._set(f"{name}__payload", rows.popleft())
                    offered.add(name)
                self._set(f"{name}__valid", name in offered)
            seen = self._cycle()
            # What is ready and valid now is moved at the next edge, before which inputs change.
            moved = {name for name in offered if seen[f"{name}__ready"][0]}
            offered -= moved
            idle = 0 if moved else idle + 1
            if source and seen[f"{source}__valid"][0]:
                taken.append(np.packbits(seen[f"{source}__payload"], bitorder="little"))
                idle = 0
            if idle > WATCHDOG:
                raise RuntimeError(f"no transfer for {idle} cycles of the netlist")
        for name in waiting:
            self._set(f"{name}__valid", 0)
        if source:
            self._set(f"{source}__ready", 0)
        self._cycle()
        return np.array(taken, np.uint8).reshape(-1, size) if source else None


def _places(ports):
    """{port: slice of its bits in a row of all}."""
    places, at = {}, 0
    for name, nets in ports.items():
        places[name] = slice(at, at + len(nets))
        at += len(nets)
    return places
