"""The picture: where the energy of a trained sample goes."""

from bep_hw.support.files import replace_file
from sim.measure.cost import goal, joules
from sim.measure.cost.core import PASSES
from sim.measure.cost.measure import CLOCK, MOVED
from sim.measure.cost.report import Values
from sim.measure.cost.sections import LARGE, RECURRENT, SPARED

COLOURS = ("#1d4ed8", "#c2410c", "#7e22ce", "#15803d", "#a16207", "#64748b")

CORES = (LARGE, SPARED[LARGE], RECURRENT)

MEASURED, ESTIMATED = COLOURS[0], COLOURS[5]

TRAINERS = {
    **dict.fromkeys(
        (
            "BEP, core",
            "BEP, core that spares energy",
            "local rule, core",
            "QAT, FP32, multiply and add",
            "QAT, bfloat16, multiply and add",
            "QAT, int8, multiply and add",
            "QAT, int8, signs used",
        ),
        MEASURED,
    ),
    **dict.fromkeys(
        ("BEP, ULX3S, logic", "BEP, processor core", "QAT, FP32, processor core"), ESTIMATED
    ),
}
"""Colours by how a trainer's energy is known: from netlists, or estimated."""


def write(path, rows):
    """Draw the cores; returns a line on why not, or None."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        return f"{path.name} left out: needs matplotlib: pip install bep-hw[plot]"

    value = Values(rows)
    items = [item for item in CORES if value.epochs(item)]
    if not items:
        return f"{path.name} left out: no core was measured"
    trainers = [name for name in TRAINERS if value(joules.ITEM, name, joules.MEAN)]
    figure = Figure(figsize=(10.4, 9), layout="constrained")
    FigureCanvasAgg(figure)
    places = figure.subplots(2, 2).ravel()
    for item, axes in zip(items, places, strict=False):
        _core(axes, value, item)
        if item in SPARED.values():
            axes.sharey(places[0])
    if trainers:
        _trainers(places[len(items)], value, trainers)
    for axes in places[len(items) + bool(trainers) :]:
        axes.set_axis_off()
    marks, names = places[0].get_legend_handles_labels()
    figure.legend(marks, names, loc="outside lower center", ncols=4, fontsize=7, frameon=False)
    figure.suptitle("Energy of training: logic and flip-flops in 180 nm, without memories")
    replace_file(path, lambda stream: figure.savefig(stream, format="png", dpi=150))
    return None


def _trainers(axes, value, names):
    """Joules until the goal: the mean of the runs, and a line from the least to the most."""
    for place, name in enumerate(names):
        least, mean, most = (
            value(joules.ITEM, name, which) for which in (joules.LEAST, joules.MEAN, joules.MOST)
        )
        axes.plot((least, most), (place, place), color=TRAINERS[name], lw=2)
        axes.plot(mean, place, "o", color=TRAINERS[name])
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set_xlabel("J")
    axes.set_title(f"FashionMNIST {goal.ITEM}", loc="left", fontsize=10)
    axes.spines[["top", "right"]].set_visible(False)


def _core(axes, value, item):
    """Bars of the epochs: passes on top of each other, the clock hatched."""
    epochs = value.epochs(item)
    bottom = [0.0] * len(epochs)
    kinds = ((MOVED, ""), (CLOCK, "///"))
    for quantity, hatch in kinds:
        for part, colour in zip(PASSES, COLOURS, strict=True):
            heights = [(value(item, part, quantity, epoch) or 0) / 1e3 for epoch in epochs]
            axes.bar(
                range(len(epochs)),
                heights,
                bottom=bottom,
                color=colour,
                hatch=hatch,
                edgecolor="white",
                lw=0.4,
                label=f"{part}, clock" if hatch else part,
            )
            bottom = [a + b for a, b in zip(bottom, heights, strict=True)]
    axes.set_xticks(range(len(epochs)), [f"epoch {epoch}" for epoch in epochs])
    axes.set_ylabel("nJ per sample")
    axes.set_title(item, loc="left", fontsize=10)
    axes.spines[["top", "right"]].set_visible(False)
