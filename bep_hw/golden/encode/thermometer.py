"""Thermometers: a number is compared with the thresholds of its feature, the lowest first."""

import numpy as np


def encode(samples, columns, thresholds):
    """Bits (n, K_0) uint8 of samples (n, F) of whole numbers, feature by feature.

    columns: (K_0,) the feature of each bit, ascending; thresholds: (K_0,) whole numbers, bit =
        number > threshold. A threshold between two whole numbers is rounded down.
    """
    bits = []
    for feature in range(samples.shape[1]):
        number = samples[:, feature]  # (n,), one step
        bits += [number > threshold for threshold in thresholds[columns == feature]]
    return np.stack(bits, axis=1).astype(np.uint8)  # (n, K_0)
