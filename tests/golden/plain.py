"""Plain ±1 arithmetic for the golden tests: Python integers and loops, no numpy operations.

Also the seeded generators of random ±1 arrays. A test that uses a seed has it in its id.
"""

import numpy as np
import pytest

SEEDS = pytest.mark.parametrize("seed", range(4), ids="seed{}".format)


def signs(rng, *shape):
    """Random ±1 int8 of the given shape."""
    return (1 - 2 * rng.integers(2, size=shape)).astype(np.int8)


def sign(x):
    return -1 if x < 0 else 1


def dot(u, v):
    total = 0
    for p, q in zip(u, v, strict=True):
        total += int(p) * int(q)
    return total


def matrix_vector(w, u):
    return [dot(row, u) for row in w]


def transpose(w):
    return [list(column) for column in zip(*w, strict=True)]
