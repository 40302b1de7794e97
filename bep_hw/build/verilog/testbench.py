"""The test bench of an emitted core: a small network that the golden model trains beforehand."""

from pathlib import Path

import numpy as np

from bep_hw.build.verilog import emitted
from bep_hw.data.series_encoder import SeriesEncoder
from bep_hw.golden.backend import GoldenBackend
from bep_hw.host import packing
from bep_hw.host.operations import CorePort, perform
from bep_hw.host.procedures import Procedures
from bep_hw.spec.encoder_shape import SIDE
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoders.filters import FilterEncoder
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.hidden import counter_range
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.payloads import packed, stream_fields, width
from bep_hw.spec.raw import RawSamples, encoded
from bep_hw.spec.registers import address
from bep_hw.spec.sequences import RawSequences, Sequences
from bep_hw.spec.training import Settings

TEMPLATE = Path(__file__).parent / "templates" / "core.sv"
WIDEST_INPUT, WIDEST_LAYER = 100, 40
LONGEST = 5
"""Time steps of a recurrent network at most."""

BATCH, BATCHES = 8, 2
SEED = 1
FILES = ("load", "samples", "labels", "results", "fetch", "fetched", "registers")
"""Ports of a core; what goes through each is in a file of its own."""

REGISTER_BITS = 48
"""Of a register write in its file: the address, then a value of 32 bits."""


def core_bench(top, network, core):
    """Files of the test bench of CoreConfig `core` without a bus, {name: text}; see `record`."""
    port = record(network, core, lambda results: Recorder(core, results))
    widths = {name: width(fields) for name, fields in port.streams.items()}
    widths["registers"] = REGISTER_BITS
    sizes = {f"{name.upper()}_BITS": widths[name] for name in FILES}
    counts = {f"{name.upper()}_COUNT": len(port.lines[name]) for name in FILES}
    return {
        f"{top}_tb.sv": emitted.filled(TEMPLATE, **sizes, **counts),
        **{
            f"{top}_{name}.hex": emitted.hex_lines(port.lines[name], widths[name]) for name in FILES
        },
    }


def record(network, core, make, *, on_bus=False):
    """The `GoldenPort` that make(results) gives, after a host has trained a small network on it.

    What it trains is `network`, cut to a size that every simulator can take, unless the core was
    generated for one network alone. on_bus: see `CorePort`
    """
    network = core.fixed or _small(network, core)
    counters, classifier, bits, labels, settings = _task(network, core)
    golden = GoldenBackend(network, classifier, hidden_bits=core.hidden_bits, seed=SEED)
    golden.load(counters, 0)
    outcome = golden.train(encoded(bits), labels, settings, BATCH)

    host = Procedures(network, classifier, core=core, seed=SEED, on_bus=on_bus)
    port = make(_results(outcome, settings, host.result_fields))
    port.remember(packing.counter_loads(golden.counters(), host.table, core))
    for procedure in (
        host.configure(),
        host.set(settings, BATCH),
        host.load(counters, 0),
        host.thresholds(bits),
        host.learn(*host.payloads(bits, labels), BATCH),
        host.counters(),
    ):
        perform(procedure, port)
    return port


