"""Fig. 6: the reinforcement p_r. With p_r = 0 there is none."""

from sim.experiments.points import Experiment, preset_and_depth, sweep

RATES = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5)

EXPERIMENT = Experiment(
    name="fig6",
    title="Reinforcement p_r",
    parameter="p_r",
    points=sweep("reinforcement", "pr", lambda name: RATES, ("rp-35", "rp-135", "fmnist-35")),
    curve=preset_and_depth,
    paper_best=(0.5, 0.75),
)
