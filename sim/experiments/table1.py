"""Table 1: recurrent networks of width 1035 on series, with baselines. Seeds 1 to 9 are 3 x 3."""

from bep_hw.data import datasets
from sim.experiments import paper
from sim.experiments.methods import DEFAULT_METHOD, METHODS
from sim.experiments.points import DEFAULT_SETTING, Experiment, Point

PRESETS = {"ItalyPowerDemand": "italy-1035", "JapaneseVowels": "vowels-1035"}
"""The sets that aeon brings; all others are trained as ItalyPowerDemand is."""

SETTINGS = {
    DEFAULT_SETTING: {},
    # A time step of the series in each of the network; and back to the fourth last of them.
    "one-value": {"window": 1},
    "one-value-h4": {"window": 1, "horizon": 4},
}

COLUMNS = {"bep": "bep", "qat": "qat_plain", "qat-bn": "qat_batchnorm"}
"""{method: its column in the paper's table}."""


def _sets():
    """The sets of Table 1 that are available: in the package aeon, or in the folder BEP_HW_DATA."""
    return [
        name
        for name in paper.table1()
        if name in PRESETS or not datasets.get(name).where(None).startswith("missing")
    ]


def _points(names):
    for method, column in COLUMNS.items():
        values = paper.table1(column)
        for setting, changes in SETTINGS.items():
            if method != DEFAULT_METHOD and "horizon" in changes:
                continue  # gradients go back all the way
            for x, name in enumerate(names):
                suffix = "" if setting == DEFAULT_SETTING else f"-{setting}"
                suffix += "" if method == DEFAULT_METHOD else f"-{method}"
                dataset = {} if name in PRESETS else {"dataset": name}
                yield Point(
                    name=f"{name}{suffix}",
                    preset=PRESETS.get(name, "italy-1035"),
                    changes={**dataset, **changes},
                    x=x,
                    method=method,
                    setting=setting,
                    paper=values[name],
                )


NAMES = tuple(_sets())

EXPERIMENT = Experiment(
    name="table1",
    title="Recurrent networks, K = 1035",
    parameter="data set",
    points=tuple(_points(NAMES)),
    curve=lambda point: METHODS[point.method].label,
    panel=lambda point: "3 folds, 3 runs each",
    names=NAMES,
)
