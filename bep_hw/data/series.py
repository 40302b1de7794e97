"""Series as bits, for recurrent networks.

A series is cut into windows, counted from its end. Every value of a window becomes a thermometer,
and a fixed random ±1 matrix with a sign makes K_0 bits of all of them: a_t of one time step.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bep_hw.data.dataset import SPLIT_SEED, Dataset, Shape, Source, Split
from bep_hw.spec.encoding import steps_of
from bep_hw.spec.sequences import Sequences
from bep_hw.support.errors import require


@dataclass(frozen=True)
class Raw:
    """Series as they are: values, n arrays (F, length) of numbers, NaN where one is missing.

    labels: (n,) int64 from 0 to C - 1
    thresholds: values (list of (F, length)) and b -> ascending thresholds, (F, b)
    parts: seed -> indices of the training, validation and test samples
    class_names: what the labels are called, or empty
    """

    values: list
    labels: np.ndarray
    thresholds: Callable
    parts: Callable
    class_names: tuple[str, ...] = ()

    @property
    def classes(self):
        """C."""
        return int(self.labels.max()) + 1

    @property
    def length(self):
        """Time steps of the longest series."""
        return max(series.shape[1] for series in self.values)


@dataclass(frozen=True)
class Encoded:
    """Thermometers of n series, which become the network's bits only where they are looked at.

    codes: (n, T, W F b) uint8 0 or 1, the last `steps` time steps of each; steps: (n,)
    expansion: (K_0, W F b) ±1 int8, one of all data sets and runs
    """

    codes: np.ndarray
    steps: np.ndarray
    expansion: np.ndarray

    @property
    def shape(self):
        """(n, T, K_0)."""
        return (*self.codes.shape[:2], len(self.expansion))

    def __len__(self):
        return len(self.steps)

    def __getitem__(self, index):
        """`Sequences` of a slice or an array of indices: bit = sign(expansion code)."""
        codes = self.codes[index]  # (m, T, W F b)
        # Exact in float32: whole numbers far below 2**24.
        signs = 2 * codes.reshape(-1, codes.shape[2]).astype(np.float32) - 1
        sums = signs @ self.expansion.T.astype(np.float32)
        bits = (sums >= 0).view(np.uint8)  # (m T, K_0)
        return Sequences(bits.reshape(*codes.shape[:2], -1), self.steps[index])

    def arrays(self):
        """All that decides the bits."""
        return self.codes, self.steps.astype("<i8"), self.expansion


def trimmed(series):
    """A series (F, length) without time steps at its end in which every value is missing."""
    there = np.flatnonzero(~np.isnan(series).all(axis=0))
    return series[:, : there[-1] + 1] if there.size else series[:, :0]


def expansion(width, codes):
    """The fixed random matrix that makes K_0 = `width` bits of `codes` bits: (width, codes) ±1."""
    rng = np.random.default_rng([SPLIT_SEED, 7])
    return (1 - 2 * rng.integers(2, size=(width, codes))).astype(np.int8)


def encode(values, thresholds, encoding, width):
    """`Encoded` of values, n arrays (F, length); the first window repeats the first value.

    A missing value has the code of one below all thresholds.
    """
    window = encoding.window
    steps = np.array([steps_of(series.shape[1], encoding) for series in values], np.int64)  # (n,)
    longest, features = int(steps.max()), len(thresholds)
    bits = thresholds.shape[1]
    codes = np.zeros((len(values), longest, window * features * bits), np.uint8)
    for series, own, into in zip(values, steps, codes, strict=True):
        missing = own * window - series.shape[1]
        padded = np.pad(series, ((0, 0), (missing, 0)), mode="edge")  # (F, own * W)
        code = padded.T[:, :, None] >= thresholds  # (own * W, F, b)
        into[longest - own :] = code.reshape(own, -1)
    return Encoded(codes, steps, expansion(width, codes.shape[2]))


def quantiles(values, bits):
    """Distributive thermometer of every feature, over all time steps: (F, b) ascending."""
    together = np.concatenate(values, axis=1)  # (F, all time steps)
    require(
        np.isfinite(together).any(axis=1).all(), "series: a feature has no value in training data"
    )
    return np.nanquantile(together, np.arange(1, bits + 1) / (bits + 1), axis=1).T  # (F, b)


def same_features(path, values):
    """Raise ConfigError unless all series, (F, length), have the same number of features."""
    features = {len(series) for series in values}
    require(len(features) == 1, f"{path}: series of {sorted(features)} features: must agree")


def series_source(name, *, read, where):
    """The Source of a set of series; read: folder or None -> Raw."""

    def shape(folder, encoding):
        raw = read(folder)
        return Shape(classes=raw.classes, samples=len(raw.parts(1)[0]), length=raw.length)

    def load(folder, seed, encoding, width):
        return dataset(name, read(folder), seed, encoding, width)

    return Source(name=name, kind="series", shape=shape, load=load, where=where)


def dataset(name, raw, seed, encoding, width):
    """The Dataset of the parts that `raw` has for a `seed`, as bits; K_0 = `width`."""
    require(
        encoding is not None and width is not None,
        f"data set {name}: is one of series, which need an encoding and a width, K_0",
    )
    require(
        encoding.window <= raw.length,
        f"window {encoding.window}: must be at most {raw.length},"
        f" the values of the longest series of {name}",
    )
    parts = raw.parts(seed)
    values = [[raw.values[i] for i in part] for part in parts]
    thresholds = raw.thresholds(values[0], encoding.thermometer)
    train, validation, test = (
        Split(encode(some, thresholds, encoding, width), raw.labels[part])
        for some, part in zip(values, parts, strict=True)
    )
    return Dataset(
        name=name,
        classes=raw.classes,
        train=train,
        validation=validation,
        test=test,
        class_names=raw.class_names,
    )
