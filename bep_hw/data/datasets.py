"""Data sets as bits: FashionMNIST, scikit-learn's digits, Random Prototypes, features files.

Nothing here depends on the seed of a run: the same samples are always the same split.
"""

import math
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bep_hw.data import idx
from bep_hw.data.features import SUFFIX, features_shape, read_features
from bep_hw.spec.encoding import binarise, median_threshold, quantile_thresholds, thermometer
from bep_hw.support.errors import ConfigError, require

SPLIT_SEED = 2512_04189
"""Seeds every choice that belongs to a data set and not to a run (the number of the paper)."""


@dataclass(frozen=True)
class Split:
    """bits: uint8 0 or 1, (N, K_0), or `bep_hw.data.series.Encoded`; labels: int64, (N,)."""

    bits: np.ndarray
    labels: np.ndarray

    def arrays(self):
        """All that decides the bits."""
        return (self.bits,) if isinstance(self.bits, np.ndarray) else self.bits.arrays()

    def __len__(self):
        return len(self.labels)


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A binarised data set; `classes` is C, and every label is from 0 to C - 1."""

    name: str
    classes: int
    train: Split
    validation: Split
    test: Split

    @property
    def width(self):
        """Bits of a sample, or of one of its time steps: K_0."""
        return self.train.bits.shape[-1]

    @property
    def steps(self):
        """Time steps of the longest sample; 1 if time does not matter."""
        splits = (self.train, self.validation, self.test)
        return max(math.prod(split.bits.shape[1:-1]) for split in splits)

    def checksum(self):
        """CRC-32 of all bits and labels: tells one version of the data from another."""
        value = 0
        for split in (self.train, self.validation, self.test):
            for array in (*split.arrays(), split.labels.astype("<i8")):
                value = zlib.crc32(np.ascontiguousarray(array), value)
        return value


@dataclass(frozen=True, kw_only=True)
class Source:
    """What is known of a data set before it is loaded.

    width, classes: K_0 and C
    load: folder or None -> Dataset
    where: folder or None -> where the data comes from, in words
    """

    width: int
    classes: int
    load: Callable
    where: Callable


def check_name(name):
    """Raise ConfigError unless `name` is that of a data set or ends as a features file."""
    require(
        name in SOURCES or name.endswith(SUFFIX),
        f"data set {name!r}: must be one of {', '.join(SOURCES)}, or a features file, *{SUFFIX}",
    )


def get(name):
    """The Source called `name`, or of the features file `name`.

    ConfigError for an unknown name, or a features file that is missing or damaged.
    """
    check_name(name)
    return SOURCES[name] if name in SOURCES else _file_source(name)


def load(name, folder=None, seed=1):
    """The Dataset called `name`, read from `folder` if it is one that has files.

    seed: of the run; a random task is drawn anew for each, all others are always the same

    ConfigError if it is unknown, or if its files are missing or damaged.
    """
    return get(name).load(folder, seed)


def cache_folder():
    """Where data sets are kept that were downloaded or made here."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "bep-hw"


def named_folder(folder):
    """The folder the user named, by option or environment; None if they named none."""
    folder = folder or os.environ.get("BEP_HW_DATA")
    return Path(folder) if folder else None


def _held_out(values, labels, fraction, stream):
    """Split samples at random: (the rest, a `fraction` of them), both in random order."""
    order = np.random.default_rng([SPLIT_SEED, stream]).permutation(len(labels))
    count = max(1, round(fraction * len(labels)))
    held, rest = order[:count], order[count:]
    return (values[rest], labels[rest]), (values[held], labels[held])


def held_out_evenly(values, labels, step, stream):
    """As `_held_out` for small data: every `step`-th sample of each class, so that none is rare."""
    order = np.random.default_rng([SPLIT_SEED, stream]).permutation(len(labels))
    order = order[np.argsort(labels[order], kind="stable")]  # class by class, random within
    held = np.arange(len(labels)) % step == 0
    return (values[order[~held]], labels[order[~held]]), (values[order[held]], labels[order[held]])


# FashionMNIST

