"""Thresholds and a random matrix make bits of a series, window by window."""

from dataclasses import dataclass

import numpy as np

from bep_hw.data.splits import SPLIT_SEED
from bep_hw.spec.encoding import Encoding, steps_of
from bep_hw.spec.sequences import RawSequences, Sequences
from bep_hw.support.errors import ConfigError, require


@dataclass(frozen=True)
class Encoded:
    """Thermometers of n series, which become the network's bits on access.

    codes: (n, T, W F b) uint8 0 or 1, the last `steps` time steps of each; steps: (n,)
    expansion: (K_0, W F b) ±1 int8, one of all data sets and runs
    """

    codes: np.ndarray
    steps: np.ndarray
    expansion: np.ndarray

    @property
    def shape(self):
        """(n, T, K_0)."""
        return (*self.codes.shape[:2], len(self.expansion))

    def __len__(self):
        return len(self.steps)

    def __getitem__(self, index):
        """`Sequences` of a slice or an array of indices: bit = sign(expansion code)."""
        codes = self.codes[index]  # (m, T, W F b)
        # Exact in float32: whole numbers far below 2**24.
        signs = 2 * codes.reshape(-1, codes.shape[2]).astype(np.float32) - 1
        sums = signs @ self.expansion.T.astype(np.float32)
        bits = (sums >= 0).view(np.uint8)  # (m T, K_0)
        return Sequences(bits.reshape(*codes.shape[:2], -1), self.steps[index])

    def arrays(self):
        """All arrays that decide the bits."""
        return self.codes, self.steps.astype("<i8"), self.expansion


def expansion(width, codes):
    """The fixed random matrix that makes K_0 = `width` bits of `codes` bits: (width, codes) ±1."""
    rng = np.random.default_rng([SPLIT_SEED, 7])
    return (1 - 2 * rng.integers(2, size=(width, codes))).astype(np.int8)


HIGHEST = 254
"""Values that are rounded to words have levels from 0 to so many, from the lowest to the highest
value of their feature in training data. A word is the level and one; 0 is a missing value."""


def ranges(values):
    """(F, 2) lowest and highest value of each feature of n series (F, length)."""
    together = np.concatenate(values, axis=1)  # (F, all time steps)
    return np.stack([np.nanmin(together, axis=1), np.nanmax(together, axis=1)], axis=1)


def levels(series, found):
    """The levels (F, length) of a series, NaN where a value is missing; found: its `ranges`."""
    low, high = found.T[:, :, None]  # (F, 1) each
    span = np.where(high > low, high - low, 1)
    return np.clip(np.floor((series - low) / span * HIGHEST + 0.5), 0, HIGHEST)


def _padded(series, window):
    """(own * W, F) of a series (F, length): the first value stands for those that are missing."""
    missing = -series.shape[1] % window
    return np.pad(series, ((0, 0), (missing, 0)), mode="edge").T


def encode(values, thresholds, encoding, width):
    """`Encoded` of values, n arrays (F, length); the first window repeats the first value.

    A missing value has the code of one below all thresholds.
    """
    window = encoding.window
    steps = np.array([steps_of(series.shape[1], encoding) for series in values], np.int64)  # (n,)
    longest, features = int(steps.max()), len(thresholds)
    bits = thresholds.shape[1]
    codes = np.zeros((len(values), longest, window * features * bits), np.uint8)
    for series, own, into in zip(values, steps, codes, strict=True):
        code = _padded(series, window)[:, :, None] >= thresholds  # (own * W, F, b)
        into[longest - own :] = code.reshape(own, -1)
    return Encoded(codes, steps, expansion(width, codes.shape[2]))


@dataclass(frozen=True, kw_only=True, eq=False)
class SeriesEncoder:
    """Thresholds (F, b) that make bits of series, in windows of `encoding`; K_0 = `width` bits.

    ranges: (F, 2) of training data, as `ranges` finds them, if values are rounded to words; the
        thresholds are whole numbers then, and those of `levels`
    """

    thresholds: np.ndarray
    encoding: Encoding
    width: int
    ranges: np.ndarray | None = None
    KIND = "series"

    @classmethod
    def fit(cls, values, rule, encoding, width):
        """The encoder of training data; rule: values and b -> ascending thresholds, (F, b)."""
        if not encoding.words:
            thresholds = rule(values, encoding.thermometer)
            return cls(thresholds=thresholds, encoding=encoding, width=width)
        found = ranges(values)
        thresholds = rule([levels(one, found) for one in values], encoding.thermometer)
        return cls(thresholds=np.ceil(thresholds), encoding=encoding, width=width, ranges=found)

    def encode(self, values):
        """`Encoded` of n series (F, length); ConfigError for another number of features."""
        values = self._levels(values)
        return encode(values, self.thresholds, self.encoding, self.width)

    def raw(self, values):
        """`RawSequences` of n series (F, length), with the same bits as `encode` gives."""
        values, window = self._levels(values), self.encoding.window
        steps = np.array([steps_of(one.shape[1], self.encoding) for one in values], np.int64)
        words = np.zeros((len(values), int(steps.max()), window * len(self.thresholds)), np.uint8)
        for series, own, into in zip(values, steps, words, strict=True):
            padded = _padded(np.nan_to_num(series + 1), window)  # (own * W, F)
            into[len(into) - own :] = padded.reshape(own, -1)
        return RawSequences(words, steps, self)

    def encode_words(self, words, steps):
        """`Encoded` of words (n, T, W F) uint8, 0 before a sample's first step; steps: (n,)."""
        samples, length, _ = words.shape
        each = words.reshape(samples, length, -1, len(self.thresholds), 1)  # (n, T, W, F, 1)
        codes = (each > self.thresholds).reshape(samples, length, -1).view(np.uint8)
        return Encoded(codes, steps, expansion(self.width, codes.shape[2]))

    @property
    def expansion(self):
        """(K_0, W F b) ±1, see `expansion`."""
        return expansion(self.width, self.encoding.window * self.thresholds.size)

    def _levels(self, values):
        """The values, or if they are rounded to words their levels."""
        features = len(self.thresholds)
        for one in values:
            require(
                len(one) == features,
                f"series of {len(one)} features: must be the {features} of the training data",
            )
        if self.ranges is None:
            return values
        return [levels(one, self.ranges) for one in values]

    def to_dict(self):
        """Plain lists and numbers, from which `from_dict` makes an equal encoder."""
        return {
            "thresholds": self.thresholds.tolist(),
            "window": self.encoding.window,
            "width": self.width,
            **({} if self.ranges is None else {"ranges": self.ranges.tolist()}),
        }

    @classmethod
    def from_dict(cls, values):
        """The encoder that `to_dict` described; ConfigError if `values` describes none."""
        try:
            thresholds = np.array(values["thresholds"], np.float64)
            window, width = int(values["window"]), int(values["width"])
            found = np.array(values["ranges"], np.float64) if "ranges" in values else None
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise ConfigError(f"encoder of series: is damaged: {error!r}") from None
        whole = thresholds.ndim == 2 and thresholds.size and np.isfinite(thresholds).all()
        require(whole and width >= 1, "encoder of series: is damaged: its thresholds are no table")
        words = found is not None
        require(
            not words or (found.shape == (len(thresholds), 2) and np.isfinite(found).all()),
            "encoder of series: is damaged: its ranges do not suit its thresholds",
        )
        encoding = Encoding(window=window, thermometer=thresholds.shape[1], words=words)
        return cls(thresholds=thresholds, encoding=encoding, width=width, ranges=found)
