"""Series files, *.ts, as the time series archive has them; aeon reads them."""

from pathlib import Path

import numpy as np

from bep_hw.data.series import trimmed
from bep_hw.support.errors import ConfigError, require

SUFFIX = ".ts"


def halves(path):
    """(X_TRAIN.ts, X_TEST.ts) of a set in two files, given either; (path, None) of a whole set.

    So for every suffix. The second is None too if there is no such file.
    """
    path = Path(path)
    for end in ("_TRAIN", "_TEST"):
        if path.stem.endswith(end):
            name = path.stem.removesuffix(end)
            train, test = (
                path.with_name(f"{name}{half}{path.suffix}") for half in ("_TRAIN", "_TEST")
            )
            if train.is_file() and test.is_file():
                return train, test
    return path, None


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
        header = _header(path)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from None
    except Exception as error:  # whatever a reader of somebody else's text may stumble over
        raise ConfigError(f"{path}: is not a whole series file: {str(error)[:80]}") from None
    require(about.get("classlabel"), f"{path}: has no class labels: must be a set to classify")
    require(len(values), f"{path}: has no series")
    labels = [str(label) for label in labels]
    _check_header(path, header, values, labels)
    # Series of one length may end in missing values, with which a file fills shorter ones up.
    series = [trimmed(np.asarray(one, np.float64)) for one in values]
    for number, one in enumerate(series, 1):
        require(one.size, f"{path}: series {number} has no value")
        require(not np.isinf(one).any(), f"{path}: series {number} with infinity: must be finite")
    return series, labels


def _header(path):
    """{name of a header line, in lower case: its words}."""
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, *words = line.split() or [""]
            if name.lower() == "@data":
                break
            found[name.lower()] = words
    return found


def _check_header(path, header, values, labels):
    """Raise ConfigError unless the series are as the header says."""
    known = header.get("@classlabel", [])[1:]
    small = {name.lower() for name in known}  # some files differ from their header in this
    for number, label in enumerate(labels, 1):
        require(
            label.lower() in small,
            f"{path}: series {number}: label {label!r}: must be one of the header's,"
            f" {', '.join(known)}",
        )
    length = header.get("@serieslength", [""])[0]
    if length.isdecimal():
        for number, one in enumerate(values, 1):
            found = np.shape(one)[1]
            require(
                found == int(length),
                f"{path}: series {number} has {found} values: the header says @seriesLength"
                f" {length}",
            )