IDX_FOLDER = Path("/usr/share/datasets/fashion-mnist")
IDX_URL = "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion"
IDX_FILES = {
    "train-images-idx3-ubyte": "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
    "train-labels-idx1-ubyte": "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
    "t10k-images-idx3-ubyte": "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
    "t10k-labels-idx1-ubyte": "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
}
"""SHA-256 of each file unpacked: distributions pack the same content differently."""

IMAGE_SHAPE = (28, 28)
FASHION_CLASSES = 10


def _fashion_cache():
    return cache_folder() / "fashion-mnist"


def _fashion_folder(folder):
    """Where the user says the files are; None if they named no folder."""
    folder = named_folder(folder)
    if folder is None:
        return None
    inner = folder / "fashion-mnist"
    return inner if inner.is_dir() else folder


def _whole(folder):
    return all(idx.find_idx(folder, name) for name in IDX_FILES)


def _fashion_files(folder):
    """{name: path} of the four IDX files; downloads only if the user named no folder."""
    chosen = _fashion_folder(folder)
    if chosen is None:
        chosen = IDX_FOLDER if _whole(IDX_FOLDER) else _fashion_cache()
        if not _whole(chosen):
            for name, checksum in IDX_FILES.items():
                if not idx.find_idx(chosen, name):
                    idx.download_idx(f"{IDX_URL}/{name}.gz", checksum, chosen / f"{name}.gz")
    files = {name: idx.find_idx(chosen, name) for name in IDX_FILES}
    for name, path in files.items():
        require(path, f"{chosen / name}: no such file, nor {name}.gz: FashionMNIST needs it")
    return files


def _fashion_where(folder):
    chosen = _fashion_folder(folder)
    for candidate in [chosen] if chosen else [IDX_FOLDER, _fashion_cache()]:
        if _whole(candidate):
            return str(candidate)
    return f"missing in {chosen}" if chosen else f"will be downloaded to {_fashion_cache()}"


def _fashion_part(files, part):
    """Pixels (N, 784) uint8 and labels (N,) int64 of "train" or "t10k", checked."""
    image_path, label_path = (
        files[f"{part}-images-idx3-ubyte"],
        files[f"{part}-labels-idx1-ubyte"],
    )
    images, labels = idx.read_idx(image_path, 3), idx.read_idx(label_path, 1)
    size = "x".join(map(str, images.shape[1:]))
    require(images.shape[1:] == IMAGE_SHAPE, f"{image_path}: images of {size}: must be 28x28")
    require(
        len(images) == len(labels),
        f"{label_path}: {len(labels)} labels: must be as many as the {len(images)} images",
    )
    require(len(labels) >= 2, f"{label_path}: {len(labels)} labels: at least 2 are needed")
    require(
        labels.max() < FASHION_CLASSES,
        f"{label_path}: label {labels.max()}: must be below {FASHION_CLASSES}",
    )
    return images.reshape(len(images), -1), labels.astype(np.int64)


def fashion_pixels(folder):
    """((training, validation), test), each pixels (N, 784) uint8 and labels (N,)."""
    files = _fashion_files(folder)
    return _held_out(*_fashion_part(files, "train"), 0.1, 0), _fashion_part(files, "t10k")


def _load_fashion(folder, seed):
    (train, validation), test = fashion_pixels(folder)
    threshold = median_threshold(train[0])

    def split(part):
        return Split(binarise(part[0], threshold), part[1])

    return Dataset(
        name="fashion-mnist",
        classes=FASHION_CLASSES,
        train=split(train),
        validation=split(validation),
        test=split(test),
    )


# The digits of scikit-learn: 1,797 images of 8 x 8 pixels from 0 to 16

DIGIT_THRESHOLDS = (2, 6, 10, 14)


def _load_digits(folder, seed):
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        raise ConfigError("data set digits: needs scikit-learn: pip install bep-hw[data]") from None
    pixels, labels = load_digits(return_X_y=True)  # (1797, 64), (1797,)
    bits = thermometer(pixels, DIGIT_THRESHOLDS)  # (1797, 256)
    rest, test = held_out_evenly(bits, labels.astype(np.int64), 5, 1)
    train, validation = held_out_evenly(*rest, 10, 2)
    return Dataset(
        name="digits",
        classes=10,
        train=Split(*train),
        validation=Split(*validation),
        test=Split(*test),
    )


