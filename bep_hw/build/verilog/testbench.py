"""The test bench of an emitted core: a small network that the golden model trains beforehand."""

from pathlib import Path

import numpy as np

from bep_hw.build.verilog import emitted
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.recurrent_backend import RecurrentGoldenBackend
from bep_hw.host import packing
from bep_hw.spec.hidden import counter_range
from bep_hw.spec.layer_table import layer_table, network_registers, sample_steps, settings_registers
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.registers import REFRESH, TRAIN, address
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings
from bep_hw.support.integers import blocks

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
    bits, backend = rng.integers(0, 2, (samples, widths[0]), np.uint8), GoldenBackend
    labels = rng.integers(0, network.classes, samples)
    if network.recurrent:
        bits = Sequences(
            rng.integers(0, 2, (samples, steps, widths[0]), np.uint8),
            rng.integers(1, steps + 1, samples),
        )
        backend = RecurrentGoldenBackend
    settings = Settings(
        margin=widths[-1],
        gates=tuple(fan_in // 4 for _, fan_in in network.shapes),
        groups=tuple(_group(width) for width, _ in network.shapes),
        reinforce=tuple(1 << 17 for _ in network.shapes),
        horizon=steps,
    )
    golden = backend(network, classifier, hidden_bits=core.hidden_bits, seed=SEED)
    golden.load(counters, 0)
    outcome = golden.train(bits, labels, settings, BATCH)

    load_bits, header = _width(packing.load_fields(core)), _width(packing.load_fields(core)[:-1])

    def loads(pack, values):
        return packing.to_integers(pack(values, table, core, blocks(load_bits, 8)))

    trained = loads(packing.counter_loads, golden.counters())
    (_, kind_bits), (_, address_bits), *_ = packing.load_fields(core)
    places = [payload >> kind_bits & ((1 << address_bits) - 1) for payload in trained]
    trained = [payload >> header for payload in trained]
    samples = packing.samples(bits, core, blocks(core.tile_columns, 8), network)
    every = {  # bits of a line, and the lines
        "load": (
            load_bits,
            loads(packing.classifier_loads, classifier) + loads(packing.counter_loads, counters),
        ),
        "samples": (core.tile_columns, packing.to_integers(samples)),
        "labels": (packing.labels_bits(core), packing.labels(labels, bits, core).tolist()),
        "results": (_width(packing.result_fields(core)), _results(outcome, settings, core)),
        "fetch": (packing.bits_for(core.counter_depth - 1), places),
        "fetched": (core.lanes * core.counter_bits, trained),
        "registers": (
            48,
            [place << 32 | value for place, value in _registers(network, core, table, settings)],
        ),
    }
    sizes = {f"{name.upper()}_BITS": width for name, (width, _) in every.items()}
    counts = {f"{name.upper()}_COUNT": len(lines) for name, (_, lines) in every.items()}
    return {
        f"{top}_tb.sv": emitted.filled(TEMPLATE, **sizes, **counts),
        **{
            f"{top}_{name}.hex": emitted.hex_lines(lines, width)
            for name, (width, lines) in every.items()
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


def _width(fields):
    """Bits of a payload."""
    return sum(bits for _, bits in fields)


def _group(width):
    """A group size that gives a handful of winners: the smallest divisor from 5 on."""
    return next((size for size in range(5, width) if width % size == 0), width)


def _results(outcome, settings, core):
    """Payloads of the results stream."""
    (_, label_bits), (_, margin_bits), _ = packing.result_fields(core)
    payloads = []
    for prediction, margin in zip(outcome.predictions, outcome.margins, strict=True):
        triggered = margin < settings.margin
        fields = int(prediction), int(margin) & ((1 << margin_bits) - 1), int(triggered)
        lows = 0, label_bits, label_bits + margin_bits
        payloads.append(sum(value << low for value, low in zip(fields, lows, strict=True)))
    return payloads


def _registers(network, core, table, settings):
    """(address, value) of every register write, in order."""
    for name, layer, value in (
        *network_registers(table, SEED, sample_steps(network, core)),
        *settings_registers(network, settings),
    ):
        yield address(name, layer), value
    yield address("batch_size"), BATCH
    yield address("control"), REFRESH
    yield address("minibatch"), 0
    yield address("control"), TRAIN
