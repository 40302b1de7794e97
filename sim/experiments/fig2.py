"""Fig. 2: test accuracy by width, for 2 and 3 hidden layers, on both data sets."""

from bep_hw import presets
from sim.experiments import paper
from sim.experiments.points import DEFAULT_SETTING, Experiment, Point, hidden

SETTINGS = {
    DEFAULT_SETTING: {},
    # The paper tunes every point and prints no settings; these are worth a try, and the
    # validation data decide.
    "batch20": {"batch_size": 20, "margin_ratio": 0.75},
    "gate10": {"gate_ratio": 0.1},
}


def _points():
    values = paper.fig2()
    for setting, changes in SETTINGS.items():
        for family in ("rp", "fmnist"):
            for depth in (2, 3):
                for width in presets.FIRST_GROUP:
                    name = f"{family}-{width}"
                    suffix = "" if setting == DEFAULT_SETTING else f"-{setting}"
                    yield Point(
                        name=f"{name}-L{depth}{suffix}",
                        preset=name,
                        changes={**hidden(name, depth), **changes},
                        x=width,
                        setting=setting,
                        paper=values[presets.get(name).dataset, depth, width],
                    )


EXPERIMENT = Experiment(
    name="fig2",
    title="Accuracy by width of the hidden layers",
    parameter="width",
    points=tuple(_points()),
    curve=lambda point: f"L = {point.network.depth}",
    logarithmic=True,
)
