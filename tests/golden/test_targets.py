"""Several targets a sample: the rule by hand, and the model in C++ bit for bit."""

import numpy as np
import pytest

from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.targets import one_class, several, targets_of
from bep_hw.native.backend import NativeBackend
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import MultiTarget, Network
from bep_hw.spec.training import Settings
from bep_hw.support.errors import ConfigError

P = np.array([[1, 1, -1, 1], [1, -1, -1, -1], [-1, 1, -1, 1]], np.int8)  # (T, K)


def test_only_wrong_targets_ask():
    labels = np.array([[1, 0, 1], [1, 1, 0], [1, 1, 1]])
    y = np.array([[3, -4, 9], [9, 9, 2], [1, 1, 9]])  # margins 3 4 9, 9 9 -2, 1 1 9
    a = np.array([[1, 1, 1, 1], [1, 1, 1, 1], [-1, -1, 1, 1]], np.int8)
    wanted = several.asked(P, y, labels, 4, a)
    # Row 0 of P alone; minus row 2; the sum of rows 0 and 1, which is 0 for neurons 1 and 3.
    assert wanted.tolist() == [[1, 1, -1, 1], [1, -1, 1, -1], [1, -1, -1, 1]]
    assert wanted.dtype == np.int8


def test_a_logit_of_0_predicts_1():
    assert several.predict(np.array([[0, -1, 5]])).tolist() == [[1, 0, 1]]


def test_the_smallest_margin_of_a_sample_counts():
    y, labels = np.array([[3, -1, 5], [-2, -7, 4]]), np.array([[1, 0, 1], [1, 0, 1]])
    predictions, margins = several.margins(y, labels)
    assert predictions.tolist() == [[1, 0, 1], [0, 0, 1]] and margins.tolist() == [1, -2]


def test_a_class_asks_for_its_row():
    y = np.zeros((2, 3), np.int32)
    wanted = one_class.asked(P, y, np.array([2, 0]), 4, np.ones((2, 4), np.int8))
    assert np.array_equal(wanted, P[[2, 0]])
    assert one_class.predict(np.array([[1, 5, 5]])).tolist() == [1]


def test_a_network_says_which_targets_it_has():
    assert targets_of(Network(layers=(4, 4), classes=3)) is one_class
    assert targets_of(MultiTarget(layers=(4, 4), classes=3)) is several


@pytest.mark.parametrize("seed", range(12))
def test_both_models_agree(seed):
    rng = np.random.default_rng(seed)
    depth, count = int(rng.integers(1, 4)), 60
    group = int(rng.integers(1, 4))
    layers = (int(rng.integers(3, 90)), *(group * rng.integers(2, 40, depth)).tolist())
    network = MultiTarget(layers=layers, classes=int(rng.integers(2, 9)))
    classifier = rng.choice(np.array([-1, 1], np.int8), (network.classes, layers[-1]))
    counters = [rng.integers(-16, 16, shape, np.int32) for shape in network.shapes]
    bits = rng.integers(0, 2, (count, layers[0]), np.uint8)
    labels = rng.integers(0, 2, (count, network.classes))
    settings = Settings(
        margin=int(rng.integers(0, layers[-1])),
        gates=tuple(int(rng.integers(0, fan_in + 1)) for _, fan_in in network.shapes),
        groups=(group,) * depth,
        reinforce=(50_000,) * depth,
    )
    models = [
        kind(network, classifier, hidden_bits=6, seed=seed)
        for kind in (GoldenBackend, NativeBackend)
    ]
    outcomes = []
    for model in models:
        model.load(counters, 3)
        outcomes.append(model.train(bits, labels, settings, 17))
    golden, native = models
    assert np.array_equal(outcomes[0].predictions, outcomes[1].predictions)
    assert outcomes[0].predictions.shape == labels.shape
    assert np.array_equal(outcomes[0].margins, outcomes[1].margins)
    assert (outcomes[0].margins < settings.margin).any()
    for ours, theirs in zip(golden.counters(), native.counters(), strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert np.array_equal(golden.infer(bits), native.infer(bits))
    assert golden.infer(bits).shape == labels.shape


def test_labels_must_have_the_right_shape():
    network = MultiTarget(layers=(4, 4), classes=3)
    model = GoldenBackend(network, P, hidden_bits=6, seed=1)
    model.load([np.zeros((4, 4), np.int32)], 0)
    settings = Settings(margin=1, gates=(1,), groups=(1,), reinforce=(0,))
    bits = np.zeros((2, 4), np.uint8)
    for labels, words in (
        (np.zeros(2, int), "the network needs"),
        (np.zeros((2, 2), int), "the network needs"),
        (np.full((2, 3), 2), "labels from 2 to 2: must be from 0 to 1"),
    ):
        with pytest.raises(ConfigError, match=words):
            model.train(bits, labels, settings, 1)


def test_no_core_has_several_targets():
    network = MultiTarget(layers=(8, 8), classes=3)
    core = CoreConfig(max_width=8, tile_rows=4, tile_columns=8, lanes=8)
    with pytest.raises(ConfigError, match="3 targets a sample: a core has one class a sample"):
        layer_table(network, core)
