"""The golden model as a training backend."""

import numpy as np

from bep_hw.golden.kinds import kind_of
from bep_hw.golden.popcount import dot
from bep_hw.golden.targets import targets_of
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.spec.backend import (
    check_counters,
    check_inputs,
    check_network,
    check_training,
    infer_in_pieces,
    train_in_pieces,
)
from bep_hw.spec.hidden import check_hidden_bits


class GoldenBackend:
    """Trains `network`, of any kind, under the fixed `classifier` in numpy.

    See `bep_hw.spec.backend.Backend`.

    classifier: P, (C, K_L) ±1; hidden_bits: B; seed: S, 32 bit
    """

    name = "golden"
    cycles = None

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
        self.state = NetworkState.start(
            self.network,
            self.classifier,
            counters,
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
        check_training(self.network, bits, labels, batch_size)

        def minibatch(bits, labels):
            step = self.minibatch_step(bits, labels, settings)
            return step.predictions, step.margins

        return train_in_pieces(minibatch, bits, labels, batch_size, progress)

    def infer(self, bits, progress=None):
        """Predicted classes (n,) int64, or bits (n, T), of bits (n, K_0), or of `Sequences`."""
        check_inputs(self.network, bits)
        kind = kind_of(self.network)
        return infer_in_pieces(self.network, self._predict, bits, kind.infer_block, progress)

    def logits(self, bits):
        """y = P a_L of bits (n, K_0): (n, C) integers; the largest names the class."""
        top = kind_of(self.network).top(self.state, bits)  # (n, K_L)
        return dot(top, self.classifier)  # (n, C)

    def minibatch_step(self, bits, labels, settings):
        """Train on one minibatch; its Step."""
        return train_step(self.state, bits, labels, settings)

    def _predict(self, bits):
        return targets_of(self.network).predict(self.logits(bits))  # (n,) or (n, T)
