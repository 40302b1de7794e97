"""Table 1: recurrent networks on series, with baselines. Seeds 1 to 9 are 3 x 3."""

from bep_hw.data import datasets
from sim.experiments import paper
from sim.experiments.methods import DEFAULT_METHOD, METHODS
from sim.experiments.points import DEFAULT_SETTING, Experiment, Point, by_name

PRESETS = {"ItalyPowerDemand": "italy-1035", "JapaneseVowels": "vowels-1035"}
"""The sets that have presets of the paper's width, with windows chosen on validation data."""

PAPER = {"gate_ratio": 0.05, "group": 15}
"""The paper's settings at its width, where they differ from the rules of `bep_hw.spec.choice`."""

WIDTHS = {1035: PAPER, 135: {}}
"""{K_s = K_y = K_0: changes} of the sets without a preset; the rules choose all others."""

SETTINGS = {
    # A time step of the series in each of the network; and back to the fourth last of them.
    "one-value": {"window": 1},
    "one-value-h4": {"window": 1, "horizon": 4},
}
"""{setting: changes} of the sets with a preset, beside the preset's own."""

COLUMNS = {"bep": "bep", "qat": "qat_plain", "qat-bn": "qat_batchnorm"}
"""{method: its column in the paper's table}."""

RIVALS = ("nearest", "rocket", "logistic", "mlp")
"""Other classifiers, of the series' values; no width is theirs, and the paper has none of them."""


def _sets():
    """The sets of Table 1 that are available: in an installed package, or in BEP_HW_DATA."""
    return [
        name
        for name in paper.table1()
        if name in PRESETS or not datasets.get(name).where(None).startswith("missing")
    ]


def _variants(name, method):
    """(suffix, preset or None, changes, setting) of a set."""
    if name in PRESETS:
        yield "", PRESETS[name], {}, DEFAULT_SETTING
        for setting, changes in SETTINGS.items():
            # Gradients of QAT go back all the way.
            if method == DEFAULT_METHOD or "horizon" not in changes:
                yield f"-{setting}", PRESETS[name], changes, setting
    for width, changes in WIDTHS.items():
        if width == 1035 and name in PRESETS:
            continue
        suffix = "" if width == 1035 else f"-{width}"
        yield (
            suffix,
            None,
            {"dataset": name, "layers": f"{width},{width}", **changes},
            DEFAULT_SETTING,
        )


def _points(names):
    for method, column in COLUMNS.items():
        values = paper.table1(column)
        for x, name in enumerate(names):
            for suffix, preset, changes, setting in _variants(name, method):
                suffix += "" if method == DEFAULT_METHOD else f"-{method}"
                yield Point(
                    name=f"{name}{suffix}",
                    preset=preset,
                    changes=changes,
                    x=x,
                    method=method,
                    setting=setting,
                    paper=values[name],
                )
    for method in RIVALS:
        for x, name in enumerate(names):
            yield by_name(name, method, x)


def _panel(point):
    if point.method in RIVALS:
        return "Other classifiers, the same folds"
    width = point.changes.get("layers", "1035").partition(",")[0]
    return f"K = {width}, 3 folds"


NAMES = tuple(_sets())

EXPERIMENT = Experiment(
    name="table1",
    title="Recurrent networks on series",
    parameter="data set",
    points=tuple(_points(NAMES)),
    curve=lambda point: METHODS[point.method].label,
    panel=_panel,
    names=NAMES,
)
