from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.forward import forward, sign, signs
from tests.golden import plain


def test_sign_of_zero_is_plus_one():
    result = sign(np.array([-2, -1, 0, 1, 2], np.int32))
    assert result.dtype == np.int8 and result.tolist() == [-1, -1, 1, 1, 1]


def test_signs_of_bits():
    assert signs(np.array([[0, 1, 1]], np.uint8)).tolist() == [[-1, 1, 1]]


def test_pre_activation_zero_activates():
    z, a = forward([np.array([[1, -1]], np.int8)], np.array([[1, 1]], np.int8))
    assert z[0].tolist() == [[0]] and a[1].tolist() == [[1]]


def test_width_one_is_a_chain_of_signs():
    weights = [np.array([[s]], np.int8) for s in (-1, 1, -1)]
    z, a = forward(weights, np.array([[1], [-1]], np.int8))
    assert [layer.tolist() for layer in z] == [[[-1], [1]], [[-1], [1]], [[1], [-1]]]
    assert [layer.tolist() for layer in a] == [[[1], [-1]], *([layer.tolist() for layer in z])]


def test_all_equal():
    z, a = forward([-np.ones((3, 4), np.int8)], np.ones((2, 4), np.int8))
    assert (z[0] == -4).all() and (a[1] == -1).all()


@given(
    st.lists(st.integers(1, 20), min_size=2, max_size=5),
    st.integers(1, 4),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=40, deadline=None)
def test_any_network(widths, samples, seed):
    rng = np.random.default_rng(seed)
    weights = [plain.signs(rng, k, n) for n, k in pairwise(widths)]
    inputs = plain.signs(rng, samples, widths[0])
    z, a = forward(weights, inputs)
    assert len(z) == len(weights) and len(a) == len(weights) + 1
    assert all(layer.dtype == np.int32 for layer in z)
    assert all(layer.dtype == np.int8 for layer in a)
    for mu in range(samples):
        activation = inputs[mu].tolist()
        assert a[0][mu].tolist() == activation
        for layer, w in enumerate(weights):
            pre = plain.matrix_vector(w.tolist(), activation)
            activation = [plain.sign(x) for x in pre]
            assert z[layer][mu].tolist() == pre
            assert a[layer + 1][mu].tolist() == activation
