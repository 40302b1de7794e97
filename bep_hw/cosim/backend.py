"""The simulated core as a training backend."""

import threading

import numpy as np

from bep_hw.cosim import build
from bep_hw.cosim.model import FETCH, FETCHED, LABELS, LOAD, SAMPLES, Model
from bep_hw.host import packing
from bep_hw.spec.backend import Outcome, check_counters, check_network, check_samples
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table, network_registers, settings_registers
from bep_hw.spec.payloads import label_fields, result_fields
from bep_hw.spec.registers import REFRESH, TRAIN
from bep_hw.support.errors import require

POLL = 0.1
"""Time between two looks at a running simulation [s]."""


class VerilatorBackend:
    """Trains `network` on a verilated core; see `bep_hw.spec.backend.Backend`.

    classifier: P, (C, K_L) ±1; hidden_bits: B; seed: S, 32 bit
    core: CoreConfig that was generated; None for the smallest that holds the network
    trace: build in FST waveforms; library: a model built before, instead of the core's own
    """

    name = "verilator"

    def __init__(
        self, network, classifier, *, hidden_bits, seed, core=None, trace=False, library=None
    ):
        if core is None:
            core = CoreConfig.for_network(network, hidden_bits=hidden_bits)
        require(
            core.hidden_bits == hidden_bits,
            f"hidden bits B = {hidden_bits}: the core was generated for {core.hidden_bits}",
        )
        check_network(network, classifier, seed)
        self.network, self.core = network, core
        self.classifier, self.seed = classifier, seed
        self.table = layer_table(network, core)
        self.model = Model(library or build.shared_library(core, trace=trace))
        self.cycles = 0
        self._size = [self.model.payload_bytes(stream) for stream in range(FETCHED + 1)]
        self.configure()

    def configure(self):
        """Write what no epoch changes: the layer table, the seed and the classifier."""
        for name, layer, value in network_registers(self.table, self.core, self.seed):
            self.model.write(name, value, layer)
        self._load(packing.classifier_loads(self.classifier, self.table, self.core))
        self.model.wait()

    def restart(self):
        """Reset the core in whatever state it is; call `load` next."""
        self.model.reset()
        self.configure()

    def load(self, counters, minibatch):
        """Set the hidden counters, W = sign(c), and the minibatch number; ConfigError if misfit."""
        check_counters(self.network, counters, self.core.hidden_bits)
        self._load(packing.counter_loads(counters, self.table, self.core))
        self.model.wait()
        self.model.write("control", REFRESH)
        self.model.wait()
        self.model.write("minibatch", minibatch)

    @property
    def minibatch(self):
        """Number of the next minibatch, counted from the start of the run."""
        return self.model.read("minibatch")

    def counters(self):
        """A copy of the hidden counters, [(K_l, K_{l-1}) int32]."""
        words = sum(layer.rows * layer.words for layer in self.table)
        addresses = packing.integers(np.arange(words), self._size[FETCH])
        return packing.counters(self.model.fetch(addresses), self.table, self.core)

    def train(self, bits, labels, settings, batch_size, progress=None):
        """Train on consecutive minibatches, asking `progress` meanwhile; an `Outcome`."""
        predictions, margins, _ = self.step(bits, labels, settings, batch_size, progress)
        return Outcome(predictions, margins, len(predictions))

    def step(self, bits, labels, settings, batch_size, progress=None, *, commit=True):
        """As `train`, but returns (predictions, margins, triggered), each (done,).

        Without `commit` the samples, fewer than a minibatch, leave their sums in the counters.
        """
        self.core.check_batch(batch_size, settings.horizon)
        check_samples(self.network, bits, labels)
        self.set(settings)
        self.model.write("batch_size", batch_size)
        self.model.write("control", TRAIN)
        # A shorter last minibatch has a register of its own to be announced in.
        full = len(bits) - len(bits) % batch_size if commit else len(bits)
        results = self._run(bits[:full], labels[:full], batch_size, progress, 0)
        if len(results) == full < len(bits) and not self._stopping:
            self.model.write("batch_size", len(bits) - full)
            rest = self._run(bits[full:], labels[full:], len(bits) - full, progress, full)
            results = np.concatenate([results, rest])
        return packing.results(results, result_fields(self.core))

    def infer(self, bits, progress=None):
        """Predicted classes (n,) int64 of bits (n, K_0)."""
        labels = np.zeros(len(bits), np.int64)
        check_samples(self.network, bits, labels)
        self.model.write("control", 0)
        before = self.cycles

        def report(done):
            if progress is not None:
                progress(done)

        results = self._run(bits, labels, 1, report, 0)
        self.cycles = before
        return packing.results(results, result_fields(self.core))[0]

    def set(self, settings):
        """Write the settings of an epoch."""
        for name, layer, value in settings_registers(self.table, settings):
            self.model.write(name, value, layer)

    def payloads(self, bits, labels):
        """Samples and labels as `Model.run` takes them."""
        return (
            packing.widened(packing.samples(bits, self.core, self.network), self._size[SAMPLES]),
            packing.integers(
                packing.labels(labels, bits, label_fields(self.core)), self._size[LABELS]
            ),
        )

    def _load(self, loads):
        self.model.load(packing.widened(loads, self._size[LOAD]))

    def _run(self, bits, labels, batch_size, progress, offset):
        """Run the model in a thread of its own, while this one polls it; the results."""
        self._stopping = False
        if not len(bits):
            return np.zeros(0, np.uint64)
        samples, labels = self.payloads(bits, labels)
        model, answer = self.model, []
        finished = threading.Event()

        def work():
            try:
                answer.append(model.run(samples, labels, batch_size))
            except BaseException as error:
                answer.append(error)
            finally:
                finished.set()

        model.arm()
        before = model.cycles
        worker = threading.Thread(target=work)
        worker.start()
        try:
            while not finished.wait(POLL):
                self._report(progress, offset + model.done)
        except BaseException:
            model.stop()
            raise
        finally:
            worker.join()
            self.cycles += model.cycles - before
        if isinstance(answer[0], BaseException):
            raise answer[0]
        self._report(progress, offset + len(answer[0]))
        return answer[0]

    def _report(self, progress, done):
        if progress is not None and progress(done) is False:
            self._stopping = True
            self.model.stop()
