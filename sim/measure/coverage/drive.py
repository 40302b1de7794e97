"""Runs of a simulated core, with ports of its own, whose coverage is counted.

Whatever trains or predicts is compared with the golden model, bit for bit.
"""

import contextlib
import random

import numpy as np

from bep_hw.cosim.model import LOAD, Model, NoProgress
from bep_hw.cosim.port import ModelPort
from bep_hw.golden.backend import GoldenBackend
from bep_hw.host.driver import Driver
from bep_hw.host.operations import perform
from bep_hw.spec import payloads
from bep_hw.spec.payloads import load_fields, packed
from bep_hw.spec.raw import RawSamples
from bep_hw.spec.registers import FLUSH, REFRESH, TRAIN, of_core

PATIENCE = 20_000
"""Cycles without progress after which a run has failed."""


class Simulation:
    """One model of a core that problem after problem is given to.

    core: CoreConfig; library: with coverage; seed: of whatever is drawn at random
    """

    def __init__(self, core, library, seed):
        self.core, self.random = core, random.Random(seed)
        self.model = Model(library, watchdog=PATIENCE)
        self.port = ModelPort(self.model)

    def begin(self, p):
        """(golden model, driver) at the beginning of a Problem; the core is reset."""
        driver = Driver(self.port, p.network, p.classifier, core=self.core, seed=p.seed)
        golden = GoldenBackend(p.network, p.classifier, **p.common)
        for backend in (golden, driver):
            backend.load(p.counters, p.minibatch)
        return golden, driver

    def finish(self, path):
        """Write the coverage, and free the model."""
        self.model.coverage(path)
        self.model.close()


def same(golden, driver):
    """AssertionError unless both have the same counters and count the same minibatch."""
    assert golden.minibatch == driver.minibatch
    for want, got in zip(golden.counters(), driver.counters(), strict=True):
        np.testing.assert_array_equal(want, got)


def encoded(p):
    """The samples of a problem as the golden model takes them."""
    return p.bits.bits if isinstance(p.bits, RawSamples) else p.bits


def train(golden, driver, p, batch):
    """Train on all samples of a problem, and compare."""
    want = golden.train(encoded(p), p.labels, p.settings, batch)
    got = driver.train(p.bits, p.labels, p.settings, batch)
    np.testing.assert_array_equal(want.predictions, got.predictions)
    np.testing.assert_array_equal(want.margins, got.margins)
    same(golden, driver)


def learns(simulation, problems, stall):
    """Train on problems in minibatches of several sizes, and predict; stalls: their probability."""
    for number, p in enumerate(problems):
        simulation.model.stalls(0.0, number)
        golden, driver = simulation.begin(p)
        simulation.model.stalls(stall, number)
        most = simulation.core.max_batch // (p.settings.horizon or 1)
        for batch in (1, min(most, len(p.bits)), 5):
            train(golden, driver, p, batch)
        np.testing.assert_array_equal(golden.infer(encoded(p)), driver.infer(p.bits))


def fills(simulation, p):
    """Train while results hardly ever leave, so that all banks are full."""
    golden, driver = simulation.begin(p)
    simulation.model.stalls(0.0, 1, results=0.999)
    train(golden, driver, p, len(p.bits))


def ends_early(simulation, p):
    """Minibatches that end with fewer samples: by a command, by another size; and empty ones."""
    golden, driver = simulation.begin(p)
    port, part = simulation.port, slice(3)
    for how in ("flush", "size"):
        golden.train(encoded(p)[part], p.labels[part], p.settings, 3)
        driver.step(p.bits[part], p.labels[part], p.settings, 4, commit=False)
        port.put("control", TRAIN | FLUSH) if how == "flush" else port.put("batch_size", 3)
        port.wait()
        same(golden, driver)
        port.put("control", TRAIN | FLUSH)  # of nothing
        port.wait()
        same(golden, driver)
    train(golden, driver, p, 7)


def errs(simulation, p):
    """What a host can do wrong; then everything is as it was, and it trains."""
    golden, driver = simulation.begin(p)
    driver.step(p.bits[:0], p.labels[:0], p.settings, 4)
    port, core, draw = simulation.port, simulation.core, simulation.random
    before = {place: port.get(*place) for place in _places(core)}
    port.put("control", TRAIN | REFRESH)
    port.put("batch_size", 3)  # busy
    port.wait()
    for name, layer in before:
        for value in (0, *(1 << bit for bit in range(32)), 0xFFFF_FFFF):
            port.put(name, value, layer)  # refused, unless it is within the register's limits
            port.get(name, layer)
        for bit in range(1, 32):
            port.put(name, (1 << bit) - 1, layer)
        port.put(name, draw.getrandbits(6), layer)
        port.wait()
    for (name, layer), value in before.items():
        port.put(name, value, layer)
    port.wait()
    _wrong_labels(simulation, driver, p)
    _wrong_addresses(simulation, driver)
    _every_part(simulation)
    _wrong_tables(simulation, driver, p, before)
    for bit in range(32):
        port.put("errors", 1 << bit)
    assert port.get("errors") == 0
    driver.restart()
    driver.load(p.counters, p.minibatch)
    train(golden, driver, p, 7)


