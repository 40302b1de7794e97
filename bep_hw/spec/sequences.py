"""Samples that are series, for recurrent networks."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Sequences:
    """n samples of at most T time steps; they all end at the same step, the last one.

    bits: (n, T, K_0) uint8 0 or 1; what lies before a sample's first step is never looked at
    steps: (n,) int64, time steps of each sample, from 1 to T
    """

    bits: np.ndarray
    steps: np.ndarray

    def __len__(self):
        return len(self.steps)

    def __getitem__(self, index):
        """The samples of a slice, or of an array of indices."""
        return Sequences(self.bits[index], self.steps[index])

    @property
    def own(self):
        """(n, T) bool, which time steps belong to the sample."""
        length = self.bits.shape[1]
        return np.arange(length) >= length - self.steps[:, None]


def steps_of(samples):
    """(n,) time steps of every sample: 1 of samples that are bits (n, K_0)."""
    return samples.steps if isinstance(samples, Sequences) else np.ones(len(samples), np.int64)
