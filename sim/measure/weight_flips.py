"""Measures what rebuilding W from the counters is worth: bits of W alone flip during training.

    python -m sim.measure.weight_flips        # ten minutes on one core

At the end of every minibatch each bit of the visible weights W flips with a probability that gives
so many flips per megabit and epoch; the counters stay. Either W is the sign of the counters again
after the next minibatch that learns, as in the core, or, for comparison, only those weights are
written whose counters have changed their sign, so that a flip stays until then. The preset digits,
in the golden model. After the very last minibatch nothing flips. A row at a time goes into
docs/results/weight_flips.csv.
"""

from itertools import product
from pathlib import Path

import numpy as np

from bep_hw.data import datasets
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.spec import presets
from bep_hw.train.loop import epoch_order
from sim.measure.rows import grow

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results" / "weight_flips.csv"
EPOCHS, SEEDS = 10, (1, 2)
RATES = (0, 10_000, 100_000, 1_000_000)
"""Flips per megabit of W and epoch."""

MODES = ("rebuilt", "kept")
FIELDS = ("mode", "rate", "seed", "flips", "test")
"""flips: in all; test: accuracy after the last epoch [percent]."""


def flipped(weights, probability, rng):
    """(W with flipped signs, how many)."""
    signs = [rng.random(w.shape) < probability for w in weights]
    return [np.where(s, -w, w) for s, w in zip(signs, weights, strict=True)], sum(
        int(s.sum()) for s in signs
    )


def kept(before, after, weights):
    """`weights`, in which only those are new whose sign differs in `before` and `after`."""
    return [
        np.where(b != a, a, w).astype(a.dtype)
        for b, a, w in zip(before, after, weights, strict=True)
    ]


def train(mode, rate, seed, preset=None, epochs=EPOCHS):
    """A row of results."""
    preset = preset or presets.get("digits")
    network, training = preset.network, preset.training
    data = datasets.load(preset.dataset, seed=seed)
    classifier = equiangular_frame(network.classes, network.layers[-1], seed)
    golden = GoldenBackend(network, classifier, hidden_bits=training.hidden_bits, seed=seed)
    golden.load(initial_counters(network, training.hidden_bits, seed), 0)
    groups, wrong, flips = GroupSchedule(network, training).groups, 1.0, 0
    batch, rng = training.batch_size, np.random.default_rng(seed)
    minibatches = -(-len(data.train) // batch)
    clean = [w.copy() for w in golden.state.weights]
    for epoch in range(epochs):
        order = epoch_order(seed, epoch, len(data.train))
        settings, missed = training.settings(network, groups, wrong), 0
        for number in range(minibatches):
            piece = order[number * batch : (number + 1) * batch]
            labels = data.train.labels[piece]
            used = [w.copy() for w in golden.state.weights]
            step = golden.minibatch_step(data.train.bits[piece], labels, settings)
            missed += int((step.predictions != labels).sum())
            if step.triggered.any():
                made = [w.copy() for w in golden.state.weights]
                if mode == "kept":
                    golden.state.weights[:] = kept(clean, made, used)
                clean = made
            if (epoch, number) != (epochs - 1, minibatches - 1):
                weights, count = flipped(golden.state.weights, rate / 1e6 / minibatches, rng)
                golden.state.weights[:] = weights
                flips += count
        wrong = missed / len(order)
    right = golden.infer(data.test.bits[:]) == data.test.labels
    return mode, rate, seed, flips, f"{100 * float(right.mean()):.2f}"


def row(mode, rate, seed):
    """The row of a run, which is printed as well."""
    made = train(mode, rate, seed)
    print(*made, flush=True)
    return made


def main():
    grow(RESULTS, FIELDS, product(MODES, RATES, SEEDS), row)


if __name__ == "__main__":
    main()