def _places(core):
    """(register, layer) of what a host writes and reads back."""
    once, layers = of_core(core)
    kept = [(r.name, None) for r in once if r.access == "rw" and not r.clears]
    return kept + [(r.name, layer) for layer in range(core.max_layers) for r in layers]


def _wrong_labels(simulation, driver, p):
    """Labels that are no class, and time steps that are none or too many: nothing is learnt."""
    core = simulation.core
    samples, labels = driver.procedures.payloads(p.bits, p.labels)
    fields, port = payloads.label_fields(core), simulation.port
    before = driver.counters()
    port.put("batch_size", len(labels) + 1)
    port.put("control", TRAIN)
    values = [np.full(len(labels), (1 << fields[0].bits) - 1)]
    values[0][::2] = p.network.classes
    if core.in_time:
        values.append(np.array([0, (1 << fields[1].bits) - 1] * len(labels))[: len(labels)])
    sent = sum(value << field.low for value, field in zip(values, fields, strict=True))
    port.run(samples, sent, len(labels) + 1, None)
    assert port.get("errors")
    for want, got in zip(before, driver.counters(), strict=True):
        np.testing.assert_array_equal(want, got)
    port.put("control", TRAIN | FLUSH)
    port.wait()


def _wrong_addresses(simulation, driver):
    """Loads and fetches beyond the memories, and kinds of words that there are not."""
    core, model, fields = simulation.core, simulation.model, load_fields(simulation.core)
    size = model.payload_bytes(LOAD)
    for kind in range(4):
        for place in ("address", "row", "segment"):
            values = {f.name: 0 for f in fields} | {"kind": kind}
            top = next(f for f in fields if f.name == place)
            word = packed(fields, values | {place: (1 << top.bits) - 1})
            driver.port.put("control", TRAIN | REFRESH)  # so that the word has to wait
            model.load(np.frombuffer(word.to_bytes(size, "little"), np.uint8)[None])
            model.wait()
    driver.port.fetch(np.array([core.counter_depth - 1, (1 << fields[1].bits) - 1]), 1)


def _every_part(simulation):
    """Words of counters all over their memory, which few networks fill: written and read back."""
    core, model, fields = simulation.core, simulation.model, load_fields(simulation.core)
    places = np.arange(0, core.counter_depth, core.counter_depth // 16)
    words = [simulation.random.getrandbits(fields[-1].bits) for _ in places]
    size = model.payload_bytes(LOAD)
    for place, word in zip(places.tolist(), words, strict=True):
        values = {f.name: 0 for f in fields} | {"address": place, "data": word}
        payload = packed(fields, values | {"kind": payloads.COUNTERS})
        model.load(np.frombuffer(payload.to_bytes(size, "little"), np.uint8)[None])
        model.wait()
    answers = simulation.port.fetch(places, 1)
    assert [int.from_bytes(bytes(answer), "little") for answer in answers] == words


def _wrong_tables(simulation, driver, p, before):
    """A layer table that is not legal: no sample is taken, and no W made."""
    model, port = simulation.model, simulation.port
    samples, labels = driver.procedures.payloads(p.bits, p.labels)
    for name, layer in before:
        if layer is None or layer >= port.get("layers"):
            continue
        right = port.get(name, layer)
        port.put(name, right + 1, layer)
        port.wait()
        port.put("control", TRAIN | REFRESH)
        model.watch(400)
        try:
            port.run(samples, labels, 1 << 20, None)
            refused = False
        except NoProgress:
            refused = True
        model.watch(PATIENCE)  # the check of a table takes longer
        if refused:
            assert port.get("errors")
            driver.restart()
        port.put(name, right, layer)


def resets(simulation, p, cycles):
    """A reset in the middle of a minibatch, so many cycles without a result after its begin."""
    golden, driver = simulation.begin(p)
    samples, labels = driver.procedures.payloads(p.bits, p.labels)
    for patience in cycles:
        perform(driver.procedures.set(p.settings, len(labels)), simulation.port)
        simulation.port.put("control", TRAIN)
        simulation.model.watch(patience)
        with contextlib.suppress(NoProgress):
            simulation.port.run(samples[:-1], labels[:-1], len(labels), None)
        simulation.model.watch(PATIENCE)
        driver.restart()
        driver.load(p.counters, p.minibatch)
    train(golden, driver, p, 7)
