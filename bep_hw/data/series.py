"""Series as bits, for recurrent networks.

A series is cut into windows, counted from its end. Every value of a window becomes a thermometer,
and a fixed random ±1 matrix with a sign makes K_0 bits of all of them: a_t of one time step.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bep_hw.data.dataset import Dataset, Shape, Source, Split
from bep_hw.data.inputs import Inputs
from bep_hw.data.series_encoder import SeriesEncoder
from bep_hw.support.errors import require


@dataclass(frozen=True)
class Raw:
    """Series as they are: values, n arrays (F, length) of numbers, NaN where one is missing.

    labels: (n,) int64 from 0 to C - 1
    thresholds: values (list of (F, length)) and b -> ascending thresholds, (F, b)
    parts: seed -> indices of the training, validation and test samples
    class_names: what the labels are called, or empty
    """

    values: list
    labels: np.ndarray
    thresholds: Callable
    parts: Callable
    class_names: tuple[str, ...] = ()

    @property
    def classes(self):
        """C."""
        return int(self.labels.max()) + 1

    @property
    def length(self):
        """Time steps of the longest series."""
        return max(series.shape[1] for series in self.values)


def trimmed(series):
    """A series (F, length) without time steps at its end in which every value is missing."""
    there = np.flatnonzero(~np.isnan(series).all(axis=0))
    return series[:, : there[-1] + 1] if there.size else series[:, :0]


def quantiles(values, bits):
    """Distributive thermometer of every feature, over all time steps: (F, b) ascending."""
    together = np.concatenate(values, axis=1)  # (F, all time steps)
    require(
        np.isfinite(together).any(axis=1).all(), "series: a feature has no value in training data"
    )
    found = np.nanquantile(together, np.arange(1, bits + 1) / (bits + 1), axis=1).T  # (F, b)
    for thresholds, feature in zip(found, together, strict=True):
        above = feature[feature > np.nanmin(feature)]
        if above.size:  # no value is below the smallest: this bit would be constant
            thresholds[thresholds <= np.nanmin(feature)] = above.min()
    return found


def constant(values):
    """Features of series (F, length) that never change, numbers from 1 in ascending order."""
    together = np.concatenate(values, axis=1)  # (F, all time steps)
    same = np.nanmin(together, axis=1) == np.nanmax(together, axis=1)  # (F,)
    return tuple((np.flatnonzero(same) + 1).tolist())


def same_features(path, values):
    """Raise ConfigError unless all series, (F, length), have the same number of features."""
    features = {len(series) for series in values}
    require(len(features) == 1, f"{path}: series of {sorted(features)} features: must agree")


def series_source(name, *, read, where):
    """The Source of a set of series; read: folder or None -> Raw."""

    def shape(folder, encoding):
        raw = read(folder)
        return Shape(
            classes=raw.classes,
            samples=len(raw.parts(1)[0]),
            features=len(raw.values[0]),
            length=raw.length,
        )

    def load(folder, seed, encoding, width):
        return dataset(name, read(folder), seed, encoding, width)

    return Source(name=name, kind="series", shape=shape, load=load, where=where)


def dataset(name, raw, seed, encoding, width):
    """The Dataset of the parts that `raw` has for a `seed`, as bits; K_0 = `width`."""
    require(
        encoding is not None and width is not None,
        f"data set {name}: is one of series, which need an encoding and a width, K_0",
    )
    require(
        encoding.name in ("thermometer", "median"),
        f"encoding {encoding.name}: is not for series, such as those of {name}",
    )
    require(
        encoding.window <= raw.length,
        f"window {encoding.window}: must be at most {raw.length},"
        f" the values of the longest series of {name}",
    )
    parts = raw.parts(seed)
    values = [[raw.values[i] for i in part] for part in parts]
    encoder = SeriesEncoder.fit(values[0], raw.thresholds, encoding, width)
    train, validation, test = (
        Split(encoder.encode(some), raw.labels[part], some)
        for some, part in zip(values, parts, strict=True)
    )
    return Dataset(
        name=name,
        classes=raw.classes,
        train=train,
        validation=validation,
        test=test,
        inputs=Inputs(
            encoder=encoder, class_names=raw.class_names or tuple(map(str, range(raw.classes)))
        ),
        constant=constant(values[0]),
        encoder=encoder,
    )
