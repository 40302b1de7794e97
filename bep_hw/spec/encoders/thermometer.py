"""Thermometers: numbers as bits that compare them with thresholds.

Thresholds lie at quantiles of the training samples: one is the median. A feature with two values
has one bit, which is 1 for the larger, and a constant one has none.
"""

from dataclasses import dataclass

import numpy as np

from bep_hw.spec.encoders.values import matrix, of_training
from bep_hw.spec.encoding import MAX_THERMOMETER
from bep_hw.support.errors import ConfigError, require

FEATURE_BLOCK = 256
"""Bits that `FeatureEncoder.encode` makes at once: a copy of all features can take gigabytes."""


@dataclass(frozen=True, kw_only=True, eq=False)
class FeatureEncoder:
    """Thresholds that make bits of real-valued features: bit k = x[columns[k]] > thresholds[k].

    features: F, numbers of a sample
    columns: (K_0,) int64, the feature of each bit, ascending
    thresholds: (K_0,) float64, ascending within a feature

    A threshold lies halfway between two neighbouring values of the training data, so that no
    training sample is equal to it. A constant feature has no bit: it would tell nothing. A feature
    with two values has one bit, which is 1 for the larger. Hence K_0 follows from the data.
    """

    features: int
    columns: np.ndarray
    thresholds: np.ndarray
    KIND = "features"

    @classmethod
    def fit(cls, features, bits=1):
        """The encoder of training data (N, F), up to `bits` bits a feature.

        Thresholds divide the values of a feature at their quantiles i / (bits + 1): one bit is 1
        from the median upwards. If that many samples have the smallest value that it would take
        the first threshold, as of pixels, counts and one-hot columns, this value has a threshold
        just above it, and the other thresholds divide the larger values evenly. Thresholds that
        coincide become one.

        ConfigError unless features are finite numbers of which at least one is not constant.
        """
        features = matrix(features)
        require(
            1 <= bits <= MAX_THERMOMETER,
            f"thermometer bits {bits}: must be from 1 to {MAX_THERMOMETER}",
        )
        found = [_cuts(np.sort(column), bits) for column in features.T]
        counts = [len(cuts) for cuts in found]
        require(sum(counts), "features: all are constant: nothing can be learnt from them")
        return cls(
            features=features.shape[1],
            columns=np.repeat(np.arange(features.shape[1]), counts),
            thresholds=np.concatenate(found),
        )

    @classmethod
    def shared(cls, pixels, bits=1):
        """The encoder with the same thresholds, up to `bits`, for all features of (N, F).

        They divide all values together, as those of one feature in `fit`: pixels of images have
        one scale. The median of FashionMNIST is 0, so that one bit is 1 for every pixel above 0.
        """
        pixels = matrix(pixels)
        cuts = _cuts(np.sort(pixels, axis=None), bits)
        require(len(cuts), "pixels: are all equal: nothing can be learnt from them")
        count = pixels.shape[1]
        return cls(
            features=count,
            columns=np.repeat(np.arange(count), len(cuts)),
            thresholds=np.tile(cuts, count),
        )

    @classmethod
    def bits(cls, features):
        """The encoder of features (N, F) that are 0 and 1 already; ConfigError unless they are."""
        features = matrix(features)
        require(
            np.isin(features, (0, 1)).all(),
            f"features from {features.min()} to {features.max()}: the encoding bits takes 0 and 1"
            " alone",
        )
        return cls.of_bits(features.shape[1])

    @classmethod
    def of_bits(cls, count):
        """The encoder of so many features of 0 and 1."""
        return cls(features=count, columns=np.arange(count), thresholds=np.full(count, 0.5))

    @property
    def width(self):
        """K_0, bits of a sample."""
        return len(self.thresholds)

    @property
    def constant(self):
        """Features without a bit, numbers from 1 in ascending order."""
        has_bit = np.isin(np.arange(self.features), self.columns)  # (F,)
        return tuple((np.flatnonzero(~has_bit) + 1).tolist())

    def encode(self, features):
        """Bits (N, K_0) uint8 of features (N, F); ConfigError for another F, NaN or infinity."""
        features = of_training(features, self.features)
        bits = np.empty((len(features), self.width), np.uint8)  # (N, K_0)
        for start in range(0, self.width, FEATURE_BLOCK):
            block = slice(start, start + FEATURE_BLOCK)
            bits[:, block] = features[:, self.columns[block]] > self.thresholds[block]
        return bits

    def to_dict(self):
        """Plain lists and numbers, from which `from_dict` makes an equal encoder."""
        return {
            "features": self.features,
            "columns": self.columns.tolist(),
            "thresholds": self.thresholds.tolist(),
        }

    @classmethod
    def from_dict(cls, values):
        """The encoder that `to_dict` described; ConfigError if `values` describes none."""
        try:
            features = int(values["features"])
            columns = np.array(values["columns"], np.int64)
            thresholds = np.array(values["thresholds"], np.float64)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise ConfigError(f"encoder of features: is damaged: {error!r}") from None
        whole = columns.ndim == 1 and columns.shape == thresholds.shape and columns.size > 0
        whole = whole and (np.diff(columns) >= 0).all() and np.isfinite(thresholds).all()
        require(
            whole and columns[0] >= 0 and columns[-1] < features,
            "encoder of features: is damaged: its columns and thresholds do not belong together",
        )
        return cls(features=features, columns=columns, thresholds=thresholds)

    def __eq__(self, other):
        return isinstance(other, FeatureEncoder) and self.to_dict() == other.to_dict()


def _cuts(values, bits):
    """Thresholds of one feature, at most `bits`, ascending; values: (N,) in ascending order."""
    smallest = np.searchsorted(values, values[0], side="right")  # samples with the smallest value
    cuts = []
    if smallest * (bits + 1) >= len(values) and smallest < len(values):
        cuts.append(_between(values, smallest))
        values, bits = values[smallest:], bits - 1
    for i in range(1, bits + 1):
        quantile = values[-(-i * (len(values) - 1) // (bits + 1))]
        place = np.searchsorted(values, quantile)  # values before it are smaller
        if place:
            cuts.append(_between(values, place))
    return np.unique(cuts).astype(np.float64)


def _between(values, place):
    """A number from values[place - 1], included, to the larger values[place], halfway if it can."""
    below, above = float(values[place - 1]), float(values[place])
    middle = below / 2 + above / 2
    return middle if below <= middle < above else below
