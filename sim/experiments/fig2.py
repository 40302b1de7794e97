"""Fig. 2: test accuracy by width, for 2 and 3 hidden layers, on both data sets, by method."""

import itertools

from bep_hw import presets
from sim.experiments import paper
from sim.experiments.methods import DEFAULT_METHOD, METHODS
from sim.experiments.points import DEFAULT_SETTING, Experiment, Point, hidden

SETTINGS = {
    DEFAULT_SETTING: {},
    # The paper tunes every point and prints no settings; these are worth a try, and the
    # validation data decide.
    "batch20": {"batch_size": 20, "margin_ratio": 0.75},
    "gate10": {"gate_ratio": 0.1},
}
LOCAL = (DEFAULT_SETTING, "batch20")
"""The settings of the local rule, which has no gates. The other methods have the first only."""


def _settings(method):
    """The names of the settings that `method` is tried with."""
    if method == DEFAULT_METHOD:
        return tuple(SETTINGS)
    return LOCAL if method.startswith("local") else (DEFAULT_SETTING,)


def _points():
    for method, how in METHODS.items():
        values = paper.fig2(how.column) if how.column else {}
        grid = itertools.product(_settings(method), ("rp", "fmnist"), (2, 3), presets.FIRST_GROUP)
        for setting, family, depth, width in grid:
            name = f"{family}-{width}"
            suffix = "" if setting == DEFAULT_SETTING else f"-{setting}"
            suffix += "" if method == DEFAULT_METHOD else f"-{method}"
            yield Point(
                name=f"{name}-L{depth}{suffix}",
                preset=name,
                changes={**hidden(name, depth), **SETTINGS[setting]},
                x=width,
                method=method,
                setting=setting,
                paper=values.get((presets.get(name).dataset, depth, width)),
            )


EXPERIMENT = Experiment(
    name="fig2",
    title="Accuracy by width of the hidden layers",
    parameter="width",
    points=tuple(_points()),
    curve=lambda point: METHODS[point.method].label,
    panel=lambda point: f"{point.dataset}, L = {point.network.depth}",
    logarithmic=True,
)
