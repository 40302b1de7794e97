"""The registry of data sets: all that have a name, and a user's own files."""

from bep_hw.data import (
    archive,
    digits,
    fashion_mnist,
    features,
    image_rows,
    own,
    prototypes,
    tabular,
)
from bep_hw.support.errors import check_known, require

MODULES = (digits, fashion_mnist, prototypes, features, tabular, archive, image_rows)
"""Each has a list SOURCES. A new data set is one more of them."""

SOURCES = {source.name: source for module in MODULES for source in module.SOURCES}


def get(name, label=None):
    """The Source called `name`, or of the user's own file or folder `name`.

    label: name of the column of labels in a table of the user's
    ConfigError for an unknown name.
    """
    if name in SOURCES:
        require(label is None, f"label {label!r}: only tables have a label column, not {name}")
        return SOURCES[name]
    named = [one for one in SOURCES if SOURCES[one].kind != "series"]
    found = None if own.is_path(name) else archive.find(name)
    if found:
        return found
    if not own.is_path(name):
        require(name not in tabular.REFUSED, f"data set {name}: {tabular.REFUSED.get(name)}")
        more = f", one of series that `bep-hw info` lists, or {own.KINDS}"
        check_known("data set", name, SOURCES, more, named)
    return own.source(name, label)


def load(name, folder=None, seed=1, encoding=None, width=None, label=None):
    """The Dataset called `name`, read from `folder` if it is one that has files.

    seed: of the run; a random task, and the folds of the time series archive, follow from it
    encoding: how features or series become bits; None for one bit a feature
    width: K_0, of series
    label: name of the column of labels in a table of the user's

    ConfigError if it is unknown, or if its files are missing or damaged.
    """
    return get(name, label).load(folder, seed, encoding, width)
