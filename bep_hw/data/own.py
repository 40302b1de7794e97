"""A user's own data: files and folders by their names. A new kind of file is one entry of READERS.

A reader is a module with `claims(path)` and `read(path, label, labelled) -> Samples`.
"""

import os
from functools import lru_cache
from pathlib import Path

import numpy as np

from bep_hw.data import arrays, images, series, series_files, tables
from bep_hw.data.dataset import Shape, Source
from bep_hw.data.encoded import Parted
from bep_hw.data.samples import name_of
from bep_hw.data.series_encoder import SeriesEncoder
from bep_hw.support.errors import ConfigError, require

READERS = (series_files, tables, arrays, images)
"""The first one that claims a path reads it."""

KINDS = "*.npz, NAME_X.npy, *.csv, *.tsv, *.ts, or a folder of images by class"


def reader(path):
    """The module that reads `path`; None if there is none."""
    return next((one for one in READERS if one.claims(path)), None)


def is_path(name):
    """Whether `name` is a path, and not the name of a data set."""
    return bool(name) and (reader(name) is not None or os.path.lexists(name) or os.sep in name)


def source(path, label=None):
    """The Source of the user's own data in `path`; ConfigError for an unknown kind of file.

    label: name of the column of labels in a table; None for the last one
    """
    path = str(path)
    if not reader(path):
        require(os.path.lexists(path), f"{path}: no such file or folder: must be {KINDS}")
        require(False, f"{path}: an unknown kind of file: must be {KINDS}")
    timed = reader(path) is series_files

    def load(folder, seed, encoding, width):
        if timed:
            return series.dataset(path, _series(path, label, _stamp(path)), seed, encoding, width)
        return _features(path, label, _stamp(path), encoding)

    def shape(folder, encoding):
        if timed:
            raw = _series(path, label, _stamp(path))
            return Shape(classes=raw.classes, samples=len(raw.parts(1)[0]), length=raw.length)
        return _read(path, label, _stamp(path)).shape(encoding)

    kind = "series" if timed else "features"
    return Source(name=path, kind=kind, shape=shape, load=load, where=lambda folder: path)


def _stamp(path):
    """A value that changes when a file is written anew, so that old contents are not reused.

    It covers the whole folder: some data sets are two files.
    """
    place = Path(path) if Path(path).is_dir() else Path(path).parent
    try:
        with os.scandir(place) as entries:
            found = [(one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in entries]
    except OSError:
        return None
    return tuple(sorted(found))


@lru_cache(maxsize=2)
def _read(path, label, stamp):
    return Parted.of(path, reader(path).read(path, label))


@lru_cache(maxsize=2)
def _series(path, label, stamp):
    read = _read(path, label, stamp)
    return series.Raw(
        read.samples.values,
        read.numbers,
        series.quantiles,
        lambda seed: read.parts,
        read.class_names,
    )


@lru_cache(maxsize=2)
def _features(path, label, stamp, encoding):
    return _read(path, label, stamp).dataset(path, encoding)


def read_known(path, inputs, label=None):
    """(bits, labels) of all samples in `path`, encoded as the `inputs` say.

    bits: (n, K_0) uint8, or `Encoded` series, in the order of the file
    labels: numbers (n,) int64 of the classes, C for a class that training did not have; None if the
        file has no labels
    label: name of the column of labels in a table, if it is another one than in training
    ConfigError for a file that cannot be read, or that lacks columns of the training data.
    """
    path = str(path)
    kind = reader(path)
    require(kind, f"{path}: an unknown kind of file: must be {KINDS}")
    timed = isinstance(inputs.encoder, SeriesEncoder)
    trained = "series" if timed else "features of samples, and not on series"
    require(timed == (kind is series_files), f"{path}: the run was trained on {trained}")
    if kind is tables and inputs.columns:
        samples = tables.read_known(path, inputs.columns, label or inputs.label)
    else:
        samples = kind.read(path, label, labelled=False)
    try:
        bits = inputs.encoder.encode(samples.values)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None
    return bits, _known(path, samples.labels, inputs.class_names)


def _known(path, labels, names):
    """Numbers (n,) of the classes called `names`, len(names) for any other; None of no labels."""
    if labels is None:
        return None
    place = {name: number for number, name in enumerate(names)}
    found = {label: place.get(name_of(path, label), len(names)) for label in set(labels)}
    return np.array([found[label] for label in labels], np.int64)
