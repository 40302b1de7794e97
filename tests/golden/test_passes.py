"""What the passes of one minibatch say, beside the plain sums that follow from it."""

import numpy as np
import pytest

from bep_hw.golden.initial import initial_counters
from bep_hw.golden.kinds import KINDS, kind_of
from bep_hw.golden.train_step import NetworkState
from bep_hw.spec.network import MultiTarget, MultiTargetRecurrent, Network, Recurrent
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings
from tests.golden import plain

NETWORKS = {
    "layers": Network(layers=(9, 12, 6), classes=3),
    "recurrent": Recurrent(layers=(9, 12, 6), classes=3, steps=4),
    "several targets": MultiTarget(layers=(9, 12, 6), classes=3),
    "recurrent, several targets": MultiTargetRecurrent(layers=(9, 12, 6), classes=3, steps=4),
}
COUNT = 20


def problem(name, margin):
    """(state, samples, labels, settings) of that kind of network."""
    rng, network = np.random.default_rng(len(name)), NETWORKS[name]
    counters = initial_counters(network, 16, 1)
    state = NetworkState.start(
        network, plain.signs(rng, 3, 6), counters, hidden_bits=16, seed=1, minibatch=3
    )
    samples = rng.integers(0, 2, (COUNT, 9)).astype(np.uint8)
    if network.steps > 1:
        bits = rng.integers(0, 2, (COUNT, network.steps, 9)).astype(np.uint8)
        samples = Sequences(bits, rng.integers(1, network.steps + 1, COUNT))
    settings = Settings(
        margin=margin,
        gates=network.reaches,
        groups=(3,) * network.depth,
        reinforce=(0,) * network.depth,
        horizon=network.steps,
    )
    labels = rng.integers(3, size=COUNT)
    if network.targets > 1:
        labels = rng.integers(2, size=(COUNT, 3))
    return state, samples, labels, settings


@pytest.mark.parametrize("name", NETWORKS)
def test_one_shape_for_all_kinds(name):
    """z of every layer, updates of every matrix; time steps, if any, are the first axis."""
    state, samples, labels, settings = problem(name, margin=2)
    found = kind_of(state.network).passes(state, samples, labels, settings)
    few = len(found.indices)
    assert 0 < few < COUNT
    assert np.array_equal(found.indices, np.flatnonzero(found.step.triggered))
    for layer, z in zip(state.network.layer_shapes, found.z, strict=True):
        shape = (few, layer.rows) if layer.places == 1 else (layer.places, few, layer.rows)
        assert z.shape == shape
        for matrix in layer.matrices:
            mask, desired, inputs = found.updates[matrix]
            assert mask.shape == desired.shape == z.shape
            assert inputs.shape == (*shape[:-1], state.network.shapes[matrix][1])


@pytest.mark.parametrize("name", NETWORKS)
def test_adds_the_sums_and_nothing_else(name):
    """c += sum of (mask * a*) a^T over samples and time steps; no clip, and W stays."""
    state, samples, labels, settings = problem(name, margin=2)
    found = kind_of(state.network).passes(state, samples, labels, settings)
    for matrix, c in enumerate(state.counters):
        before, (mask, desired, inputs) = c.copy(), found.updates[matrix]
        found.add_to(matrix, c)
        votes, inputs = (x.reshape(-1, x.shape[-1]) for x in (mask * desired, inputs))
        sums = np.sum(votes[:, :, None] * inputs[:, None, :], axis=0)
        assert sums.any()
        assert np.array_equal(c, before + sums)


@pytest.mark.parametrize("name", NETWORKS)
def test_nothing_where_no_sample_learns(name):
    state, samples, labels, settings = problem(name, margin=-99)
    found = kind_of(state.network).passes(state, samples, labels, settings)
    assert not found.indices.size
    assert found.z == found.updates == ()


@pytest.mark.parametrize("name", NETWORKS)
def test_top_is_what_the_classifier_reads(name):
    """Training predicts from the same y = P a_L."""
    state, samples, labels, settings = problem(name, margin=2)
    kind = kind_of(state.network)
    y = kind.top(state, samples).astype(int) @ state.classifier.T.astype(int)
    expected = y >= 0 if state.network.targets > 1 else y.argmax(axis=1)
    step = kind.passes(state, samples, labels, settings).step
    assert np.array_equal(step.predictions, expected)


@pytest.mark.parametrize("name", NETWORKS)
def test_a_neuron_of_the_top_is_asked_for_a_row_or_for_what_it_is(name):
    """Several targets whose votes cancel ask a neuron for its own activation."""
    state, samples, labels, settings = problem(name, margin=2)
    kind, P = kind_of(state.network), state.classifier.astype(int)
    found = kind.passes(state, samples, labels, settings)
    top, labels = kind.top(state, samples)[found.indices].astype(int), labels[found.indices]
    expected = P[labels] if state.network.targets == 1 else None
    if expected is None:
        t = 2 * labels - 1
        votes = (t * (t * (top @ P.T) < 2)) @ P
        assert (votes == 0).any()
        expected = np.where(votes == 0, top, np.sign(votes))
    assert np.array_equal(found.updates[-1][1], expected)


def test_every_kind_of_network_is_here():
    assert set(KINDS) == {type(network) for network in NETWORKS.values()}
