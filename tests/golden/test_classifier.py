from fractions import Fraction

import numpy as np
import pytest

from bep_hw.golden.classifier import (
    SWEEPS,
    equiangular_frame,
    fixed_classifier,
    orthogonal_frame,
)
from bep_hw.spec.network import MultiTarget, Network
from tests.golden import plain


def objective(rows):
    """J of Appendix C from its definition: sum plus variance of the products of all pairs."""
    products = [plain.dot(u, v) for i, u in enumerate(rows) for v in rows[i + 1 :]]
    mean = Fraction(sum(products), len(products))
    return sum(products) + sum((p - mean) ** 2 for p in products) / len(products)


def test_tries_an_entry_as_often_as_appendix_c():
    assert SWEEPS == 20


def test_one_class_has_a_frame_and_several_targets_have_orthogonal_rows():
    one = fixed_classifier(Network(layers=(7, 12, 9), classes=4), 3)
    several = fixed_classifier(MultiTarget(layers=(7, 12, 9), classes=4), 3)
    assert np.array_equal(one, equiangular_frame(4, 9, 3))
    assert np.array_equal(several, orthogonal_frame(4, 9, 3))


@pytest.mark.parametrize(
    ("classes", "width"), [(2, 1), (2, 5), (3, 1), (3, 8), (4, 5), (5, 11), (10, 6)]
)
@plain.SEEDS
def test_equals_greedy_flips_with_j_worked_out_anew(classes, width, seed):
    rng = np.random.default_rng([seed, 1])
    start = rng.integers(2, size=(width, classes))
    rows = [[1 - 2 * int(start[k, i]) for k in range(width)] for i in range(classes)]
    best = objective(rows)
    for _ in range(SWEEPS):
        picked = rng.integers(classes, size=classes * width)
        coordinates = rng.integers(width, size=classes * width)
        for i, k in zip(picked, coordinates, strict=True):
            rows[i][k] *= -1
            value = objective(rows)
            if value < best:
                best = value
            else:
                rows[i][k] *= -1
    frame = equiangular_frame(classes, width, seed)
    assert frame.dtype == np.int8 and frame.tolist() == rows


def test_two_classes_are_opposite():
    frame = equiangular_frame(2, 9, 0)
    assert (frame[0] == -frame[1]).all()


@plain.SEEDS
def test_products_are_low_and_even(seed):
    frame = equiangular_frame(10, 35, seed).astype(int)
    products = (frame @ frame.T)[np.triu_indices(10, 1)]
    # Random rows have mean 0 and deviation sqrt(35) = 5.9; no ten rows have a mean below -35 / 9.
    assert -35 / 9 <= products.mean() < -3.5
    assert products.std() < 5


def test_same_seed_same_frame():
    assert np.array_equal(equiangular_frame(4, 20, 7), equiangular_frame(4, 20, 7))
    assert not np.array_equal(equiangular_frame(4, 20, 7), equiangular_frame(4, 20, 8))


@pytest.mark.parametrize("targets, width", [(2, 1), (2, 8), (5, 64), (14, 255), (40, 300)])
def test_rows_of_targets_are_nearly_orthogonal(targets, width):
    P = orthogonal_frame(targets, width, 3)
    assert P.shape == (targets, width) and P.dtype == np.int8
    assert np.array_equal(abs(P), np.ones_like(P))
    products = P.astype(int) @ P.T.astype(int) - width * np.eye(targets, dtype=int)
    assert abs(products).max() <= max(1, 4 * width**0.5)
    if width == 64:  # of a whole Hadamard matrix of 64 columns
        assert not products.any()
    assert not np.array_equal(P, orthogonal_frame(targets, width, 4)) or width == 1
    assert np.array_equal(P, orthogonal_frame(targets, width, 3))


@pytest.mark.parametrize("targets, width", [(2, 1), (3, 4), (4, 3), (2, 9), (8, 8), (7, 8)])
@plain.SEEDS
def test_rows_are_those_of_a_hadamard_matrix(targets, width, seed):
    size = next(s for s in (2, 4, 8, 16) if s > targets and s >= width)
    rng = np.random.default_rng([seed, 1])
    rows = 1 + rng.permutation(size - 1)[:targets]
    columns = rng.permutation(size)[:width]
    signs = [1 - 2 * bit for bit in rng.integers(2, size=width).tolist()]
    expected = [
        [
            sign * (-1) ** (i & j).bit_count()
            for j, sign in zip(columns.tolist(), signs, strict=True)
        ]
        for i in rows.tolist()
    ]
    assert orthogonal_frame(targets, width, seed).tolist() == expected
