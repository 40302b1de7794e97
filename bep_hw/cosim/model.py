"""The shared library of a core, over ctypes: registers, streams, whole epochs."""

import ctypes
from ctypes import POINTER, c_char_p, c_int, c_int64, c_uint8, c_uint32, c_uint64, c_void_p

import numpy as np

from bep_hw.spec.registers import address

SAMPLES, LABELS, LOAD, FETCH, FETCHED = range(5)
"""Streams, as the harness numbers them."""

_BYTES = POINTER(c_uint8)
_SIGNATURES = {
    "create": (c_void_p,),
    "destroy": (None, c_void_p),
    "payload_bytes": (c_uint32, c_void_p, c_int),
    "reset": (None, c_void_p, c_int),
    "write": (None, c_void_p, c_uint32, c_uint32),
    "read": (c_uint32, c_void_p, c_uint32),
    "cycles": (c_uint64, c_void_p),
    "done": (c_int64, c_void_p),
    "stop": (None, c_void_p),
    "arm": (None, c_void_p),
    "watchdog": (None, c_void_p, c_uint64),
    "stalls": (None, c_void_p, c_uint32, c_uint32, c_uint64),
    "load": (c_int64, c_void_p, _BYTES, c_int64),
    "fetch": (c_int64, c_void_p, _BYTES, c_int64, _BYTES),
    "run": (
        *(c_int64, c_void_p, _BYTES, _BYTES, c_int64),
        *(c_uint32, c_int64, c_uint32, POINTER(c_uint64)),
    ),
    "wait": (c_uint32, c_void_p, c_uint32),
    "spin": (None, c_void_p, _BYTES, _BYTES, c_int64, c_uint32, c_uint64),
    "trace": (c_int, c_void_p, c_char_p),
    "coverage": (c_int, c_void_p, c_char_p),
}


class NoProgress(RuntimeError):
    """The core did nothing for as many cycles as the watchdog allows."""


class Model:
    """One simulated core, in reset state.

    library: path that `bep_hw.cosim.build.shared_library` gave
    watchdog: cycles without progress after which a call raises NoProgress
    """

    def __init__(self, library, *, watchdog=1 << 20):
        self._library = ctypes.CDLL(str(library))
        for name, (result, *arguments) in _SIGNATURES.items():
            function = getattr(self._library, f"bep_{name}")
            function.restype, function.argtypes = result, arguments
        self._sim = self._library.bep_create()
        self.watch(watchdog)
        self.reset()

    def _call(self, name, *arguments):
        return getattr(self._library, f"bep_{name}")(self._sim, *arguments)

    def close(self):
        """Free the simulation; nothing else may be called afterwards."""
        if self._sim:
            self._call("destroy")
            self._sim = None

    def __del__(self):
        if getattr(self, "_sim", None):
            self.close()

    def reset(self, cycles=2):
        """Hold the reset for `cycles`; every stream falls idle."""
        self._call("reset", cycles)

    def watch(self, cycles):
        """From here on raise NoProgress after this many cycles without any."""
        self._watchdog = cycles
        self._call("watchdog", cycles)

    def stalls(self, probability, seed, results=None):
        """From here on stall each stream in each cycle with this probability, reproducibly.

        results: probability for the results; None for the same
        """
        held = probability if results is None else results
        self._call("stalls", round(probability * 65536), round(held * 65536), seed)

    def payload_bytes(self, stream):
        """Bytes of one payload of a stream, as the calls below take and give it."""
        return self._call("payload_bytes", stream)

    @property
    def cycles(self):
        """Clock cycles since the model was made."""
        return self._call("cycles")

    @property
    def done(self):
        """Results that the current, or the last, `run` has given; any thread may ask."""
        return self._call("done")

    def stop(self):
        """Ask `run` to end at the next minibatch; any thread may."""
        self._call("stop")

    def arm(self):
        """Before each `run`: nothing is done yet, and no stop is asked for."""
        self._call("arm")

    def write(self, name, value, layer=None):
        """Write a register of bep_hw.registers."""
        self._call("write", address(name, layer), value)

    def read(self, name, layer=None):
        """Read a register of bep_hw.registers."""
        return self._call("read", address(name, layer))

    def wait(self):
        """Wait until the core is idle."""
        if self._call("wait", address("status")):
            raise NoProgress(f"the core is still busy after {self._watchdog} cycles")

    def load(self, payloads):
        """Send payloads (n, bytes) to the load stream."""
        payloads = np.ascontiguousarray(payloads, np.uint8)
        self._check(self._call("load", _pointer(payloads), len(payloads)), "load")

    def fetch(self, addresses):
        """The counter words (n, bytes) at these addresses (n, bytes)."""
        addresses = np.ascontiguousarray(addresses, np.uint8)
        answers = np.empty((len(addresses), self.payload_bytes(FETCHED)), np.uint8)
        self._check(
            self._call("fetch", _pointer(addresses), len(addresses), _pointer(answers)), "fetch"
        )
        return answers

    def run(self, samples, labels, batch_size):
        """Send samples (n, words, bytes) and labels (n, bytes); the results (done,) uint64.

        Fewer than n come back if `stop` was called: a whole number of minibatches then.
        Returns once the core is idle. The interpreter is free for other threads meanwhile.
        """
        samples = np.ascontiguousarray(samples, np.uint8)
        labels = np.ascontiguousarray(labels, np.uint8)
        results = np.zeros(len(samples), np.uint64)
        done = self._call(
            "run",
            *(_pointer(samples), _pointer(labels), len(samples), samples.shape[1]),
            *(batch_size, address("status"), results.ctypes.data_as(POINTER(c_uint64))),
        )
        self._check(done, f"run, after {self.done} of {len(samples)} results")
        return results[:done]

    def spin(self, samples, labels, cycles):
        """The bare loop of the benchmark, on the payloads that `run` takes, for so many cycles.

        Only `reset` makes sense afterwards.
        """
        self._call(
            "spin",
            *(_pointer(samples), _pointer(labels), len(samples), samples.shape[1], cycles),
        )

    def trace(self, path):
        """Write an FST to `path` from here on, or end it with None; needs a build with tracing."""
        if not self._call("trace", None if path is None else str(path).encode()):
            raise RuntimeError("this model was built without tracing")

    def coverage(self, path):
        """Write what has been covered since the model was made; needs a build with coverage."""
        if not self._call("coverage", str(path).encode()):
            raise RuntimeError("this model was built without coverage")

    def _check(self, result, action):
        if result < 0:
            raise NoProgress(f"{action}: no progress for {self._watchdog} cycles")


def _pointer(array):
    return array.ctypes.data_as(_BYTES)
