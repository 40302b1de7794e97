"""A user's own table, .csv or .tsv: a sample a line, one column of which is its label.

Names of the columns may stand in the first line. Cells are between commas (or semicolons, if there
is no comma in the first line), in a .tsv file between tabs.
"""

import csv
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import numpy as np

from bep_hw.data.samples import Column, Samples
from bep_hw.support.errors import ConfigError, require

MISSING = ("", "?", "na", "n/a", "nan", "null")
"""Cells, in small letters, that stand for a missing value."""

MAX_TEXTS = 50
"""Different texts in a column: each of them becomes a feature."""


def claims(path):
    """Whether a file of this name is read here."""
    return Path(path).suffix.lower() in (".csv", ".tsv")


def read(path, label=None, labelled=True):
    """The Samples of a table; ConfigError names the line and the column.

    label: name of the column of labels, or its number, from 1; None for the last one
    labelled: False if the column may be missing, as of samples to predict

    A column of texts becomes features of 0 and 1: one for each text, in alphabetical order, or of
    two texts one for the second.
    """
    names, first = _names(path, label)
    target = _target(path, names, label, labelled)
    described = [name for place, name in enumerate(names) if place != target]
    columns, count = _columns(path, described, target, first)
    kept = [place for place in range(len(names)) if place != target]
    return _samples(path, columns, kept, count, names, target, first)


def read_known(path, columns, label):
    """The Samples of a table with the same `columns` as another that was read, in any order.

    label: name of its column of labels, which may be missing, as any other column may be there
    A table without names has the same columns in the same order, with or without the label.
    ConfigError for a column that is missing, and for a text that the other table had not.
    """
    names, first = _names(path, label)
    wanted = [one.name for one in columns]
    if not first:
        target = _place(path, names, wanted, label)
        names = list(wanted)
        if target is not None:
            names.insert(target, label)
    for name in wanted:
        require(name in names, f"{path}: no column {name!r}, which the training data had")
    target = names.index(label) if label in names else None
    places = [names.index(name) for name in wanted]
    count = 0
    with _lines(path, first) as lines:
        for line, cells in lines:
            require(
                len(cells) == len(names),
                f"{path}: line {line}: {len(cells)} cells: must be {len(names)}",
            )
            for one, place in zip(columns, places, strict=True):
                where = f"{path}: line {line}, column {one.name!r}"
                _check_cell(where, cells[place], set(one.texts) if one.texts else None)
                require(
                    not one.texts or cells[place] in one.texts,
                    f"{where}: {cells[place]!r}: training knew only {', '.join(one.texts[:10])}",
                )
            count += 1
    require(count >= 1, f"{path}: has no samples, only names of columns")
    return _samples(path, columns, places, count, names, target, first)


def _place(path, names, wanted, label):
    """Place of the label in a table without names; None if it has none.

    names: numbers of its columns, from 1; wanted: names of the features
    """
    if len(names) == len(wanted):
        return None
    require(
        len(names) == len(wanted) + 1,
        f"{path}: {len(names)} columns: must be {len(wanted)}, or one more with the label",
    )
    last = len(names) - 1
    return min(int(label) - 1, last) if label and label.isdecimal() else last


def _samples(path, columns, places, count, names, target, first):
    """The Samples of `count` lines whose cells at `places` belong to `columns`."""
    values = np.empty((count, sum(map(width, columns))), np.float64)
    labels = []
    with _lines(path, first) as lines:
        for row, (_, cells) in enumerate(lines):
            if target is not None:
                labels.append(cells[target])
            values[row] = [
                value
                for one, place in zip(columns, places, strict=True)
                for value in features(one, cells[place])
            ]
    require(values.shape[1], f"{path}: one column: must have features beside the labels")
    return Samples(
        values=values,
        labels=labels if target is not None else None,
        columns=tuple(columns),
        label=names[target] if target is not None else None,
    )


def width(column):
    """Features that a column becomes."""
    return {0: 1, 2: 1}.get(len(column.texts), len(column.texts))


def features(column, cell):
    """The numbers that a cell of `column` becomes."""
    if not column.texts:
        return (float(cell),)
    if len(column.texts) == 2:
        return (float(cell == column.texts[1]),)
    return [float(cell == text) for text in column.texts]


@contextmanager
def _lines(path, first=0):
    """Opens a table; gives (number of the line, from 1, cells) of the lines from the `first` on.

    Lines that are empty are left out.
    """
    try:
        with open(path, newline="", encoding="utf-8-sig") as stream:
            start = stream.readline()
            stream.seek(0)
            separator = "," if "," in start or ";" not in start else ";"
            if Path(path).suffix.lower() == ".tsv":
                separator = "\t"
            reader = csv.reader(stream, delimiter=separator, strict=True)
            kept = ([cell.strip() for cell in cells] for cells in reader)
            filled = ((reader.line_num, cells) for cells in kept if any(cells))
            yield islice(filled, first, None)
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not a table of text: {str(error)[:80]}") from None


def _names(path, label):
    """(names of the columns, 1 if they are in the first line, else 0).

    The first line has names if none of its cells is a number, if one of them is `label`, or if
    one is a text above a number.
    """
    with _lines(path) as lines:
        _, start = next(lines, (0, None))
        require(start is not None, f"{path}: is empty")
        _, second = next(lines, (0, start))
    numbers = [_is_number(cell) for cell in start]
    above = any(
        not number and cell and _is_number(below)
        for cell, number, below in zip(start, numbers, second, strict=False)
    )
    if any(numbers) and label not in start and not above:
        return [str(number) for number in range(1, len(start) + 1)], 0
    for name in start:
        require(start.count(name) == 1, f"{path}: two columns are called {name!r}")
    return start, 1


def _target(path, names, label, labelled):
    """Place of the column of labels; None if it may be missing and is."""
    if label is None:
        return len(names) - 1 if labelled else None
    if not labelled and label not in names:
        return None
    require(
        label in names,
        f"label {label!r}: {path} has no such column, only {', '.join(names[:20])}",
    )
    return names.index(label)


def _columns(path, names, target, first):
    """(Column of every feature column, lines); the file is read through to check every cell."""
    texts, count, line = None, 0, 0
    with _lines(path, first) as lines:
        for line, cells in lines:
            wanted = len(names) + (target is not None)
            require(
                len(cells) == wanted, f"{path}: line {line}: {len(cells)} cells: must be {wanted}"
            )
            if target is not None:
                require(
                    cells.pop(target).lower() not in MISSING,
                    f"{path}: line {line}: has no label: every sample needs one",
                )
            if texts is None:
                texts = [None if _is_number(cell) else set() for cell in cells]
            for place, cell in enumerate(cells):
                _check_cell(f"{path}: line {line}, column {names[place]!r}", cell, texts[place])
            count += 1
    require(count >= 1, f"{path}: has no samples, only names of columns")
    pairs = zip(names, texts, strict=True)
    return [Column(name, tuple(sorted(found or ()))) for name, found in pairs], count


def _check_cell(where, cell, texts):
    """Raise ConfigError unless `cell` is a number, or add it to `texts` if it is a set."""
    require(
        cell.lower() not in MISSING,
        f"{where}: the value is missing: remove the line or fill the value in",
    )
    if texts is not None:
        texts.add(cell)
        require(
            len(texts) <= MAX_TEXTS,
            f"{where}: more than {MAX_TEXTS} different texts, such as {cell!r}: remove the column",
        )
        return
    require(_is_number(cell), f"{where}: {cell!r}: must be a number, as in the lines before")
    require(np.isfinite(float(cell)), f"{where}: {cell}: must be finite")


def _is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True
