"""One of C classes, as in the paper; labels and predictions are (n,)."""

from bep_hw.golden import margin

margins = margin.margins


def predict(y):
    """The class of the largest logit, the first of equals: (n,) of logits (n, C)."""
    return y.argmax(axis=1)


def asked(P, y, labels, threshold, a):
    """a*_L = row c of P: (m, K_L) ±1."""
    return P[labels]
