"""The figure: our means and deviations, and the paper's values where it gives them."""

import itertools

from bep_hw.support.files import replace_file

COLOURS = ("#c2410c", "#1d4ed8", "#15803d", "#7e22ce", "#a16207", "#0e7490", "#be185d", "#475569")

LAST, LAST_MARK = dict(lw=1, ls=":"), dict(ls="none", marker="x", ms=5)
"""The drawing of accuracies after the last epoch: a line, or a mark for each."""

MOST_LETTERS = 60
"""In a line of names below the axis; more of them are written upwards."""


def write_plot(path, experiment, rows):
    """Draw the selected rows, a panel per data set; returns a line on why not, or None."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        return f"{path.name} left out: needs matplotlib: pip install bep-hw[plot]"

    panels = list(dict.fromkeys(experiment.panel(row.point) for row in rows))
    columns = min(len(panels), 2)
    lines = -(-len(panels) // columns)
    figure = Figure(figsize=(1 + 5.2 * columns, 4.9 * lines), layout="constrained")
    FigureCanvasAgg(figure)
    every = figure.subplots(lines, columns, squeeze=False).flat
    curves = dict.fromkeys(experiment.curve(row.point) for row in rows)
    colours = dict(zip(curves, itertools.cycle(COLOURS), strict=False))
    for panel, axes in zip(panels, every, strict=False):  # the last place may stay empty
        of_panel = [row for row in rows if experiment.panel(row.point) == panel]
        _panel(axes, experiment, of_panel, colours)
        axes.set_title(panel, loc="left", fontsize=10)
    for axes in every:
        axes.set_visible(False)
    if not any(axes.get_legend() for axes in figure.axes):
        pairs = [zip(*axes.get_legend_handles_labels(), strict=True) for axes in figure.axes]
        named = {label: handle for handle, label in itertools.chain(*pairs)}
        place = dict(loc="outside lower center", ncols=4, frameon=False, fontsize=8)
        figure.legend(named.values(), named, **place)
    counts = sorted({row.seeds for row in rows})
    counts = dict.fromkeys((counts[0], counts[-1]))  # 0 is shown too: the figure is not complete
    figure.suptitle(f"{experiment.title} ({' to '.join(map(str, counts))} seeds)", fontsize=12)
    replace_file(path, lambda stream: figure.savefig(stream, format="png", dpi=150))
    return None


def _panel(axes, experiment, rows, colours):
    curves = {}
    for row in rows:
        curves.setdefault(experiment.curve(row.point), []).append(row)
    if experiment.paper_best:
        axes.axvspan(*experiment.paper_best, color="#e3e6ea", lw=0, label="best in the paper")
    joined = not experiment.names  # names are in no order
    for label, members in curves.items():
        colour = colours[label]
        ours = sorted((row for row in members if row.selected), key=lambda row: row.point.x)
        if ours:
            x = [row.point.x for row in ours]
            axes.errorbar(
                x,
                [row.mean["test"] for row in ours],
                yerr=[row.deviation["test"] or 0 for row in ours],
                **dict(color=colour, marker="o", ms=4, lw=1.6, capsize=3, label=label),
                ls="-" if joined else "none",
            )
            last = [row.mean["last"] for row in ours]
            axes.plot(x, last, color=colour, **(LAST if joined else LAST_MARK))
        paper = sorted({(r.point.x, r.point.paper) for r in members if r.point.paper is not None})
        if paper:
            x, values = zip(*paper, strict=True)
            dashes = "--" if joined else "none"
            style = dict(color=colour, ls=dashes, lw=1, marker="s", ms=6, mfc="none")
            axes.plot(x, values, **style, label=f"{label}, paper")
    ticks = sorted({row.point.x for row in rows})
    if experiment.logarithmic:
        axes.set_xscale("log")
    names = [experiment.tick(tick) for tick in ticks]
    steep = len("".join(names)) > MOST_LETTERS
    axes.set_xticks(ticks, names, **(dict(rotation=90, fontsize=8) if steep else {}))
    axes.set_xticks([], minor=True)
    axes.set_xlabel(experiment.parameter)
    axes.set_ylabel("test accuracy [%]")
    axes.grid(axis="y", color="#e3e6ea", lw=0.8)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    after = LAST if joined else LAST_MARK
    axes.plot([], [], color="#7a8699", label="after the last epoch", **after)
    # Below the axes: the curves leave no corner free.
    if not steep:
        below = dict(loc="upper center", bbox_to_anchor=(0.5, -0.14), ncols=3)
        axes.legend(frameon=False, fontsize=8, **below)
