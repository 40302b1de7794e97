"""Data sets as bits: FashionMNIST, the digits of scikit-learn, and Random Prototypes.

Nothing here depends on the seed of a run: the same samples are always the same split.
"""

import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bep_hw import idx
from bep_hw.config import ConfigError, require
from bep_hw.encoding import binarise, median_threshold, thermometer

SPLIT_SEED = 2512_04189
"""Seeds every choice that belongs to a data set and not to a run (the number of the paper)."""


@dataclass(frozen=True)
class Split:
    """bits: uint8 0 or 1, (N, K_0); labels: int64, (N,)."""

    bits: np.ndarray
    labels: np.ndarray

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
        """Bits of a sample, K_0."""
        return self.train.bits.shape[1]

    def checksum(self):
        """CRC-32 of all bits and labels: tells one version of the data from another."""
        value = 0
        for split in (self.train, self.validation, self.test):
            for array in (split.bits, split.labels.astype("<i8")):
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


def get(name):
    """The Source called `name`; ConfigError for an unknown one."""
    require(name in SOURCES, f"data set {name!r}: must be one of {', '.join(SOURCES)}")
    return SOURCES[name]


def load(name, folder=None):
    """The Dataset called `name`, read from `folder` if it is one that has files.

    ConfigError if it is unknown, or if its files are missing or damaged.
    """
    return get(name).load(folder)


def _held_out(values, labels, fraction, stream):
    """Split samples at random: (the rest, a `fraction` of them), both in random order."""
    order = np.random.default_rng([SPLIT_SEED, stream]).permutation(len(labels))
    count = max(1, round(fraction * len(labels)))
    held, rest = order[:count], order[count:]
    return (values[rest], labels[rest]), (values[held], labels[held])


def _held_out_evenly(values, labels, step, stream):
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


def cache_folder():
    """Where downloaded FashionMNIST files are kept."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "bep-hw" / "fashion-mnist"


def _chosen_folder(folder):
    """The folder the user named, by option or environment; None if they named none."""
    folder = folder or os.environ.get("BEP_HW_DATA")
    if not folder:
        return None
    inner = Path(folder) / "fashion-mnist"
    return inner if inner.is_dir() else Path(folder)


def _whole(folder):
    return all(idx.find_idx(folder, name) for name in IDX_FILES)


def _fashion_files(folder):
    """{name: path} of the four IDX files; downloads only if the user named no folder."""
    chosen = _chosen_folder(folder)
    if chosen is None:
        chosen = IDX_FOLDER if _whole(IDX_FOLDER) else cache_folder()
        if not _whole(chosen):
            for name, checksum in IDX_FILES.items():
                if not idx.find_idx(chosen, name):
                    idx.download_idx(f"{IDX_URL}/{name}.gz", checksum, chosen / f"{name}.gz")
    files = {name: idx.find_idx(chosen, name) for name in IDX_FILES}
    for name, path in files.items():
        require(path, f"{chosen / name}: no such file, nor {name}.gz: FashionMNIST needs it")
    return files


def _fashion_where(folder):
    chosen = _chosen_folder(folder)
    for candidate in [chosen] if chosen else [IDX_FOLDER, cache_folder()]:
        if _whole(candidate):
            return str(candidate)
    return f"missing in {chosen}" if chosen else f"will be downloaded to {cache_folder()}"


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


def _load_fashion(folder):
    files = _fashion_files(folder)
    pixels, labels = _fashion_part(files, "train")
    train, validation = _held_out(pixels, labels, 0.1, 0)
    test = _fashion_part(files, "t10k")
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


def _load_digits(folder):
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        raise ConfigError("data set digits: needs scikit-learn: pip install bep-hw[data]") from None
    pixels, labels = load_digits(return_X_y=True)  # (1797, 64), (1797,)
    bits = thermometer(pixels, DIGIT_THRESHOLDS)  # (1797, 256)
    rest, test = _held_out_evenly(bits, labels.astype(np.int64), 5, 1)
    train, validation = _held_out_evenly(*rest, 10, 2)
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


# Random Prototypes: a sample is the random prototype of its class with bits flipped at random

PROTOTYPE_WIDTH = 1000
PROTOTYPE_CLASSES = 10
FLIP_PROBABILITY = 0.46
PROTOTYPE_SAMPLES = (20_000, 3_000)


def _load_prototypes(folder):
    random = np.random.default_rng([SPLIT_SEED, 3])
    prototypes = random.integers(0, 2, (PROTOTYPE_CLASSES, PROTOTYPE_WIDTH), np.uint8)

    def draw(count):
        labels = random.integers(0, PROTOTYPE_CLASSES, count)
        flips = random.random((count, PROTOTYPE_WIDTH), np.float32) < FLIP_PROBABILITY
        return prototypes[labels] ^ flips, labels

    samples, test = draw(PROTOTYPE_SAMPLES[0]), draw(PROTOTYPE_SAMPLES[1])
    train, validation = _held_out(*samples, 0.1, 4)
    return Dataset(
        name="random-prototypes",
        classes=PROTOTYPE_CLASSES,
        train=Split(*train),
        validation=Split(*validation),
        test=Split(*test),
    )


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
}
