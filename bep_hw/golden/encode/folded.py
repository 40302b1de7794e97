"""Folded bits: a number is compared with both ends of an interval, and the results are XORed."""

import numpy as np


def encode(samples, columns, lows, highs):
    """Bits (n, M) uint8 of samples (n, F) of whole numbers, feature by feature.

    columns: (M,) the feature of each bit, ascending; lows, highs: (M,) whole numbers, low <= high,
        bit = low < number <= high. Ends between two whole numbers are rounded down.
    """
    bits = [np.zeros((len(samples), 0), bool)]
    for feature in range(samples.shape[1]):
        number = samples[:, feature, None]  # (n, 1), one step
        own = columns == feature
        bits.append((number > lows[own]) ^ (number > highs[own]))
    return np.concatenate(bits, axis=1).astype(np.uint8)  # (n, M)
