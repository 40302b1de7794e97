"""BEP in binary filters: whether the filters of an image encoder gain by learning themselves.

    python -m sim.measure.learning_filters     # docs/results/learning_filters.csv and .md; hours

32 filters of 3 x 3 pixels stand before the network of the preset fmnist-filters-135, as one more
layer with shared weights: the bit of a cell is 1 if the largest agreement with one of its patches
is at least the filter's threshold. Every filter has hidden counters, whose signs are its bits. The
desired bits follow from those of the first layer as all others do (Eq. 6 and 7); a bit that is
wrong moves the counters of its filter towards the patch, or away from it. Thresholds are calibrated
again after every epoch in which filters learn. Runs that the file has are not made again.

Accuracies are of the 6,000 validation images of FashionMNIST; no test image is looked at.
"""

import dataclasses
from dataclasses import dataclass

import numpy as np
from rich.console import Console

import bep_hw.support.threads  # noqa: F401 (before anything imports numpy)
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.commit import weights
from bep_hw.golden.forward import forward, sign, signs
from bep_hw.golden.gate import gates
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.margin import margins, triggers
from bep_hw.golden.popcount import dot
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.native.backend import NativeBackend
from bep_hw.spec.encoders import grey, selection
from bep_hw.spec.hidden import counter_range
from bep_hw.train import run as runs
from bep_hw.train import session
from bep_hw.train.loop import epoch_order, percent
from sim.measure.areas import RESULTS
from sim.measure.rows import grow, read

PRESET, EPOCHS, FROZEN_FROM = "fmnist-filters-135", 20, 8
DEVIATION = 4000
"""Of the filters' hidden weights, of 16 bits."""

SEEDS = (1, 2)
FIELDS = ("variant", "seed", "validation_accuracy", "last_accuracy", "bits_changed")


@dataclass(frozen=True)
class Variant:
    """What is tried.

    what: in words; selected: the filters start as those of the encoder, else as random bits
    cells: which wrong bits of a filter and sample move it: "easiest", "random" or "every"; None
        if filters do not learn
    one_in: of so many samples that trigger one moves them
    until: epochs after which they stay as they are
    """

    what: str
    selected: bool = False
    cells: str | None = None
    one_in: int = 1
    until: int = FROZEN_FROM


VARIANTS = {
    "random": Variant("random bits, which stay"),
    "selected": Variant("selected by class statistics, which stay", selected=True),
    "easiest": Variant("random; the easiest wrong bit of every sample", cells="easiest"),
    "easiest-16": Variant("the same, of one sample in 16", cells="easiest", one_in=16),
    "easiest-64": Variant("the same, of one sample in 64", cells="easiest", one_in=64),
    "easiest-256": Variant("the same, of one sample in 256", cells="easiest", one_in=256),
    "one-64": Variant("random; one wrong bit at random, of one in 64", cells="random", one_in=64),
    "every-64": Variant("random; every wrong bit, of one in 64", cells="every", one_in=64),
    "on-64": Variant(
        "random; the easiest wrong bit, of one in 64, all 20 epochs",
        **dict(cells="easiest", one_in=64, until=EPOCHS),
    ),
    "selected-64": Variant(
        "selected; the easiest wrong bit, of one in 64",
        **dict(selected=True, cells="easiest", one_in=64),
    ),
}

PAGE = """# Filters that learn

Written by `python -m sim.measure.learning_filters`; do not edit.

Do binary filters gain if BEP trains them as well? 32 filters before the network of
{preset}, {epochs} epochs, 54,000 training and 6,000 validation images of FashionMNIST; no
test image was looked at. A filter learns like a neuron whose weights all cells share: a wrong bit
moves its hidden counters, half of N(0, {deviation}) at the start, by the patch in which its
agreement is largest. The "easiest" of its wrong bits is the one whose agreement is nearest to the
threshold. Filters learn for {until} epochs, unless a row says otherwise, and then stay as they are.

| filters; what moves them | seeds | best epoch [%] | last epoch [%] | bits of 1,440 that changed |
|---|---:|---:|---:|---:|
{rows}

All runs: [learning_filters.csv](learning_filters.csv).
"""


