"""How much training an accuracy takes: rows of epochs, samples that learn, processor seconds."""

from functools import partial

from bep_hw.support.errors import require
from bep_hw.train import session
from bep_hw.train.run import Run
from sim.measure.cost import trajectory
from sim.measure.cost.rivals.formats import ARITHMETICS
from sim.measure.cost.rows import COUNTED, MEASURED, Row

ITEM = f"to {trajectory.GOAL:g} %"
BEP, LOCAL = "BEP", "local rule"
LEARNING = "samples that learn"


def qat(arithmetic):
    """The name of quantisation-aware training in this arithmetic."""
    return f"QAT, {arithmetic}"


METHODS = {
    BEP: trajectory.of_bep,
    LOCAL: trajectory.of_local_rule,
    **{
        qat(name): partial(trajectory.of_qat, arithmetic=arithmetic)
        for name, arithmetic in ARITHMETICS.items()
    },
}


def run_of(method, seed):
    """The part of the rows of a method's run."""
    return f"{method}, seed {seed}"


def rows(preset, options, say):
    """Rows of every method and seed; ConfigError if a run ends before it is so good."""
    found = []
    for seed in trajectory.SEEDS:
        data = session.load_data(Run(preset=preset, backend="native", seed=seed), options.data)
        for method, train in METHODS.items():
            say(f"{ITEM}: {method}, seed {seed}")
            one = train(preset, seed, data)
            require(one.accuracy >= trajectory.GOAL, f"{run_of(method, seed)}: is not so good")
            found += _rows(run_of(method, seed), one)
    return found


def _rows(part, one):
    epochs = len(one.learning)
    values = (
        ("epochs", epochs, "", COUNTED),
        ("samples", epochs * one.samples, "", COUNTED),
        ("test accuracy", one.accuracy, "%", MEASURED),
        ("processor time", one.seconds, "s", MEASURED),
    )
    return [
        *(Row(ITEM, part, None, name, float(value), unit, source)
          for name, value, unit, source in values),
        *(Row(ITEM, part, epoch, LEARNING, share, "%", COUNTED)
          for epoch, share in enumerate(one.learning, 1)),
    ]  # fmt: skip
