"""The native model as a training backend."""

import ctypes
import platform
from ctypes import POINTER, c_int, c_int8, c_int32, c_int64, c_uint8, c_uint32, c_void_p
from functools import cache
from pathlib import Path

import numpy as np

from bep_hw.spec.backend import Outcome, check_counters, check_inputs, check_network, check_samples
from bep_hw.spec.hidden import check_hidden_bits
from bep_hw.support import toolchain
from bep_hw.support.cache import cached, digest
from bep_hw.support.errors import require

SOURCES = [Path(__file__).parent / name for name in ("kernel.cpp", "recurrent.cpp", "stages.hpp")]

FLAGS = (
    *("-std=c++20", "-O3", "-march=native", "-fPIC", "-shared", "-fvisibility=hidden"),
    *(("-mprefer-vector-width=512",) if platform.machine() == "x86_64" else ()),
)

BLOCK = 4096
"""Samples, about, that are trained or inferred between two calls of `progress`."""

_SIGNATURES = {
    "create": (c_void_p, POINTER(c_int32), c_int, c_int, c_uint32),
    "classifier": (None, c_void_p, c_int, POINTER(c_int8), c_int),
    "destroy": (None, c_void_p),
    "set": (None, c_void_p, c_int, POINTER(c_int32), c_uint32),
    "get": (None, c_void_p, c_int, POINTER(c_int32)),
    "train": (
        *(None, c_void_p, POINTER(c_uint8), POINTER(c_int64), c_int64, c_int64, c_int32),
        *(POINTER(c_int32), POINTER(c_int32), POINTER(c_int32), POINTER(c_uint32)),
        *(POINTER(c_int64), POINTER(c_int32)),
    ),
    "infer": (None, c_void_p, POINTER(c_uint8), c_int64, POINTER(c_int64)),
    "recurrent_create": (c_void_p, POINTER(c_int32), c_int, c_uint32),
    "recurrent_classifier": (None, c_void_p, POINTER(c_int8), c_int),
    "recurrent_train": (
        *(None, c_void_p, POINTER(c_uint8), POINTER(c_int64), POINTER(c_int64)),
        *(c_int64, c_int64, c_int32, c_int32),
        *(POINTER(c_int32), POINTER(c_int32), POINTER(c_uint32)),
        *(POINTER(c_int64), POINTER(c_int32)),
    ),
    "recurrent_infer": (
        *(None, c_void_p, POINTER(c_uint8), POINTER(c_int64), c_int64, c_int64),
        POINTER(c_int64),
    ),
}


@cache
def library():
    """The kernel, compiled for this machine's processor; ConfigError without a C++ compiler."""
    command, identity = toolchain.compiler()
    processor = toolchain.output(command, "-march=native", "-Q", "--help=target")
    key = digest(
        "native", identity, processor, repr(FLAGS), *(path.read_bytes() for path in SOURCES)
    )

    def fill(folder):
        units = [str(path) for path in SOURCES if path.suffix == ".cpp"]
        toolchain.output(command, *FLAGS, "-o", str(folder / "kernel.so"), *units)

    loaded = ctypes.CDLL(str(cached(f"native-{key}", fill) / "kernel.so"))
    for name, (result, *arguments) in _SIGNATURES.items():
        function = getattr(loaded, f"bep_{name}")
        function.restype, function.argtypes = result, arguments
    return loaded


class NativeBackend:
    """Trains `network` under the fixed `classifier` in C++; see `bep_hw.spec.backend.Backend`.

    Every counter, prediction and margin equals the golden model's.

    classifier: P, (C, K_L) ±1; hidden_bits: B; seed: S, 32 bit
    """

    name = "native"
    cycles = None
    _layer_margins = None

    def __init__(self, network, classifier, *, hidden_bits, seed):
        check_hidden_bits(hidden_bits)
        check_network(network, classifier, seed)
        self.network, self.hidden_bits = network, hidden_bits
        self.minibatch = 0
        self._library = library()
        self._model = self._create(seed)
        self._classify(network.depth - 1, classifier)

    def _create(self, seed):
        widths = pointer(np.array(self.network.layers), c_int32)
        return self._library.bep_create(widths, self.network.depth, self.hidden_bits, seed)

    def _classify(self, layer, classifier):
        classes = self.network.classes
        self._library.bep_classifier(self._model, layer, pointer(classifier, c_int8), classes)

    def __del__(self):
        if getattr(self, "_model", None):
            self._library.bep_destroy(self._model)

    def load(self, counters, minibatch):
        """Set the hidden counters, W = sign(c), and the minibatch number; ConfigError if misfit."""
        check_counters(self.network, counters, self.hidden_bits)
        for layer, c in enumerate(counters):
            self._library.bep_set(self._model, layer, pointer(c, c_int32), minibatch)
        self.minibatch = minibatch

    def counters(self):
        """A copy of the hidden counters, [(K_l, K_{l-1}) int32]."""
        counters = [np.empty(shape, np.int32) for shape in self.network.shapes]
        for layer, c in enumerate(counters):
            self._library.bep_get(self._model, layer, pointer(c, c_int32))
        return counters

    def train(self, bits, labels, settings, batch_size, progress=None):
        """Train on consecutive minibatches, asking `progress` now and then; an `Outcome`."""
        require(batch_size >= 1, f"batch size {batch_size}: must be at least 1")
        check_samples(self.network, bits, labels)
        predictions = np.empty(len(bits), np.int64)  # (n,)
        margins = np.empty(len(bits), np.int32)  # (n,)
        step = batch_size * max(1, BLOCK // batch_size)  # whole minibatches
        done = 0
        while done < len(bits):
            some = slice(done, min(done + step, len(bits)))
            self._library.bep_train(
                self._model,
                pointer(bits[some], c_uint8),
                pointer(labels[some], c_int64),
                some.stop - done,
                batch_size,
                settings.margin,
                self._layer_margins and pointer(self._layer_margins, c_int32),
                pointer(settings.gates, c_int32),
                pointer(settings.groups, c_int32),
                pointer(settings.reinforce, c_uint32),
                pointer(predictions[some], c_int64),
                pointer(margins[some], c_int32),
            )
            self.minibatch += -(-(some.stop - done) // batch_size)
            done = some.stop
            if progress is not None and progress(done) is False:
                break
        return Outcome(predictions[:done], margins[:done], done)

    def infer(self, bits, progress=None):
        """Predicted classes (n,) int64 of bits (n, K_0)."""
        check_inputs(self.network, bits)
        predictions = np.empty(len(bits), np.int64)  # (n,)
        for start in range(0, len(bits), BLOCK):
            some = slice(start, min(start + BLOCK, len(bits)))
            self._library.bep_infer(
                self._model,
                pointer(bits[some], c_uint8),
                some.stop - start,
                pointer(predictions[some], c_int64),
            )
            if progress is not None:
                progress(some.stop)
        return predictions


def pointer(values, kind):
    """Pointer to `values`, which stay where they are if they have this type already."""
    return np.ascontiguousarray(values, np.dtype(kind)).ctypes.data_as(POINTER(kind))
