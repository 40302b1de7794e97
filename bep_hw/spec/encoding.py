"""The choice of an encoding: what the user says about how samples become bits.

`bep_hw.spec.encoders` makes an encoder of it and of the training samples.
"""

import dataclasses
import math
from dataclasses import dataclass

from bep_hw.spec.encoder_shape import DIRECTIONS, SIDE
from bep_hw.support.errors import check_known, require
from bep_hw.support.integers import blocks

NAMES = ("thermometer", "folded", "median", "edges", "filters", "bits")

THERMOMETERS = ("thermometer", "folded")
"""Encodings of numbers that may have more than one bit each."""

MAX_THERMOMETER = 1000
"""Most bits of a value."""

EDGES = {"edges": (8, 32), "filters": (8,)}
"""Differences of neighbouring pixels that make an edge, in 255ths of the range of the pixels."""

MAX_CELL = 16
"""Pixels along each side of a cell, at most."""

CELLS = {"edges": 3, "filters": 4}
"""Pixels along each side of the squares whose edges, or places of a filter, are one bit."""

BITS = {"thermometer": 10, "folded": 10, "median": 1, "edges": 1, "filters": 1, "bits": 1}
"""Thermometer bits of a value, unless the user says so."""

FILTERS, MAX_FILTERS = 32, 1024
"""Filters, unless the user says so, and at most."""

MAX_PATCH_BITS = 64
"""Bits of a filter, at most."""


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """The encoding of samples as bits.

    name: "thermometer", thresholds at quantiles; "folded", distances from the median beside them,
        of features that these tell classes apart by; "median", one threshold; "edges", differences
        of neighbouring pixels beside the thermometer; "filters", patterns of 3 x 3 pixels, selected
        by the classes of the training images; "bits", samples of 0 and 1 as they are
    window: W, time steps of a series in one time step of the network
    words: whether values of series are rounded to 8 bits first, as a core takes them that encodes
        them itself
    thermometer: b, bits of a value; beside edges it may be 0; None for the usual number
    edges: smallest differences that make an edge, ascending, in 255ths of the range of the pixels;
        None for the usual ones, () for other encodings
    cell: pixels along each side of the squares whose edges, or places of a filter, are one bit;
        None for the usual number, 1 for other encodings
    filters: F, number of filters; None for the usual number, 0 for other encodings
    """

    name: str = "thermometer"
    window: int = 1
    words: bool = False
    thermometer: int | None = None
    edges: tuple[int, ...] | None = None
    cell: int | None = None
    filters: int | None = None

    def __post_init__(self):
        check_known("encoding", self.name, NAMES)
        grey = self.name in EDGES
        usual = {
            "thermometer": BITS[self.name],
            "edges": EDGES.get(self.name, ()),
            "cell": CELLS.get(self.name, 1),
            "filters": FILTERS if self.name == "filters" else 0,
        }
        for name, value in usual.items():
            if getattr(self, name) is None:
                object.__setattr__(self, name, value)
        require(self.window >= 1, f"window {self.window}: must be at least 1 time step")
        least = 0 if grey else 1
        require(
            least <= self.thermometer <= MAX_THERMOMETER,
            f"thermometer bits {self.thermometer}: must be from {least} to {MAX_THERMOMETER}",
        )
        require(
            self.name in THERMOMETERS or grey or self.thermometer == 1,
            f"thermometer bits {self.thermometer}: must be 1 with the encoding {self.name}",
        )
        self._check_edges()

    def _check_edges(self):
        require(
            not self.edges or self.name in EDGES,
            f"edges {self.edges}: cannot be given with the encoding {self.name}",
        )
        require(
            self.cell == 1 or self.name in CELLS,
            f"cell {self.cell}: cannot be given with the encoding {self.name}",
        )
        require(
            not self.filters or self.name == "filters",
            f"filters {self.filters}: cannot be given with the encoding {self.name}",
        )
        if self.name not in EDGES:
            return
        rising = all(low < high for low, high in zip(self.edges, self.edges[1:], strict=False))
        require(
            self.edges and rising and self.edges[0] >= 0 and self.edges[-1] < 255,
            f"edges {self.edges}: must be ascending numbers from 0 to 254",
        )
        require(
            1 <= self.cell <= MAX_CELL, f"cell {self.cell}: must be from 1 to {MAX_CELL} pixels"
        )
        if self.name == "filters":
            self._check_filters()

    def _check_filters(self):
        require(
            1 <= self.filters <= MAX_FILTERS,
            f"filters {self.filters}: must be from 1 to {MAX_FILTERS}",
        )
        bits = SIDE**2 * (self.thermometer + DIRECTIONS * len(self.edges))
        require(
            bits <= MAX_PATCH_BITS,
            f"filters of {bits} bits: must have at most {MAX_PATCH_BITS}: fewer edges, or fewer"
            " thermometer bits",
        )

    def to_dict(self):
        """Plain values under the names of the options, from which `of` makes an equal encoding."""
        values = {
            "encoding": self.name,
            "window": self.window,
            "thermometer": self.thermometer,
        }
        edges = {"edges": list(self.edges), "cell": self.cell}
        filters = {"filters": self.filters}
        words = {"words": True} if self.words else {}
        grey = (edges if self.edges else {}) | (filters if self.filters else {})
        return values | words | grey

    def changed(self, options):
        """This encoding with values under the names of the options, as `to_dict` has them.

        Another name starts from its usual numbers.
        """
        values = {field: options[name] for name, field in OPTIONS.items() if name in options}
        name = values.get("name", self.name)
        if name != self.name:
            return Encoding(**{"window": self.window, "words": self.words, **values})
        return dataclasses.replace(self, **values)

    @classmethod
    def of(cls, values):
        """The encoding in a dictionary with the names of the options; None if it has none."""
        if "encoding" not in values:
            return None
        return cls(
            name=values["encoding"],
            window=values["window"],
            words=values.get("words", False),
            thermometer=values["thermometer"],
            edges=tuple(values.get("edges", ())),
            cell=values.get("cell"),
            filters=values.get("filters"),
        )


OPTIONS = {
    "encoding": "name",
    **{field.name: field.name for field in dataclasses.fields(Encoding) if field.name != "name"},
}
"""The field of an `Encoding` that each option sets."""


def cells_of(shape, cell):
    """Cells of an image (height, width)."""
    return math.prod(blocks(side, cell) for side in shape)


def steps_of(length, encoding):
    """Time steps of the network for a series of `length`."""
    return blocks(length, encoding.window)
