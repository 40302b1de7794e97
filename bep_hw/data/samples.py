"""A user's own samples as a file has them, before they are split and become bits.

Every kind of file has a reader that returns `Samples`; all later steps are the same.
"""

from dataclasses import dataclass

import numpy as np

from bep_hw.data.splits import held_out_evenly
from bep_hw.support.errors import require

TEST, VALIDATION = 5, 10
"""One in so many samples of each class is held out: for the test, and of the others to validate."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, and the texts in it; none if it has numbers."""

    name: str
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Samples:
    """The samples of a file.

    values: features (N, F) of finite numbers, or N series (F, length), NaN for a missing value
    labels: N numbers or texts, or None if they are not known
    tests: number of the last samples that are the test set; 0 if the file does not say
    size: (height, width) if the features are pixels of images, row by row; else None
    columns: of a table, in its order, without the label; else empty
    label: name of the column of labels of a table; else None
    """

    values: np.ndarray | list
    labels: list | None
    tests: int = 0
    size: tuple[int, int] | None = None
    columns: tuple[Column, ...] = ()
    label: str | None = None


def class_names(path, labels):
    """Names of the classes of `labels`, in the order of their numbers, as `name_of` gives them.

    Numbers are in numerical order, texts in alphabetical order.
    ConfigError for a number that is not whole, and for less than two classes.
    """
    found = {name_of(path, label) for label in set(labels)}
    numbers = all(_is_whole(name) for name in found)
    names = sorted(found, key=int) if numbers else sorted(found)
    require(len(names) >= 2, f"{path}: {len(names)} class: at least 2 are needed")
    return tuple(names)


def numbered(path, labels, names):
    """(N,) int64 from 0 to C - 1; ConfigError for a label that is not one of `names`."""
    place = {name: number for number, name in enumerate(names)}
    found = {label: name_of(path, label) for label in set(labels)}
    for name in found.values():
        require(
            name in place, f"{path}: label {name!r}: no training sample has it, only {_some(names)}"
        )
    return np.array([place[found[label]] for label in labels], np.int64)


def name_of(path, label):
    """A label as text, the same for 1, 1.0, "1" and "1.0"; ConfigError if it is no class."""
    text = str(label).strip()
    try:
        value = float(text)
    except ValueError:
        return text
    require(
        value.is_integer(),
        f"{path}: label {text}: must be a whole number or a word: labels are classes",
    )
    return str(int(value))


def _is_whole(text):
    return text.removeprefix("-").isdecimal()


def _some(names):
    return ", ".join(names[:10]) + (" ..." if len(names) > 10 else "")


def parts(path, numbers, names, tests):
    """Indices of training, validation and test samples: the last `tests` test, or a fifth.

    A tenth of the others validates. Both are held out evenly of every class, the same ones always.
    ConfigError if some class has no sample left to train on.
    """
    samples = np.arange(len(numbers))
    rest, labels, test = samples, numbers, None
    if tests:
        rest, labels, test = samples[:-tests], numbers[:-tests], samples[-tests:]
    else:
        (rest, labels), (test, _) = held_out_evenly(samples, numbers, TEST, 10)
    require(
        len(rest) >= VALIDATION,
        f"{path}: {len(rest)} samples to train on: at least {VALIDATION} are needed",
    )
    (train, labels), (validation, _) = held_out_evenly(rest, labels, VALIDATION, 11)
    for number, name in enumerate(names):
        require(
            number in labels,
            f"{path}: class {name} has {(numbers == number).sum()} samples: too few, none is left"
            " to train on",
        )
    return train, validation, test
