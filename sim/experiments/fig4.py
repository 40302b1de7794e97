"""Fig. 4: the gate ratio nu, for 3 and 5 hidden layers. With nu = 1 every gate is open."""

from sim.experiments.points import Experiment, preset_and_depth, sweep

RATIOS = (0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0)

EXPERIMENT = Experiment(
    name="fig4",
    title="Gate ratio nu",
    parameter="nu",
    points=sweep("gate_ratio", "nu", lambda name: RATIOS, ("rp-35", "rp-135", "rp-525"), (3, 5)),
    curve=preset_and_depth,
    logarithmic=True,
)
