"""The picture: where the energy of a trained sample goes."""

from bep_hw.support.files import replace_file
from sim.measure.cost.core import PASSES
from sim.measure.cost.report import Values
from sim.measure.cost.sections import LARGE, SMALL

COLOURS = ("#1d4ed8", "#c2410c", "#7e22ce", "#15803d", "#a16207", "#64748b")


def write(path, rows):
    """Draw the cores; returns a line on why not, or None."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        return f"{path.name} left out: needs matplotlib: pip install bep-hw[plot]"

    value = Values(rows)
    items = [item for item in (LARGE, SMALL) if value.epochs(item)]
    if not items:
        return f"{path.name} left out: no core was measured"
    figure = Figure(figsize=(5.2 * len(items), 5), layout="constrained")
    FigureCanvasAgg(figure)
    for item, axes in zip(items, figure.subplots(1, len(items), squeeze=False)[0], strict=True):
        _core(axes, value, item)
    marks, names = figure.axes[0].get_legend_handles_labels()
    figure.legend(marks, names, loc="outside lower center", ncols=4, fontsize=7, frameon=False)
    figure.suptitle("Energy of a trained sample, logic and flip-flops, without memories")
    replace_file(path, lambda stream: figure.savefig(stream, format="png", dpi=150))
    return None


def _core(axes, value, item):
    """Bars of the epochs: passes on top of each other, the clock hatched."""
    epochs = value.epochs(item)
    bottom = [0.0] * len(epochs)
    kinds = (("transitions, energy per sample", ""), ("clock, energy per sample", "///"))
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
