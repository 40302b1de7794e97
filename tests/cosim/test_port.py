"""The port of a simulated core, on a model in Python."""

import threading

import numpy as np
import pytest

from bep_hw.cosim import port as port_module
from bep_hw.cosim.model import FETCH, FETCHED, LABELS, LOAD, SAMPLES, NoProgress
from bep_hw.cosim.port import ModelPort

SIZES = {SAMPLES: 8, LABELS: 1, LOAD: 16, FETCH: 2, FETCHED: 4}
"""Bytes of the payloads, which the model has types for; the core's own are narrower."""


class Model:
    """Takes 10 cycles a sample; waits after the first minibatch until it is told to stop."""

    def __init__(self, endless=False, error=None):
        self.cycles, self.done, self.calls = 5, 0, []
        self.endless, self.error, self.stopped = endless, error, threading.Event()

    def payload_bytes(self, stream):
        return SIZES[stream]

    def arm(self):
        self.done = 0
        self.stopped.clear()

    def stop(self):
        self.stopped.set()

    def load(self, payloads):
        self.calls.append(payloads.shape)

    def fetch(self, addresses):
        self.calls.append(addresses.view("<u2").ravel().tolist())
        return np.zeros((len(addresses), SIZES[FETCHED]), np.uint8)

    def run(self, samples, labels, batch_size):
        self.calls.append((samples.shape, labels.shape, batch_size))
        if self.error:
            raise self.error
        count = batch_size if self.endless else len(samples)
        self.cycles += 10 * count
        self.done = count
        if self.endless:
            assert self.stopped.wait(60), "nobody stops the model"
        return np.arange(count, dtype=np.uint64)


@pytest.fixture(autouse=True)
def attentive(monkeypatch):
    monkeypatch.setattr(port_module, "POLL", 0.001)


def payloads(count):
    return np.zeros((count, 3, 5), np.uint8), np.arange(count)


def test_payloads_are_as_wide_as_the_model_has_them():
    model = Model()
    port = ModelPort(model)
    port.load(np.zeros((4, 9), np.uint8))
    port.fetch(np.array([1, 515]), 3)
    port.run(*payloads(6), 2, None)
    assert model.calls == [(4, 16), [1, 515], ((6, 3, 8), (6, 1), 2)]


def test_only_training_counts_cycles():
    port = ModelPort(Model())
    port.run(*payloads(6), 2, None)
    port.run(*payloads(7), None, None)
    assert port.cycles == 60
    assert port.model.calls[-1][2] == 1, "inference may stop after every sample"


@pytest.mark.parametrize("batch_size, done", [(3, 3), (None, 1)])
def test_progress_stops_the_model(batch_size, done):
    seen = []

    def progress(count):
        seen.append(count)
        return count < done

    results = ModelPort(Model(endless=True)).run(*payloads(9), batch_size, progress)
    assert len(results) == seen[-1] == done


def test_an_exception_in_progress_stops_the_model():
    port, threads = ModelPort(Model(endless=True)), threading.active_count()

    def interrupt(count):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        port.run(*payloads(9), 3, interrupt)
    assert port.model.stopped.is_set() and port.cycles == 30
    assert threading.active_count() == threads


def test_an_error_of_the_model_is_raised_here():
    with pytest.raises(NoProgress, match="stuck"):
        ModelPort(Model(error=NoProgress("stuck"))).run(*payloads(2), 1, None)
