from fractions import Fraction

import numpy as np
import pytest

from bep_hw.golden.classifier import SWEEPS, equiangular_frame, orthogonal_frame
from tests.golden import plain


def objective(rows):
    """J of Appendix C from its definition: sum plus variance of the products of all pairs."""
    products = [plain.dot(u, v) for i, u in enumerate(rows) for v in rows[i + 1 :]]
    mean = Fraction(sum(products), len(products))
    return sum(products) + sum((p - mean) ** 2 for p in products) / len(products)


@pytest.mark.parametrize(("classes", "width"), [(2, 1), (2, 5), (3, 1), (3, 8), (5, 11), (10, 6)])
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
