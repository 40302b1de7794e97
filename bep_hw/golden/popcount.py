"""Stage popcount: exact dot products of ±1 vectors.

In hardware a product of ±1 values is an XNOR, and a dot product of width K is 2 * popcount - K.
"""

import numpy as np

EXACT_WIDTH = 1 << 24
"""Sums of fewer than 2**24 terms of magnitude one are integers that float32 holds exactly."""


def operand(a):
    """`a` as float32, in which `dot` multiplies; convert an array once for several products."""
    return a.astype(np.float32, copy=False)


def dot(a, w):
    """Every row of `a` times every row of `w`: (n, K) and (m, K) give (n, m) int32, a w^T.

    Entries are -1, 0 or +1 (0 is a closed gate or a neuron that does not learn), of any dtype.
    Raises ValueError if K is too wide to be summed exactly.
    """
    width = a.shape[-1]
    if width >= EXACT_WIDTH:
        raise ValueError(f"width {width}: an exact dot product needs fewer than {EXACT_WIDTH}")
    # Float32 because BLAS has no integer product. Every partial sum, in whatever order BLAS
    # takes them, is an integer below 2**24: nothing is ever rounded.
    return (operand(a) @ operand(w).T).astype(np.int32)  # (n, m)
