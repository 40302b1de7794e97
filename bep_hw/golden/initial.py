"""The initial hidden counters of a run."""

import numpy as np

from bep_hw.spec.hidden import check_hidden_bits, counter_range

DEVIATION = 64
"""Deviation of the initial hidden weights for B = 16; it scales with 2**B."""

LEAST_DEVIATION = 2
"""A narrower draw truncates to zero almost everywhere, and every weight would start as +1."""


def initial_counters(network, hidden_bits, seed):
    """c = floor(h / 2) with h = trunc(N(0, deviation)), clipped to B bits.

    Returns [(K_l, K_{l-1}) int32], drawn bottom to top from the seed sequence [seed, 0].
    """
    check_hidden_bits(hidden_bits)
    rng = np.random.default_rng([seed, 0])
    deviation = max(DEVIATION * 2.0 ** (hidden_bits - 16), LEAST_DEVIATION)
    low, high = counter_range(hidden_bits)
    counters = []
    for shape in network.shapes:
        hidden = np.trunc(rng.normal(0, deviation, shape)).astype(np.int32)  # (K_l, K_{l-1})
        counters.append(np.clip(hidden >> 1, low, high))  # (K_l, K_{l-1}), >> floors
    return counters
