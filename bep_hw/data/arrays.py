"""A user's own arrays: a .npz file, or a pair of .npy files.

NAME.npz has train_features, train_labels, test_features and test_labels, or these four as x_train,
y_train, x_test and y_test, or only X and y, or features and labels, or data and target.
Features are (samples, features), images (samples, height, width).
Beside NAME_X.npy, features, stands NAME_y.npy, their labels; either stands for both.
"""

from pathlib import Path

import numpy as np

from bep_hw.data import npz
from bep_hw.data.samples import Samples
from bep_hw.support.errors import ConfigError, require

FOUR = ("train_features", "train_labels", "test_features", "test_labels")
NAMES = (FOUR, ("x_train", "y_train", "x_test", "y_test"))
NAMES += (("X", "y"), ("features", "labels"), ("data", "target"))
"""Names of arrays that belong together: features and labels for training, and for the test."""

ENDS = {"X.npy": "y.npy", "y.npy": "X.npy"}


def claims(path):
    """Whether a file of this name is read here."""
    return Path(path).suffix in (npz.SUFFIX, ".npy")


def read(path, label=None, labelled=True):
    """The Samples of a file; ConfigError names the file and the error.

    label: must be None, arrays have no columns with a name
    labelled: False if labels may be missing, as of samples to predict
    """
    require(label is None, f"label {label!r}: only tables have a label column, not {path}")
    if Path(path).suffix == npz.SUFFIX:
        arrays = npz.read_npz(path, {name for names in NAMES for name in names})
        names = _names(path, arrays, labelled)
    else:
        arrays, names = _pair(path, labelled)
    parts, sizes = [], []
    for features, labels in zip(names[::2], names[1::2], strict=True):
        values, size = _rows(path, features, arrays[features])
        sizes.append(size)
        texts = None
        if labels in arrays:
            texts = _checked_labels(path, labels, arrays[labels], len(values))
        parts.append((values, texts))
    (values, texts), *test = parts
    if not test:
        return Samples(values=values, labels=texts, size=size)
    require(
        sizes[0] == sizes[1],
        f"{path}: {names[2]} of shape {arrays[names[2]].shape}: must be as {names[0]}, of shape"
        f" {arrays[names[0]].shape}",
    )
    width, other = values.shape[1], test[0][0].shape[1]
    require(width == other, f"{path}: {names[2]} of {other} columns: {names[0]} has {width}")
    return Samples(
        values=np.concatenate([values, test[0][0]]),
        labels=[*texts, *test[0][1]],
        tests=len(test[0][1]),
        size=size,
    )


def _rows(path, name, features):
    """(numbers (N, F), (height, width) or None) of features (N, F) or images (N, height, width)."""
    if features.ndim != 3:
        return checked_features(path, name, features), None
    rows = features.reshape(len(features), -1)
    return checked_features(path, name, rows), features.shape[1:]


def _names(path, arrays, labelled):
    """The entry of NAMES that the file uses; ConfigError names a missing array."""
    best = max(NAMES, key=lambda names: len(set(names) & set(arrays)))  # the first of equals
    if not labelled and best[0] in arrays and len(best) == 2:
        return best
    for name in best:
        require(
            name in arrays,
            f"{path}: no array {name}: a features file has {', '.join(FOUR)}, or X and y",
        )
    return best


def _pair(path, labelled):
    """({name: array}, names) of NAME_X.npy and NAME_y.npy."""
    path = Path(path)
    end = path.name[-5:]
    require(
        end in ENDS,
        f"{path}: must be called NAME_X.npy, for features, or NAME_y.npy, for labels: two such"
        " files are one data set",
    )
    if not labelled and end == "X.npy":
        return {"features": _npy(path)}, ("features", "labels")
    other = path.with_name(path.name[:-5] + ENDS[end])
    require(path.is_file(), f"{path}: no such file")
    require(other.is_file(), f"{other}: no such file: {path.name} needs it beside itself")
    first, second = (path, other) if end == "X.npy" else (other, path)
    return {"features": _npy(first), "labels": _npy(second)}, ("features", "labels")


def _npy(path):
    try:
        with open(path, "rb") as stream:
            return npz.read_array(stream)
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (*npz.DAMAGE, EOFError, MemoryError) as error:
        raise ConfigError(f"{path}: is not a whole .npy file: {str(error)[:80]}") from None


def checked_features(path, name, features):
    """`features` as numbers (N, F), truth values as 0 and 1; ConfigError unless all are finite."""
    require(
        features.ndim == 2 and 0 not in features.shape,
        f"{path}: {name} of shape {features.shape}: must be (samples, features)",
    )
    if features.dtype.kind == "b":
        return features.astype(np.uint8)
    require(
        features.dtype.kind in "iuf", f"{path}: {name} of type {features.dtype}: must be numbers"
    )
    bad = np.argwhere(~np.isfinite(features)) if features.dtype.kind == "f" else ()
    if len(bad):
        row, column = bad[0]
        raise ConfigError(
            f"{path}: {name} with NaN or infinity: row {row}, column {column}, counted from 0, is"
            f" {features[row, column]}: must be finite"
        )
    return features


def _checked_labels(path, name, labels, count):
    """Labels of any kind as a list of one for each sample."""
    require(
        labels.shape == (count,),
        f"{path}: {name} of shape {labels.shape}: must be one label for each of {count} samples",
    )
    return labels.tolist()
