"""Fig. 8: the gate ratio nu of a recurrent network, on digits of MNIST row by row."""

from sim.experiments.fig3 import PRESETS
from sim.experiments.points import Experiment, Point

RATIOS = (0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0)

EXPERIMENT = Experiment(
    name="fig8",
    title="Gate ratio nu, recurrent",
    parameter="nu",
    points=tuple(
        Point(name=f"{name}-nu{ratio:g}", preset=name, changes={"gate_ratio": ratio}, x=ratio)
        for name in PRESETS
        for ratio in RATIOS
    ),
    curve=lambda point: point.preset,
    logarithmic=True,
)
