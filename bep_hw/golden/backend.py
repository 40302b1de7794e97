"""The golden model as a training backend."""

import numpy as np

from bep_hw.golden.forward import forward
from bep_hw.golden.popcount import dot, operand
from bep_hw.golden.train_step import State, train_step
from bep_hw.spec.backend import Outcome, check_counters, check_inputs, check_network, check_samples
from bep_hw.spec.hidden import check_hidden_bits
from bep_hw.support.errors import require

INFER_BLOCK = 1024
"""Samples inferred at once, so that the activations stay in the cache."""


class GoldenBackend:
    """Trains `network` under the fixed `classifier` in numpy; see `bep_hw.spec.backend.Backend`.

    classifier: P, (C, K_L) ±1; hidden_bits: B; seed: S, 32 bit
    """

    name = "golden"
    cycles = None
    infer_block = INFER_BLOCK
    _step = staticmethod(train_step)

    def __init__(self, network, classifier, *, hidden_bits, seed):
        check_hidden_bits(hidden_bits)
        check_network(network, classifier, seed)
        self.network = network
        self.classifier = np.asarray(classifier, np.int8)
        self.hidden_bits = hidden_bits
        self.seed = seed
        self.state = None

    def load(self, counters, minibatch):
        """Set the hidden counters, W = sign(c), and the minibatch number; ConfigError if misfit."""
        check_counters(self.network, counters, self.hidden_bits)
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
        check_samples(self.network, bits, labels)
        predictions = np.empty(len(bits), np.int64)  # (n,)
        margins = np.empty(len(bits), np.int32)  # (n,)
        done = 0
        while done < len(bits):
            batch = slice(done, min(done + batch_size, len(bits)))
            step = self.minibatch_step(bits[batch], labels[batch], settings)
            predictions[batch], margins[batch] = step.predictions, step.margins
            done = batch.stop
            if progress is not None and progress(done) is False:
                break
        return Outcome(predictions[:done], margins[:done], done)

    def infer(self, bits, progress=None):
        """Predicted classes (n,) int64 of bits (n, K_0)."""
        check_inputs(self.network, bits)
        predictions = np.empty(len(bits), np.int64)  # (n,)
        for start in range(0, len(bits), self.infer_block):
            block = slice(start, start + self.infer_block)
            predictions[block] = self.logits(bits[block]).argmax(axis=1)  # (block,)
            if progress is not None:
                progress(min(block.stop, len(bits)))
        return predictions

    def logits(self, bits):
        """y = P a_L of bits (n, K_0): (n, C) integers; the largest names the class."""
        return dot(self._top(bits), self.classifier)

    def minibatch_step(self, bits, labels, settings):
        """Train on one minibatch; its Step."""
        return self._step(self.state, signs(bits), labels, settings)

    def _top(self, bits):
        """a_L of bits (n, K_0): (n, K_L) ±1."""
        _, a = forward(self.state.weights, signs(bits))  # [(n, K_l)]
        return a[-1]


def signs(bits):
    """±1 of bits: 1 is +1 and 0 is -1, the same shape; converted for forward and update at once."""
    return operand(2 * bits.astype(np.int8) - 1)
