"""Stage update: the winners' hidden counters take one step towards the desired activation."""

import numpy as np

from bep_hw.golden.popcount import dot


def accumulate(counters, mask, desired, inputs):
    """c += sum over samples of (mask * a*_l) a_{l-1}^T, in place (Eq. 8 and 9, before the clip).

    counters: (K_l, K_{l-1}) int32, c = floor(h / 2), so the step of 2 in h is a step of 1 here
    mask: (n, K_l) bool; desired: (n, K_l) ±1 a*_l; inputs: (n, K_{l-1}) ±1 a_{l-1}
    """
    votes = mask * desired  # (n, K_l), -1, 0 or +1
    rows = np.flatnonzero(mask.any(axis=0))  # (m,), neurons that learn from any sample
    if 2 * rows.size > len(counters):  # most: faster to add zeros to the others
        rows = slice(None)
    counters[rows] += dot(votes[:, rows].T, inputs.T)  # (m, n) with (K_{l-1}, n): (m, K_{l-1})
