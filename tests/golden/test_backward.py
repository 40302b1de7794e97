from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.backward import desired
from tests.golden import plain


def test_one_layer_is_the_classifier_row():
    top = np.array([[1, -1, -1]], np.int8)
    z = [np.zeros((1, 3), np.int32)]
    weights = [np.ones((3, 5), np.int8)]
    assert [t.tolist() for t in desired(weights, z, (0,), top)] == [top.tolist()]


def test_all_gates_closed_asks_for_plus_one():
    weights = [np.ones((3, 2), np.int8), -np.ones((4, 3), np.int8)]
    z = [np.zeros((1, 3), np.int32), np.full((1, 4), 3, np.int32)]
    targets = desired(weights, z, (9, 2), np.ones((1, 4), np.int8))
    assert targets[0].tolist() == [[1, 1, 1]]  # sign(0)


def test_a_gate_at_the_threshold_is_open():
    weights = [np.ones((3, 2), np.int8), -np.ones((4, 3), np.int8)]
    z = [np.zeros((1, 3), np.int32), np.full((1, 4), -3, np.int32)]
    targets = desired(weights, z, (0, 3), np.ones((1, 4), np.int8))
    assert targets[0].tolist() == [[-1, -1, -1]]


def test_width_one():
    weights = [np.array([[1]], np.int8), np.array([[-1]], np.int8)]
    z = [np.array([[1]], np.int32), np.array([[-1]], np.int32)]
    assert desired(weights, z, (1, 1), np.array([[1]], np.int8))[0].tolist() == [[-1]]


def test_a_tie_of_the_votes_asks_for_plus_one():
    weights = [np.ones((1, 1), np.int8), np.array([[1], [-1]], np.int8)]
    z = [np.array([[1]], np.int32), np.array([[1, -1]], np.int32)]
    assert desired(weights, z, (1, 1), np.array([[1, 1]], np.int8))[0].tolist() == [[1]]


@given(
    st.lists(st.integers(1, 16), min_size=2, max_size=6),
    st.integers(1, 4),
    st.integers(0, 16),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=40, deadline=None)
def test_any_network(widths, samples, threshold, seed):
    rng = np.random.default_rng(seed)
    weights = [plain.signs(rng, k, n) for n, k in pairwise(widths)]
    z = [rng.integers(-n, n + 1, size=(samples, k)) for n, k in pairwise(widths)]
    thresholds = [max(threshold - layer, 0) for layer in range(len(weights))]
    top = plain.signs(rng, samples, widths[-1])
    targets = desired(weights, z, thresholds, top)
    assert [t.shape for t in targets] == [(samples, k) for k in widths[1:]]
    for mu in range(samples):
        target = top[mu].tolist()
        assert targets[-1][mu].tolist() == target
        for layer in range(len(weights) - 1, 0, -1):
            gated = [
                t if abs(x) <= thresholds[layer] else 0
                for t, x in zip(target, z[layer][mu].tolist(), strict=True)
            ]
            votes = plain.matrix_vector(plain.transpose(weights[layer].tolist()), gated)
            target = [plain.sign(v) for v in votes]
            assert targets[layer - 1][mu].tolist() == target
