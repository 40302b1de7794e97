"""Stage forward: pre-activations and activations of every layer."""

import numpy as np

from bep_hw.golden.popcount import dot, operand


def sign(x):
    """-1 where x < 0 and +1 elsewhere, so sign(0) = +1; int8, the shape of `x`."""
    return 1 - 2 * (x < 0).view(np.int8)


def signs(bits):
    """±1 of bits: 1 is +1 and 0 is -1, the same shape, as `operand` makes them."""
    return operand(2 * bits.astype(np.int8) - 1)


def forward(weights, a0):
    """z_l = W_l a_{l-1} and a_l = sign(z_l), for l = 1..L.

    weights: [(K_l, K_{l-1}) ±1] bottom to top; a0: (n, K_0) ±1 inputs
    Returns z, a list of L arrays (n, K_l) int32, and a = [a_0, a_1, ..., a_L], arrays (n, K_l) ±1.
    """
    z, a = [], [a0]
    for w in weights:
        z.append(dot(a[-1], w))  # (n, K_l)
        a.append(sign(z[-1]))  # (n, K_l)
    return z, a
