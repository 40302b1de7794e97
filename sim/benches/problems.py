"""Small random training problems that fit one of a few cores, so that few models are built."""

import dataclasses
from dataclasses import dataclass

import numpy as np

from bep_hw.golden.backend import GoldenBackend
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings

HIDDEN_BITS = 8
LIMITS = {
    "hidden_bits": HIDDEN_BITS,
    "max_batch": 64,
    "max_width": 60,
    "tile_depth": 256,
    "counter_depth": 2048,
    "activation_depth": 64,
    "row_depth": 64,
    "class_depth": 64,
    "max_layers": 4,
    "max_classes": 6,
}
CORES = {
    "4x8-lanes8": CoreConfig(tile_rows=4, tile_columns=8, lanes=8, banks=2, **LIMITS),
    "4x16-lanes4": CoreConfig(tile_rows=4, tile_columns=16, lanes=4, **LIMITS),
    "4x16-lanes2-single-port": CoreConfig(
        **{"tile_rows": 4, "tile_columns": 16, "lanes": 2, "banks": 2, "single_port": True},
        **{**LIMITS, "counter_depth": 8192},
    ),
    "3x24-lanes12": CoreConfig(tile_rows=3, tile_columns=24, lanes=12, **LIMITS),
    "8x32-lanes32": CoreConfig(tile_rows=8, tile_columns=32, lanes=32, banks=8, **LIMITS),
    "4x8-lanes8-2-samples": CoreConfig(
        tile_rows=4, tile_columns=8, lanes=8, banks=4, samples_per_read=2, **LIMITS
    ),
    "8x16-lanes16-4-samples": CoreConfig(
        tile_rows=8, tile_columns=16, lanes=16, banks=16, samples_per_read=4, **LIMITS
    ),
    "4x8-lanes16": CoreConfig(tile_rows=4, tile_columns=8, lanes=16, **LIMITS),
    "3x6-lanes12-2-samples": CoreConfig(
        tile_rows=3,
        tile_columns=6,
        lanes=12,
        banks=8,
        samples_per_read=2,
        **{**LIMITS, "tile_depth": 1024},
    ),
}

LONGEST = 6
IN_TIME = {
    **LIMITS,
    "max_batch": 128,
    "max_width": 64,
    "tile_depth": 512,
    "counter_depth": 4096,
    "activation_depth": 128,
    "row_depth": 128,
    "max_steps": LONGEST,
}
RECURRENT_CORES = {
    "4x8-lanes8": CoreConfig(tile_rows=4, tile_columns=8, lanes=8, banks=2, **IN_TIME),
    "4x16-lanes4": CoreConfig(tile_rows=4, tile_columns=16, lanes=4, **IN_TIME),
    "4x16-lanes2-single-port": CoreConfig(
        **{"tile_rows": 4, "tile_columns": 16, "lanes": 2, "banks": 2, "single_port": True},
        **IN_TIME,
    ),
    "3x24-lanes12": CoreConfig(tile_rows=3, tile_columns=24, lanes=12, banks=8, **IN_TIME),
    "4x8-lanes4-2-samples": CoreConfig(
        tile_rows=4, tile_columns=8, lanes=4, banks=4, samples_per_read=2, **IN_TIME
    ),
    "3x6-lanes6-4-samples-deep": CoreConfig(
        **{"tile_rows": 3, "tile_columns": 6, "lanes": 6, "banks": 8, "samples_per_read": 4},
        **{**IN_TIME, "deep_pipeline": True},
    ),
    "16x16-lanes16-8-samples": CoreConfig(
        tile_rows=16, tile_columns=16, lanes=16, banks=32, samples_per_read=8, **IN_TIME
    ),
}


@dataclass
class Problem:
    """A network, its state, and samples to train on."""

    network: Network
    classifier: np.ndarray
    counters: list
    settings: Settings
    bits: np.ndarray | Sequences
    labels: np.ndarray
    seed: int
    minibatch: int

    @property
    def common(self):
        """Arguments that all backends take."""
        return {"hidden_bits": HIDDEN_BITS, "seed": self.seed}


