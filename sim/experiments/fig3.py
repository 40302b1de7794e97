"""Fig. 3: the backward horizon of a recurrent network, on digits of MNIST row by row."""

from sim.experiments.points import Experiment, Point

HORIZONS = (1, 2, 4, 8, 12, 20)
PRESETS = ("mnist-rows-1035", "mnist-rows-135")

EXPERIMENT = Experiment(
    name="fig3",
    title="Backward horizon",
    parameter="time steps",
    points=tuple(
        Point(name=f"{name}-h{horizon}", preset=name, changes={"horizon": horizon}, x=horizon)
        for name in PRESETS
        for horizon in HORIZONS
    ),
    curve=lambda point: point.preset,
    logarithmic=True,
)
