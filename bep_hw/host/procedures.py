"""What a host does with a core, in which order: bring-up, loading, training, reading back.

This order stands here alone. Who runs it, and how bits get to the core, is a matter of the port;
see `bep_hw.host.operations`.
"""

import numpy as np

from bep_hw.host import packing
from bep_hw.host.operations import CoreError, Fetch, Get, Load, Put, Reset, Run, Wait
from bep_hw.spec import payloads
from bep_hw.spec.backend import check_counters, check_network, check_samples
from bep_hw.spec.layer_table import layer_table, network_registers, settings_registers
from bep_hw.spec.raw import RawSamples, thresholds
from bep_hw.spec.registers import ERRORS, REFRESH, RESULT, TRAIN
from bep_hw.spec.sequences import RawSequences
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks


class Procedures:
    """The procedures for a core that trains `network`; each is a generator of operations.

    classifier: P, (C, K_L) ±1; core: CoreConfig of the core; seed: S, 32 bit
    on_bus: as of the port, see `bep_hw.host.operations.CorePort`
    Raises ConfigError if these do not belong together. A procedure raises CoreError if the core has
    found an error in what it was given.
    """

    def __init__(self, network, classifier, *, core, seed, on_bus=False):
        check_network(network, classifier, seed)
        self.network, self.core = network, core
        self.classifier, self.seed = classifier, seed
        self._encoder = None  # whose thresholds the core has
        self.table = layer_table(network, core)
        self.label_fields = (payloads.label_word_fields if on_bus else payloads.label_fields)(core)
        self.result_fields = RESULT if on_bus else payloads.result_fields(core)

    def bring_up(self):
        """Reset the core, and write what no epoch changes."""
        self._encoder = None
        yield Reset()
        yield from self.configure()

    def configure(self):
        """Write what no epoch changes: the layer table, the seed and the classifier."""
        for name, layer, value in network_registers(self.table, self.core, self.seed):
            yield Put(name, value, layer)
        yield from self._load(packing.classifier_loads(self.classifier, self.table, self.core))

    def load(self, counters, minibatch):
        """Set the hidden counters, W = sign(c), and the minibatch number; ConfigError if misfit."""
        check_counters(self.network, counters, self.core.hidden_bits)
        yield from self._load(packing.counter_loads(counters, self.table, self.core))
        yield Put("control", REFRESH)
        yield Wait()
        yield Put("minibatch", minibatch)
        yield from self._check()

    def _load(self, loads):
        yield Wait()
        yield Load(loads)
        yield Wait()

    def set(self, settings, batch_size):
        """Write the `Settings` of an epoch; ConfigError if the core cannot hold the minibatch."""
        self.core.check_batch(batch_size, settings.horizon)
        yield Wait()
        for name, layer, value in settings_registers(self.table, settings):
            yield Put(name, value, layer)
        yield Put("batch_size", batch_size)
        yield Wait()  # until the core has looked at the layer table

    def thresholds(self, samples):
        """Load the thresholds of samples that the core encodes, unless it has them.

        ConfigError unless the core can encode like this.
        """
        if self.core.encoder and samples.encoder is not self._encoder:
            values = thresholds(samples.encoder, self.core.encoder)
            yield from self._load(packing.threshold_loads(values, self.core))
            self._encoder = samples.encoder

    def train(self, bits, labels, settings, batch_size, progress=None, *, commit=True):
        """Train on consecutive minibatches; (predictions, margins, triggered), each (done,).

        bits: (n, K_0), or `Sequences`, or of a core with an encoder `RawSamples` or `RawSequences`;
        labels: (n,) classes; progress: see `Run`
        commit: False if the samples, fewer than a minibatch, are to leave their sums in the
            counters
        Raises ConfigError, before anything is written, if the network takes no such samples.
        """
        packed = self.payloads(bits, labels)
        yield from self.thresholds(bits)
        yield from self.set(settings, batch_size)
        return (yield from self.learn(*packed, batch_size, progress, commit=commit))

    def learn(self, samples, labels, batch_size, progress=None, *, commit=True):
        """As `train`, of payloads, and with the settings that the core has."""
        yield Put("control", TRAIN)
        count, watch, results = len(samples), _Watch(progress), []
        full = count - count % batch_size if commit else count
        # The core must be told if the last minibatch is a shorter one.
        for piece, size in ((slice(full), batch_size), (slice(full, count), count - full)):
            if not len(samples[piece]) or watch.stopped:
                continue
            if size != batch_size:
                yield Put("batch_size", size)
                yield Wait()
            results.append((yield Run(samples[piece], labels[piece], size, watch)))
            watch.before += len(results[-1])
            yield Wait()
        yield from self._check()
        return self._unpacked(results)

    def infer(self, bits, progress=None):
        """Predicted classes (n,) int64; `progress` is called now and then, its result ignored."""
        samples, labels = self.payloads(bits, np.zeros(len(bits), np.int64))
        yield from self.thresholds(bits)
        yield Wait()
        yield Put("control", 0)
        if not len(samples):
            return np.zeros(0, np.int64)
        watch = _Watch(progress, can_stop=False)
        results = yield Run(samples, labels, None, watch)
        yield from self._check()
        return self._unpacked([results])[0]

    def counters(self):
        """The hidden counters, [(K_l, K_{l-1}) int32]."""
        yield Wait()
        size = blocks(payloads.counter_word_bits(self.core), 8)
        answers = yield Fetch(packing.counter_addresses(self.table), size)
        return packing.counters(answers, self.table, self.core)

    def _check(self):
        """Raise CoreError if the core has found an error."""
        errors = yield Get("errors")
        if errors:
            every = enumerate(ERRORS.items())
            told = (f"{name}: {text}" for bit, (name, text) in every if errors >> bit & 1)
            raise CoreError(f"the core reports {'; '.join(told)}")

    def payloads(self, bits, labels):
        """(samples (n, words, bytes), labels (n,)) as `Run` takes them; ConfigError if misfit."""
        check_samples(self.network, bits, labels)
        return self.samples(bits), packing.labels(labels, bits, self.label_fields)

    def samples(self, bits):
        """Payloads (n, words, bytes) of the samples stream."""
        raw, network = isinstance(bits, RawSamples | RawSequences), self.network
        require(
            raw == (self.core.encoder is not None),
            f"samples: must be {'bits' if raw else 'pixels or words'}, for the core has"
            f" {'no' if raw else 'an'} encoder",
        )
        if raw:
            return packing.raw_samples(bits, network)
        return packing.samples(bits, self.core, network)

    def _unpacked(self, results):
        """(predictions, margins, triggered) of the results of several runs."""
        every = np.concatenate(results) if results else np.zeros(0, np.int64)
        return packing.results(every, self.result_fields)


class _Watch:
    """Reports the progress of one run after another, and keeps in mind that one was stopped."""

    def __init__(self, progress, can_stop=True):
        self.progress, self.can_stop = progress, can_stop
        self.before, self.stopped = 0, False

    def __call__(self, done):
        if self.progress is not None and self.progress(self.before + done) is False:
            self.stopped = self.can_stop
        return not self.stopped