def drawn(rng, network, groups, gates):
    """The parts of a `Problem` that are no samples; gates: the largest threshold of each layer."""
    return {
        "network": network,
        "classifier": rng.choice(np.array([-1, 1], np.int8), (network.classes, network.layers[-1])),
        "counters": [rng.integers(-64, 64, shape, np.int32) for shape in network.shapes],
        "settings": Settings(
            margin=int(rng.integers(0, 2 * network.layers[-1] + 1)),
            gates=tuple(int(rng.integers(0, gate + 1)) for gate in gates),
            groups=groups,
            reinforce=tuple(int(rng.integers(0, (16 << 16) + 1)) for _ in network.shapes),
        ),
    }


def problem(seed, samples, widest=60):
    """A random problem; `seed` also picks depth, widths and settings."""
    rng = np.random.default_rng(seed)
    depth = int(rng.integers(1, 4))
    layers = tuple(int(width) for width in rng.integers(1, widest + 1, depth + 1))
    network = Network(layers=layers, classes=int(rng.integers(2, 7)))
    groups = []
    for width, _ in network.shapes:
        divisors = [d for d in range(1, width + 1) if width % d == 0]
        groups.append(int(rng.choice(divisors)))
    gates = [2 * fan_in for _, fan_in in network.shapes]
    return Problem(
        **drawn(rng, network, tuple(groups), gates),
        bits=rng.integers(0, 2, (samples, layers[0]), np.uint8),
        labels=rng.integers(0, network.classes, samples),
        seed=int(rng.integers(0, 1 << 32)),
        minibatch=int(rng.integers(0, 1 << 20)),
    )


def recurrent_problem(seed, samples, widest=32):
    """A random recurrent problem; `seed` also picks widths, time steps and settings."""
    rng = np.random.default_rng([seed, 1])
    layers = tuple(int(width) for width in rng.integers(1, widest + 1, 3))
    steps = int(rng.integers(1, LONGEST + 1))
    network = Recurrent(layers=layers, classes=int(rng.integers(2, 7)), steps=steps)
    state, readout = (
        int(rng.choice([d for d in range(1, width + 1) if width % d == 0])) for width in layers[1:]
    )
    length = int(rng.integers(1, steps + 1)) if seed % 3 == 0 else steps
    parts = drawn(rng, network, (state, state, readout), network.reaches)
    horizon = int(rng.integers(1, steps + 1))
    parts["settings"] = dataclasses.replace(parts["settings"], horizon=horizon)
    return Problem(
        **parts,
        bits=Sequences(
            rng.integers(0, 2, (samples, length, layers[0]), np.uint8),
            rng.integers(1, length + 1, samples),
        ),
        labels=rng.integers(0, network.classes, samples),
        seed=int(rng.integers(0, 1 << 32)),
        minibatch=int(rng.integers(0, 1 << 20)),
    )


def triggered(p):
    """How many samples of a problem trigger before anything has been learnt."""
    golden = GoldenBackend(p.network, p.classifier, **p.common)
    golden.load(p.counters, p.minibatch)
    outcome = golden.train(p.bits, p.labels, p.settings, len(p.bits))
    return int(np.count_nonzero(outcome.margins < p.settings.margin))


def mixed(p):
    """The problem with other labels and another margin: some samples trigger, and some do not.

    Random labels are nearly always wrong, and then every sample triggers. Here every second sample
    has the class that the network predicts, and half of these have a margin that is large enough.
    """
    golden = GoldenBackend(p.network, p.classifier, **p.common)
    golden.load(p.counters, p.minibatch)
    right = np.arange(len(p.bits)) % 2 == 1
    labels = np.where(right, golden.infer(p.bits), (golden.infer(p.bits) + 1) % p.network.classes)
    margins = golden.train(p.bits, labels, p.settings, len(p.bits)).margins
    settings = dataclasses.replace(p.settings, margin=max(1, int(np.median(margins[right]))))
    return dataclasses.replace(p, labels=labels, settings=settings)
