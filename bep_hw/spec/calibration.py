"""The numbers that integer scores stand for: a calibration curve."""

from dataclasses import dataclass

import numpy as np

FEWEST, MOST = 4, 16
"""Points of a curve: a mean of few noisy samples would follow their noise."""

SAMPLES = 50
"""Training samples of a point, at least, if there are enough for four points."""


def points(samples):
    """Number of points of the curve of so many training samples."""
    return min(max(samples // SAMPLES, FEWEST), MOST, samples)


@dataclass(frozen=True, eq=False)
class Calibration:
    """A piecewise linear function from scores to numbers, constant beyond its first and last point.

    scores: (P,) float64, ascending; numbers: (P,) float64
    """

    scores: np.ndarray
    numbers: np.ndarray

    @classmethod
    def fit(cls, scores, numbers):
        """The curve of training samples (n,), n >= 1.

        In the order of their scores the samples are cut into 4 to 16 equal parts. A point is the
        mean score and the mean number of one part; parts with equal mean scores are one point.
        """
        order = np.argsort(scores, kind="stable")
        parts = np.array_split(order, points(len(order)))
        means = np.array([np.mean(scores[part]) for part in parts])  # (P,), ascending
        means, point = np.unique(means, return_inverse=True)
        values = np.array([np.mean(numbers[part]) for part in parts])  # (P,)
        counts = np.bincount(point)
        return cls(scores=means, numbers=np.bincount(point, values) / counts)

    def __call__(self, scores):
        """Numbers (n,) float64 of scores (n,)."""
        return np.interp(scores, self.scores, self.numbers)

    def to_dict(self):
        """Plain lists, from which `Calibration.from_dict` makes the same curve."""
        return {"scores": self.scores.tolist(), "numbers": self.numbers.tolist()}

    @classmethod
    def from_dict(cls, values):
        """The curve that `to_dict` described."""
        return cls(*(np.array(values[name], np.float64) for name in ("scores", "numbers")))
