"""Thresholds and a random matrix make bits of a series, window by window."""

from dataclasses import dataclass

import numpy as np

from bep_hw.data.splits import SPLIT_SEED
from bep_hw.spec.encoding import Encoding, steps_of
from bep_hw.spec.sequences import Sequences
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
        missing = own * window - series.shape[1]
        padded = np.pad(series, ((0, 0), (missing, 0)), mode="edge")  # (F, own * W)
        code = padded.T[:, :, None] >= thresholds  # (own * W, F, b)
        into[longest - own :] = code.reshape(own, -1)
    return Encoded(codes, steps, expansion(width, codes.shape[2]))


@dataclass(frozen=True, kw_only=True, eq=False)
class SeriesEncoder:
    """Thresholds (F, b) that make bits of series, in windows of `encoding`; K_0 = `width` bits."""

    thresholds: np.ndarray
    encoding: Encoding
    width: int
    KIND = "series"

    def encode(self, values):
        """`Encoded` of n series (F, length); ConfigError for another number of features."""
        features = len(self.thresholds)
        for one in values:
            require(
                len(one) == features,
                f"series of {len(one)} features: must be the {features} of the training data",
            )
        return encode(values, self.thresholds, self.encoding, self.width)

    def to_dict(self):
        """Plain lists and numbers, from which `from_dict` makes an equal encoder."""
        return {
            "thresholds": self.thresholds.tolist(),
            "window": self.encoding.window,
            "width": self.width,
        }

    @classmethod
    def from_dict(cls, values):
        """The encoder that `to_dict` described; ConfigError if `values` describes none."""
        try:
            thresholds = np.array(values["thresholds"], np.float64)
            window, width = int(values["window"]), int(values["width"])
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise ConfigError(f"encoder of series: is damaged: {error!r}") from None
        whole = thresholds.ndim == 2 and thresholds.size and np.isfinite(thresholds).all()
        require(whole and width >= 1, "encoder of series: is damaged: its thresholds are no table")
        encoding = Encoding(window=window, thermometer=thresholds.shape[1])
        return cls(thresholds=thresholds, encoding=encoding, width=width)
