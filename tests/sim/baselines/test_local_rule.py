"""The local rule against a loop over samples in Python integers, on hidden weights h."""

import numpy as np
import pytest

from bep_hw.data.dataset import Dataset, Split
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.spec.network import Network
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Settings, Training
from bep_hw.support.errors import ConfigError
from bep_hw.train import loop
from bep_hw.train.run import Run
from sim.baselines import local_rule
from sim.baselines.local_rule import LocalRuleBackend, NativeLocalRule
from sim.experiments.store import Silent
from tests.golden import plain


def top_margin(classifier, a, label):
    logits = plain.matrix_vector(classifier, a)
    rivals = [y for c, y in enumerate(logits) if c != label]
    return logits.index(max(logits)), logits[label] - max(rivals)


def plain_step(hidden, classifiers, limits, bits, seed, minibatch, samples, settings):
    """One minibatch on hidden weights (lists of lists), which it changes.

    Returns a (prediction, margin) a sample, and how many samples triggered at each layer.
    """
    weights = [[[plain.sign(h) for h in row] for row in layer] for layer in hidden]
    results, triggered = [], [0] * len(hidden)
    for a, label in samples:
        for layer, w in enumerate(weights):
            z = plain.matrix_vector(w, a)
            below, a = a, [plain.sign(x) for x in z]
            result = top_margin(classifiers[layer], a, label)
            if result[1] >= limits[layer]:
                continue
            triggered[layer] += 1
            target = classifiers[layer][label]
            group = settings.groups[layer]
            for first in range(0, len(z), group):
                wrong = [j for j in range(first, first + group) if target[j] * z[j] < 0]
                if wrong:
                    winner = min(wrong, key=lambda j: (abs(z[j]), j))
                    for k, value in enumerate(below):
                        hidden[layer][winner][k] += 2 * target[winner] * value
        results.append(result)
    low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
    for layer, rows in enumerate(hidden):
        if triggered[layer]:
            shape = (len(rows), len(rows[0]))
            chosen = plain.reinforced(seed, minibatch, layer, shape, settings.reinforce[layer])
            for j, row in enumerate(rows):
                for k, h in enumerate(row):
                    h = max(low, min(h, high))
                    row[k] = max(low, min(h + 2 * plain.sign(h) * chosen[j][k], high))
    return results, triggered


CASES = {
    "one-layer": ((20, 6), 3, 16, (2,), 1.0),
    "two-layers": ((16, 9, 12), 4, 16, (3, 4), 0.5),
    "three-layers": ((15, 8, 8, 10), 5, 8, (1, 8, 5), 0.75),
    "seldom": ((7, 6, 5, 4), 2, 16, (6, 5, 2), 0.0),
    "width-one": ((1, 1, 1), 2, 4, (1, 1), 1.0),
    "few-bits": ((18, 10, 10), 3, 4, (2, 2), 0.5),
}


KINDS = pytest.mark.parametrize("kind", [LocalRuleBackend, NativeLocalRule])


