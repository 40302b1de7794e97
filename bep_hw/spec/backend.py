"""The interface of a backend: golden model, native model and simulated core implement it."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bep_hw.spec.hidden import counter_range
from bep_hw.spec.sequences import RawSequences, Sequences
from bep_hw.support.errors import require


@dataclass(frozen=True)
class Outcome:
    """The result of `Backend.train`.

    predictions, margins: (done,) integers, in the order of the samples; of a `MultiTarget` network
        the predictions are (done, T)
    done: samples trained, fewer than were given if `progress` asked to stop
    """

    predictions: np.ndarray
    margins: np.ndarray
    done: int


class Backend(Protocol):
    """A network in training; call `load` first.

    name: "golden", "native" or "verilator"
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

        bits: (n, K_0) uint8 0 or 1, or `Sequences`, what a recurrent network takes wherever another
            takes bits; labels: (n,) class, or (n, T) 0 or 1 of a `MultiTarget` network
        settings: `Settings` of this epoch
        progress: called now and then with the samples done; if it returns False, training stops at
            the next end of a minibatch
        Returns an `Outcome`.
        """

    def infer(self, bits, progress=None):
        """Predicted classes (n,) of bits (n, K_0); `progress` as in `train`, its result ignored."""


def check_network(network, classifier, seed):
    """Raise ConfigError unless `classifier` is (C, K_L) and `seed` has 32 bits."""
    require(0 <= seed < 1 << 32, f"seed {seed}: must be from 0 to {(1 << 32) - 1}")
    expected = (network.classes, network.layers[-1])
    require(
        classifier.shape == expected,
        f"classifier shape {classifier.shape}: the network needs {expected}",
    )


def check_counters(network, counters, hidden_bits):
    """Raise ConfigError unless `counters` are [(K_l, K_{l-1})], in the range of B bits."""
    shapes = tuple(np.shape(c) for c in counters)
    require(
        shapes == network.shapes,
        f"counter shapes {shapes}: the network needs {network.shapes}",
    )
    low, high = counter_range(hidden_bits)
    for layer, c in enumerate(counters, start=1):
        require(
            low <= np.min(c) and np.max(c) <= high,
            f"layer {layer} counters from {np.min(c)} to {np.max(c)}:"
            f" B = {hidden_bits} holds {low} to {high}",
        )


def check_inputs(network, bits):
    """Raise ConfigError unless `bits` is (n, K_0), or Sequences of n samples if time matters."""
    width = network.layers[0]
    if network.recurrent:
        return _check_sequences(network, bits)
    require(
        not isinstance(bits, Sequences | RawSequences),
        "inputs that are series: the network is not recurrent",
    )
    require(
        bits.ndim == 2 and bits.shape[1] == width,
        f"inputs of shape {bits.shape}: the network needs (samples, {width})",
    )


def _check_sequences(network, series):
    width, limit = network.layers[0], network.steps
    require(
        isinstance(series, Sequences | RawSequences),
        f"inputs of shape {np.shape(series)}: a recurrent network needs series",
    )
    count, length, *rest = series.shape
    require(
        count == len(series) and rest == [width] and 1 <= length <= limit,
        f"series of shape {series.shape}: the network needs (samples, time steps, {width})"
        f" of at most {limit} time steps",
    )
    require(
        count == 0 or (np.min(series.steps) >= 1 and np.max(series.steps) <= length),
        f"series of {np.min(series.steps, initial=length)} to {np.max(series.steps, initial=0)}"
        f" time steps: must be from 1 to {length}",
    )


def check_samples(network, bits, labels):
    """Raise ConfigError unless `bits` is (n, K_0) and `labels` are n classes, or (n, T) bits."""
    check_inputs(network, bits)
    require(len(labels) == len(bits), f"{len(labels)} labels: there are {len(bits)} samples")
    each = () if network.targets == 1 else (network.targets,)
    shape = np.shape(labels)
    require(
        shape[1:] == each,
        f"labels of shape {shape}: the network needs {(len(bits), *each)}",
    )
    if len(labels):
        last = 1 if each else network.classes - 1
        require(
            np.min(labels) >= 0 and np.max(labels) <= last,
            f"labels from {np.min(labels)} to {np.max(labels)}: must be from 0 to {last}",
        )


def check_training(network, bits, labels, batch_size):
    """Check as `check_samples` does, and that `batch_size` is at least 1."""
    require(batch_size >= 1, f"batch size {batch_size}: must be at least 1")
    check_samples(network, bits, labels)


def train_in_pieces(train, bits, labels, size, progress=None):
    """The `Outcome` of training on consecutive pieces, asking `progress` after each.

    train: (bits, labels) of a piece -> its predictions and margins
    size: samples of a piece, a minibatch or several; the last one may be shorter
    """
    predictions = np.empty(np.shape(labels), np.int64)  # (n,) or (n, T)
    margins = np.empty(len(bits), np.int32)  # (n,)
    done = 0
    while done < len(bits):
        piece = slice(done, min(done + size, len(bits)))
        predictions[piece], margins[piece] = train(bits[piece], labels[piece])
        done = piece.stop
        if progress is not None and progress(done) is False:
            break
    return Outcome(predictions[:done], margins[:done], done)


def infer_in_pieces(network, infer, bits, size, progress=None):
    """Predictions (n,) or (n, T) int64, from `infer` on consecutive pieces of `size` samples."""
    each = () if network.targets == 1 else (network.targets,)
    predictions = np.empty((len(bits), *each), np.int64)
    for start in range(0, len(bits), size):
        piece = slice(start, min(start + size, len(bits)))
        predictions[piece] = infer(bits[piece])
        if progress is not None:
            progress(piece.stop)
    return predictions
