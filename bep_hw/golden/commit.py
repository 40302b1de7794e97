"""Stage commit: clip and reinforce the counters once per minibatch, and make the new weights."""

import numpy as np

from bep_hw.golden.forward import sign
from bep_hw.spec.hidden import counter_range


def commit(counters, chosen, hidden_bits):
    """Clip the minibatch's sum (Eq. 9), then c += sign(c) where `chosen` and clip again (CP+R).

    counters: (K_l, K_{l-1}) int32, changed in place and returned; chosen: the same shape, bool
    hidden_bits: B; counters end in the range of floor(h / 2) for a B-bit h
    Reinforcement never moves a counter towards zero, so hardware may leave out the first clip.
    """
    low, high = counter_range(hidden_bits)
    np.clip(counters, low, high, out=counters)
    places = np.flatnonzero(chosen)  # (m,): few, so the other counters are not touched again
    few = counters.take(places)  # (m,)
    counters.put(places, np.clip(few + sign(few), low, high))
    return counters


def weights(counters):
    """W_l = sign(H_l) = sign(c): (K_l, K_{l-1}) ±1 int8."""
    return sign(counters)
