"""Stage update: the winners' hidden counters take one step towards the desired activation."""

from bep_hw.golden.popcount import dot


def accumulate(counters, mask, desired, inputs):
    """c += sum over samples of (mask * a*_l) a_{l-1}^T, in place (Eq. 8 and 9, before the clip).

    counters: (K_l, K_{l-1}) int32, c = floor(h / 2), so the step of 2 in h is a step of 1 here
    mask: (n, K_l) bool; desired: (n, K_l) ±1 a*_l; inputs: (n, K_{l-1}) ±1 a_{l-1}
    """
    votes = mask * desired  # (n, K_l), -1, 0 or +1
    counters += dot(votes.T, inputs.T)  # (K_l, n) with (K_{l-1}, n): (K_l, K_{l-1})
