"""The targets of a sample: one class, as in the paper, or several of ±1.

Only the top of the network differs. Each kind is a module with these functions, P has C rows:
predict(y): predictions of logits (n, C)
margins(y, labels): predictions, and margins (n,) int32, which decide who trains (Eq. 1)
asked(P, y, labels, threshold, a): a*_L, (m, K_L) ±1 int8, of m samples that train, from their
    logits (m, C), labels and activations a_L (m, K_L) ±1; threshold: ceil(r K_L)
"""

from bep_hw.golden.targets import one_class, several


def targets_of(network):
    """The module of the targets that `network` has."""
    return one_class if network.targets == 1 else several
