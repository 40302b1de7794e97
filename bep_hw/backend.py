"""What the trainer asks of a backend: the golden model and the simulated core both provide it."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np


@dataclass(frozen=True)
class Outcome:
    """What `Backend.train` did.

    predictions, margins: (done,) integers, in the order of the samples
    done: samples trained, fewer than were given if `progress` asked to stop
    """

    predictions: np.ndarray
    margins: np.ndarray
    done: int


class Backend(Protocol):
    """A network in training; call `load` first.

    name: "golden" or "verilator"
    minibatch: number of the next minibatch, counted from the start of the run
    cycles: clock cycles simulated in `train` so far, None if there is no clock
    """

    name: str
    minibatch: int
    cycles: int | None

    def load(self, counters, minibatch):
        """Set the hidden counters [(K_l, K_{l-1}) int32], W = sign(c), and the minibatch number."""

    def counters(self):
        """A copy of the hidden counters, [(K_l, K_{l-1}) int32]."""

    def train(self, bits, labels, settings, batch_size, progress=None):
        """Train on consecutive minibatches of `batch_size`, the last one maybe shorter.

        bits: (n, K_0) uint8 0 or 1; labels: (n,) class; settings: `Settings` of this epoch
        progress: called now and then with the samples done; if it returns False, training stops at
            the next end of a minibatch
        Returns an `Outcome`.
        """

    def infer(self, bits, progress=None):
        """Predicted classes (n,) of bits (n, K_0); `progress` as in `train`, its result ignored."""
