"""Binarisation: real-valued inputs as bits, 1 for +1 and 0 for -1.

Images take one threshold for the whole data set. Small images take a thermometer, several
thresholds a feature. A user's own features go through a `FeatureEncoder`, which suits any kind of
number. Thresholds always come from the training data alone.
"""

from dataclasses import dataclass

import numpy as np

from bep_hw.support.errors import ConfigError, require
from bep_hw.support.integers import blocks

MAX_THERMOMETER = 1000
"""Most bits of a value."""


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """The encoding of a series as bits.

    window: W, time steps of the series in one time step of the network
    thermometer: b, bits of a value
    """

    window: int = 1
    thermometer: int = 10

    def __post_init__(self):
        require(self.window >= 1, f"window {self.window}: must be at least 1 time step")
        require(
            1 <= self.thermometer <= MAX_THERMOMETER,
            f"thermometer bits {self.thermometer}: must be from 1 to {MAX_THERMOMETER}",
        )


def steps_of(length, encoding):
    """Time steps of the network for a series of `length`."""
    return blocks(length, encoding.window)


def median_threshold(images):
    """The global median of training pixels, one number for the whole data set.

    images: (N, ...) numbers. Of whole-number pixels the median is rounded down, which changes no
    comparison `pixel > median`.
    """
    images = _numbers(images, "images")
    median = np.median(images)
    whole = np.issubdtype(images.dtype, np.integer)
    return int(np.floor(median)) if whole else float(median)


def binarise(images, threshold):
    """Bit = pixel > threshold: images (N, ...) of any shape give (N, K_0) uint8."""
    images = _numbers(images, "images")
    return (images > threshold).reshape(len(images), -1).astype(np.uint8)  # (N, K_0)


def quantile_thresholds(features, bits):
    """Distributive thermometer: `bits` thresholds a feature, at its quantiles i / (bits + 1).

    features: (N, F) training data. Returns (F, bits) float64, ascending. One bit is the median.
    """
    features = _numbers(features, "features")
    require(features.ndim == 2, f"features of shape {features.shape}: must be (samples, features)")
    require(bits >= 1, f"thermometer bits {bits}: must be at least 1")
    levels = np.arange(1, bits + 1) / (bits + 1)  # (bits,)
    return np.quantile(features, levels, axis=0).T  # (F, bits)


def thermometer(features, thresholds):
    """Bit i of a feature = x >= threshold i: features (N, F) give (N, F * bits) uint8.

    thresholds: (F, bits), or (bits,) for the same ones in every feature, ascending. The bits of one
    feature stay together, lowest threshold first.
    """
    features = _numbers(features, "features")
    thresholds = _numbers(thresholds, "thresholds")
    require(features.ndim == 2, f"features of shape {features.shape}: must be (samples, features)")
    samples, count = features.shape
    require(
        thresholds.ndim == 1 or (thresholds.ndim == 2 and len(thresholds) == count),
        f"thresholds of shape {thresholds.shape}: must be (bits,) or ({count}, bits)",
    )
    require(
        np.all(thresholds[..., 1:] >= thresholds[..., :-1]),
        "thresholds out of order: must be ascending",
    )
    bits = features[:, :, None] >= thresholds  # (N, F, bits)
    return bits.reshape(samples, -1).astype(np.uint8)  # (N, F * bits)


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
        features = _feature_matrix(features)
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
        features = _feature_matrix(features)
        require(
            features.shape[1] == self.features,
            f"features: {features.shape[1]} of them: must be the {self.features} of the training"
            " data",
        )
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


def _feature_matrix(features):
    """`features` as finite numbers (N, F); truth values are 0 and 1."""
    if isinstance(features, np.ndarray) and features.dtype.kind == "b":
        features = features.view(np.uint8)
    features = _numbers(features, "features")
    require(features.ndim == 2, f"features of shape {features.shape}: must be (samples, features)")
    return features


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


def _numbers(values, what):
    """`values` as an array; ConfigError unless it is not empty and all of it finite numbers."""
    try:
        values = np.asarray(values)
    except ValueError:
        raise ConfigError(f"{what} of uneven length: must form an array") from None
    real = np.issubdtype(values.dtype, np.integer) or np.issubdtype(values.dtype, np.floating)
    require(real, f"{what} of type {values.dtype}: must be numbers")
    require(values.size and values.ndim, f"{what} of shape {values.shape}: must not be empty")
    finite = np.issubdtype(values.dtype, np.integer) or np.isfinite(values).all()
    require(finite, f"{what} with NaN or infinity: must be finite")
    return values
