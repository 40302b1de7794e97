"""Features files: a data set as numbers in one .npz file, read with every array checked.

train_features, test_features: integers or floats, (N, K_0), the same K_0 in both
train_labels, test_labels: integers from 0 to C - 1, (N,)
"""

import zipfile
import zlib
from contextlib import contextmanager
from tokenize import TokenError

import numpy as np
from numpy.lib import format as npy

from bep_hw.support.errors import ConfigError, require

SUFFIX = ".npz"
DAMAGE = (ValueError, SyntaxError, TokenError, zlib.error, zipfile.BadZipFile)
"""What zipfile and numpy's reader of headers raise for bytes that they cannot make sense of."""

ARRAYS = ("train_features", "train_labels", "test_features", "test_labels")


def features_shape(path):
    """(K_0, C) of the features file `path`, without reading its features.

    C is one more than the largest training label. ConfigError names the file and what is wrong.
    """
    with _opened(path) as archive:
        with _member(path, archive, "train_features") as stream:
            npy.read_magic(stream)
            shape, _, _ = npy.read_array_header_1_0(stream)
        labels = _array(path, archive, "train_labels")
    _check_shape(path, "train_features", shape)
    _check_labels(path, "train_labels", labels, len(labels))
    return shape[1], int(labels.max()) + 1


def read_features(path, classes=None):
    """((features, labels) for training, the same for the test, C) of the features file `path`.

    features: as they are in the file, (N, K_0); labels: int64, (N,)
    classes: C, if it is known; else it is one more than the largest training label
    ConfigError names the file and what is wrong.
    """
    with _opened(path) as archive:
        arrays = {name: _array(path, archive, name) for name in ARRAYS}
    for part in ("train", "test"):
        features, labels = (f"{part}_features", f"{part}_labels")
        _check_features(path, features, arrays[features])
        _check_labels(path, labels, arrays[labels], len(arrays[features]))
    width, other = (arrays[f"{part}_features"].shape[1] for part in ("train", "test"))
    require(
        width == other,
        f"{path}: test_features of {other} columns: train_features has {width}",
    )
    require(len(arrays["train_labels"]) >= 2, f"{path}: 1 training sample: at least 2 are needed")
    if classes is None:
        classes = int(arrays["train_labels"].max()) + 1
    for part in ("train", "test"):
        highest = arrays[f"{part}_labels"].max()
        require(
            highest < classes,
            f"{path}: {part}_labels: label {highest}: must be below {classes}",
        )
    train, test = (
        (arrays[f"{part}_features"], arrays[f"{part}_labels"].astype(np.int64))
        for part in ("train", "test")
    )
    return train, test, classes


@contextmanager
def _opened(path):
    """The .npz file `path` as a zip archive; ConfigError for all that makes it unreadable."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except ConfigError:
        raise
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file: sim/make_features.py makes one") from None
    except (OSError, EOFError, MemoryError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigError(f"{path}: cannot be read: {reason}") from None
    except DAMAGE as error:
        # Some quote all of the damage.
        raise ConfigError(f"{path}: is not a whole features file: {str(error)[:80]}") from None


def _member(path, archive, name):
    require(
        f"{name}.npy" in archive.namelist(),
        f"{path}: no array {name}: a features file has {', '.join(ARRAYS)}",
    )
    return archive.open(f"{name}.npy")


def _array(path, archive, name):
    with _member(path, archive, name) as stream:
        return npy.read_array(stream, allow_pickle=False)


def _check_shape(path, name, shape):
    require(
        len(shape) == 2 and 0 not in shape,
        f"{path}: {name} of shape {shape}: must be (samples, features)",
    )


def _check_features(path, name, features):
    _check_shape(path, name, features.shape)
    require(
        np.issubdtype(features.dtype, np.integer) or np.issubdtype(features.dtype, np.floating),
        f"{path}: {name} of type {features.dtype}: must be numbers",
    )
    require(np.isfinite(features).all(), f"{path}: {name} with NaN or infinity: must be finite")


def _check_labels(path, name, labels, count):
    require(
        labels.shape == (count,) and count,
        f"{path}: {name} of shape {labels.shape}: must be one label for each of {count} samples",
    )
    require(
        np.issubdtype(labels.dtype, np.integer),
        f"{path}: {name} of type {labels.dtype}: must be integers",
    )
    require(labels.min() >= 0, f"{path}: {name}: label {labels.min()}: must be at least 0")
