"""Features of images of CIFAR-10 and Imagenette, in a file that sim/make_features.py makes."""

import numpy as np

from bep_hw.data import npz
from bep_hw.data.arrays import FOUR, checked_features
from bep_hw.data.dataset import Dataset, Split, bits_source, named_folder
from bep_hw.data.splits import held_out
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.folders import cache_folder

WIDTH = 4096
CLASSES = 10


def features_file(name, folder=None):
    """Path of the features file of data set `name`: in the user's folder, else in the cache."""
    return (named_folder(folder) or cache_folder()) / f"{name}{npz.SUFFIX}"


def _source(name):
    return bits_source(
        name,
        width=WIDTH,
        classes=CLASSES,
        load=lambda folder, seed: _load(name, features_file(name, folder)),
        where=lambda folder: _where(name, features_file(name, folder)),
    )


def _where(name, path):
    make = f"python sim/make_features.py {name} --out {path}"
    return str(path) if path.is_file() else f"missing: {make}"


def _load(name, path):
    """The Dataset in the features file `path`; a feature is 1 from its median upwards.

    Where the median is the smallest value it is 1 above it; a constant feature is always 0.
    """
    (features, labels), (test_features, test_labels) = _read(name, path)
    train, validation = held_out(np.arange(len(labels)), labels, 0.1, 5)  # rows, labels
    encoder = FeatureEncoder.fit(features[train[0]])
    bits = np.zeros(features.shape, np.uint8)  # (N, K_0)
    test_bits = np.zeros(test_features.shape, np.uint8)
    bits[:, encoder.columns] = encoder.encode(features)
    test_bits[:, encoder.columns] = encoder.encode(test_features)
    return Dataset(
        name=name,
        classes=CLASSES,
        train=Split(bits[train[0]], train[1]),
        validation=Split(bits[validation[0]], validation[1]),
        test=Split(test_bits, test_labels),
        constant=encoder.constant,
    )


def _read(name, path):
    """(features (N, 4096), labels (N,) int64), for training and for the test."""
    if not path.is_file():
        raise ConfigError(f"{path}: no such file: sim/make_features.py {name} makes it")
    arrays = npz.read_npz(path, FOUR)
    for array in FOUR:
        require(array in arrays, f"{path}: no array {array}: it has {', '.join(FOUR)}")
    return tuple(_part(name, path, arrays, part) for part in ("train", "test"))


def _part(name, path, arrays, part):
    features = checked_features(path, f"{part}_features", arrays[f"{part}_features"])
    labels = arrays[f"{part}_labels"]
    where = f"{path}: {part}_labels"
    require(
        features.shape[1] == WIDTH,
        f"{path}: {features.shape[1]} features: {name} has {WIDTH}; --data-file {path} takes any"
        " number",
    )
    require(
        labels.shape == (len(features),),
        f"{where} of shape {labels.shape}: must be one label for each of {len(features)} samples",
    )
    require(labels.dtype.kind in "iu", f"{where} of type {labels.dtype}: must be integers")
    require(labels.min() >= 0, f"{where}: label {labels.min()}: must be at least 0")
    require(labels.max() < CLASSES, f"{where}: label {labels.max()}: must be below {CLASSES}")
    require(len(labels) >= 2, f"{where}: 1 sample: at least 2 are needed")
    return features, labels.astype(np.int64)


SOURCES = [_source("cifar10"), _source("imagenette")]
