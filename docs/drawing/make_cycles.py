"""Draws where the cycles go into images/cycles.svg, or with --tables prints those of cycles.md.

Figures are those of results/cycles.json, which `python sim/measure_cycles.py` writes.
"""

import functools
import json
import sys
from pathlib import Path

from images import IMAGES, save

from bep_hw.report.cycle_bars import COUNTERS, WEIGHTS, Bars, legend
from bep_hw.spec import presets
from bep_hw.support.svg import Canvas

RESULTS = Path(__file__).parents[1] / "results" / "cycles.json"

LEFT, UNIT = 205, 4.6


def share(row, memory, names):
    return sum(row[memory].get(name, 0) for name in names) / row["cycles"]


def percent(part):
    return f"{100 * part:.0f} %"


def per_sample(row):
    return row["cycles"] / row["samples"]


def own(row, *names):
    """Whether the core has the tile of its preset, and whatever else of it is named."""
    preset = presets.get(row["preset"])
    same = all(row[name] == getattr(preset, name) for name in names)
    return same and tuple(row["tile"]) == preset.tile


def cycles(rows):
    """Two bars for every case: what each memory does in the cycles of a sample."""
    c = Canvas(800, 375, "Where the cycles go")
    bars, y = Bars(LEFT, UNIT), 18
    for row in (row for row in rows if own(row, "lanes", "banks")):
        learns = f"{percent(row['triggered'] / row['samples'])} learn"
        name = f"{row['preset']}, epoch {row['epoch']}\n{learns}"
        y = bars.draw(c, y, name, per_sample(row), functools.partial(share, row))
    bars.axis(c, y, range(0, 121, 20))
    for column, parts in ((30, WEIGHTS[:3]), (330, WEIGHTS[3:]), (600, COUNTERS)):
        legend(c, column, y + 28, parts)
    return c


def tables(rows):
    """Lines of the tables of cycles.md: one size of core and all, then all sizes."""
    yield (
        "| preset | epoch | gamma | lanes | banks | learn | cycles per sample"
        " | weights read | counters used |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for row in rows:
        if own(row):
            yield line(
                *(row["preset"], str(row["epoch"]), str(row["groups"][0])),
                *(str(row["lanes"]), str(row["banks"])),
                *(percent(row["triggered"] / row["samples"]), f"{per_sample(row):.1f}"),
                percent(share(row, "weights", ("forward", "backward"))),
                percent(share(row, "counters", ("winners", "sweep"))),
            )
    yield ""
    yield (
        "| tile, lanes | tiles, forward | filled | cycles per sample"
        " | weights read | counters used |"
    )
    yield "|---|---|---|---|---|---|"
    chosen = [row for row in rows if row["preset"] == "fmnist-135" and row["epoch"] == 1]
    network = presets.get("fmnist-135").network
    weights = sum(rows * columns for rows, columns in network.shapes)
    weights += network.classes * network.layers[-1]
    for row in sorted(chosen, key=lambda row: row["tile"]):
        side, tiles = row["tile"][0], row["weights"]["forward"] // row["samples"]
        yield line(
            f"{side} x {side}, {side}",
            str(tiles),
            percent(weights / (tiles * side * side)),
            f"{per_sample(row):.1f}",
            percent(share(row, "weights", ("forward", "backward"))),
            percent(share(row, "counters", ("winners", "sweep"))),
        )


def line(*values):
    return f"| {' | '.join(values)} |"


def main(folder=IMAGES):
    rows = json.loads(RESULTS.read_text())
    if folder == "--tables":
        print("\n".join(tables(rows)))
    else:
        save(cycles(rows), "cycles.svg", folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
