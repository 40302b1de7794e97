"""Draws where the cycles go into images/cycles.svg, or with --tables prints those of cycles.md.

Figures are those of results/cycles.json, which `python sim/measure_cycles.py` writes.
"""

import json
import sys
from pathlib import Path

from images import IMAGES, save

from bep_hw.spec import presets
from bep_hw.support.svg import BACKWARD, FORWARD, GREY, INK, MEMORY, PALE, UPDATE, WHITE, Canvas

RESULTS = Path(__file__).parents[1] / "results" / "cycles.json"

WEIGHTS = (
    ("forward", FORWARD, ("forward",)),
    ("backward", BACKWARD, ("backward",)),
    ("banks are held by samples that learn", MEMORY, ("banks",)),
    ("border of the minibatch", "#c9c9c9", ("drain", "learning", "rows")),
    ("input, gaps, end of the run", PALE, ("input", "gaps", "end")),
)
COUNTERS = (("winners", UPDATE, ("winners",)), ("sweep", "#9fcfa3", ("sweep",)))
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
    y = 18
    for row in (row for row in rows if own(row, "lanes", "banks")):
        name = f"{row['preset']}, epoch {row['epoch']}"
        learns = f"{percent(row['triggered'] / row['samples'])} learn"
        c.text(LEFT - 60, y + 18, f"{name}\n{learns}", anchor="end", size=12)
        for memory, parts in (("weights", WEIGHTS), ("counters", COUNTERS)):
            c.text(LEFT - 8, y + 14, memory, anchor="end", size=10, fill=GREY)
            x, whole = LEFT, per_sample(row) * UNIT
            c.rect(x, y, whole, 20, fill=WHITE, stroke=INK)
            for _, fill, names in parts:
                width = share(row, memory, names) * whole
                if width:
                    c.rect(x, y, width, 20, fill=fill, stroke=GREY, line=0.6)
                x += width
            y += 22
        c.text(LEFT + whole + 6, y - 18, f"{per_sample(row):.1f}", anchor="start", size=12)
        y += 22
    c.line([(LEFT, y - 8), (LEFT + 120 * UNIT, y - 8)], stroke=GREY)
    for count in range(0, 121, 20):
        c.line([(LEFT + count * UNIT, y - 8), (LEFT + count * UNIT, y - 3)], stroke=GREY)
        c.text(LEFT + count * UNIT, y + 10, count, size=11, fill=GREY)
    c.text(LEFT - 8, y + 10, "cycles per sample", anchor="end", size=11, fill=GREY)
    for column, parts in ((30, WEIGHTS[:3]), (330, WEIGHTS[3:]), (600, COUNTERS)):
        for index, (name, fill, _) in enumerate(parts):
            top = y + 28 + 22 * index
            c.rect(column, top, 16, 14, fill=fill, stroke=GREY)
            c.text(column + 24, top + 12, name, anchor="start", size=12)
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
