"""A core that is fuzzed: brought up, judged, and brought up again."""

import random
from dataclasses import dataclass

import numpy as np

from bep_hw.golden.backend import GoldenBackend
from bep_hw.host.bus import Bus, BusError
from bep_hw.host.driver import Driver
from bep_hw.spec.network import Network
from bep_hw.spec.registers import ERRORS, FLUSH, TRAIN, address
from bep_hw.spec.training import Settings
from bep_hw.support.errors import ConfigError
from bep_hw.support.integers import blocks
from sim.benches.problems import CORES
from sim.fuzz.accesses import Accesses
from sim.fuzz.shadow import CUT, Finding, Shadow, must
from sim.fuzz.truth import Truth

CORE = CORES["4x8-lanes8"]
NETWORK = Network(layers=(16, 6), classes=3)
SETTINGS = Settings(margin=5, gates=(12,), groups=(2,), reinforce=(40_000,))
BATCH = 4
SEED = 7
POLLS = 1000
"""Looks for results that have to come, after which the core hangs."""


class Watched(Bus):
    """`bus`, whose accesses `shadow` is told of."""

    def __init__(self, bus, shadow):
        self.bus, self.shadow = bus, shadow

    def read(self, place, count=1):
        values = self.bus.read(place, count)
        for number, value in enumerate(values):
            self.shadow.read(place + number, False, value)
        return values

    def write(self, place, words):
        self.bus.write(place, words)
        for number, word in enumerate(words):
            self.shadow.write(place + number, False, int(word))


@dataclass(frozen=True)
class Start:
    """What a core begins with: its counters and the number of its minibatch."""

    counters: list
    minibatch: int

    @classmethod
    def drawn(cls, rng):
        """Random counters."""
        counters = [rng.integers(-64, 64, shape, np.int32) for shape in NETWORK.shapes]
        return cls(counters, int(rng.integers(1 << 20)))


class Campaign:
    """A core behind `target`, which sends what is drawn, and the golden model beside it.

    target: has `bus`, the name of a bus; `port()`, a new Bus; `send(item, shadow)`, which sends
        something and tells the shadow of all accesses; `gather(shadow)`, which tells it of results
        that came by themselves
    seed: of all that is drawn
    counts: {what: how often}
    """

    def __init__(self, target, seed, start=None):
        self.target, self.random = target, random.Random(seed)
        self._rng = np.random.default_rng(self.random.getrandbits(64))
        self.shadow = Shadow(CORE, target.bus, blocks(NETWORK.layers[0], CORE.tile_columns))
        self.accesses = Accesses(
            self.random, self.shadow, bits=CORE.tile_columns, classes=NETWORK.classes
        )
        self._classifier = self._rng.choice(
            np.array([-1, 1], np.int8), (NETWORK.classes, NETWORK.layers[-1])
        )
        self.golden = GoldenBackend(
            NETWORK, self._classifier, hidden_bits=CORE.hidden_bits, seed=SEED
        )
        self._truth = Truth(self.golden, SETTINGS, BATCH, CORE.tile_columns)
        self.counts = dict.fromkeys(
            ("learnt", "predicted", "label is no class", "trained as golden", "untouched"), 0
        )
        self._load(start or Start.drawn(self._rng))
        self._restart(self._connect())

    def _load(self, start):
        """Give the golden model its state; the core follows in `_restart`."""
        self.start = start
        self.golden.load(start.counters, start.minibatch)

    def _connect(self):
        """The core, found whatever was done to it."""
        return Watched(self.target.port(), self.shadow)

    def _restart(self, port, *, compare=False):
        """Bring the core up. compare: Finding if its counters are not those of golden by then."""
        # Reset first: what is written before it is no concern of the new training.
        port.put("reset", 1)
        driver = Driver(port, NETWORK, self._classifier, core=CORE, seed=SEED)
        if compare:
            self._compare(driver)
            self.counts["untouched"] += 1
        driver.load(self.golden.counters(), self.golden.minibatch)
        driver.step(np.zeros((0, NETWORK.layers[0]), np.uint8), np.zeros(0, int), SETTINGS, BATCH)
        self._driver = driver
        if self.target.bus == "axi":
            port.put("packet", self.random.choice((0, 0, 3)))
        self._settled(port)

    def _settled(self, port):
        # What is only predicted leaves the counters alone, whatever happens then.
        port.put("control", self.random.choice((0, TRAIN, TRAIN, TRAIN)))
        port.put("errors", (1 << len(ERRORS)) - 1)
        port.get("errors")
        self.target.gather(self.shadow)
        self.start = Start(self.golden.counters(), self.golden.minibatch)
        self.shadow.begin()

    def settle(self):
        """Finding unless the core answers, and its counters are those that they have to be.

        Afterwards it is as it was in the beginning, with what it has learnt.
        """
        try:
            port = self._connect()
            if not self.shadow.strayed:
                self._finish(port)
            elif self.shadow.touched:
                self._load(Start.drawn(self._rng))
                self._restart(port)
            else:
                self._restart(port, compare=True)
        except (BusError, ConfigError) as error:
            raise Finding(f"{type(error).__name__}: {error}") from None

    def _finish(self, port):
        """Let the core finish what it has begun, and compare all of it with the golden model."""
        shadow = self.shadow
        if shadow.fetched:
            # Samples wait until a counter word that was fetched is taken.
            port.read(address("fetched"), shadow.fetched)
        self._drain(port)
        if shadow.part:
            port.put("label", 0)
            self._drain(port)
        port.wait()
        port.put("control", TRAIN | FLUSH)
        port.wait()
        self._truth.follow(shadow.taken, shadow.results)
        self._driver.port = port
        self._compare(self._driver)
        self._count(port.get("errors"))
        must(port.get("minibatch") == self.golden.minibatch, "minibatches are counted wrongly")
        self._settled(port)

    def _drain(self, port):
        """Take the results of all samples."""
        shadow = self.shadow
        wanted = sum(entry is not CUT for entry in shadow.taken)
        for _ in range(POLLS):
            self.target.gather(shadow)
            if len(shadow.results) >= wanted:
                return
            waiting = port.get("waiting")
            if waiting and not shadow.value("packet", None):
                port.read(address("results"), waiting)
        raise Finding(f"{len(shadow.results)} results of {wanted} samples, and no more")

    def _compare(self, driver):
        """Finding if the counters are not those of the golden model."""
        for layer, (found, wanted) in enumerate(
            zip(driver.counters(), self.golden.counters(), strict=True)
        ):
            wrong = int(np.count_nonzero(found != wanted))
            must(not wrong, f"{wrong} counters of layer {layer} are not those of golden")

    def _count(self, errors):
        """Count what was taken; Finding if `errors` does not say what was wrong with it."""
        samples = [entry for entry in self.shadow.taken if entry is not CUT]
        unknown = [sample for sample in samples if sample.label >= NETWORK.classes]
        learnt = [sample for sample in samples if sample.learns and sample not in unknown]
        self.counts["learnt"] += len(learnt)
        self.counts["label is no class"] += len(unknown)
        self.counts["predicted"] += len(samples) - len(learnt) - len(unknown)
        self.counts["trained as golden"] += bool(learnt)
        told = errors >> list(ERRORS).index("label") & 1
        must(told or not unknown or self.shadow.cleared, "errors does not name a wrong label")
