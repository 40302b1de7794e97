"""Table 3: bits of the thermometer, on ItalyPowerDemand. Seeds 1 to 9 are 3 folds, 3 runs each."""

from sim.experiments import paper
from sim.experiments.points import Experiment, Point

PRESET, DATASET = "italy-1035", "ItalyPowerDemand"
WINDOWS = {2: {}, 1: {"horizon": 4}}
"""{values of the series in a time step: changes}: that of the preset, and one as in Table 1."""

EXPERIMENT = Experiment(
    name="table3",
    title="Bits of the thermometer",
    parameter="bits",
    points=tuple(
        Point(
            name=f"{PRESET}-W{window}-b{bits}",
            preset=PRESET,
            changes={"window": window, "thermometer": bits, **changes},
            x=bits,
            paper=value,
        )
        for window, changes in WINDOWS.items()
        for bits, value in paper.table3(DATASET).items()
    ),
    curve=lambda point: f"{point.preset}, window {point.changes['window']}",
    logarithmic=True,
)
