"""Splits of samples, which do not depend on the seed of a run."""

import numpy as np

SPLIT_SEED = 2512_04189
"""Seeds every choice that belongs to a data set and not to a run (the number of the paper)."""


def held_out(values, labels, fraction, stream):
    """Split samples at random: (the rest, a `fraction` of them), both in random order."""
    order = np.random.default_rng([SPLIT_SEED, stream]).permutation(len(labels))
    count = max(1, round(fraction * len(labels)))
    held, rest = order[:count], order[count:]
    return (values[rest], labels[rest]), (values[held], labels[held])


def held_out_evenly(values, labels, step, stream):
    """Split small data: hold out every `step`-th sample of each class, so that no class is rare."""
    order = np.random.default_rng([SPLIT_SEED, stream]).permutation(len(labels))
    order = order[np.argsort(labels[order], kind="stable")]  # class by class, random within
    held = np.arange(len(labels)) % step == 0
    return (values[order[~held]], labels[order[~held]]), (values[order[held]], labels[order[held]])
