"""A user's own series: .ts files, or a pair NAME_TRAIN.tsv and NAME_TEST.tsv.

NAME_TRAIN.ts and NAME_TEST.ts are one set too, given either. In a .tsv file, as the UCR archive has
it, a line is a series: its label, then its values, all between tabs, NaN where one is missing.
"""

from pathlib import Path

import numpy as np

from bep_hw.data import ts
from bep_hw.data.samples import Samples
from bep_hw.data.series import same_features, trimmed
from bep_hw.support.errors import ConfigError, require


def claims(path):
    """Whether a file of this name is read here."""
    path = Path(path)
    return path.suffix == ts.SUFFIX or (
        path.suffix == ".tsv" and path.stem.endswith(("_TRAIN", "_TEST"))
    )


def read(path, label=None, labelled=True):
    """The Samples of a file, or of the two halves of a set; ConfigError names the error.

    label: must be None, the place of a label is fixed
    labelled: False to read only the file that is named
    """
    require(label is None, f"label {label!r}: only tables have a label column, not {path}")
    train, test = ts.halves(path) if labelled else (Path(path), None)
    read_one = ts.read_ts if train.suffix == ts.SUFFIX else _read_tsv
    require(
        test or not labelled or read_one is ts.read_ts,
        f"{path}: NAME_TRAIN.tsv and NAME_TEST.tsv are one set of series: both must be there",
    )
    values, labels = read_one(train)
    if test is None:
        return Samples(values=values, labels=labels)
    others, other_labels = read_one(test)
    same_features(test, [*values, *others])
    return Samples(
        values=[*values, *others], labels=[*labels, *other_labels], tests=len(other_labels)
    )


def _read_tsv(path):
    """(series (1, length), labels) of the lines of a file."""
    values, labels = [], []
    try:
        with open(path, encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    label, one = _series(f"{path}: line {number}", line)
                    values.append(one)
                    labels.append(label)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not a table of text: {str(error)[:80]}") from None
    require(values, f"{path}: has no series")
    return values, labels


def _series(where, line):
    """(label, values (1, length)) of a line."""
    label, *cells = line.rstrip("\n").split("\t")
    numbers = []
    for place, cell in enumerate(cells, 2):
        try:
            numbers.append(float(cell or "nan"))
        except ValueError:
            raise ConfigError(f"{where}, column {place}: {cell!r}: must be a number") from None
    one = trimmed(np.array([numbers], np.float64))
    require(one.size, f"{where}: a series without any value")
    require(not np.isinf(one).any(), f"{where}: a value is infinity: must be finite")
    return label, one
