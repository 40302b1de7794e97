"""Whole minibatches against a loop over samples, on hidden weights h and not on counters."""

import numpy as np
import pytest

from bep_hw.golden.initial import initial_counters
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.spec.network import Network
from bep_hw.spec.training import Settings
from tests.golden import plain


def forward(weights, inputs):
    pre_activations, activations = [], [inputs]
    for w in weights:
        z = plain.matrix_vector(w, activations[-1])
        pre_activations.append(z)
        activations.append([plain.sign(x) for x in z])
    return pre_activations, activations


def winners_of(z, target, group):
    chosen = []
    for first in range(0, len(z), group):
        wrong = [j for j in range(first, first + group) if target[j] * z[j] < 0]
        if wrong:
            chosen.append(min(wrong, key=lambda j: (abs(z[j]), j)))
    return chosen


def learn_from(hidden, weights, z, a, target, settings):
    """Add one sample's steps of 2 to `hidden`."""
    for layer in reversed(range(len(weights))):
        for j in winners_of(z[layer], target, settings.groups[layer]):
            for k, input_k in enumerate(a[layer]):
                hidden[layer][j][k] += 2 * target[j] * input_k
        if layer:
            gate = [abs(x) <= settings.gates[layer] for x in z[layer]]
            target = [
                plain.sign(
                    sum(g * t * w[k] for g, t, w in zip(gate, target, weights[layer], strict=True))
                )
                for k in range(len(a[layer]))
            ]


def plain_step(hidden, classifier, bits, seed, minibatch, inputs, labels, settings):
    """One minibatch on hidden weights (lists of lists), which it changes; (prediction, margin)s."""
    weights = [[[plain.sign(h) for h in row] for row in layer] for layer in hidden]
    results, triggered = [], 0
    for sample, label in zip(inputs.tolist(), labels.tolist(), strict=True):
        z, a = forward(weights, sample)
        logits = plain.matrix_vector(classifier, a[-1])
        margin = logits[label] - max(y for c, y in enumerate(logits) if c != label)
        results.append((logits.index(max(logits)), margin))
        if margin < settings.margin:
            triggered += 1
            learn_from(hidden, weights, z, a, classifier[label], settings)
    if triggered:
        low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
        for layer, rows in enumerate(hidden):
            shape = (len(rows), len(rows[0]))
            chosen = plain.reinforced(seed, minibatch, layer, shape, settings.reinforce[layer])
            for j, row in enumerate(rows):
                for k, h in enumerate(row):
                    h = max(low, min(h, high))
                    row[k] = max(low, min(h + 2 * plain.sign(h) * chosen[j][k], high))
    return results, triggered


CASES = {
    "one-layer": ((20, 6), 3, 16, (2,)),
    "two-layers": ((16, 9, 12), 4, 16, (3, 4)),
    "three-layers": ((15, 8, 8, 10), 5, 8, (1, 8, 5)),
    "four-layers": ((7, 6, 5, 4, 3), 2, 16, (6, 5, 2, 1)),
    "width-one": ((1, 1, 1), 2, 4, (1, 1)),
    "few-bits": ((18, 10, 10), 3, 4, (2, 2)),
    "many-bits": ((18, 10, 10), 3, 24, (2, 2)),
}


@plain.SEEDS
@pytest.mark.parametrize("case", CASES)
def test_equals_the_loop(case, seed):
    layers, classes, bits, groups = CASES[case]
    rng = np.random.default_rng([seed, len(case)])
    network = Network(layers=layers, classes=classes)
    classifier = plain.signs(rng, classes, layers[-1])
    counters = initial_counters(network, bits, seed)
    # Either h of a counter may be the true one: h // 2 is the same.
    hidden = [(2 * c + rng.integers(2, size=c.shape)).tolist() for c in counters]
    state = NetworkState.start(
        network, classifier, counters, hidden_bits=bits, seed=seed, minibatch=65534
    )
    total = 0
    for step in range(6):
        settings = Settings(
            margin=int(rng.integers(1, 2 * layers[-1] + 1)),
            gates=tuple(int(rng.integers(0, n + 1)) for n in layers[:-1]),
            groups=groups,
            reinforce=tuple(int(rng.integers(0, 4 << 16)) for _ in groups),
        )
        samples = (12, 7, 1)[step % 3]  # the last minibatch of an epoch may be shorter
        inputs = plain.signs(rng, samples, layers[0])
        labels = rng.integers(classes, size=samples)
        expected, triggered = plain_step(
            hidden, classifier.tolist(), bits, seed, 65534 + step, inputs, labels, settings
        )
        result = train_step(state, inputs > 0, labels, settings)
        pairs = zip(result.predictions.tolist(), result.margins.tolist(), strict=True)
        assert list(pairs) == expected
        assert result.triggered.sum() == triggered
        assert state.minibatch == 65535 + step
        for c, w, h in zip(state.counters, state.weights, hidden, strict=True):
            assert c.tolist() == [[value // 2 for value in row] for row in h]
            assert w.tolist() == [[plain.sign(value) for value in row] for row in h]
        total += triggered
    assert total > 0


def state_of(rng):
    network = Network(layers=(12, 6), classes=3)
    counters = initial_counters(network, 16, 0)
    return NetworkState.start(network, plain.signs(rng, 3, 6), counters, hidden_bits=16, seed=0)


def test_no_sample_triggers():
    rng = np.random.default_rng(0)
    state = state_of(rng)
    before = state.counters[0].copy()
    everything = Settings(margin=-99, gates=(12,), groups=(1,), reinforce=(16 << 16,))
    result = train_step(state, plain.signs(rng, 8, 12) > 0, rng.integers(3, size=8), everything)
    assert not result.triggered.any()
    assert np.array_equal(state.counters[0], before)  # not even reinforced
    assert state.minibatch == 1


def test_reinforced_although_nobody_wins():
    """One sample triggers and every neuron is right: the minibatch still reinforces."""
    rng = np.random.default_rng(0)
    state = state_of(rng)
    inputs = plain.signs(rng, 1, 12)
    z = inputs[0].astype(int) @ state.weights[0].T.astype(int)
    assert (z != 0).any()
    state.classifier[0] = np.where(z < 0, -1, 1)
    before = state.counters[0].copy()
    everything = Settings(margin=99, gates=(12,), groups=(1,), reinforce=(16 << 16,))
    train_step(state, inputs > 0, np.array([0]), everything)
    assert np.array_equal(state.counters[0], before + np.where(before < 0, -1, 1))


@plain.SEEDS
def test_order_of_the_samples_does_not_matter(seed):
    rng = np.random.default_rng(seed)
    inputs, labels = plain.signs(rng, 20, 12), rng.integers(3, size=20)
    order = rng.permutation(20)
    limits = Settings(margin=4, gates=(6,), groups=(3,), reinforce=(5000,))
    one, other = state_of(np.random.default_rng(seed)), state_of(np.random.default_rng(seed))
    train_step(one, inputs > 0, labels, limits)
    train_step(other, inputs[order] > 0, labels[order], limits)
    assert np.array_equal(one.counters[0], other.counters[0])


def test_start_copies_the_counters():
    counters = [np.zeros((2, 3), np.int32)]
    network = Network(layers=(3, 2), classes=2)
    state = NetworkState.start(network, np.ones((2, 2), np.int8), counters, hidden_bits=16, seed=0)
    state.counters[0] += 1
    assert not counters[0].any()
