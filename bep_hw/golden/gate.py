"""Stage gate: the neurons that pass the desired activation on to the layer below."""

import numpy as np


def gates(z, threshold):
    """g = 1 iff |z| <= threshold, the integer floor(nu K_{l-1}) (Eq. 6); bool, the shape of `z`."""
    return np.abs(z) <= threshold
