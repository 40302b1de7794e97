"""The native model against the golden model: equal bits, whatever the network and the settings."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame, fixed_classifier
from bep_hw.golden.initial import initial_counters
from bep_hw.native.backend import NativeBackend
from bep_hw.spec.network import MultiTarget, MultiTargetRecurrent, Network, Recurrent
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings
from bep_hw.support.errors import ConfigError


@st.composite
def problems(draw):
    """A network, its settings, a batch size, B, a seed and a first minibatch."""
    width = st.one_of(st.integers(1, 9), st.sampled_from([31, 63, 64, 65, 128, 150]))
    layers = tuple(draw(st.lists(width, min_size=2, max_size=5)))
    kind = draw(st.sampled_from([Network, MultiTarget]))
    network = kind(layers=layers, classes=draw(st.integers(2, 12)))
    groups = tuple(
        draw(st.sampled_from([d for d in range(1, k + 1) if k % d == 0])) for k in layers[1:]
    )
    integers = Settings(
        margin=draw(st.integers(-3, 2 * layers[-1] + 1)),
        gates=tuple(draw(st.integers(0, k)) for k in layers[:-1]),
        groups=groups,
        reinforce=tuple(draw(st.integers(0, 1 << 20)) for _ in layers[1:]),
    )
    return (
        *(network, integers, draw(st.integers(1, 9)), draw(st.integers(4, 24))),
        *(draw(st.integers(0, (1 << 32) - 1)), draw(st.sampled_from([0, 65534, 1 << 20]))),
    )


@settings(deadline=None, max_examples=60)
@given(problems())
def test_equals_golden(problem):
    network, seed = problem[0], problem[4]
    random = np.random.default_rng(seed)
    bits = random.integers(0, 2, (25, network.layers[0])).astype(np.uint8)
    compare(problem, bits, random)


@st.composite
def recurrent_problems(draw):
    """As `problems`, of a recurrent network."""
    width = st.one_of(st.integers(1, 9), st.sampled_from([31, 63, 64, 65, 128, 150]))
    layers = draw(width), draw(width), draw(width)
    steps = draw(st.one_of(st.integers(1, 6), st.sampled_from([127, 128, 260])))
    kind = draw(st.sampled_from([Recurrent, MultiTargetRecurrent]))
    network = kind(layers=layers, classes=draw(st.integers(2, 12)), steps=steps)
    group_s, group_y = (
        draw(st.sampled_from([d for d in range(1, k + 1) if k % d == 0])) for k in layers[1:]
    )
    integers = Settings(
        margin=draw(st.integers(-3, 2 * layers[-1] + 1)),
        gates=tuple(draw(st.integers(0, reach)) for reach in network.reaches),
        groups=(group_s, group_s, group_y),
        reinforce=tuple(draw(st.integers(0, 1 << 20)) for _ in range(3)),
        horizon=draw(st.integers(1, steps)),
    )
    return (
        *(network, integers, draw(st.integers(1, 9)), draw(st.integers(4, 24))),
        *(draw(st.integers(0, (1 << 32) - 1)), draw(st.sampled_from([0, 65534, 1 << 20]))),
    )


@settings(deadline=None, max_examples=60)
@given(recurrent_problems())
def test_recurrent_equals_golden(problem):
    network, seed = problem[0], problem[4]
    random = np.random.default_rng(seed)
    shape = (25, network.steps, network.layers[0])
    bits = random.integers(0, 2, shape).astype(np.uint8)
    series = Sequences(bits, random.integers(1, network.steps + 1, 25))
    compare(problem, series, random)


def compare(problem, bits, random):
    """Train golden and native model on the same samples: all they give must be equal."""
    network, integers, batch, hidden_bits, seed, minibatch = problem
    classifier = fixed_classifier(network, 1)
    kinds = (GoldenBackend, NativeBackend)
    backends = [kind(network, classifier, hidden_bits=hidden_bits, seed=seed) for kind in kinds]
    labels = random.integers(0, network.classes, 25)
    if network.targets > 1:
        labels = random.integers(0, 2, (25, network.targets))
    golden, native = backends
    for backend in backends:
        backend.load(initial_counters(network, hidden_bits, seed), minibatch)
    for _ in range(2):
        expected, got = (b.train(bits, labels, integers, batch) for b in backends)
        np.testing.assert_array_equal(got.predictions, expected.predictions)
        np.testing.assert_array_equal(got.margins, expected.margins)
        assert got.done == expected.done and native.minibatch == golden.minibatch
        for expected, got in zip(golden.counters(), native.counters(), strict=True):
            np.testing.assert_array_equal(got, expected)
        np.testing.assert_array_equal(native.infer(bits), golden.infer(bits))


def backend():
    network = Network(layers=(70, 6), classes=3)
    made = NativeBackend(network, equiangular_frame(3, 6, 1), hidden_bits=8, seed=1)
    made.load(initial_counters(network, 8, 1), 5)
    return made


def test_stops_between_minibatches():
    model, random = backend(), np.random.default_rng(1)
    bits, labels = random.integers(0, 2, (9000, 70)).astype(np.uint8), random.integers(0, 3, 9000)
    integers = Settings(margin=9, gates=(0,), groups=(6,), reinforce=(0,))
    seen = []
    outcome = model.train(bits, labels, integers, 7, lambda done: seen.append(done) or False)
    assert seen == [outcome.done] and outcome.done % 7 == 0 and outcome.done < 9000
    assert len(outcome.margins) == outcome.done and model.minibatch == 5 + outcome.done // 7


def test_refuses_what_the_golden_model_refuses():
    model = backend()
    integers = Settings(margin=9, gates=(0,), groups=(6,), reinforce=(0,))
    with pytest.raises(ConfigError, match="inputs of shape"):
        model.infer(np.zeros((2, 69), np.uint8))
    with pytest.raises(ConfigError, match="labels from"):
        model.train(np.zeros((2, 70), np.uint8), np.array([0, 3]), integers, 2)
    with pytest.raises(ConfigError, match="layer 1 counters"):
        model.load([np.full((6, 70), 64)], 0)
