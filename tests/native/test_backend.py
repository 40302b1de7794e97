"""The native model against the golden model: equal bits, whatever the network and the settings."""

import os

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame, fixed_classifier
from bep_hw.golden.initial import initial_counters
from bep_hw.native import backend as native_backend
from bep_hw.native.backend import NativeBackend
from bep_hw.native.compiled import levels, of_level
from bep_hw.spec.network import MultiTarget, MultiTargetRecurrent, Network, Recurrent
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings
from bep_hw.support.errors import ConfigError

WAYS = [(level, threads) for level in levels() for threads in (1, 2, 5)]
"""Kernels that this machine runs, and numbers of threads, more than it may have cores."""


@pytest.fixture(autouse=True)
def threads_of_the_smallest_minibatch(monkeypatch):
    monkeypatch.setattr(native_backend, "LEAST_WORDS", 0)


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


@pytest.mark.parametrize(("level", "threads"), WAYS)
@settings(deadline=None, max_examples=15)
@given(problem=problems())
def test_equals_golden(problem, level, threads):
    network, seed = problem[0], problem[4]
    random = np.random.default_rng(seed)
    bits = random.integers(0, 2, (25, network.layers[0])).astype(np.uint8)
    compare(problem, bits, random, level, threads)


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


@pytest.mark.parametrize(("level", "threads"), WAYS)
@settings(deadline=None, max_examples=10)
@given(problem=recurrent_problems())
def test_recurrent_equals_golden(problem, level, threads):
    network, seed = problem[0], problem[4]
    random = np.random.default_rng(seed)
    shape = (25, network.steps, network.layers[0])
    bits = random.integers(0, 2, shape).astype(np.uint8)
    series = Sequences(bits, random.integers(1, network.steps + 1, 25))
    compare(problem, series, random, level, threads)


@pytest.mark.parametrize("level", levels())
def test_a_wide_layer_in_many_words(level):
    """Sums of bytes start again after 31 words, which a shuffle's popcount has."""
    network = Network(layers=(2100, 200, 2050, 20), classes=10)
    integers = Settings(margin=30, gates=(0, 200, 999), groups=(8, 50, 20), reinforce=(9999,) * 3)
    random = np.random.default_rng(1)
    bits = random.integers(0, 2, (25, 2100)).astype(np.uint8)
    compare((network, integers, 9, 16, 1, 0), bits, random, level, 3)


@pytest.mark.parametrize("threads", [1, 3])
def test_a_minibatch_of_more_samples_than_are_kept_at_once(threads):
    network = Network(layers=(9, 400), classes=3)
    integers = Settings(margin=100, gates=(0,), groups=(100,), reinforce=(9999,))
    random = np.random.default_rng(2)
    bits = random.integers(0, 2, (100_000, 9)).astype(np.uint8)
    compare((network, integers, 90_000, 24, 1, 0), bits, random, levels()[-1], threads)


def test_small_minibatches_need_no_threads(monkeypatch):
    monkeypatch.setattr(native_backend, "LEAST_WORDS", 1 << 40)
    network = Network(layers=(70, 60), classes=3)
    integers = Settings(margin=50, gates=(0,), groups=(6,), reinforce=(9999,))
    random = np.random.default_rng(3)
    bits = random.integers(0, 2, (25, 70)).astype(np.uint8)
    compare((network, integers, 9, 16, 1, 0), bits, random, levels()[-1], 3)


def compare(problem, bits, random, level, threads):
    """Train golden and native model on the same samples: all they give must be equal."""
    network, integers, batch, hidden_bits, seed, minibatch = problem
    classifier = fixed_classifier(network, 1)
    values = {"hidden_bits": hidden_bits, "seed": seed}
    golden = GoldenBackend(network, classifier, **values)
    native = NativeBackend(network, classifier, **values, threads=threads, kernel=of_level(level))
    labels = random.integers(0, network.classes, len(bits))
    if network.targets > 1:
        labels = random.integers(0, 2, (len(bits), network.targets))
    for backend in (golden, native):
        backend.load(initial_counters(network, hidden_bits, seed), minibatch)
    for _ in range(2):
        expected, got = (b.train(bits, labels, integers, batch) for b in (golden, native))
        np.testing.assert_array_equal(got.predictions, expected.predictions)
        np.testing.assert_array_equal(got.margins, expected.margins)
        assert got.done == expected.done and native.minibatch == golden.minibatch
        for expected, got in zip(golden.counters(), native.counters(), strict=True):
            np.testing.assert_array_equal(got, expected)
        np.testing.assert_array_equal(native.infer(bits), golden.infer(bits))


def backend(threads=1):
    network = Network(layers=(70, 6), classes=3)
    made = NativeBackend(
        network, equiangular_frame(3, 6, 1), hidden_bits=8, seed=1, threads=threads
    )
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


@pytest.mark.parametrize("threads", [0, -1, 257])
def test_refuses_a_number_of_threads(threads):
    with pytest.raises(ConfigError, match=f"threads {threads}: must be from 1 to 256"):
        NativeBackend(
            *(Network(layers=(70, 6), classes=3), equiangular_frame(3, 6, 1)),
            **{"hidden_bits": 8, "seed": 1, "threads": threads},
        )


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_trains_on_in_a_forked_process():
    """There the other threads are missing: the one that is left does all tasks."""
    model, random = backend(threads=3), np.random.default_rng(1)
    bits, labels = random.integers(0, 2, (90, 70)).astype(np.uint8), random.integers(0, 3, 90)
    integers = Settings(margin=9, gates=(0,), groups=(6,), reinforce=(0,))
    model.train(bits, labels, integers, 7)
    child = os.fork()
    if not child:
        model.train(bits, labels, integers, 7)
        del model
        os._exit(0)
    model.train(bits, labels, integers, 7)
    assert os.waitpid(child, 0)[1] == 0
