"""Stage margin: prediction, margin and trigger of a sample."""

import numpy as np


def margins(logits, labels):
    """Prediction and margin of every sample.

    logits: (n, C) integers; labels: (n,) true class c
    Returns (n,) argmax y, the lowest index on a tie, and (n,) int32 y_c - max over c' != c of y_c'.
    """
    samples = np.arange(len(logits))  # (n,)
    prediction = logits.argmax(axis=1)  # (n,)
    rivals = logits.copy()  # (n, C)
    rivals[samples, labels] = np.iinfo(logits.dtype).min
    margin = logits[samples, labels] - rivals.max(axis=1)  # (n,)
    return prediction, margin


def triggers(margin, threshold):
    """A sample trains iff its margin is below the integer ceil(r K_L) (Eq. 1); (n,) bool."""
    return margin < threshold
