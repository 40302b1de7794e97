"""Measures the speed of the golden model: one JSON object with samples per second of each case.

    python sim/measure/profile_golden.py
    python sim/measure/profile_golden.py --before ../older    # compare with another checkout

Samples are those of `GoldenBackend.train`, in the second pass over them from a fresh start; data
loading and the first pass are not timed. A figure is the median over the rounds, each a process of
its own. A CPU second counts only what this process computes: on a machine with other work it says
more than the clock. With --before, the weights must come out the same, or the exit code is 1.
Where the checkout has the native model, it is measured beside, and its weights compared as well.
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]

CASES = {
    "rp-35": ("prototypes", 35, 7, 100, 18_000),
    "rp-35 batch 20": ("prototypes", 35, 7, 20, 9_000),
    "fmnist-135": ("fashion-mnist", 135, 45, 100, 12_000),
    "fmnist-525": ("fashion-mnist", 525, 105, 100, 5_000),
}
"""Data set, width of the two hidden layers, group size, batch size, samples."""

FRAME = (10, 525)
"""Classes and width of the classifier that is timed."""


def timed(work):
    """(seconds, CPU seconds) of `work()`."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def prototypes(samples):
    """Bits and labels like Random Prototypes', the same in every checkout."""
    import numpy as np

    random = np.random.default_rng(1)
    labels = random.integers(0, 10, samples)
    every = random.integers(0, 2, (10, 1000), np.uint8)
    return every[labels] ^ (random.random((samples, 1000), np.float32) < 0.46), labels


def measure():
    """Measure one round with the bep_hw that Python finds first: {case: figures}."""
    import bep_hw.support.threads  # noqa: F401, I001 (before numpy)
    import numpy as np

    from bep_hw.data import datasets
    from bep_hw.train import outputs
    from bep_hw.spec.network import Network
    from bep_hw.spec.training import Training
    from bep_hw.golden.backend import GoldenBackend
    from bep_hw.golden.classifier import equiangular_frame
    from bep_hw.golden.initial import initial_counters

    backends = {"": GoldenBackend}
    if importlib.util.find_spec("bep_hw.native"):
        from bep_hw.native.backend import NativeBackend

        backends["native_"] = NativeBackend

    def train(dataset, width, group, batch, samples):
        if dataset not in loaded:
            split = None if dataset == "prototypes" else datasets.load(dataset).train
            loaded[dataset] = (split.bits, split.labels) if split else prototypes(20_000)
        bits, labels = (values[:samples] for values in loaded[dataset])
        network = Network(layers=(bits.shape[1], width, width), classes=10)
        # All that decides the weights is said here: presets and defaults may change.
        training = Training(
            hidden_bits=16, margin_ratio=0.5, reinforcement=0.5, gate_ratio=0.25, group=group
        )
        classifier = equiangular_frame(network.classes, network.layers[-1], 1)
        groups = (group,) * network.depth
        figures = {}
        for prefix, kind in backends.items():
            backend = kind(network, classifier, hidden_bits=training.hidden_bits, seed=1)
            backend.load(initial_counters(network, training.hidden_bits, 1), 0)
            first = backend.train(bits, labels, training.settings(network, groups, 1.0), batch)
            error = float(np.mean(first.predictions != labels))
            settings = training.settings(network, groups, error)
            wall, cpu = timed(partial(backend.train, bits, labels, settings, batch))
            weights = outputs.weights_sha256(backend.counters())[:16]
            assert figures.setdefault("weights", weights) == weights, f"{prefix}: other weights"
            figures[f"{prefix}samples_per_second"] = samples / wall
            figures[f"{prefix}samples_per_cpu_second"] = samples / cpu
        return figures

    loaded = {}
    figures = {name: train(*case) for name, case in CASES.items()}
    wall, cpu = timed(lambda: equiangular_frame(*FRAME, 1))
    figures["classifier frame"] = {"seconds": wall, "cpu_seconds": cpu}
    return figures


def in_process(folder):
    """`measure` on the checkout in `folder`, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, str(Path(__file__).resolve()), "--once"]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def middle(rounds):
    """The median of each figure over `rounds`; weights come from the first round."""

    def over(case, name):
        values = [figures[case][name] for figures in rounds]
        return values[0] if name == "weights" else float(f"{statistics.median(values):.4g}")

    return {case: {name: over(case, name) for name in rounds[0][case]} for case in rounds[0]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", type=Path, help="folder of a checkout to compare with")
    parser.add_argument("--rounds", type=int, default=5, help="processes of each checkout")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.once:
        print(json.dumps(measure()))
        return 0

    folders = {"after": HERE}
    if arguments.before:
        folders = {"before": arguments.before.resolve(), **folders}
    rounds = {when: [] for when in folders}
    for _ in range(arguments.rounds):
        for when, folder in folders.items():
            rounds[when].append(in_process(folder))

    result = {when: middle(figures) for when, figures in rounds.items()}
    same = True
    if arguments.before:
        before, after = result["before"], result["after"]
        same = all(before[case]["weights"] == after[case]["weights"] for case in CASES)
        result["same_weights"] = same
    print(
        json.dumps({"rounds": arguments.rounds, "processors": os.cpu_count(), **result}, indent=2)
    )
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
