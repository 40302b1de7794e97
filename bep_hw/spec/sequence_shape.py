"""Generation parameters of the encoder of a core that takes series of 8-bit numbers."""

from dataclasses import dataclass, fields

from bep_hw.spec.encoder_shape import MOST_TOGETHER, PIXELS_PER_WORD
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks

MOST_ROW_BITS = 512
"""Bits of the rows that a core compares in a cycle, at most, unless one row has more."""


@dataclass(frozen=True, kw_only=True)
class SequenceShape:
    """What the bits of a series are made of, all but the thresholds and the matrix.

    features: F, numbers of each value of the series
    window: W, values in a time step of the network
    levels: b, thresholds of a number
    steps: T, time steps of a sample
    state: K_s, bits of s_0
    width: K_0, bits of a time step, and rows of the matrix
    rows_per_cycle: P, rows that are compared in a cycle
    """

    features: int
    window: int
    levels: int
    steps: int
    state: int
    width: int
    rows_per_cycle: int

    def __post_init__(self):
        for field in fields(self):
            value = getattr(self, field.name)
            require(value >= 1, f"{field.name} {value}: must be at least 1")

    @classmethod
    def of(cls, features, encoding, network):
        """The shape for a recurrent network, and series of `features` that become bits like this.

        P is the largest power of two up to `MOST_TOGETHER` whose rows have `MOST_ROW_BITS`, or 1.
        """
        codes = encoding.window * features * encoding.thermometer
        together = min(MOST_TOGETHER, max(1, MOST_ROW_BITS // codes))
        return cls(
            features=features,
            window=encoding.window,
            levels=encoding.thermometer,
            steps=network.steps,
            state=network.layers[1],
            width=network.layers[0],
            rows_per_cycle=1 << together.bit_length() - 1,
        )

    @property
    def numbers(self):
        """W F, numbers of a time step."""
        return self.window * self.features

    @property
    def codes(self):
        """W F b, thermometer bits of a time step, and columns of the matrix."""
        return self.numbers * self.levels

    @property
    def words(self):
        """Words of the samples stream for a sample; every time step begins with a new one."""
        return self.steps * blocks(self.numbers, PIXELS_PER_WORD)

    @property
    def feature_bytes(self):
        """Addresses of the thresholds of a feature, a byte each; a power of two, some are free."""
        return 1 << (self.levels - 1).bit_length()

    @property
    def row_bytes(self):
        """Addresses of a row, lowest bits first; a power of two, some are free."""
        return 1 << (blocks(self.codes, 8) - 1).bit_length()

    @property
    def first_row(self):
        """Address of the matrix; the thresholds come before it."""
        return self.features * self.feature_bytes

    @property
    def thresholds(self):
        """Bytes that are loaded: the thresholds of every feature, then the rows of the matrix."""
        return self.first_row + self.width * self.row_bytes

    def suits(self, network):
        """Whether it makes the inputs of this network."""
        found = network.recurrent and (network.steps, *network.layers[:2])
        return found == (self.steps, self.width, self.state)

    @property
    def described(self):
        """The bits that it makes, in words."""
        return f"{self.width} in each of {self.steps} time steps, for a state of {self.state}"
