"""Series files, *.ts, as the time series archive has them; aeon reads them."""

from pathlib import Path

import numpy as np

from bep_hw.support.errors import ConfigError, require

SUFFIX = ".ts"
HALVES = {"_TRAIN": "_TEST", "_TEST": "_TRAIN"}
"""Ends of the names of the two files of one set."""


def partner(path):
    """The other half of a set in two files, X_TRAIN.ts and X_TEST.ts; None if there is none."""
    path = Path(path)
    for end, other in HALVES.items():
        if path.stem.endswith(end):
            second = path.with_name(f"{path.stem.removesuffix(end)}{other}{SUFFIX}")
            return second if second.is_file() else None
    return None


def read_ts(path):
    """(series, labels) of a file: series (F, length) float64, NaN where a value is missing; texts.

    ConfigError names the file and what is wrong.
    """
    require(Path(path).is_file(), f"{path}: no such series file")
    try:
        from aeon.datasets import load_from_ts_file
    except ImportError:
        raise ConfigError(f"{path}: reading it needs aeon: pip install bep-hw[series]") from None
    try:
        values, labels, about = load_from_ts_file(str(path), return_meta_data=True)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from None
    except Exception as error:  # whatever a reader of somebody else's text may stumble over
        raise ConfigError(f"{path}: is not a whole series file: {str(error)[:80]}") from None
    require(about.get("classlabel"), f"{path}: has no class labels: must be a set to classify")
    require(len(values), f"{path}: has no series")
    # Series of one length may end in missing values, with which a file fills shorter ones up.
    series = [_trimmed(np.asarray(one, np.float64)) for one in values]
    for one in series:
        require(one.size, f"{path}: a series without any value")
        require(not np.isinf(one).any(), f"{path}: a series with infinity: must be finite")
    return series, [str(label) for label in labels]


def _trimmed(series):
    """A series (F, length) without time steps at its end in which every value is missing."""
    there = np.flatnonzero(~np.isnan(series).all(axis=0))
    return series[:, : there[-1] + 1] if there.size else series[:, :0]
