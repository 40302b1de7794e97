"""Table 3: bits of the thermometer, width 1035. Seeds 1 to 9 are 3 folds, 3 runs each."""

from sim.experiments import paper
from sim.experiments.points import Experiment, Point
from sim.experiments.table1 import NAMES, PAPER

PRESET, DATASET = "italy-1035", "ItalyPowerDemand"
WINDOWS = {2: {}, 1: {"horizon": 4}}
"""{values of the series in a time step: changes}: that of the preset, and one as in Table 1."""


def _points():
    for window, changes in WINDOWS.items():
        for bits, value in paper.table3(DATASET).items():
            yield Point(
                name=f"{PRESET}-W{window}-b{bits}",
                preset=PRESET,
                changes={"window": window, "thermometer": bits, **changes},
                x=bits,
                paper=value,
            )
    for name in paper.rows("table3_thermometer"):
        yield from _others(name["dataset"])


def _others(name):
    """The points of a set without a preset, if it is there; the rules choose its window."""
    if name == DATASET or name not in NAMES:
        return
    for bits, value in paper.table3(name).items():
        yield Point(
            name=f"{name}-b{bits}",
            preset=None,
            changes={"dataset": name, "layers": "1035,1035", "thermometer": bits, **PAPER},
            x=bits,
            paper=value,
        )


def _curve(point):
    window = point.changes.get("window")
    return f"{point.preset}, window {window}" if window else "BEP"


EXPERIMENT = Experiment(
    name="table3",
    title="Bits of the thermometer",
    parameter="bits",
    points=tuple(_points()),
    curve=_curve,
    logarithmic=True,
)
