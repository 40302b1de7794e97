"""The test bench of an emitted core: a small network that the golden model trains beforehand."""

from pathlib import Path

import numpy as np

from bep_hw.build.verilog import emitted
from bep_hw.golden.backend import GoldenBackend
from bep_hw.host import packing
from bep_hw.spec.hidden import counter_range
from bep_hw.spec.layer_table import layer_table, network_registers, settings_registers
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.payloads import packed, stream_fields, width
from bep_hw.spec.registers import REFRESH, TRAIN, address
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings

TEMPLATE = Path(__file__).parent / "templates" / "core.sv"
WIDEST_INPUT, WIDEST_LAYER = 100, 40
LONGEST = 5
"""Time steps of a recurrent network at most."""

BATCH, BATCHES = 8, 2
SEED = 1


def core_bench(top, network, core):
    """Files of the test bench of CoreConfig `core`, {name: text}.

    What it trains is `network`, cut to a size that every simulator can take.
    """
    rng = np.random.default_rng(0)
    network = _small(network)
    widths, steps = network.layers, network.steps
    table = layer_table(network, core)
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
    settings = Settings(
        margin=widths[-1],
        gates=tuple(fan_in // 4 for _, fan_in in network.shapes),
        groups=tuple(_group(width) for width, _ in network.shapes),
        reinforce=tuple(1 << 17 for _ in network.shapes),
        horizon=steps,
    )
    golden = GoldenBackend(network, classifier, hidden_bits=core.hidden_bits, seed=SEED)
    golden.load(counters, 0)
    outcome = golden.train(bits, labels, settings, BATCH)

    def loads(pack, values):
        return packing.to_integers(pack(values, table, core))

    streams = stream_fields(core)
    places = {field.name: field for field in streams["load"]}
    trained = loads(packing.counter_loads, golden.counters())
    lines = {
        "load": loads(packing.classifier_loads, classifier)
        + loads(packing.counter_loads, counters),
        "samples": packing.to_integers(packing.samples(bits, core, network)),
        "labels": packing.labels(labels, bits, streams["labels"]).tolist(),
        "results": _results(outcome, settings, streams["results"]),
        "fetch": [places["address"].of(payload) for payload in trained],
        "fetched": [places["data"].of(payload) for payload in trained],
    }
    every = {name: (width(streams[name]), lines[name]) for name in lines}
    every["registers"] = (
        48,
        [place << 32 | value for place, value in _registers(network, core, table, settings)],
    )
    sizes = {f"{name.upper()}_BITS": line_bits for name, (line_bits, _) in every.items()}
    counts = {f"{name.upper()}_COUNT": len(values) for name, (_, values) in every.items()}
    return {
        f"{top}_tb.sv": emitted.filled(TEMPLATE, **sizes, **counts),
        **{
            f"{top}_{name}.hex": emitted.hex_lines(values, line_bits)
            for name, (line_bits, values) in every.items()
        },
    }


def _small(network):
    """`network`, cut to a size that every simulator can take."""
    first, *hidden = network.layers
    widths = (min(first, WIDEST_INPUT), *(min(width, WIDEST_LAYER) for width in hidden))
    if network.recurrent:
        steps = min(network.steps, LONGEST)
        return Recurrent(layers=widths, classes=network.classes, steps=steps)
    return Network(layers=widths, classes=network.classes)


def _group(width):
    """A group size that gives a handful of winners: the smallest divisor from 5 on."""
    return next((size for size in range(5, width) if width % size == 0), width)


def _results(outcome, settings, fields):
    """Payloads of the results stream."""
    margins = outcome.margins.astype(np.int64)
    triggered = (margins < settings.margin).astype(np.int64)
    values = {"prediction": outcome.predictions, "margin": margins, "triggered": triggered}
    return packed(fields, values).tolist()


def _registers(network, core, table, settings):
    """(address, value) of every register write, in order."""
    for name, layer, value in (
        *network_registers(table, core, SEED),
        *settings_registers(table, settings),
    ):
        yield address(name, layer), value
    yield address("batch_size"), BATCH
    yield address("control"), REFRESH
    yield address("minibatch"), 0
    yield address("control"), TRAIN
