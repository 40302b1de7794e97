"""Fig. 7: the first group size gamma_0, from which the schedule goes on; all divisors of K."""

from bep_hw.spec import presets
from sim.experiments.points import Experiment, preset_and_depth, sweep


def divisors(name):
    """All divisors of the hidden width of the preset called `name`, small to large."""
    width = presets.get(name).network.layers[1]
    return [group for group in range(1, width + 1) if width % group == 0]


EXPERIMENT = Experiment(
    name="fig7",
    title="First group size gamma_0",
    parameter="gamma_0",
    points=sweep("group", "gamma", divisors, ("rp-35", "rp-135", "fmnist-35")),
    curve=preset_and_depth,
    logarithmic=True,
)
