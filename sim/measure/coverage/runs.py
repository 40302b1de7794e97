"""The runs of each reference core, whose coverage is merged."""

import contextlib
import dataclasses
import sys
from pathlib import Path

import numpy as np

from bep_hw.cosim import build
from bep_hw.cosim.cocotb_runner import run
from bep_hw.golden.backend import GoldenBackend
from bep_hw.spec.encoder_shape import SIDE
from bep_hw.spec.encoders.filters import FilterEncoder
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network
from bep_hw.spec.raw import RawSamples
from bep_hw.support.errors import ConfigError
from sim.benches.problems import Problem, drawn, mixed, problem, recurrent_problem
from sim.measure.coverage import drive
from sim.measure.coverage.cores import IMAGES, REFERENCES

BENCHES = Path(__file__).parents[2] / "benches"
MOST = 16 << 16
"""Of `Settings.reinforce`: p = 1."""

COCOTB = {
    "one": ("bench_layer", "bench_core"),
    "axi": ("bench_axi",),
    "wishbone": ("bench_wishbone",),
    "uart": ("bench_uart", "bench_link"),
}
"""{reference core: modules of cocotb in sim/benches}"""

STALLS = (0.0, 0.3)
PATCH_BITS = SIDE**2 * IMAGES.planes


def pixel_problem(seed, samples):
    """A random problem on images, for the core with an encoder."""
    rng = np.random.default_rng([seed, 2])
    thresholds = rng.integers(0, 1 << 8, 2).tolist()
    encoder = FilterEncoder(
        shape=IMAGES.image,
        cell=IMAGES.cell,
        levels=(thresholds[0],),
        edges=(thresholds[1],),
        filters=tuple(int(f) for f in rng.integers(0, 1 << PATCH_BITS, IMAGES.filters)),
        thresholds=tuple(int(t) for t in rng.integers(0, PATCH_BITS + 1, IMAGES.filters)),
    )
    layers = (encoder.width, *(int(width) for width in rng.integers(1, 61, 2)))
    network = Network(layers=layers, classes=int(rng.integers(2, 7)))
    pixels = rng.integers(256, size=(samples, encoder.shape[0] * encoder.shape[1]))
    return Problem(
        **drawn(rng, network, (1, layers[2]), [fan_in for _, fan_in in network.shapes]),
        bits=RawSamples(pixels.astype(np.uint8), encoder),
        labels=rng.integers(0, network.classes, samples),
        seed=int(rng.integers(0, 1 << 32)),
        minibatch=int(rng.integers(0, 1 << 32)),
    )


def problem_of(name, seed, samples):
    """A random problem for a reference core; every third has p = 0, and every third p = 1."""
    core = REFERENCES[name].config
    if core.encoder:
        p = _at_threshold(pixel_problem(seed, samples))
    elif core.in_time:
        p = _at_threshold(_largest(core, seed, samples))
    else:
        p = mixed(problem(seed, samples))
    if seed % 3:
        reinforce = tuple(MOST * (seed % 3 - 1) for _ in p.settings.reinforce)
        p = dataclasses.replace(p, settings=dataclasses.replace(p.settings, reinforce=reinforce))
    return p


def _largest(core, seed, samples):
    """A recurrent problem as wide as the core takes it."""
    for widest in (core.max_width, 48, 32):
        p = recurrent_problem(seed, samples, widest)
        with contextlib.suppress(ConfigError):
            layer_table(p.network, core)
            return p
    raise AssertionError(f"seed {seed}: no problem fits")


def _at_threshold(p):
    """The problem with a margin that some of its samples have, of those that are not negative."""
    golden = GoldenBackend(p.network, p.classifier, **p.common)
    golden.load(p.counters, p.minibatch)
    margins = golden.train(drive.encoded(p), p.labels, p.settings, len(p.labels)).margins
    margin = max(1, int(np.median(margins[margins >= 0]))) if (margins >= 0).any() else 1
    return dataclasses.replace(p, settings=dataclasses.replace(p.settings, margin=margin))


def native(name, folder, seeds):
    """A core with its own ports in the harness: trains, predicts, and is given what is wrong."""
    reference = REFERENCES[name]
    library = build.shared_library(verilog=reference.counted(name), coverage=True)
    simulation = drive.Simulation(reference.config, library, seed=1)
    for seed in range(seeds):
        samples = 64 if seed % 8 == 0 else 24
        several = [problem_of(name, seed, samples)]
        if reference.config.in_time and seed % 4 == 0:
            several.append(mixed(problem(seed, samples)))  # it trains networks without a state too
        drive.learns(simulation, several, STALLS[seed % 2])
    drive.fills(simulation, problem_of(name, 1, 24))
    simulation.model.stalls(0.3, 1)
    for seed in (3, 4):
        few = problem_of(name, seed, 8)
        drive.ends_early(simulation, few)
        drive.resets(simulation, few, range(1, 40, 3))
        drive.errs(simulation, few)
    simulation.finish(folder / "coverage.dat")


def bench(name, module, folder):
    """A cocotb bench, which compares with the golden model itself; AssertionError if it fails."""
    reference = REFERENCES[name]
    text = reference.counted(name)
    if str(BENCHES) not in sys.path:
        sys.path.insert(0, str(BENCHES))  # which cocotb hands on; benches import each other by name
    tests, failures = run(text, reference.top, module, folder.resolve(), coverage=True)
    assert tests and not failures, f"{module}: {failures} of {tests} tests failed"
