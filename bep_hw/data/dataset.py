"""Data sets: three splits of labelled bits, and the source that loads them."""

import dataclasses
import math
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bep_hw.data.inputs import Inputs
from bep_hw.data.series_encoder import SeriesEncoder
from bep_hw.spec.raw import RawSamples
from bep_hw.support.errors import require


@dataclass(frozen=True)
class Split:
    """The samples of one split.

    bits: uint8 0 or 1, (N, K_0), or `series_encoder.Encoded`, or samples that a core encodes:
        `RawSamples`, `RawSequences`; labels: int64, (N,)
    raw: what an encoder has made the bits of: pixels or features (N, F), or N series (F, length);
        None if the samples were bits
    """

    bits: np.ndarray
    labels: np.ndarray
    raw: np.ndarray | list | None = None

    def arrays(self):
        """All arrays that decide the bits."""
        return (self.bits,) if isinstance(self.bits, np.ndarray) else self.bits.arrays()

    def __len__(self):
        return len(self.labels)


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A data set as bits; `classes` is C, and every label is from 0 to C - 1.

    inputs: `bep_hw.data.inputs.Inputs`, what made bits of features or series and what the classes
        are called; None if the data set has a rule of its own
    constant: features that never change in the training samples, numbers from 1 in ascending order
    encoder: what made the bits, if the splits have `raw` pixels or features
    """

    name: str
    classes: int
    train: Split
    validation: Split
    test: Split
    inputs: Inputs | None = None
    constant: tuple[int, ...] = ()
    encoder: object | None = None

    def to_encode(self):
        """This data set with `RawSamples` or `RawSequences` for bits.

        ConfigError unless they were 8-bit pixels, or series that are rounded to words.
        """
        if isinstance(self.encoder, SeriesEncoder):
            return self._to_encode_series()
        splits = {}
        for name in ("train", "validation", "test"):
            split = getattr(self, name)
            pixels = None if split.raw is None else split.raw.astype(np.uint8)
            require(
                pixels is not None and np.array_equal(pixels, split.raw),
                f"data set {self.name}: a core with an encoder takes pixels from 0 to 255",
            )
            splits[name] = dataclasses.replace(split, bits=RawSamples(pixels, self.encoder))
        return dataclasses.replace(self, **splits)

    def _to_encode_series(self):
        splits = {}
        for name in ("train", "validation", "test"):
            split = getattr(self, name)
            splits[name] = dataclasses.replace(split, bits=self.encoder.raw(split.raw))
        return dataclasses.replace(self, **splits)

    @property
    def width(self):
        """Bits of a sample, or of one of its time steps: K_0."""
        return self.train.bits.shape[-1]

    @property
    def steps(self):
        """Time steps of the longest sample; 1 if time does not matter."""
        splits = (self.train, self.validation, self.test)
        return max(math.prod(split.bits.shape[1:-1]) for split in splits)

    def checksum(self):
        """CRC-32 of all bits and labels: tells one version of the data from another."""
        value = 0
        for split in (self.train, self.validation, self.test):
            for array in (*split.arrays(), split.labels.astype("<i8")):
                value = zlib.crc32(np.ascontiguousarray(array), value)
        return value


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The size of a data set.

    classes: C
    width: K_0; None of series, where the network says it, and of features without an encoding
    samples: training samples; None if they are not counted before the data set is loaded
    features: numbers of a sample, or of a time step of a series, before they become bits; None if
        there are none
    size: (height, width) of images; None if the samples are no images
    length: values of the longest series; None if the samples are no series
    folded: features with folded bits, of those with the encoding of this name
    """

    classes: int
    width: int | None = None
    samples: int | None = None
    features: int | None = None
    size: tuple[int, int] | None = None
    length: int | None = None
    folded: int = 0


@dataclass(frozen=True, kw_only=True)
class Source:
    """A data set before it is loaded.

    kind: "bits" if samples are bits, "images" if they are images that have a rule of their own for
        bits, but can have an encoding, "features" if they need an encoding, "series" if they are
        series
    shape: (folder or None, Encoding or None) -> Shape; with None, reads no files of bits and images
    load: (folder or None, seed, Encoding or None, K_0 or None) -> Dataset; the encoding is that of
        all but bits, K_0 that of series
    where: folder or None -> where the data comes from, in words
    """

    name: str
    kind: str
    shape: Callable
    load: Callable
    where: Callable

    @property
    def width(self):
        """K_0, if it is known without reading anything; else None."""
        return self.shape(None, None).width if self.kind in SIZED else None

    @property
    def classes(self):
        """C, if it is known without reading anything; else None."""
        return self.shape(None, None).classes if self.kind in SIZED else None


SIZED = ("bits", "images")
"""Kinds of a Source whose size is known without reading anything."""


def bits_source(name, *, width, classes, load, where):
    """The Source of a data set of fixed size that has a rule of its own for its bits.

    load: (folder or None, seed) -> Dataset
    """
    return Source(
        name=name,
        kind="bits",
        shape=lambda folder, encoding: Shape(width=width, classes=classes),
        load=lambda folder, seed, encoding, width: load(folder, seed),
        where=where,
    )


def named_folder(folder):
    """The folder the user named, by option or environment; None if they named none."""
    folder = folder or os.environ.get("BEP_HW_DATA")
    return Path(folder) if folder else None
