"""Runs until they reach an accuracy: epochs, samples that learn, processor seconds.

Accuracy is that on the test set after an epoch, as published trainers report theirs. It decides
nothing but where a run is stopped; all methods are stopped by the same rule.
"""

import contextlib
import time
from dataclasses import dataclass

import numpy as np

from bep_hw.golden.classifier import fixed_classifier
from bep_hw.support.display import Silent
from bep_hw.train import loop, session
from bep_hw.train.run import Run
from sim.baselines import local_rule
from sim.measure.cost.rivals.training import Training

GOAL = 84.0
"""Test accuracy [percent]."""

SEEDS = (1, 2, 3, 4, 5)


@dataclass
class Trajectory:
    """Of a seed's run: (share of the samples that learn [percent]) of each epoch until the goal.

    samples: of an epoch; accuracy: reached [percent]; seconds: of a processor, in training alone
    """

    seed: int
    learning: list
    samples: int
    accuracy: float
    seconds: float


class _Timed:
    """A backend, and the processor seconds that it trains."""

    def __init__(self, backend):
        self.backend, self.seconds = backend, 0.0

    def __getattr__(self, name):
        return getattr(self.backend, name)

    def train(self, *arguments):
        start = time.process_time()
        outcome = self.backend.train(*arguments)
        self.seconds += time.process_time() - start
        return outcome


class _Goal(Silent):
    """Watches the accuracy on the test set after every epoch."""

    def __init__(self):
        self.work, self.accuracy = None, 0.0

    def epoch(self, state, row):
        test = self.work.dataset.test
        self.accuracy = loop.percent(self.work.correct(test), len(test))

    def reached(self):
        return self.accuracy >= GOAL


def of_bep(preset, seed, data):
    """`Trajectory` of BEP by the native model, on one thread."""
    run = Run(preset=preset, backend="native", seed=seed, threads=1)
    return _trained(run, session.make_backend(run, fixed_classifier(preset.network, seed)), data)


def of_local_rule(preset, seed, data):
    """`Trajectory` of the local rule of 2025; samples that learn are those of the top layer."""
    run = Run(preset=preset, backend="native", seed=seed, threads=1)
    return _trained(run, local_rule.backend_of(run, local_rule.frame_classifiers), data)


def _trained(run, backend, data):
    timed, goal = _Timed(backend), _Goal()
    work = loop.Trainer(
        run, data, timed, loop.start(run), save=lambda state: None, stopped=goal.reached,
        display=goal,
    )  # fmt: skip
    goal.work = work
    with contextlib.suppress(loop.Interrupted):
        work.train()
    learning = [row["triggered"] for row in work.state.history]
    return Trajectory(run.seed, learning, len(data.train), goal.accuracy, timed.seconds)


def of_qat(preset, seed, data, arithmetic):
    """`Trajectory` of quantisation-aware training with Adam, whose errors are rounded."""
    batch_size, test = preset.training.batch_size, data.test
    work = Training(preset.network, data.train, seed, batch_size, arithmetic.rounded)
    learning, accuracy, seconds = [], 0.0, 0.0
    while accuracy < GOAL and len(learning) < preset.training.epochs:
        start = time.process_time()
        for _ in range(work.steps_per_epoch):
            work.advance()
        seconds += time.process_time() - start
        learning.append(100.0)
        accuracy = 100 * float(np.mean(work.infer(test.bits) == test.labels))
    samples = work.steps_per_epoch * batch_size
    return Trajectory(seed, learning, samples, accuracy, seconds)
