"""Binarisation: real-valued inputs as bits, 1 for +1 and 0 for -1.

Images take one threshold for the whole data set. Tabular data and small images take a thermometer,
several thresholds a feature. Thresholds always come from the training data alone.
"""

from dataclasses import dataclass

import numpy as np

from bep_hw.support.errors import ConfigError, require
from bep_hw.support.integers import blocks


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """How a series becomes bits.

    window: W, time steps of the series in one time step of the network
    thermometer: b, bits of a value
    """

    window: int = 1
    thermometer: int = 10

    def __post_init__(self):
        require(self.window >= 1, f"window {self.window}: must be at least 1 time step")
        require(
            1 <= self.thermometer <= 1000,
            f"thermometer bits {self.thermometer}: must be from 1 to 1000",
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
