"""The native model of recurrent networks as a training backend."""

from ctypes import c_int8, c_int32, c_int64, c_uint8, c_uint32

import numpy as np

from bep_hw.native.backend import NativeBackend, pointer
from bep_hw.spec.backend import Outcome, check_inputs, check_samples
from bep_hw.support.errors import require

INFER_BLOCK = 256
"""Samples inferred between two calls of `progress`."""


class RecurrentNativeBackend(NativeBackend):
    """Trains a `Recurrent` network on `Sequences` in C++; see `bep_hw.spec.backend.Backend`.

    Every counter, prediction and margin equals the golden model's.
    """

    def _create(self, seed):
        widths = pointer(np.array(self.network.layers), c_int32)
        return self._library.bep_recurrent_create(widths, self.hidden_bits, seed)

    def _classify(self, layer, classifier):
        self._library.bep_recurrent_classifier(
            self._model, pointer(classifier, c_int8), self.network.classes
        )

    def train(self, bits, labels, settings, batch_size, progress=None):
        """Train on consecutive minibatches, asking `progress` after each; an `Outcome`."""
        require(batch_size >= 1, f"batch size {batch_size}: must be at least 1")
        check_samples(self.network, bits, labels)
        predictions = np.empty(len(bits), np.int64)  # (n,)
        margins = np.empty(len(bits), np.int32)  # (n,)
        done = 0
        while done < len(bits):
            some = slice(done, min(done + batch_size, len(bits)))
            series = bits[some]
            self._library.bep_recurrent_train(
                self._model,
                pointer(series.bits, c_uint8),
                pointer(series.steps, c_int64),
                pointer(labels[some], c_int64),
                *(len(series), series.bits.shape[1], settings.horizon, settings.margin),
                pointer(settings.gates, c_int32),
                pointer(settings.groups, c_int32),
                pointer(settings.reinforce, c_uint32),
                pointer(predictions[some], c_int64),
                pointer(margins[some], c_int32),
            )
            self.minibatch += 1
            done = some.stop
            if progress is not None and progress(done) is False:
                break
        return Outcome(predictions[:done], margins[:done], done)

    def infer(self, bits, progress=None):
        """Predicted classes (n,) int64 of `Sequences`."""
        check_inputs(self.network, bits)
        predictions = np.empty(len(bits), np.int64)  # (n,)
        for start in range(0, len(bits), INFER_BLOCK):
            some = slice(start, min(start + INFER_BLOCK, len(bits)))
            series = bits[some]
            self._library.bep_recurrent_infer(
                self._model,
                pointer(series.bits, c_uint8),
                pointer(series.steps, c_int64),
                *(len(series), series.bits.shape[1]),
                pointer(predictions[some], c_int64),
            )
            if progress is not None:
                progress(some.stop)
        return predictions
