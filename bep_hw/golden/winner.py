"""Stage winner: which neurons learn, at most one in every group."""

import numpy as np


def winners(z, desired, group):
    """The mask of Eq. 9: in each group the wrong neuron that is the easiest to correct.

    z: (n, K) pre-activations; desired: (n, K) ±1 a*; group: consecutive neurons a group, divides K
    A neuron is wrong iff a* z < 0, strictly: one with z = 0 never learns. The winner has the
    smallest |z|, the lowest index on a tie. Returns (n, K) bool.
    Raises ValueError if `group` does not divide K.
    """
    samples, width = z.shape
    if width % group:
        raise ValueError(f"group size {group}: must divide the layer width {width}")
    never = np.iinfo(z.dtype).max
    cost = np.where(desired * z < 0, np.abs(z), never)  # (n, K)
    cost = cost.reshape(samples, width // group, group)  # (n, groups, group)
    first = cost.argmin(axis=2)[..., None]  # (n, groups, 1), the lowest index on a tie
    mask = np.zeros(cost.shape, bool)  # (n, groups, group)
    np.put_along_axis(mask, first, np.take_along_axis(cost, first, axis=2) < never, axis=2)
    return mask.reshape(samples, width)  # (n, K)
