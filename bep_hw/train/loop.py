"""The training loop: epochs, the order of samples, the group schedule, and the kept weights.

It is the same for every backend, so two backends that compute the same minibatch give the same
run. It can stop after any minibatch and go on from a checkpoint with the same bits.
"""

import time

import numpy as np

from bep_hw.golden.initial import initial_counters
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.train.state import RunState

SAVE_WORK = 1_500_000_000
"""Samples x weights between two checkpoints: a few seconds, but independent of a clock, so that the
simulated cycles of a run are always the same."""

INFER_BLOCK = 4096
"""Samples inferred between two looks at whether to stop."""


class Interrupted(Exception):
    """A signal stopped the run; its checkpoint is written."""


def start(run):
    """The RunState in which `run` begins."""
    network, training = run.preset.network, run.preset.training
    counters = initial_counters(network, training.hidden_bits, run.seed)
    return RunState(
        counters=counters,
        kept=counters,
        schedule=GroupSchedule(network, training).state(),
    )


def epoch_order(seed, epoch, samples):
    """The order in which `epoch` (from 0) visits the training samples, (samples,)."""
    return np.random.default_rng([seed, 2, epoch]).permutation(samples)


def percent(right, total):
    """Accuracy in percent."""
    return round(100 * right / total, 4)


class Trainer:
    """Trains one run.

    save: called with the RunState whenever it may be written to a checkpoint
    stopped: called often; once it returns True, `train` and `evaluate` raise Interrupted
    display: `bep_hw.support.display.Display`, or any object with its `step` and `epoch`
    """

    def __init__(self, run, dataset, backend, state, *, save, stopped, display):
        self.network, self.training = run.preset.network, run.preset.training
        self.seed = run.seed
        self.dataset, self.backend, self.state = dataset, backend, state
        self.save, self.stopped, self.display = save, stopped, display
        self.schedule = GroupSchedule(self.network, self.training)
        self.schedule.restore(state.schedule)

    def train(self):
        """Train from the present state until all epochs are done."""
        state = self.state
        self.backend.load(state.counters, state.minibatch)
        self.save(state)
        while state.epoch < self.training.epochs:
            self._train_epoch()
            self._finish_epoch()

    def _train_epoch(self):
        """Train on the rest of the current epoch."""
        state, split = self.state, self.dataset.train
        order = epoch_order(self.seed, state.epoch, len(split))
        settings = self.training.settings(self.network, self.schedule.groups, state.error_rate)
        batch = self.training.batch_size
        weights = sum(rows * columns for rows, columns in self.network.shapes)
        chunk = batch * max(1, SAVE_WORK // (weights * batch))  # whole minibatches
        while state.position < len(split):
            self._stop_if_asked()
            # Chunks end at the same samples whether or not the run was interrupted in between.
            end = state.position - state.position % chunk + chunk
            chosen = order[state.position : end]
            bits, labels = split.bits[chosen], split.labels[chosen]
            cycles = self.backend.cycles or 0
            started = time.perf_counter()

            def progress(done, started=started):
                self.display.step(state, done, time.perf_counter() - started)
                return not self.stopped()

            outcome = self.backend.train(bits, labels, settings, batch, progress)
            elapsed = time.perf_counter() - started
            done = outcome.done
            state.seconds += elapsed
            state.train_seconds += elapsed
            state.cycles += (self.backend.cycles or 0) - cycles
            state.position += done
            state.wrong += int(np.count_nonzero(outcome.predictions != labels[:done]))
            state.triggered += int(np.count_nonzero(outcome.margins < settings.margin))
            state.counters = self.backend.counters()
            state.minibatch = self.backend.minibatch
            self.save(state)

    def _finish_epoch(self):
        """Validate, keep the weights if they are the best, move the groups, note the history."""
        state, samples = self.state, len(self.dataset.train)
        targets = samples * self.network.targets
        started = time.perf_counter()
        right = self.correct(self.dataset.validation)
        state.seconds += time.perf_counter() - started

        total = len(self.dataset.validation) * self.network.targets
        row = {
            "epoch": state.epoch + 1,
            "train_accuracy": percent(targets - state.wrong, targets),
            "validation_accuracy": percent(right, total),
            "triggered": percent(state.triggered, samples),
            "groups": " ".join(map(str, self.schedule.groups)),
        }
        state.history.append(row)
        state.error_rate = state.wrong / targets
        state.epoch += 1
        state.position = state.wrong = state.triggered = 0
        improved = self.schedule.observe((total - right) / total)
        # Of equally good epochs the later one is kept: it saw more of the training set.
        best = state.history[state.kept_epoch - 1]["validation_accuracy"]
        if improved or row["validation_accuracy"] == best:
            state.kept, state.kept_epoch = state.counters, state.epoch
        state.schedule = self.schedule.state()
        self.save(state)
        self.display.epoch(state, row)

    def correct(self, split, progress=lambda done: None):
        """Number of samples of `split`, or of their targets, that the weights predict right.

        progress: called now and then with the samples done
        """
        right = 0
        for start in range(0, len(split), INFER_BLOCK):
            self._stop_if_asked()
            block = slice(start, start + INFER_BLOCK)
            predictions = self.backend.infer(
                split.bits[block], lambda done, start=start: progress(start + done)
            )
            right += int(np.count_nonzero(predictions == split.labels[block]))
        return right

    def evaluate(self, progress=lambda done, total: None):
        """Accuracies of the finished run [percent]: of the kept weights, and of the last ones.

        progress: called now and then with the samples done, and how many there are in all
        """
        data, state = self.dataset, self.state
        total, before = 2 * len(data.test) + len(data.train) + len(data.validation), 0

        def accuracy(split):
            nonlocal before
            right = self.correct(split, lambda done: progress(before + done, total))
            before += len(split)
            return percent(right, len(split) * self.network.targets)

        self.backend.load(state.counters, state.minibatch)
        last = accuracy(data.test)
        self.backend.load(state.kept, state.minibatch)
        return {
            "train_accuracy": accuracy(data.train),
            "validation_accuracy": accuracy(data.validation),
            "test_accuracy": accuracy(data.test),
            "kept_epoch": state.kept_epoch,
            "test_accuracy_last": last,
        }

    def _stop_if_asked(self):
        if self.stopped():
            raise Interrupted
