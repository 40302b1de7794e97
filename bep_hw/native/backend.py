"""The native model as a training backend."""

from ctypes import POINTER, c_int8, c_int32, c_int64, c_uint8, c_uint32

import numpy as np

from bep_hw.native.compiled import best_kernel
from bep_hw.spec.backend import (
    check_counters,
    check_inputs,
    check_network,
    check_training,
    infer_in_pieces,
    train_in_pieces,
)
from bep_hw.spec.hidden import check_hidden_bits
from bep_hw.spec.sequences import Sequences
from bep_hw.support.integers import blocks
from bep_hw.support.processors import check_threads

BLOCK = 4096
"""Time steps, about, that are trained or inferred between two calls of `progress`."""

LEAST_WORDS = 1 << 15
"""Words of W that a minibatch reads, below which one thread does it: some 20 microseconds."""

CREATES = {False: "create", True: "recurrent_create"}
"""The function that makes a network, by whether it is recurrent."""


class NativeBackend:
    """Trains `network`, of any kind, under the fixed `classifier` in C++.

    See `bep_hw.spec.backend.Backend`. Every counter, prediction and margin equals the golden
    model's.

    classifier: P, (C, K_L) ±1; hidden_bits: B; seed: S, 32 bit
    threads: that share the samples of a minibatch; any number gives the same bits
    kernel: of `bep_hw.native.compiled`, None for the one that suits this machine
    """

    name = "native"
    cycles = None

    def __init__(self, network, classifier, *, hidden_bits, seed, threads=1, kernel=None):
        check_hidden_bits(hidden_bits)
        check_threads(threads)
        check_network(network, classifier, seed)
        self.network, self.hidden_bits = network, hidden_bits
        self.minibatch = 0
        self._kernel = kernel or best_kernel()
        create = getattr(self._kernel, f"bep_{self._creates(network)}")
        widths = pointer(np.array(network.layers), c_int32)
        self._model = create(widths, network.depth, hidden_bits, seed)
        if network.targets > 1:
            self._kernel.bep_several_targets(self._model)
        self._classify(network.depth - 1, classifier)
        self._kernel.bep_threads(self._model, threads, LEAST_WORDS)

    def _creates(self, network):
        return CREATES[network.recurrent]

    def _classify(self, layer, classifier):
        classes = self.network.classes
        self._kernel.bep_classifier(self._model, layer, pointer(classifier, c_int8), classes)

    def __del__(self):
        if getattr(self, "_model", None):
            self._kernel.bep_destroy(self._model)

    def load(self, counters, minibatch):
        """Set the hidden counters, W = sign(c), and the minibatch number; ConfigError if misfit."""
        check_counters(self.network, counters, self.hidden_bits)
        for layer, c in enumerate(counters):
            self._kernel.bep_set(self._model, layer, pointer(c, c_int32), minibatch)
        self.minibatch = minibatch

    def counters(self):
        """A copy of the hidden counters, [(K_l, K_{l-1}) int32]."""
        counters = [np.empty(shape, np.int32) for shape in self.network.shapes]
        for layer, c in enumerate(counters):
            self._kernel.bep_get(self._model, layer, pointer(c, c_int32))
        return counters

    def train(self, bits, labels, settings, batch_size, progress=None):
        """Train on consecutive minibatches, asking `progress` now and then; an `Outcome`."""
        check_training(self.network, bits, labels, batch_size)

        def minibatches(bits, labels):
            predictions = np.empty(np.shape(labels), np.int64)
            margins = np.empty(len(bits), np.int32)
            self._kernel.bep_train(
                *(self._model, *samples(bits), pointer(labels, c_int64), len(bits), batch_size),
                *(settings.margin, settings.horizon),
                pointer(settings.gates, c_int32),
                pointer(settings.groups, c_int32),
                pointer(settings.reinforce, c_uint32),
                pointer(predictions, c_int64),
                pointer(margins, c_int32),
            )
            self.minibatch += blocks(len(bits), batch_size)
            return predictions, margins

        size = batch_size * max(1, self._block // batch_size)  # whole minibatches
        return train_in_pieces(minibatches, bits, labels, size, progress)

    def infer(self, bits, progress=None):
        """Predicted classes (n,) int64 of bits (n, K_0), or of `Sequences`."""
        check_inputs(self.network, bits)

        def predicted(bits):
            predictions = np.empty((len(bits), self.network.targets), np.int64)
            self._kernel.bep_infer(
                self._model, *samples(bits), len(bits), pointer(predictions, c_int64)
            )
            return predictions if self.network.targets > 1 else predictions[:, 0]

        return infer_in_pieces(self.network, predicted, bits, self._block, progress)

    @property
    def _block(self):
        """Samples of a piece, about: a series counts as many times as it has time steps."""
        return max(1, BLOCK // self.network.steps)


def samples(bits):
    """The arguments of the kernel for these samples: bits, own time steps, steps of the longest.

    bits: (n, K_0), or `Sequences`
    """
    if isinstance(bits, Sequences):
        values = bits.bits  # (n, T, K_0)
        return pointer(values, c_uint8), pointer(bits.steps, c_int64), values.shape[1]
    return pointer(bits, c_uint8), None, 1


def pointer(values, kind):
    """Pointer to `values`, which stay where they are if they have this type already."""
    return np.ascontiguousarray(values, np.dtype(kind)).ctypes.data_as(POINTER(kind))
