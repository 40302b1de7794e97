"""Several targets a sample: t_k = ±1 for each of the T rows rho_k of P, which ask for its sign.

The paper says that BEP works for these in principle. Labels and predictions are (n, T), 0 or 1.
"""

import numpy as np

from bep_hw.golden.popcount import dot


def predict(y):
    """1 where y_k >= 0: (n, T) int64 of logits (n, T)."""
    return (y >= 0).astype(np.int64)


def signs(labels):
    """t of labels: -1 for 0 and +1 for 1, (n, T) int32."""
    return 2 * labels.astype(np.int32) - 1


def margins(y, labels):
    """Predictions (n, T), and the smallest of a sample's margins t_k y_k, (n,) int32."""
    return predict(y), (signs(labels) * y).min(axis=1)


def asked(P, y, labels, threshold, a):
    """a*_L: the sign of the sum of t_k rho_k over the targets whose margin is too small.

    A neuron for which the sum is 0 is asked for nothing: its a* is its own activation.
    """
    t = signs(labels)  # (m, T)
    wrong = t * y < threshold  # (m, T)
    sums = dot(wrong * t, P.T)  # (m, K_L)
    return np.where(sums == 0, a, np.where(sums < 0, -1, 1)).astype(np.int8)  # (m, K_L)