def _digits_where(folder):
    from importlib.util import find_spec

    return "scikit-learn" if find_spec("sklearn") else "missing: pip install bep-hw[data]"


# Random Prototypes: a sample is the random prototype of its class with bits flipped at random.
# Prototypes and samples are drawn from the seed sequence [seed, 3].

PROTOTYPE_WIDTH = 1000
PROTOTYPE_CLASSES = 10
FLIP_PROBABILITY = 0.46
PROTOTYPE_SAMPLES = {"train": 20_000, "test": 3_000, "validation": 3_000}
"""The paper trains on 20,000 and tests on 3,000; more are drawn to validate on."""


def _load_prototypes(folder, seed):
    random = np.random.default_rng([seed, 3])
    prototypes = random.integers(0, 2, (PROTOTYPE_CLASSES, PROTOTYPE_WIDTH), np.uint8)

    def draw(count):
        labels = random.integers(0, PROTOTYPE_CLASSES, count)
        flips = random.random((count, PROTOTYPE_WIDTH), np.float32) < FLIP_PROBABILITY
        return prototypes[labels] ^ flips, labels

    splits = {name: Split(*draw(count)) for name, count in PROTOTYPE_SAMPLES.items()}
    return Dataset(name="random-prototypes", classes=PROTOTYPE_CLASSES, **splits)


# Features of a pretrained network, in a file that the user makes

FEATURE_WIDTH = 4096
FEATURE_CLASSES = 10
FEATURE_BLOCK = 256
"""Features binarised at once: the copies of all of CIFAR-10's would take gigabytes."""


def features_file(name, folder=None):
    """Path of the features file of data set `name`: in the user's folder, else in the cache."""
    return (named_folder(folder) or cache_folder()) / f"{name}{SUFFIX}"


def _load_features(name, path, width=None, classes=None):
    """The Dataset in the features file `path`; a feature is 1 from its median upwards.

    width, classes: K_0 and C that it must have; None for those of the file
    """
    (features, labels), (test_features, test_labels), classes = read_features(path, classes)
    found = features.shape[1]
    require(
        width in (None, found),
        f"{path}: {found} features: {name} has {width}; --dataset {path} takes any number",
    )
    train, validation = _held_out(np.arange(len(labels)), labels, 0.1, 5)  # rows, labels
    bits = np.empty(features.shape, np.uint8)  # (N, K_0)
    test_bits = np.empty(test_features.shape, np.uint8)
    for start in range(0, found, FEATURE_BLOCK):
        block = slice(start, start + FEATURE_BLOCK)
        thresholds = quantile_thresholds(features[train[0], block], 1)  # (block, 1) medians
        bits[:, block] = thermometer(features[:, block], thresholds)
        test_bits[:, block] = thermometer(test_features[:, block], thresholds)
    return Dataset(
        name=name,
        classes=classes,
        train=Split(bits[train[0]], train[1]),
        validation=Split(bits[validation[0]], validation[1]),
        test=Split(test_bits, test_labels),
    )


def _file_source(name):
    width, classes = features_shape(name)
    return Source(
        width=width,
        classes=classes,
        load=lambda folder, seed: _load_features(name, name),
        where=lambda folder: name,
    )


def _features_source(name):
    def load(folder, seed):
        return _load_features(name, features_file(name, folder), FEATURE_WIDTH, FEATURE_CLASSES)

    def where(folder):
        path = features_file(name, folder)
        make = f"python sim/make_features.py {name} --out {path}"
        return str(path) if path.is_file() else f"missing: {make}"

    return Source(width=FEATURE_WIDTH, classes=FEATURE_CLASSES, load=load, where=where)


SOURCES = {
    "digits": Source(width=256, classes=10, load=_load_digits, where=_digits_where),
    "fashion-mnist": Source(
        width=784, classes=FASHION_CLASSES, load=_load_fashion, where=_fashion_where
    ),
    "random-prototypes": Source(
        width=PROTOTYPE_WIDTH,
        classes=PROTOTYPE_CLASSES,
        load=_load_prototypes,
        where=lambda folder: "generated",
    ),
    "cifar10": _features_source("cifar10"),
    "imagenette": _features_source("imagenette"),
}
