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
    def shape(self):
        """(n, T, K_0)."""
        return self.bits.shape

    @property
    def own(self):
        """(n, T) bool, which time steps belong to the sample."""
        length = self.bits.shape[1]
        return np.arange(length) >= length - self.steps[:, None]


@dataclass(frozen=True, eq=False)
class RawSequences:
    """`Sequences` before they are encoded; a backend with a core of its own takes them for those.

    values: (n, T, W F) uint8 numbers of each time step, 0 before a sample's first step
    steps: (n,) int64, as of `Sequences`; encoder: has `width`, and `encode_words(values, steps)`
    """

    values: np.ndarray
    steps: np.ndarray
    encoder: object

    @property
    def shape(self):
        """(n, T, K_0), that of the bits."""
        return (*self.values.shape[:2], self.encoder.width)

    @property
    def bits(self):
        """The `Sequences` of bits."""
        return self.encoder.encode_words(self.values, self.steps)[:]

    def arrays(self):
        """All arrays that decide the bits, as of samples that are encoded."""
        return self.encoder.encode_words(self.values, self.steps).arrays()

    def __len__(self):
        return len(self.steps)

    def __getitem__(self, index):
        return RawSequences(self.values[index], self.steps[index], self.encoder)


def steps_of(samples):
    """(n,) time steps of every sample: 1 of samples that are no series."""
    series = isinstance(samples, Sequences | RawSequences)
    return samples.steps if series else np.ones(len(samples), np.int64)
