"""Checks of the numbers that an encoder is given."""

import numpy as np

from bep_hw.support.errors import ConfigError, require


def matrix(features):
    """`features` as finite numbers (N, F); truth values are 0 and 1."""
    if isinstance(features, np.ndarray) and features.dtype.kind == "b":
        features = features.view(np.uint8)
    features = _numbers(features)
    require(features.ndim == 2, f"features of shape {features.shape}: must be (samples, features)")
    return features


def of_training(features, count):
    """`features` as in `matrix`, (N, F) with F = `count`, that of the training samples."""
    features = matrix(features)
    require(
        features.shape[1] == count,
        f"features: {features.shape[1]} of them: must be the {count} of the training data",
    )
    return features


def _numbers(values):
    """`values` as an array; ConfigError unless it is not empty and all of it finite numbers."""
    try:
        values = np.asarray(values)
    except ValueError:
        raise ConfigError("features of uneven length: must form an array") from None
    real = np.issubdtype(values.dtype, np.integer) or np.issubdtype(values.dtype, np.floating)
    require(real, f"features of type {values.dtype}: must be numbers")
    require(values.size and values.ndim, f"features of shape {values.shape}: must not be empty")
    finite = np.issubdtype(values.dtype, np.integer) or np.isfinite(values).all()
    require(finite, "features with NaN or infinity: must be finite")
    return values