def _task(network, core):
    """(counters, classifier, bits, labels, settings), all random but the same each time."""
    rng = np.random.default_rng(0)
    widths, steps = network.layers, network.steps
    low, high = counter_range(core.hidden_bits)
    counters = [rng.integers(low, high + 1, shape, np.int32) for shape in network.shapes]
    classifier = rng.choice(np.array([-1, 1], np.int8), (network.classes, widths[-1]))
    samples = BATCH * BATCHES
    bits = rng.integers(0, 2, (samples, widths[0]), np.uint8)
    labels = rng.integers(0, network.classes, samples)
    if network.recurrent:
        bits = Sequences(
            rng.integers(0, 2, (samples, steps, widths[0]), np.uint8),
            rng.integers(1, steps + 1, samples),
        )
        if core.encoder:
            bits = _series(rng, bits, core.encoder)
    elif core.encoder:
        bits = _images(rng, samples, core.encoder)
    settings = Settings(
        margin=widths[-1],
        gates=tuple(fan_in // 4 for _, fan_in in network.shapes),
        groups=tuple(_group(width) for width, _ in network.shapes),
        reinforce=tuple(1 << 17 for _ in network.shapes),
        horizon=steps,
    )
    return counters, classifier, bits, labels, settings


def _series(rng, sequences, shape):
    """RawSequences of random numbers and thresholds, in time as `sequences`."""
    numbers = rng.integers(256, size=(*sequences.own.shape, shape.numbers)).astype(np.uint8)
    encoder = SeriesEncoder(
        thresholds=np.sort(rng.integers(255, size=(shape.features, shape.levels)), axis=1),
        encoding=Encoding(window=shape.window, thermometer=shape.levels, words=True),
        width=shape.width,
        ranges=np.tile([0, 255], (shape.features, 1)),
    )
    return RawSequences(numbers * sequences.own[:, :, None], sequences.steps, encoder)


def _images(rng, count, shape):
    """RawSamples of random pixels and thresholds, for an encoder of this `EncoderShape`."""
    levels, edges = (
        tuple(np.sort(rng.choice(64, number, replace=False)).tolist())
        for number in (shape.levels, shape.edges)
    )
    pixels = rng.integers(0, 96, (count, shape.pixels)).astype(np.uint8)
    grey = dict(shape=shape.image, cell=shape.cell, levels=levels, edges=edges)
    if shape.filters:
        words = rng.integers(1 << SIDE**2 * shape.planes, size=shape.filters, dtype=np.uint64)
        least = rng.integers(SIDE**2 * shape.planes, size=shape.filters)
        encoder = FilterEncoder(
            **grey, filters=tuple(words.tolist()), thresholds=tuple(least.tolist())
        )
    elif edges:
        encoder = EdgeEncoder(**grey)
    else:
        encoder = FeatureEncoder(
            features=shape.pixels,
            columns=np.repeat(np.arange(shape.pixels), shape.levels),
            thresholds=np.tile(np.array(levels, np.float64), shape.pixels),
        )
    return RawSamples(pixels, encoder)


class GoldenPort(CorePort):
    """A port that answers as the golden model says; a subclass writes down what a host asks.

    results: payloads (n,) of all samples
    words: {address: word of counters}, after the training
    """

    def __init__(self, core, results):
        self.streams = stream_fields(core)
        self.results, self.words = results, {}

    def remember(self, loads):
        """Answer fetches with the counters that these payloads (n, bytes) would load."""
        place, data = (
            next(field for field in self.streams["load"] if field.name == name)
            for name in ("address", "data")
        )
        for payload in packing.to_integers(loads):
            self.words[place.of(payload)] = data.of(payload)

    def counter_words(self, addresses, size):
        """As `CorePort.fetch`."""
        answers = b"".join(self.words[place].to_bytes(size, "little") for place in addresses)
        return np.frombuffer(answers, np.uint8).reshape(-1, size)


class Recorder(GoldenPort):
    """The port of a core without a bus.

    lines: {name of FILES: [integer]}, what went through each port. The template loads everything
        before it writes the first register, which a core allows.
    """

    def __init__(self, core, results):
        super().__init__(core, results)
        self.lines = {name: [] for name in FILES}

    def wait(self):
        """The template waits after loading, after each write to `control`, and after training."""

    def get(self, name, layer=None):
        """The template looks at `errors`, the only register that is read, when all is done."""
        return 0

    def put(self, name, value, layer=None):
        self.lines["registers"].append(address(name, layer) << 32 | int(value))

    def load(self, payloads):
        self.lines["load"] += packing.to_integers(payloads)

    def run(self, samples, labels, batch_size, progress):
        self.lines["samples"] += packing.to_integers(samples)
        self.lines["labels"] += labels.tolist()
        self.lines["results"] += self.results.tolist()
        return self.results

    def fetch(self, addresses, size):
        self.lines["fetch"] += addresses.tolist()
        self.lines["fetched"] += [self.words[place] for place in addresses.tolist()]
        return self.counter_words(addresses.tolist(), size)


def _small(network, core):
    """`network`, cut to a size that every simulator can take, but for what an encoder gives."""
    if network.recurrent and core.encoder:
        return network
    first, *hidden = network.layers
    widths = (
        first if core.encoder else min(first, WIDEST_INPUT),
        *(min(width, WIDEST_LAYER) for width in hidden),
    )
    if network.recurrent:
        steps = min(network.steps, LONGEST)
        return Recurrent(layers=widths, classes=network.classes, steps=steps)
    return Network(layers=widths, classes=network.classes)


def _group(width):
    """A group size that gives a handful of winners: the smallest divisor from 5 on."""
    return next((size for size in range(5, width) if width % size == 0), width)


def _results(outcome, settings, fields):
    """Payloads (n,) of the results stream."""
    margins = outcome.margins.astype(np.int64)
    triggered = (margins < settings.margin).astype(np.int64)
    values = {"prediction": outcome.predictions, "margin": margins, "triggered": triggered}
    return packed(fields, values)
