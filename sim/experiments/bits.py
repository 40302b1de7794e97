"""Bits of a hidden weight, B: the accuracy that a narrower counter memory costs."""

from sim.experiments.points import Experiment, preset_and_depth, sweep

BITS = (6, 8, 10, 12, 16)

NAMES = tuple(
    f"{family}-{width}" for family in ("rp", "fmnist") for width in (35, 75, 135, 255, 525)
)

EXPERIMENT = Experiment(
    name="bits",
    title="Bits of a hidden weight",
    parameter="B",
    points=sweep("hidden_bits", "B", lambda name: BITS, NAMES),
    curve=preset_and_depth,
)
