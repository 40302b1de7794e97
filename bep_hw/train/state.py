"""The state of a training run, and its check."""

import math
from dataclasses import dataclass, field

import numpy as np

from bep_hw.golden.schedule import GroupSchedule
from bep_hw.spec.backend import check_counters
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks


@dataclass
class RunState:
    """All state of a run that training changes.

    counters: hidden counters c now, one int32 (K_l, K_{l-1}) per layer
    kept: those after the best validation epoch so far
    schedule: state of the group schedule, `GroupSchedule.state`
    epoch: epochs finished
    position: samples trained in the current epoch
    minibatch: minibatches since the run began
    wrong, triggered: samples (or their targets) of the current epoch that were predicted wrong, and
        samples that trained
    error_rate: E, of the epoch before
    kept_epoch: the best epoch so far, counted from 1; 0 before the first
    history: a dictionary per finished epoch
    seconds: training and validation so far; train_seconds: training alone
    cycles: simulated clock cycles of training (0 on the golden backend)
    """

    counters: list
    kept: list
    schedule: dict
    epoch: int = 0
    position: int = 0
    minibatch: int = 0
    wrong: int = 0
    triggered: int = 0
    error_rate: float = 1.0
    kept_epoch: int = 0
    history: list = field(default_factory=list)
    seconds: float = 0.0
    train_seconds: float = 0.0
    cycles: int = 0

    def check(self, run, samples=None):
        """Raise ConfigError unless `run` can come into this state.

        samples: size of its training set; None if it is not known
        """
        network, training = run.preset.network, run.preset.training
        for counters in (self.counters, self.kept):
            kinds = {str(array.dtype) for array in counters}
            require(kinds <= {"int32"}, f"counters of type {', '.join(kinds)}: must be int32")
            check_counters(network, counters, training.hidden_bits)
        GroupSchedule(network, training).restore(self.schedule)
        most = samples if samples is not None else math.inf
        _whole("epoch", self.epoch, training.epochs)
        _whole("position", self.position, most if self.epoch < training.epochs else 0)
        _whole("minibatch", self.minibatch)
        _whole("wrong", self.wrong, self.position * network.targets)
        _whole("triggered", self.triggered, self.position)
        _whole("kept_epoch", self.kept_epoch, self.epoch)
        require(
            bool(self.kept_epoch) == bool(self.epoch),
            f"kept_epoch {self.kept_epoch}: of {self.epoch} epochs none is kept",
        )
        _whole("cycles", self.cycles)
        _number("error_rate", self.error_rate, 1)
        _number("seconds", self.seconds)
        _number("train_seconds", self.train_seconds)
        _check_history(self.history, self.epoch)
        if samples is not None:
            self._check_progress(training.batch_size, samples)

    def _check_progress(self, batch, samples):
        """Minibatches, and samples trained, must agree with each other."""
        require(
            self.position % batch == 0 or self.position == samples,
            f"position {self.position}: is within a minibatch of {batch} samples",
        )
        expected = self.epoch * blocks(samples, batch) + blocks(self.position, batch)
        require(
            self.minibatch == expected,
            f"minibatch {self.minibatch}: must be {expected} after {self.epoch} epochs and"
            f" {self.position} samples",
        )


def _whole(name, value, most=math.inf):
    """Raise ConfigError unless `value` is a whole number from 0 to `most`."""
    require(
        type(value) is int and 0 <= value <= most,
        f"{name} {value!r}: must be a whole number from 0"
        + (f" to {most}" if most < math.inf else ""),
    )


def _number(name, value, most=math.inf):
    """Raise ConfigError unless `value` is a finite number from 0 to `most`."""
    require(
        type(value) in (int, float) and math.isfinite(value) and 0 <= value <= most,
        f"{name} {value!r}: must be a finite number from 0"
        + (f" to {most}" if most < math.inf else ""),
    )


def _check_history(history, epochs):
    """One dictionary for each epoch, with the same names of texts and finite numbers."""
    require(
        isinstance(history, list) and len(history) == epochs,
        f"history {np.shape(history) if isinstance(history, list) else history!r}: must have one"
        f" line for each of {epochs} epochs",
    )
    for number, row in enumerate(history, 1):
        require(
            isinstance(row, dict) and list(row) == list(history[0]) and row.get("epoch") == number,
            f"history of epoch {number}: must be a line of the same names, with its epoch",
        )
        for name, value in row.items():
            if not isinstance(value, str):
                _number(f"history of epoch {number}: {name}", value)