@KINDS
@plain.SEEDS
@pytest.mark.parametrize("case", CASES)
def test_equals_the_loop(case, seed, kind):
    layers, classes, bits, groups, ratio = CASES[case]
    rng = np.random.default_rng([seed, len(case)])
    network = Network(layers=layers, classes=classes)
    classifiers = local_rule.random_classifiers(network, seed)
    counters = initial_counters(network, bits, seed)
    # Either h of a counter may be the true one: h // 2 is the same.
    hidden = [(2 * c + rng.integers(2, size=c.shape)).tolist() for c in counters]
    limits = [-(int(-ratio * 4) * width // 4) for width in layers[1:]]  # ceil of quarters
    backend = kind(network, classifiers, margin_ratio=ratio, hidden_bits=bits, seed=seed)
    backend.load(counters, 65534)
    total = 0
    for step in range(6):
        settings = Settings(  # margin and gates are not to be used
            margin=-99,
            gates=(0,) * len(groups),
            groups=groups,
            reinforce=tuple(int(rng.integers(0, 4 << 16)) for _ in groups),
        )
        count = (12, 7, 1)[step % 3]
        inputs = rng.integers(2, size=(count, layers[0])).astype(np.uint8)
        labels = rng.integers(classes, size=count)
        samples = list(zip((2 * inputs.astype(int) - 1).tolist(), labels.tolist(), strict=True))
        plain_classifiers = [classifier.tolist() for classifier in classifiers]
        state = (bits, seed, 65534 + step)
        expected, triggered = plain_step(
            hidden, plain_classifiers, limits, *state, samples, settings
        )
        outcome = backend.train(inputs, labels, settings, batch_size=20)
        pairs = zip(outcome.predictions.tolist(), outcome.margins.tolist(), strict=True)
        assert list(pairs) == expected and outcome.done == count
        assert backend.minibatch == 65535 + step
        for c, h in zip(backend.counters(), hidden, strict=True):
            assert c.tolist() == [[value // 2 for value in row] for row in h]
        total += sum(triggered)
    assert total > 0


@KINDS
def test_layer_without_error_is_left_alone(kind):
    """The first layer is sure of every sample and the second is not: only the second changes."""
    network = Network(layers=(9, 4, 4), classes=2)
    classifiers = [np.array([[1] * 4, [-1] * 4], np.int8)] * 2
    counters = [np.full((4, 9), 5, np.int32), np.full((4, 4), -5, np.int32)]
    backend = kind(network, classifiers, margin_ratio=0.5, hidden_bits=16, seed=1)
    backend.load(counters, 0)
    every = Settings(margin=2, gates=(9, 4), groups=(4, 4), reinforce=(16 << 16, 16 << 16))
    outcome = backend.train(np.ones((3, 9), np.uint8), np.zeros(3, int), every, 3)
    assert outcome.predictions.tolist() == [1, 1, 1] and outcome.margins.tolist() == [-8] * 3
    first, second = backend.counters()
    assert np.array_equal(first, counters[0]), "not even reinforced"
    # Three steps of one neuron from -5 to -2, then all are reinforced by 1.
    assert second.tolist() == [[-3] * 4, [-6] * 4, [-6] * 4, [-6] * 4]


def test_classifiers():
    network = Network(layers=(9, 35, 75), classes=10)
    chosen = local_rule.random_classifiers(network, 1)
    assert [P.shape for P in chosen] == [(10, 35), (10, 75)]
    assert all(np.isin(P, (-1, 1)).all() and P.dtype == np.int8 for P in chosen)
    again, other = (local_rule.random_classifiers(network, seed) for seed in (1, 2))
    assert all(np.array_equal(P, Q) for P, Q in zip(chosen, again, strict=True))
    assert not np.array_equal(chosen[0], other[0])
    below, top = local_rule.frame_classifiers(network, 1)
    assert below.shape == (10, 35)
    assert np.array_equal(top, equiangular_frame(10, 75, 1)), "as BEP has it"
    assert local_rule.layer_margins(network, 0.1) == (4, 8)


@KINDS
def test_bad_classifiers(kind):
    network = Network(layers=(9, 6, 4), classes=3)
    options = dict(margin_ratio=0.5, hidden_bits=16, seed=1)
    with pytest.raises(ConfigError, match="1 classifiers: the network has 2 hidden layers"):
        kind(network, [np.ones((3, 4))], **options)
    with pytest.raises(ConfigError, match=r"\(3, 4\): its layer needs \(3, 6\)"):
        kind(network, [np.ones((3, 4))] * 2, **options)


def split(count, seed):
    random = np.random.default_rng([9, seed])
    labels = random.integers(0, 4, count)
    prototypes = np.random.default_rng(9).integers(0, 2, (4, 30))
    return Split((prototypes[labels] ^ (random.random((count, 30)) < 0.1)).astype(np.uint8), labels)


DATA = Dataset(
    name="none", classes=4, train=split(80, 0), validation=split(40, 1), test=split(40, 2)
)
RUN = Run(
    preset=Preset(
        name="tiny",
        dataset="none",
        network=Network(layers=(30, 20, 20), classes=4),
        training=Training(epochs=6, batch_size=10, group=2),
    ),
    seed=3,
)


@pytest.mark.parametrize(
    "classifiers", [local_rule.random_classifiers, local_rule.frame_classifiers]
)
def test_learns_a_task(classifiers):
    options = dict(stopped=lambda: False, display=Silent(), classifiers=classifiers)
    summary, history = local_rule.measure(RUN, DATA, **options)
    assert summary["test_accuracy"] > 80, "chance is 25 %"
    assert len(history) == 6
    again, _ = local_rule.measure(RUN, DATA, **options)
    assert again["weights_sha256"] == summary["weights_sha256"]


def test_stops():
    with pytest.raises(loop.Interrupted):
        local_rule.measure(RUN, DATA, stopped=lambda: True, display=Silent())
