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


def rotate_left(x, bits):
    return ((x << bits) & 0xFFFF) | (x >> (16 - bits))


def source(position, minibatch, seed):
    """The random source as the specification writes it: (x, y), 16 bits each."""
    x, y = position >> 16, position & 0xFFFF
    keys = [minibatch & 0xFFFF, minibatch >> 16, seed & 0xFFFF, seed >> 16]
    for i in range(12):
        mixed = (rotate_left(x, 1) & rotate_left(x, 8)) ^ rotate_left(x, 2)
        constant = (0x9E37 * i) % 65536
        x, y = y ^ mixed ^ keys[i % 4] ^ constant, x
    return x, y


def chosen(seed, minibatch, layer, row, column, threshold):
    """Whether a weight is reinforced."""
    x, y = source(layer * 2**28 + row * 2**14 + column // 16, minibatch, seed)
    count = (threshold + x) // 65536
    return (column % 16 - y % 16) % 16 < count


def reinforced(seed, minibatch, layer, shape, threshold):
    """Which weights of a layer are reinforced: a list of truth values for each row."""
    rows, columns = shape
    return [
        [chosen(seed, minibatch, layer, row, column, threshold) for column in range(columns)]
        for row in range(rows)
    ]