class Filters:
    """F filters with hidden counters, before a network.

    encoder: `FilterEncoder`, of which shape, cell, levels and edges count, and the filters if
        `selected`; seed: of the hidden counters and of what is drawn
    """

    def __init__(self, encoder, selected, seed):
        self.rng = np.random.default_rng([seed, 3])
        self.encoder, self.bits = encoder, encoder.patch_bits
        hidden = np.trunc(self.rng.normal(0, DEVIATION, (len(encoder.filters), self.bits)))
        self.counters = hidden.astype(np.int32) >> 1  # (F, B)
        if selected:
            ones = _signs(np.array(encoder.filters, np.uint64), self.bits)
            self.counters = np.where(ones > 0, abs(self.counters), -abs(self.counters) - 1)

    @property
    def words(self):
        """The bits of the filters, as patches have them: (F,) uint64."""
        places = np.arange(self.bits, dtype=np.uint64)
        return ((self.counters >= 0).astype(np.uint64) << places).sum(axis=1, dtype=np.uint64)

    def calibrate(self, pixels):
        """Thresholds as `selection` finds them, from images (n, height x width)."""
        found = selection.calibrated(self.encoder, pixels, self.words.tolist())
        self.thresholds = np.array(found)[:, None, None]  # (F, 1, 1)

    def agreements(self, patches):
        """Largest agreement (F, n, cells), and the pixel that has it; patches: (C C, n, cells)."""
        differing = np.bitwise_count(patches ^ self.words[:, None, None, None])
        place = differing.argmin(axis=1)  # (F, n, cells)
        least = np.take_along_axis(differing, place[:, None], axis=1)[:, 0]
        return self.bits - least.astype(np.int64), place

    def encode(self, patches):
        """Bits (n, cells F) uint8, cell by cell, as `FilterEncoder.encode`."""
        agreement, _ = self.agreements(patches)
        return _flat(agreement >= self.thresholds)

    def learn(self, patches, agreement, place, wanted, cells):
        """One minibatch: wanted (F, n, cells) ±1 are the desired bits of samples that trigger."""
        z = 2 * (agreement - self.thresholds) + 1  # (F, n, cells), odd
        wrong = wanted * z < 0
        if cells != "every":
            cost = abs(z) if cells == "easiest" else np.zeros_like(z)
            cost = cost + self.rng.random(z.shape)  # equals are drawn
            cost[~wrong] = np.inf
            first = cost.argmin(axis=2)[:, :, None]  # (F, n, 1)
            mask = np.zeros_like(wrong)
            np.put_along_axis(mask, first, True, axis=2)
            wrong &= mask
        for number in range(len(z)):
            samples, places = np.nonzero(wrong[number])
            found = patches[place[number, samples, places], samples, places]  # (m,)
            votes = wanted[number, samples, places]
            self.counters[number] += votes @ _signs(found, self.bits)
        np.clip(self.counters, *counter_range(16), out=self.counters)


def _signs(words, bits):
    """Bits of whole numbers (n,) as ±1: (n, bits)."""
    ones = words[:, None] >> np.arange(bits, dtype=np.uint64) & np.uint64(1)
    return 2 * ones.astype(np.int64) - 1


def _flat(bits):
    """(F, n, cells) as (n, cells F)."""
    return np.ascontiguousarray(bits.transpose(1, 2, 0)).reshape(bits.shape[1], -1).astype(np.uint8)


def desired_bits(W, P, bits, labels, settings):
    """(samples that trigger, a*_0 (m, K_0) ±1): the backward pass, one layer further down."""
    z, a = forward(W, signs(bits))
    _, margin = margins(dot(a[-1], P), labels)
    chosen = np.flatnonzero(triggers(margin, settings.margin))
    wanted = P[labels[chosen]]
    for layer in reversed(range(len(W))):
        gated = gates(z[layer][chosen], settings.gates[layer]) * wanted
        wanted = sign(dot(gated, W[layer].T))
    return chosen, wanted


