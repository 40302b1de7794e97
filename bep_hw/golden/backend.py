"""The golden model as a training backend."""

import numpy as np

from bep_hw.backend import Outcome
from bep_hw.config import check_hidden_bits, counter_range, require
from bep_hw.golden.forward import forward
from bep_hw.golden.popcount import dot
from bep_hw.golden.train_step import State, train_step

INFER_BLOCK = 1024
"""Samples inferred at once, so that the activations stay in the cache."""


class GoldenBackend:
    """Trains `network` under the fixed `classifier` in numpy; see `bep_hw.backend.Backend`.

    classifier: P, (C, K_L) ±1; hidden_bits: B; seed: S, 32 bit
    """

    name = "golden"
    cycles = None

    def __init__(self, network, classifier, *, hidden_bits, seed):
        check_hidden_bits(hidden_bits)
        require(0 <= seed < 1 << 32, f"seed {seed}: must be from 0 to {(1 << 32) - 1}")
        expected = (network.classes, network.layers[-1])
        require(
            classifier.shape == expected,
            f"classifier shape {classifier.shape}: the network needs {expected}",
        )
        self.network = network
        self.classifier = np.asarray(classifier, np.int8)
        self.hidden_bits = hidden_bits
        self.seed = seed
        self.state = None

    def load(self, counters, minibatch):
        """Set the hidden counters, W = sign(c), and the minibatch number; ConfigError if misfit."""
        shapes = tuple(np.shape(c) for c in counters)
        require(
            shapes == self.network.shapes,
            f"counter shapes {shapes}: the network needs {self.network.shapes}",
        )
        low, high = counter_range(self.hidden_bits)
        for layer, c in enumerate(counters):
            require(
                low <= np.min(c) and np.max(c) <= high,
                f"layer {layer + 1} counters from {np.min(c)} to {np.max(c)}:"
                f" B = {self.hidden_bits} holds {low} to {high}",
            )
        self.state = State.start(
            counters,
            self.classifier,
            hidden_bits=self.hidden_bits,
            seed=self.seed,
            minibatch=minibatch,
        )

    @property
    def minibatch(self):
        """Number of the next minibatch, counted from the start of the run."""
        return self.state.minibatch

    def counters(self):
        """A copy of the hidden counters, [(K_l, K_{l-1}) int32]."""
        return [c.copy() for c in self.state.counters]

    def train(self, bits, labels, settings, batch_size, progress=None):
        """Train on consecutive minibatches, asking `progress` after each; an `Outcome`."""
        require(batch_size >= 1, f"batch size {batch_size}: must be at least 1")
        self._check(bits)
        require(len(labels) == len(bits), f"{len(labels)} labels: there are {len(bits)} samples")
        if len(labels):
            last = self.network.classes - 1
            require(
                np.min(labels) >= 0 and np.max(labels) <= last,
                f"labels from {np.min(labels)} to {np.max(labels)}: must be from 0 to {last}",
            )

        predictions = np.empty(len(bits), np.int64)  # (n,)
        margins = np.empty(len(bits), np.int32)  # (n,)
        done = 0
        while done < len(bits):
            batch = slice(done, min(done + batch_size, len(bits)))
            step = train_step(self.state, signs(bits[batch]), labels[batch], settings)
            predictions[batch], margins[batch] = step.predictions, step.margins
            done = batch.stop
            if progress is not None and progress(done) is False:
                break
        return Outcome(predictions[:done], margins[:done], done)

    def infer(self, bits, progress=None):
        """Predicted classes (n,) int64 of bits (n, K_0)."""
        self._check(bits)
        predictions = np.empty(len(bits), np.int64)  # (n,)
        for start in range(0, len(bits), INFER_BLOCK):
            block = slice(start, start + INFER_BLOCK)
            _, a = forward(self.state.weights, signs(bits[block]))  # [(block, K_l)]
            predictions[block] = dot(a[-1], self.classifier).argmax(axis=1)  # (block,)
            if progress is not None:
                progress(min(block.stop, len(bits)))
        return predictions

    def _check(self, bits):
        """Raise ConfigError unless `bits` is (n, K_0)."""
        width = self.network.layers[0]
        require(
            bits.ndim == 2 and bits.shape[1] == width,
            f"inputs of shape {bits.shape}: the network needs (samples, {width})",
        )


def signs(bits):
    """±1 of bits: 1 is +1 and 0 is -1, the same shape.

    Float32, because the first layer's dot products take it twice (forward and update) and would
    convert it each time.
    """
    return bits.astype(np.float32) * 2 - 1
