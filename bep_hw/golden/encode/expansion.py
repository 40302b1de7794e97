"""The ±1 expansion of series: the thermometers of a window become K_0 bits of one time step."""

import numpy as np

from bep_hw.golden.popcount import dot


def encode(codes, expansion):
    """Bits (n, K_0) uint8 of thermometers (n, W F b), 0 or 1: sign(expansion code), sign(0) = +1.

    expansion: (K_0, W F b) ±1, fixed
    """
    z = dot(2 * codes.astype(np.int8) - 1, expansion)  # (n, K_0)
    return (z >= 0).astype(np.uint8)
