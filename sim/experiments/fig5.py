"""Fig. 5: the margin ratio r. With r = 0 only samples with a negative margin train."""

from sim.experiments.points import Experiment, preset_and_depth, sweep

RATIOS = (0.0, 0.125, 0.25, 0.5, 0.75, 1.0)

EXPERIMENT = Experiment(
    name="fig5",
    title="Margin ratio r",
    parameter="r",
    points=sweep("margin_ratio", "r", lambda name: RATIOS, ("rp-35", "rp-135", "fmnist-35")),
    curve=preset_and_depth,
    paper_best=(0.5, 0.75),
)
