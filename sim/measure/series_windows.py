"""Measures the best number of time steps for a series on validation data.

    python -m sim.measure.series_windows

Training files of the package aeon alone, each split three times into two thirds that train and one
third that validates. `bep_hw.spec.choice` takes the number of steps that is best in the mean.
"""

import sys
from pathlib import Path

import aeon
import numpy as np

from bep_hw.data import series, series_files
from bep_hw.data.dataset import Dataset
from bep_hw.data.samples import class_names, numbered
from bep_hw.spec import choice
from bep_hw.spec.encoding import Encoding
from bep_hw.support.display import Silent
from bep_hw.train import session
from bep_hw.train.run import Run

FOLDER = Path(aeon.__file__).parent / "datasets" / "data"
SETS = ("ArrowHead", "BasicMotions", "GunPoint", "ItalyPowerDemand", "JapaneseVowels", "OSULeaf")
STEPS = (4, 6, 8, 12, 24)
SPLITS = 3


def parts(labels, seed):
    """Indices (train, validation): one third of each class validates."""
    order = np.random.default_rng(seed).permutation(len(labels))
    order = order[np.argsort(labels[order], kind="stable")]
    held = np.arange(len(order)) % 3 == 0
    return order[~held], order[held]


def accuracy(raw, name, steps, seed):
    """Best validation accuracy [percent] with so many time steps for a series."""
    train, validation = parts(raw.labels, seed)
    encoding = Encoding(window=-(-raw.length // steps))
    preset, _ = choice.preset(
        *(name, name, "series"),
        series.Shape(classes=raw.classes, samples=len(train), length=raw.length),
        encoding=encoding,
    )
    raw = series.Raw(
        raw.values, raw.labels, series.quantiles, lambda seed: (train, validation, validation)
    )
    data: Dataset = series.dataset(name, raw, 1, encoding, preset.network.layers[0])
    run = Run(preset=preset, backend="native", seed=seed)
    summary, _ = session.measure(run, data, stopped=lambda: False, display=Silent())
    return summary["validation_accuracy"]


def main():
    """Print a table of mean accuracies."""
    print("| set | length |", " | ".join(f"{steps} steps" for steps in STEPS), "|")
    print("|---" * (2 + len(STEPS)) + "|")
    every = []
    for name in SETS:
        path = str(FOLDER / name / f"{name}_TRAIN.ts")
        samples = series_files.read(path, labelled=False)
        names = class_names(path, samples.labels)
        raw = series.Raw(samples.values, numbered(path, samples.labels, names), None, None)
        means = [
            np.mean([accuracy(raw, name, steps, seed) for seed in range(1, SPLITS + 1)])
            for steps in STEPS
        ]
        every.append(means)
        print(f"| {name} | {raw.length} |", " | ".join(f"{mean:.1f}" for mean in means), "|")
        sys.stdout.flush()
    print("| mean | |", " | ".join(f"{mean:.1f}" for mean in np.mean(every, axis=0)), "|")


if __name__ == "__main__":
    main()
