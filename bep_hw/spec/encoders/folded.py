"""Folded thermometers: bits that say how far a number is from the middle of its feature.

A class such as "far from the centre" lies on both sides of a feature. Thermometer bits rise with
the number, so that a network must first learn to join the two sides; folded bits join them.
"""

from dataclasses import dataclass

import numpy as np

from bep_hw.spec.encoders.thermometer import FEATURE_BLOCK, FeatureEncoder
from bep_hw.spec.encoders.values import matrix, of_training
from bep_hw.support.errors import ConfigError, require

FAR = 0.99
"""Share of the training samples whose distance from the median is divided by thresholds."""

SIGNIFICANT = 6
"""A feature is folded only if chi squared of the middle half is above so many per class."""


@dataclass(frozen=True, kw_only=True, eq=False)
class FoldedEncoder:
    """Thermometers of all features, and folded bits of some: lows[k] < x[columns[k]] <= highs[k].

    thermometer: `FeatureEncoder`, whose bits come first
    columns: (M,) int64, the feature of each folded bit, ascending
    lows, highs: (M,) float64, the ends of its interval
    """

    thermometer: FeatureEncoder
    columns: np.ndarray
    lows: np.ndarray
    highs: np.ndarray
    KIND = "folded"

    @classmethod
    def fit(cls, features, labels, bits=2, chosen=None):
        """The encoder of training data (N, F) with classes (N,), up to `bits` bits a feature.

        chosen: function of (column, labels), whether a feature is folded; None for `is_folded`

        A folded feature has bits - bits // 2 thresholds of `FeatureEncoder.fit`, and bits // 2
        intervals around its median, whose half widths divide the distances of 99 % of the samples
        evenly. Intervals with the same samples become one. Other features have `bits` thresholds:
        their bits are those of the thermometer.

        ConfigError as `FeatureEncoder.fit`.
        """
        features, folds = matrix(features), bits // 2
        plain, fewer = (FeatureEncoder.fit(features, b) for b in (bits, bits - folds))
        folded = [(chosen or is_folded)(column, labels) for column in features.T] if folds else []
        parts, found = [], []
        for feature in range(features.shape[1]):
            own = fewer if folds and folded[feature] else plain
            parts.append(own.thresholds[own.columns == feature])
            some = _intervals(np.sort(features[:, feature]), folds) if own is fewer else []
            found += [(feature, *ends) for ends in some]
        columns, lows, highs = np.array(found, np.float64).reshape(-1, 3).T
        return cls(
            thermometer=FeatureEncoder(
                features=features.shape[1],
                columns=np.repeat(np.arange(len(parts)), [len(part) for part in parts]),
                thresholds=np.concatenate(parts),
            ),
            columns=columns.astype(np.int64),
            lows=lows,
            highs=highs,
        )

    @property
    def features(self):
        """F, numbers of a sample."""
        return self.thermometer.features

    @property
    def width(self):
        """K_0, bits of a sample."""
        return self.thermometer.width + len(self.columns)

    @property
    def constant(self):
        """Features without a bit, numbers from 1 in ascending order."""
        return self.thermometer.constant

    @property
    def folded(self):
        """Number of features with folded bits."""
        return len(np.unique(self.columns))

    def encode(self, features):
        """Bits (N, K_0) uint8 of features (N, F); ConfigError for another F, NaN or infinity."""
        features = of_training(features, self.features)
        bits = np.empty((len(features), len(self.columns)), np.uint8)  # (N, M)
        for start in range(0, len(self.columns), FEATURE_BLOCK):
            block = slice(start, start + FEATURE_BLOCK)
            numbers = features[:, self.columns[block]]  # (N, up to FEATURE_BLOCK)
            bits[:, block] = (numbers > self.lows[block]) & (numbers <= self.highs[block])
        return np.concatenate([self.thermometer.encode(features), bits], axis=1)

    def to_dict(self):
        """Plain lists and numbers, from which `from_dict` makes an equal encoder."""
        return {
            "thermometer": self.thermometer.to_dict(),
            "columns": self.columns.tolist(),
            "lows": self.lows.tolist(),
            "highs": self.highs.tolist(),
        }

    @classmethod
    def from_dict(cls, values):
        """The encoder that `to_dict` described; ConfigError if `values` describes none."""
        try:
            thermometer = FeatureEncoder.from_dict(values["thermometer"])
            columns = np.array(values["columns"], np.int64)
            lows, highs = (np.array(values[name], np.float64) for name in ("lows", "highs"))
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise ConfigError(f"encoder of folded features: is damaged: {error!r}") from None
        whole = columns.ndim == 1 and columns.shape == lows.shape == highs.shape
        whole = whole and np.isfinite(lows).all() and np.isfinite(highs).all()
        require(
            whole
            and (lows < highs).all()
            and (np.diff(columns) >= 0).all()
            and ((columns >= 0) & (columns < thermometer.features)).all(),
            "encoder of folded features: is damaged: its intervals do not belong together",
        )
        return cls(thermometer=thermometer, columns=columns, lows=lows, highs=highs)

    def __eq__(self, other):
        return isinstance(other, FoldedEncoder) and self.to_dict() == other.to_dict()


def is_folded(column, labels):
    """Whether the middle half of a feature tells the classes apart better than one threshold.

    column: (N,) numbers; labels: (N,) classes, numbers from 0

    The statistic is chi squared of the classes in and out of the middle, from the lower to the
    upper quartile. It must be above that of a threshold at each quartile and at the median, and
    above `SIGNIFICANT` for each class.
    """
    values = np.sort(column)
    low, middle, high = (values[quarter * len(values) // 4] for quarter in (1, 2, 3))
    counts = np.bincount(labels)  # (C,)
    inside = _chi_squared((column >= low) & (column <= high), labels, counts)
    sides = [side for at in (low, middle, high) for side in (column >= at, column > at)]
    return inside > max(
        SIGNIFICANT * len(counts), *(_chi_squared(side, labels, counts) for side in sides)
    )


def _chi_squared(bits, labels, counts):
    """Chi squared of bits (N,) and classes (N,), of which `counts` has the numbers of samples.

    It is the same for the complement of the bits, to the last digit.
    """
    count, ones = len(bits), int(bits.sum())
    if ones in (0, count):
        return 0.0
    found = np.bincount(labels[bits], minlength=len(counts))  # (C,) ones of each class
    excess = (found * count - counts * ones).astype(np.float64)  # (C,)
    there = counts > 0
    return float((excess[there] ** 2 / counts[there]).sum() / (ones * (count - ones)))


def _intervals(values, count):
    """Intervals (low, high) around the median, at most `count`; values: (N,) in ascending order."""
    halves = np.asarray(values, np.float64) / 2  # sums and differences of these are finite
    middle = halves[len(halves) // 2]
    distances = np.sort(abs(halves - middle))
    farthest = distances[int(FAR * (len(distances) - 1))]
    limit, found = np.finfo(np.float64).max / 2, {}
    for number in range(1, count + 1):
        distance = farthest * (number / (count + 1))
        low, high = (2 * np.clip((middle - distance, middle + distance), -limit, limit)).tolist()
        place = tuple(np.searchsorted(values, (low, high), side="right").tolist())
        if place[1] - place[0] not in (0, len(values)) and low < high:
            found.setdefault(place, (low, high))
    return list(found.values())
