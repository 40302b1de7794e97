"""Measures software that trains a network, and sets it beside cores; needs no tools of hardware."""

import json
import os
from pathlib import Path

import numpy as np
from rich.console import Console

from bep_hw.build.speed import cores, report, software
from bep_hw.data import datasets
from bep_hw.spec import presets
from bep_hw.support import processors
from bep_hw.support.display import say
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import check_writable, replace_file

PRESET = "fmnist-135"


def compare(preset=PRESET, builds=(), out=None, console=None):
    """Measure how fast software trains the network of a preset, and set it beside cores.

    builds: folders of `bep-hw build`, whose cores are shown too
    out: a folder for training.json, training.md and training.png, or None
    console: a rich Console for what is being done, and for the files that were written; None for
        silence
    Returns a dictionary of plain values; ConfigError for a preset that is no feed-forward network
    of classes, and for a folder that has no report.
    """
    preset = presets.get(preset)
    network = preset.network
    require(
        not network.recurrent and network.targets == 1,
        f"preset {preset.name}: its network must be feed-forward, with one class a sample",
    )
    own = [cores.built(folder, network) for folder in builds]
    if out is not None:
        check_writable(out)
    busy = os.getloadavg()[0]  # before this run adds to it
    source, bits, labels = samples_of(preset)
    console = console or Console(quiet=True)
    with console.status("cycles of larger cores") as status:
        rows = [*cores.routed(network), *own, *cores.predicted(preset, bits, labels)]
        rows = [*software.rows(network, preset.training, bits, labels, status.update), *rows]
    found = {
        "preset": preset.name,
        "dataset": source,
        "batch_size": preset.training.batch_size,
        "processor": processors.name(),
        "cores": processors.cores(),
        "load_average": round(busy, 2),
        "training": report.values(rows, software.one_core()),
    }
    if out is not None:
        _write(Path(out), found, rows, network, console)
    return found


def _write(folder, found, rows, network, console):
    """Write JSON, table and picture of the speed of training."""
    folder.mkdir(parents=True, exist_ok=True)
    widths = "-".join(map(str, network.layers))
    title = f"Training {widths} on {found['processor']}"
    texts = {
        "training.json": json.dumps(found, indent=1) + "\n",
        "training.md": report.table(
            rows, f"{widths}, batch {found['batch_size']}", software.one_core()
        ),
    }
    for name, text in texts.items():
        replace_file(folder / name, lambda stream, text=text: stream.write(text.encode()))
        say(console, folder / name)
    path = folder / "training.png"
    say(console, report.picture(path, rows, title) or path)


def samples_of(preset):
    """(name, bits, labels): FashionMNIST, or noisy random patterns if it is not installed."""
    try:
        split = datasets.load(preset.dataset).train
        return preset.dataset, split.bits, split.labels
    except ConfigError:
        rng = np.random.default_rng(1)
        classes, width = preset.network.classes, preset.network.layers[0]
        labels = rng.integers(0, classes, 20_000)
        patterns = rng.integers(0, 2, (classes, width), np.uint8)
        flips = rng.random((len(labels), width)) < 0.35
        return "random patterns", patterns[labels] ^ flips, labels
