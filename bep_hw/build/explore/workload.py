"""Events of a training on the data set's own samples, recorded once for all cores."""

import dataclasses
from dataclasses import dataclass

from bep_hw.cycles.events import samples
from bep_hw.cycles.model import END, predict
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.spec.layer_table import layer_table
from bep_hw.support.integers import blocks
from bep_hw.train import backends, session
from bep_hw.train.loop import epoch_order
from bep_hw.train.run import Run

LATE = 10
"""The epoch, from 1, in which a network counts as trained, unless the training is shorter."""

FIRST_SAMPLES, LATE_SAMPLES = 60, 200
"""Samples whose events are recorded in an epoch, at least, unless it has fewer; whole minibatches.

The first epoch is a small part of a training."""

SLOW = 150
"""Cycles per sample from which one minibatch of each epoch is enough: borders weigh little."""

SEED = 1


@dataclass(frozen=True, kw_only=True)
class Moment:
    """The events of some minibatches of one epoch, for tiles of one row.

    epoch: from 1; share: of the training that it stands for
    groups: gamma of each layer; events: `cycles.events.Sample`s
    """

    epoch: int
    share: float
    groups: tuple
    events: list


class Workload:
    """The work of a training, for any core for its network.

    moments: `Moment`s, whose shares add up to 1
    """

    def __init__(self, network, batch_size, moments):
        self.network, self.batch_size, self.moments = network, batch_size, moments
        self._grouped, self._sums = {}, {}

    @property
    def epochs(self):
        """The epochs that the events are of, from 1."""
        return tuple(moment.epoch for moment in self.moments)

    def cycles(self, core):
        """Cycles per sample that the exact model predicts for `core`, in the mean of the training.

        Without the sweep after the last minibatch, which a whole epoch has once.
        """
        total, slow = 0, self.bound(core) > SLOW
        for index, moment in enumerate(self.moments):
            events = self._events(index, core.tile_rows)
            if slow:
                events = events[: self.batch_size]
            usage = predict(self.network, core, moment.groups, self.batch_size, events)
            total += moment.share * (usage.cycles - usage.weights[END]) / usage.samples
        return total

    def bound(self, core):
        """Cycles per sample below which `core` cannot come: one of its memories is always busy.

        tiles: each is read once for S samples on the way forward, and once for each sample whose
        gates are open on the way back; counters: every winner reads all words of its row
        """
        table = layer_table(self.network, core)
        total = 0
        for index, moment in enumerate(self.moments):
            steps, opened, winners = self._totals(index, core.tile_rows)
            forward = sum(
                layer.row_blocks * layer.column_blocks * (steps if layer.places > 1 else 1)
                for layer in table
            )
            pairs = list(zip(table[:-1], opened, winners, strict=True))
            backward = sum(layer.column_blocks * number for layer, number, _ in pairs[1:])
            words = sum(number * sum(s.words for s in layer.segments) for layer, _, number in pairs)
            tiles = forward / core.samples_per_read + backward
            total += moment.share * max(tiles, words)
        return total

    def _totals(self, index, tile_rows):
        """Per sample of a moment: time steps; per layer open row blocks, and winners."""
        key = index, tile_rows
        if key not in self._sums:
            events = self._events(index, tile_rows)
            learns = [sample for sample in events if sample.triggered]
            layers, count = range(self.network.depth), len(events)
            self._sums[key] = (
                sum(sample.steps for sample in events) / count,
                [sum(sum(map(sum, sample.opened[k])) for sample in learns) / count for k in layers],
                [sum(len(sample.winners[k]) for sample in learns) / count for k in layers],
            )
        return self._sums[key]

    def _events(self, index, tile_rows):
        """The events of a moment for tiles of so many rows."""
        key = index, tile_rows
        if key not in self._grouped:
            self._grouped[key] = [grouped(one, tile_rows) for one in self.moments[index].events]
        return self._grouped[key]


def grouped(sample, tile_rows):
    """A `Sample` of tiles of one row, for tiles of `tile_rows` rows."""
    opened = tuple(
        [
            [
                any(place[block * tile_rows : (block + 1) * tile_rows])
                for block in range(blocks(len(place), tile_rows))
            ]
            for place in layer
        ]
        for layer in sample.opened
    )
    return dataclasses.replace(sample, opened=opened)


def record(preset, data_folder=None):
    """The `Workload` of `preset`: events of epoch 1, and of epoch `LATE` of a real training.

    The native model trains, or without a compiler the golden model; the stages of the golden model
    give the events. ConfigError if the data set is missing, or no core trains the network.
    """
    network, training = preset.network, preset.training
    data = session.load_data(Run(preset=preset, seed=SEED), data_folder)
    classifier = equiangular_frame(network.classes, network.layers[-1], SEED)
    backend = session.make_backend(Run(preset=preset, backend=backends.fastest()), classifier)
    golden = session.make_backend(Run(preset=preset), classifier)
    backend.load(initial_counters(network, training.hidden_bits, SEED), 0)
    schedule, error_rate, moments = GroupSchedule(network, training), 1.0, []
    last = min(LATE, training.epochs)
    for epoch in range(1, last + 1):
        order = epoch_order(SEED, epoch - 1, len(data.train))
        bits, labels = data.train.bits[order], data.train.labels[order]
        settings = training.settings(network, schedule.groups, error_rate)
        if epoch in (1, last):
            golden.load(backend.counters(), backend.minibatch)
            moments.append(
                Moment(
                    epoch=epoch,
                    share=_share(epoch, last, training.epochs),
                    groups=settings.groups,
                    events=_minibatches(
                        *(golden, bits, labels, settings, training.batch_size),
                        LATE_SAMPLES if epoch == last else FIRST_SAMPLES,
                    ),
                )
            )
        if epoch < last:
            outcome = backend.train(bits, labels, settings, training.batch_size)
            error_rate = float((outcome.predictions != labels).mean())
            wrong = backend.infer(data.validation.bits[:]) != data.validation.labels
            schedule.observe(float(wrong.mean()))
    return Workload(network, training.batch_size, moments)


def _share(epoch, last, epochs):
    """The first epoch stands for itself, the last recorded one for all others."""
    if last == 1:
        return 1.0
    return 1 / epochs if epoch == 1 else (epochs - 1) / epochs


def _minibatches(golden, bits, labels, settings, batch_size, most):
    """The events of the first minibatches, which `golden` trains on."""
    found = []
    for start in range(0, len(labels) - batch_size + 1, batch_size):
        if len(found) >= most:
            break
        piece = slice(start, start + batch_size)
        found += samples(golden.state, bits[piece], labels[piece], settings, 1)
        golden.train(bits[piece], labels[piece], settings, batch_size)
    return found
