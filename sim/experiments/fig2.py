"""Fig. 2: test accuracy by width, for 2 and 3 hidden layers, on both data sets, by method."""

import itertools

from bep_hw.spec import presets
from sim.experiments import paper
from sim.experiments.methods import DEFAULT_METHOD, METHODS, NETWORKS
from sim.experiments.points import DEFAULT_SETTING, Experiment, Point, hidden

SETTINGS = {
    DEFAULT_SETTING: {},
    # The paper tunes every point and prints no settings. These were found on single seeds, on
    # validation data, which also decide among them; `TRIED` says where each is worth its time.
    "batch20": {"batch_size": 20, "margin_ratio": 0.75, "reinforcement": 1.0, "gate_ratio": 0.5},
    "batch20-upper": {
        **{"batch_size": 20, "margin_ratio": 0.75, "reinforcement": 0.8, "gate_ratio": 0.5},
        "upper_reinforcement": 1.5,
    },
    "batch50": {"batch_size": 50, "margin_ratio": 0.75, "reinforcement": 1.0, "gate_ratio": 0.5},
    "strong": {"margin_ratio": 1.0, "reinforcement": 1.0, "upper_reinforcement": 2.0},
    "batch200": {"batch_size": 200, "margin_ratio": 1.0, "reinforcement": 1.0},
    "gate10": {"gate_ratio": 0.1},
    "batch200-gate10": {"batch_size": 200, "gate_ratio": 0.1},
    "batch200-gate5": {"batch_size": 200, "gate_ratio": 0.05},
    "upper": {"upper_reinforcement": 1.0, "gate_ratio": 0.5},
}
NARROW, WIDE = (35, 75, 135), (255, 525)
TRIED = {
    DEFAULT_SETTING: {"rp": (*NARROW, *WIDE), "fmnist": (*NARROW, *WIDE)},
    "batch20": {"rp": (35, 75)},
    "batch20-upper": {"rp": (35,)},
    "batch50": {"rp": NARROW},
    "strong": {"rp": (*NARROW, *WIDE)},
    "batch200": {"rp": WIDE},
    "gate10": {"fmnist": (255,)},
    "batch200-gate10": {"fmnist": (135, 255)},
    "batch200-gate5": {"fmnist": WIDE},
    "upper": {"fmnist": (35, 75)},
}
"""{setting: {data set: widths}} of BEP."""

LOCAL = (DEFAULT_SETTING, "batch50")
"""The settings of the local rule, which has no gates. The other methods have the first only."""


def _settings(method):
    """{setting: {data set: widths}} that `method` is tried with."""
    if method == DEFAULT_METHOD:
        return TRIED
    names = LOCAL if method.startswith("local") else (DEFAULT_SETTING,)
    return {name: TRIED[name] for name in names}


def _points():
    for method, how in NETWORKS.items():
        values = paper.fig2(how.column) if how.column else {}
        for setting, places in _settings(method).items():
            for family, widths in places.items():
                for depth, width in itertools.product((2, 3), widths):
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
