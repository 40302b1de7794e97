"""Measures how cycles per sample fall with the samples per tile read, until something else binds.

    python -m sim.measure.samples_per_read        # two minutes; needs FashionMNIST and matplotlib

A network trains in numpy; at the start of some epochs the first minibatches go through
the cycle model of every core. The results go into docs/results/samples_per_read.csv and .png.
"""

import csv
import dataclasses
from pathlib import Path

from bep_hw.cycles.model import FORWARD, predict
from bep_hw.spec import presets
from bep_hw.support.integers import blocks
from sim.measure.measure_cycles import MINIBATCHES, epochs, events

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results" / "samples_per_read.csv"
PRESET = "fmnist-135-ulx3s"
EPOCHS = (1, 10, 50)
SAMPLES, LANES = (1, 2, 4, 8), (45, 90)
FIELDS = ("epoch", "lanes", "samples_per_read", "banks", "cycles", "tiles", "counters", "words")
"""Per sample. tiles, counters: cycles in which the forward pass reads a tile, and in which a word
of counters is read; words: of its inputs, which take a cycle each."""


def cores(preset):
    """(S, lanes, CoreConfig) of all cores."""
    for lanes in LANES:
        for count in SAMPLES:
            shape = {"lanes": lanes, "samples_per_read": count, "banks": 4 * count}
            yield count, lanes, dataclasses.replace(preset, **shape, deep_pipeline=False).core


def measure():
    preset = presets.get(PRESET)
    batch, rows = preset.training.batch_size, []
    words = blocks(preset.network.layers[0], preset.tile[1])
    for epoch, golden, settings, *data in epochs(preset, max(EPOCHS)):
        if epoch not in EPOCHS:
            continue
        bits, labels = (part[: MINIBATCHES * batch] for part in data)
        found = events(golden, settings, bits, labels, batch, preset.tile[0])
        for count, lanes, core in cores(preset):
            usage = predict(preset.network, core, settings.groups, batch, found)
            figures = (usage.cycles, usage.weights[FORWARD], usage.counters.total())
            per_sample = [round(figure / usage.samples, 2) for figure in figures]
            rows.append((epoch, lanes, count, core.banks, *per_sample, words))
            print(*rows[-1], flush=True)
    return [dict(zip(FIELDS, row, strict=True)) for row in rows]


def picture(rows, path):
    """Cycles per sample over S, a panel per epoch, with what a sample cannot go below."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 3.8), layout="constrained")
    FigureCanvasAgg(figure)
    panels = figure.subplots(1, len(EPOCHS), sharey=True)
    for axes, epoch in zip(panels, EPOCHS, strict=True):
        for lanes, colour in zip(LANES, ("#1763a6", "#b8500f"), strict=True):
            mine = [row for row in rows if row["epoch"] == epoch and row["lanes"] == lanes]
            counts = [row["samples_per_read"] for row in mine]
            axes.plot(
                *(counts, [row["cycles"] for row in mine], "o-"),
                **{"color": colour, "label": f"{lanes} lanes"},
            )
            counters = mine[-1]["counters"]
            axes.axhline(counters, color=colour, lw=0.9, ls=":")
            axes.text(8, counters * 1.03, "counters", color=colour, fontsize=8, ha="right")
        first = next(row for row in rows if row["epoch"] == epoch)
        axes.plot(SAMPLES, [first["tiles"] / s for s in SAMPLES], color="#777777", ls="--")
        axes.text(1.05, first["tiles"] * 0.55, "tiles / S", color="#777777", fontsize=8)
        axes.axhline(first["words"], color="#2a7a31", lw=0.9, ls=":")
        axes.text(1, first["words"] * 1.03, "words of a sample", color="#2a7a31", fontsize=8)
        axes.set_xscale("log", base=2)
        axes.set_yscale("log", base=2)
        axes.set_xticks(SAMPLES, SAMPLES)
        axes.set_yticks((8, 16, 32, 64, 128), (8, 16, 32, 64, 128))
        axes.set_title(f"epoch {epoch}", loc="left", fontsize=11)
        axes.set_xlabel("S, samples per tile read")
        axes.grid(color="#e3e6ea", lw=0.8)
        axes.spines[["top", "right"]].set_visible(False)
    panels[0].set_ylabel("cycles per sample")
    panels[0].legend(frameon=False, fontsize=9)
    figure.savefig(path, dpi=110)


def main():
    rows = measure()
    with RESULTS.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    picture(rows, RESULTS.with_suffix(".png"))


if __name__ == "__main__":
    main()
