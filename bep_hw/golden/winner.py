"""Stage winner: the neurons that learn, at most one in every group."""

import numpy as np


def winners(z, desired, group):
    """The mask of Eq. 9: in each group the wrong neuron that is the easiest to correct.

    z: (n, K) pre-activations; desired: (n, K) ±1 a*; group: consecutive neurons a group, divides K
    A neuron is wrong iff a* z < 0, strictly: one with z = 0 never learns. The winner has the
    smallest |z|, the lowest index on a tie. Returns (n, K) bool.
    Raises ValueError if `group` does not divide K.
    """
    if z.shape[1] % group:
        raise ValueError(f"group size {group}: must divide the layer width {z.shape[1]}")
    never = np.iinfo(z.dtype).max
    cost = np.where(desired * z < 0, np.abs(z), never)  # (n, K)
    cost = cost.reshape(-1, group)  # (n * K / group, group)
    row = np.arange(len(cost))  # (n * K / group,)
    first = cost.argmin(axis=1)  # (n * K / group,), the lowest index on a tie
    mask = np.zeros(cost.shape, bool)  # (n * K / group, group)
    mask[row, first] = cost[row, first] < never
    return mask.reshape(z.shape)  # (n, K)
