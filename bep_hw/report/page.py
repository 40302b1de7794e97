"""The page: one HTML file with everything in it, for one run or for several side by side."""

import dataclasses

from bep_hw import __version__
from bep_hw.report import (
    comparison,
    core,
    cycles,
    learning,
    mistakes,
    provenance,
    weights,
)
from bep_hw.report.chart import colour
from bep_hw.report.template import fill
from bep_hw.support.svg import (
    BACKWARD,
    BACKWARD_PALE,
    FORWARD,
    FORWARD_PALE,
    GREY,
    INK,
    MEMORY,
    PALE,
    UPDATE,
    UPDATE_PALE,
    WHITE,
)

DARK = {
    INK: "#e8e6e1",
    GREY: "#9a9a95",
    PALE: "#33363a",
    WHITE: "#1c1e21",
    MEMORY: "#3c3720",
    FORWARD: "#6cb2f0",
    FORWARD_PALE: "#1b3247",
    BACKWARD: "#f2985a",
    BACKWARD_PALE: "#46291a",
    UPDATE: "#74c67c",
    UPDATE_PALE: "#1d3a20",
    "#7b3fa0": "#c592e6",
    "#8a6d00": "#d9b93a",
    "#b0246a": "#ef7fb3",
    "#c9c9c9": "#63676c",
    "#9fcfa3": "#3f7244",
}
"""Colours of the pictures on a light ground, and those that take their place on a dark one."""


SECTIONS = {
    "Mistakes": (mistakes.confusion, mistakes.images),
    "Weights": (weights.fields, weights.counters),
    "Core and clock cycles": (cycles.cycles, core.sizes, core.core),
    "Provenance": (provenance.origin,),
}
"""Functions of one run that give a `Figure`, or None."""


def page(runs, refresh=None):
    """The text of the page about `ShownRun`s.

    refresh: seconds after which a browser loads it again; None for never
    """
    sections = [("Learning", [learning.figures(runs)])]
    for title, functions in SECTIONS.items():
        found = [[function(run) for run in runs] for function in functions]
        sections.append((title, _rows([merged(filter(None, one)) for one in found])))
    text = fill(
        "report.html",
        title=_title(runs),
        runs=[{"name": run.name, "colour": colour(number)} for number, run in enumerate(runs)],
        rows=comparison.rows(runs),
        remarks=list(comparison.remarks(runs)),
        history=[(run.name, run.history) for run in runs],
        sections=sections,
        dark=DARK,
        refresh=refresh,
        version=__version__,
    )
    return str(text)


def _rows(found):
    """Figures in rows of the page: what is alone goes with the others, unless it is wide."""
    rows, alone = [], []
    for figures in found:
        if len(figures) == 1 and not figures[0].wide:
            alone += figures
        else:
            rows.append(figures)
    return [alone, *rows] if alone else rows


def merged(figures):
    """Figures of several runs, of which equal ones have become one."""
    found = {}
    for figure in figures:
        found.setdefault(dataclasses.replace(figure, run=""), []).append(figure.run)
    return [dataclasses.replace(figure, run=", ".join(names)) for figure, names in found.items()]


def _title(runs):
    if len(runs) == 1:
        return f"Training run {runs[0].name}"
    return f"{len(runs)} training runs"
