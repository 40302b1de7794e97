"""Measures the rival's units on the operands of its own training: rows."""

import numpy as np

from bep_hw.data import datasets
from bep_hw.gateware.verilog import convert
from bep_hw.spec import presets
from sim.measure.cost.core import Mismatch
from sim.measure.cost.mapping import mapped
from sim.measure.cost.netlist import Netlist
from sim.measure.cost.rivals import adam, reference
from sim.measure.cost.rivals.formats import ARITHMETICS, chained
from sim.measure.cost.rivals.training import Training, operations
from sim.measure.cost.rows import COUNTED, MEASURED, Row
from sim.measure.cost.simulator import Simulation, as_bits

STEPS = 50
"""Minibatches before the one whose operands are measured."""

CHAINS, LENGTH, WEIGHTS = 12, 100, 400
"""Sums whose terms go through multiplier and adder one after the other, and terms of each; weights
that take a step of Adam."""

RIVAL, RECURRENT_RIVAL = "QAT of 784-135-135", "QAT of the recurrent 135-135-135"
NETWORKS = {RIVAL: "fmnist-135", RECURRENT_RIVAL: "italy-135"}
"""Networks whose operations are counted, and the presets that have them."""


def rows(options, library, say):
    """All rows: sizes of the units, energies of their operations, operations per sample."""
    preset = presets.get("fmnist-135")
    data = datasets.load(preset.dataset, options.data, 1, preset.encoding, 784, None)
    say(f"rivals: {STEPS} minibatches of quantisation-aware training")
    training = Training(preset.network, data.train, 1, preset.training.batch_size)
    for _ in range(STEPS):
        training.advance()
    chains, steps = _chains(training), _steps(training)
    found = [row for item, name in NETWORKS.items() for row in _operations(item, name)]
    for name, arithmetic in ARITHMETICS.items():
        for kind in arithmetic.units:
            say(f"rivals: {name} {kind}")
            found += _unit(name, arithmetic, kind, chains, library, options.wire)
    say("rivals: FP32 step of Adam, which takes a minute")
    return found + _adam(steps, library, options.wire)


def _operations(item, name):
    preset = presets.get(name)
    counts = operations(preset.network, preset.training.batch_size)
    return [Row(item, part, None, "operations per sample", float(count), "", COUNTED)
            for part, count in counts.items()]  # fmt: skip


def _chains(training):
    """{pass: (a, b)}, (CHAINS, LENGTH) float32: products a b are added up along a row."""
    rng = np.random.default_rng(5)
    errors, inputs, _ = training.gradients(*training.batch())
    signs = [np.where(layer.weight < 0, -1, 1).astype(np.float32) for layer in training.layers]
    samples = len(errors[0])
    found = {"forward": [], "backward": [], "gradients": []}
    for _ in range(CHAINS):
        layer, sample = rng.integers(2), rng.integers(samples)
        row = rng.integers(len(signs[layer]))
        found["forward"].append((signs[layer][row], inputs[layer][sample]))
        column = rng.integers(signs[1].shape[1])
        found["backward"].append((errors[1][sample], signs[1][:, column]))
        column = rng.integers(signs[layer].shape[1])
        found["gradients"].append((errors[layer][:, row], inputs[layer][:, column]))
    return {
        name: [np.stack([pair[i][:LENGTH] for pair in pairs]) for i in range(2)]
        for name, pairs in found.items()
    }


def _steps(training):
    """Operands of Adam for some weights of every layer, {name: (n,)} as integers."""
    rng = np.random.default_rng(6)
    _, _, gradients = training.gradients(*training.batch())
    columns = {name: [] for name in adam.STATE}
    for layer, g in zip(training.layers, gradients, strict=True):
        chosen = rng.choice(g.size, WEIGHTS // len(gradients), replace=False)
        arrays = (g, layer.mean, layer.square, layer.weight)
        for name, values in zip(adam.STATE, arrays, strict=True):
            columns[name].append(values.ravel()[chosen])
    values = {name: reference.bits(np.concatenate(parts)) for name, parts in columns.items()}
    count = len(values["weight"])
    constants = {name: np.repeat(reference.bits(np.array([value])), count)
                 for name, value in training.constants().items()}  # fmt: skip
    return values | constants


def _unit(name, arithmetic, kind, chains, library, wire):
    """Rows of a multiplier or an adder: its size, and its energy in every pass."""
    netlist, item = _smallest(arithmetic.units[kind](), library, wire), f"{name} {kind}"
    found = _sizes(item, kind, netlist)
    for part, (a, b) in chains.items():
        products, sums = chained(arithmetic, a, b)
        factors = arithmetic.encoded(a), arithmetic.encoded(b)
        operands = factors if kind == "multiply" else (sums, products)
        values = dict(zip("ab", (x.ravel() for x in operands), strict=True))
        function = arithmetic.multiply if kind == "multiply" else arithmetic.add
        expected = {"result": function(*values.values())}
        found += energies(netlist, item, part, values, expected, 1)
    return found


def _smallest(unit, library, wire):
    """The netlist with Yosys' own multiplier, or that with Booth's: the one of less area."""
    text = convert(unit, "unit")
    made = [Netlist(mapped(text, "unit", library, options=options), library, wire=wire)
            for options in ("", "-booth")]  # fmt: skip
    return min(made, key=lambda netlist: _areas(netlist)[0])


def _areas(netlist):
    return np.sum(list(netlist.gate_equivalents().values()), axis=0)


def _sizes(item, part, netlist):
    total, flops = _areas(netlist)
    return [
        Row(item, part, None, "size", float(total), "GE", MEASURED),
        Row(item, part, None, "flip-flops", int(flops), "bits", MEASURED),
    ]


def _adam(values, library, wire):
    """Rows of the step of Adam."""
    unit = adam.Adam()
    latency, text = unit.latency, convert(unit, "unit")
    netlist = Netlist(mapped(text, "unit", library, options="-booth"), library, wire=wire)
    expected = adam.expected(values)
    item = "FP32 Adam"
    return [
        *_sizes(item, "adam", netlist),
        *energies(netlist, item, "adam", values, expected, latency),
    ]


def energies(netlist, item, part, values, expected, latency):
    """Rows of the energy of an operation; Mismatch if a result is not the expected one."""
    count = len(next(iter(values.values())))
    simulation = Simulation(netlist)
    last = {name: np.repeat(column[-1:], latency) for name, column in values.items()}
    first = {name: np.repeat(column[:1], latency) for name, column in values.items()}
    simulation.drive(first)  # the pipeline is full of the first operands
    simulation.count(True)
    seen = simulation.drive(values)
    simulation.count(False)
    rest = simulation.drive(last)
    for name, wanted in expected.items():
        got = np.concatenate([seen[name], rest[name]])[latency : latency + count]
        if not np.array_equal(got, as_bits(wanted, got.shape[1])):
            raise Mismatch(f"{item}, {part}: {name} differs from numpy's")
    activity = simulation.activity()
    whole, clock = np.sum(list(activity.energy(netlist).values()), axis=0)
    settled, _ = np.sum(list(activity.energy(netlist, glitches=False).values()), axis=0)
    found = (
        ("energy per operation", whole + clock),
        ("of it the clock", clock),
        ("energy without glitches", settled + clock),
    )
    return [Row(item, part, None, name, float(value / count), "pJ", MEASURED)
            for name, value in found]  # fmt: skip