class Experiment:
    """The images, and runs on them."""

    def __init__(self):
        options = {"seed": 1, "epochs": EPOCHS, "backend": "native", "threads": 1}
        self.run = runs.fresh(PRESET, options)
        data = session.load_data(self.run)
        self.encoder, self.train, self.validation = data.encoder, data.train, data.validation
        self.patches, self.held_out = (
            self.encoder.patches(grey.whole(split.raw, "filters"))
            for split in (self.train, self.validation)
        )

    def measure(self, name, seed):
        """A row of the file."""
        variant, run = VARIANTS[name], dataclasses.replace(self.run, seed=seed)
        filters = Filters(self.encoder, variant.selected, seed)
        before, raw = filters.words, grey.whole(self.train.raw[: selection.CALIBRATED], "filters")
        filters.calibrate(raw)
        learner = _Learner(run, self.train.labels)
        accuracies, bits = [], None
        for epoch in range(EPOCHS):
            if variant.cells and epoch < variant.until:
                learner.epoch_with(filters, self.patches, variant)
                filters.calibrate(raw)
            else:
                bits = _blocks(filters, self.patches) if bits is None else bits
                learner.epoch(bits)
            found = learner.backend.infer(_blocks(filters, self.held_out))
            accuracies.append(percent((found == self.validation.labels).sum(), len(found)))
            learner.schedule.observe(1 - accuracies[-1] / 100)
            Console().print(f"{name}, seed {seed}, epoch {epoch + 1}: {accuracies[-1]:.2f} %")
        changed = int(np.bitwise_count(before ^ filters.words).sum())
        return name, seed, float(max(accuracies)), float(accuracies[-1]), changed


class _Learner:
    """The network of a run, epoch after epoch."""

    def __init__(self, run, labels):
        preset = run.preset
        self.network, self.training, self.seed = preset.network, preset.training, run.seed
        self.labels, self.epochs, self.error_rate = labels, 0, 1.0
        self.classifier = equiangular_frame(self.network.classes, self.network.layers[-1], run.seed)
        hidden_bits = self.training.hidden_bits
        self.backend = NativeBackend(
            self.network, self.classifier, hidden_bits=hidden_bits, seed=run.seed
        )
        self.backend.load(initial_counters(self.network, hidden_bits, run.seed), 0)
        self.schedule = GroupSchedule(self.network, self.training)

    def _settings(self):
        return self.training.settings(self.network, self.schedule.groups, self.error_rate)

    def _batches(self):
        order = epoch_order(self.seed, self.epochs, len(self.labels))
        size = self.training.batch_size
        return [order[start : start + size] for start in range(0, len(order), size)]

    def _finish(self, wrong):
        self.epochs, self.error_rate = self.epochs + 1, wrong / len(self.labels)

    def epoch(self, bits):
        """Filters stay."""
        order = np.concatenate(self._batches())
        outcome = self.backend.train(
            bits[order], self.labels[order], self._settings(), self.training.batch_size
        )
        self._finish(np.count_nonzero(outcome.predictions != self.labels[order]))

    def epoch_with(self, filters, every, variant):
        """Filters learn beside the network, minibatch by minibatch."""
        settings, wrong = self._settings(), 0
        for batch in self._batches():
            patches, labels = every[:, batch], self.labels[batch]
            agreement, place = filters.agreements(patches)
            bits = _flat(agreement >= filters.thresholds)
            W = [weights(c) for c in self.backend.counters()]
            chosen, wanted = desired_bits(W, self.classifier, bits, labels, settings)
            outcome = self.backend.train(bits, labels, settings, len(batch))
            wrong += np.count_nonzero(outcome.predictions != labels)
            wanted = wanted.reshape(len(chosen), -1, len(agreement)).transpose(2, 0, 1)
            some = filters.rng.random(len(chosen)) < 1 / variant.one_in
            mine = chosen[some]
            filters.learn(
                *(values[:, mine] for values in (patches, agreement, place)),
                wanted[:, some],
                variant.cells,
            )
        self._finish(wrong)


def _blocks(filters, patches, size=1000):
    """`Filters.encode` of many images."""
    starts = range(0, patches.shape[1], size)
    return np.concatenate([filters.encode(patches[:, start : start + size]) for start in starts])


def page(rows):
    """The text of learning_filters.md."""
    lines = []
    for name, variant in VARIANTS.items():
        mine = [row for row in rows if row["variant"] == name]
        if mine:
            best, last, bits = (np.mean([float(row[key]) for row in mine]) for key in FIELDS[2:])
            numbers = f"{best:.2f} | {last:.2f} | {bits:.0f}"
            lines.append(f"| {variant.what} | {len(mine)} | {numbers} |")
    settings = dict(preset=PRESET, epochs=EPOCHS, deviation=DEVIATION, until=FROZEN_FROM)
    return PAGE.format(**settings, rows="\n".join(lines))


def main():
    place, experiment = RESULTS / "learning_filters.csv", Experiment()
    keys = [(name, seed) for seed in SEEDS for name in VARIANTS]
    grow(place, FIELDS, keys, experiment.measure)
    (RESULTS / "learning_filters.md").write_text(page(read(place)))


if __name__ == "__main__":
    main()
