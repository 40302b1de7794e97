"""Golden model and simulated core side by side, on a problem of sim/benches/problems.py."""

import numpy as np

from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.golden.backend import GoldenBackend


def golden_of(p):
    """The golden backend of a problem."""
    return GoldenBackend(p.network, p.classifier, **p.common)


def both(p, core):
    """Golden model and simulated core, where the problem begins."""
    backends = golden_of(p), VerilatorBackend(p.network, p.classifier, core=core, **p.common)
    for backend in backends:
        backend.load(p.counters, p.minibatch)
    return backends


def assert_trains_alike(p, golden, core, batch_size):
    """Both learn all samples once, with the same results, and are in the same state then."""
    expected = golden.train(p.bits, p.labels, p.settings, batch_size)
    got = core.train(p.bits, p.labels, p.settings, batch_size)
    np.testing.assert_array_equal(expected.predictions, got.predictions)
    np.testing.assert_array_equal(expected.margins, got.margins)
    assert got.done == len(p.bits)
    assert_same(golden, core)


def assert_same(expected, got):
    """Both backends are in the same state."""
    assert expected.minibatch == got.minibatch
    for layer, (c, d) in enumerate(zip(expected.counters(), got.counters(), strict=True)):
        np.testing.assert_array_equal(c, d, err_msg=f"layer {layer + 1}")
