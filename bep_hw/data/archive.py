"""Sets of the UCR and UEA time series archive, by name.

The package aeon has some of them; the others are in a folder that the user names.
"""

from functools import lru_cache, partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bep_hw.data.dataset import named_folder
from bep_hw.data.series import Raw, quantiles, same_features, series_source
from bep_hw.data.splits import SPLIT_SEED
from bep_hw.data.ts import SUFFIX, halves, read_ts
from bep_hw.support.errors import require

FOLDS = 3
"""One third is the test, another one for every seed: seeds 1 to 9 are three runs of each of the
three folds."""

HELD_OUT = 10
"""One in this many of the other samples validates."""

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

SHIPPED = (
    *("ACSF1", "ArrowHead", "BasicMotions", "GunPoint", "ItalyPowerDemand", "JapaneseVowels"),
    *("OSULeaf", "PickupGestureWiimoteZ", "UnitTest"),
)
"""Sets to classify in the package aeon."""


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
    same_features(paths[-1], values)
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
    numbers, names = numbers.astype(np.int64), tuple(map(str, names))
    return Raw(values, numbers, quantiles, folds(numbers), names)


def _path(name, folder):
    """Path of NAME/NAME_TRAIN.ts in the user's folder or in the package aeon; or None."""
    folders = [named_folder(folder)]
    package = find_spec("aeon")
    if package:
        folders += [Path(p) / "datasets" / "data" for p in package.submodule_search_locations]
    for candidate in filter(None, folders):
        path = candidate / name / f"{name}_TRAIN{SUFFIX}"
        if path.is_file():
            return path
    return None


def _read(name, folder):
    path = _path(name, folder)
    require(
        path,
        f"data set {name}: no {name}/{name}_TRAIN{SUFFIX}: name a folder of the time series"
        " archive with --data",
    )
    return _read_files(*filter(None, halves(path)))


def _where(name, folder):
    return str(_path(name, folder) or "missing: in the time series archive")


def find(name):
    """The Source of the set called `name` in the user's folder or in the package; or None."""
    return _source(name) if _path(name, None) else None


def _source(name):
    return series_source(name, read=partial(_read, name), where=partial(_where, name))


SOURCES = [_source(name) for name in dict.fromkeys((*ARCHIVE, *SHIPPED))]
