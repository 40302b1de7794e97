"""Measures what training forgives: accuracy while bits of the hidden weights flip.

    python -m sim.measure.flips          # ten minutes on one core; needs FashionMNIST, matplotlib

At the end of every minibatch each bit of the counter memory, B for each weight, flips with a
probability that gives so many flips per megabit and epoch. A counter that is then outside its
range is clipped, as the core's commit does with it, and W becomes its sign again. After the very
last minibatch nothing flips. Otherwise training is that of a preset in C++. Results go into
docs/results/flips.csv, a row at a time, and .png.
"""

from itertools import product
from pathlib import Path

import numpy as np

from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.spec import presets
from bep_hw.spec.hidden import counter_range
from bep_hw.train import session
from bep_hw.train.loop import epoch_order
from bep_hw.train.run import Run
from sim.measure.rows import grow, read

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results" / "flips.csv"
PRESETS = ("fmnist-35", "fmnist-135")
EPOCHS, SEEDS = 20, (1, 2, 3)
RATES = (0, 10, 100, 1000, 10_000, 30_000, 100_000, 300_000)
"""Flips per megabit and epoch."""

FIELDS = ("preset", "rate", "seed", "flips", "validation", "test")
"""flips: bits that flipped in all; accuracies after the last epoch [percent]."""


def flip(counters, hidden_bits, probability, rng):
    """(counters with flipped bits, clipped to their range; how many bits flipped)."""
    lowest, highest = counter_range(hidden_bits)
    flipped, total = [], 0
    for layer in counters:
        count = rng.binomial(layer.size * hidden_bits, probability)
        places = rng.choice(layer.size * hidden_bits, count, replace=False)
        word, bit = np.divmod(places, hidden_bits)
        words = layer.astype(np.int64).ravel() & ((1 << hidden_bits) - 1)
        np.bitwise_xor.at(words, word, 1 << bit)
        signed = words - (words >> (hidden_bits - 1) << hidden_bits)
        flipped.append(np.clip(signed, lowest, highest).astype(np.int32).reshape(layer.shape))
        total += count
    return flipped, total


def train(preset, rate, seed):
    """A row of results."""
    network, training = preset.network, preset.training
    run = Run(preset=preset, seed=seed, backend="native", threads=1)
    data = session.load_data(run)
    backend = session.make_backend(
        run, equiangular_frame(network.classes, network.layers[-1], seed)
    )
    backend.load(initial_counters(network, training.hidden_bits, seed), 0)
    schedule, error_rate, flips = GroupSchedule(network, training), 1.0, 0
    rng = np.random.default_rng(seed)
    batch = training.batch_size
    minibatches = -(-len(data.train) // batch)
    for epoch in range(EPOCHS):
        order = epoch_order(seed, epoch, len(data.train))
        settings = training.settings(network, schedule.groups, error_rate)
        wrong = 0
        for number in range(minibatches):
            piece = order[number * batch : (number + 1) * batch]
            labels = data.train.labels[piece]
            outcome = backend.train(data.train.bits[piece], labels, settings, batch)
            wrong += int((outcome.predictions != labels).sum())
            if rate and (epoch, number) != (EPOCHS - 1, minibatches - 1):
                counters, count = flip(
                    backend.counters(), training.hidden_bits, rate / 1e6 / minibatches, rng
                )
                backend.load(counters, backend.minibatch)
                flips += count
        error_rate = wrong / len(order)
        error = backend.infer(data.validation.bits[:]) != data.validation.labels
        schedule.observe(float(error.mean()))
    right = [
        100 * float((backend.infer(part.bits[:]) == part.labels).mean())
        for part in (data.validation, data.test)
    ]
    return preset.name, rate, seed, flips, *(f"{accuracy:.2f}" for accuracy in right)


def picture(rows, path):
    """Test accuracy over the rate of flips, a line for each preset and a dot for each seed."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    shown = {rate: max(rate, RATES[1] / 10) for rate in RATES}
    for name, colour in zip(PRESETS, ("#1763a6", "#b8500f"), strict=True):
        mine = [(int(row["rate"]), float(row["test"])) for row in rows if row["preset"] == name]
        axes.plot([shown[rate] for rate, _ in mine], [test for _, test in mine], ".", color=colour)
        means = {rate: np.mean([t for r, t in mine if r == rate]) for rate in dict(mine)}
        axes.plot([shown[rate] for rate in means], means.values(), color=colour, label=name)
    axes.set_xscale("log")
    axes.set_xticks([*shown.values()], [f"{rate:,}" for rate in RATES], rotation=30)
    axes.minorticks_off()
    axes.set_xlabel("flipped bits per megabit of hidden weights and epoch")
    axes.set_ylabel("test accuracy [%]")
    axes.grid(color="#e3e6ea", lw=0.8)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)
    figure.savefig(path, dpi=110)


def row(name, rate, seed):
    """The row of a run, which is printed as well."""
    made = train(presets.get(name).with_training(epochs=EPOCHS), rate, seed)
    print(*made, flush=True)
    return made


def main():
    grow(RESULTS, FIELDS, product(PRESETS, RATES, SEEDS), row)
    picture(read(RESULTS), RESULTS.with_suffix(".png"))


if __name__ == "__main__":
    main()
