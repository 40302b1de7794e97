"""Writes the table and the picture of the speed of training."""

from bep_hw.build.speed.row import MEASURED, MISSING, PREDICTED, ROUTED
from bep_hw.support.files import replace_file

COLOURS = {MEASURED: "#7a8699", ROUTED: "#c2410c", PREDICTED: "#f0b98d"}


def table(rows, title, reference):
    """Markdown with this title; the ratio is to the row named `reference`."""
    base = _base(rows, reference)
    lines = [
        f"| {title} | how | untrained, samples/s | trained, samples/s | ratio | |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        ratio = row.ratio(base)
        numbers = (
            *(_number(row.untrained), _number(row.trained)),
            "-" if ratio is None else f"{ratio:.2f}",
        )
        lines.append(f"| {row.name} | {row.kind} | {' | '.join(numbers)} | {row.note} |")
    return "\n".join(lines) + "\n"


def values(rows, reference):
    """The rows as plain dictionaries for JSON."""
    base = _base(rows, reference)
    return [
        {
            "name": row.name,
            "kind": row.kind,
            "untrained_samples_per_second": row.untrained and round(row.untrained),
            "trained_samples_per_second": row.trained and round(row.trained),
            "ratio": None if ratio is None else round(ratio, 3),
            "note": row.note,
        }
        for row, ratio in ((row, row.ratio(base)) for row in rows)
    ]


def picture(path, rows, title):
    """Write bars of samples per second to `path`; a note if there is no matplotlib, else None."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        from matplotlib.patches import Patch
    except ImportError:
        return f"{path.name} left out: needs matplotlib: pip install bep-hw[plot]"
    shown = [row for row in rows if row.kind != MISSING]
    figure = Figure(figsize=(8.6, 0.9 + 0.36 * len(shown)), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    places = range(len(shown))
    axes.barh(
        places, [row.rate for row in shown], color=[COLOURS[row.kind] for row in shown], height=0.7
    )
    for place, row in zip(places, shown, strict=True):
        axes.text(row.rate * 1.05, place, _number(row.rate), va="center", fontsize=9)
    axes.set_yticks(places, [row.name for row in shown], fontsize=9)
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set_xlim(min(row.rate for row in shown) / 2, max(row.rate for row in shown) * 4)
    axes.set_xlabel("trained samples per second")
    axes.set_title(title, loc="left", fontsize=11)
    axes.grid(axis="x", color="#e3e6ea", lw=0.8)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    present = {row.kind for row in shown}
    patches = [Patch(color=c, label=kind) for kind, c in COLOURS.items() if kind in present]
    axes.legend(handles=patches, frameon=False, loc="upper right", fontsize=9)
    replace_file(path, lambda stream: figure.savefig(stream, format="png", dpi=150))
    return None


def _base(rows, reference):
    return next((row for row in rows if row.name == reference), None)


def _number(rate):
    return f"{float(f'{rate:.3g}'):,.0f}" if rate else "-"
