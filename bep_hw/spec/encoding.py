"""The choice of an encoding: what the user says about how samples become bits.

`bep_hw.spec.encoders` makes an encoder of it and of the training samples.
"""

import dataclasses
from dataclasses import dataclass

from bep_hw.support.errors import check_known, require
from bep_hw.support.integers import blocks

NAMES = ("thermometer", "median", "edges", "bits")

MAX_THERMOMETER = 1000
"""Most bits of a value."""

EDGES = (8, 32)
"""Differences of neighbouring pixels that make an edge, in 255ths of the range of the pixels."""

MAX_CELL = 16
"""Pixels along each side of a cell, at most."""

CELL = 3
"""Pixels along each side of the squares whose edges are one bit."""

BITS = {"thermometer": 10, "median": 1, "edges": 1, "bits": 1}
"""Thermometer bits of a value, unless the user says so."""


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """The encoding of samples as bits.

    name: "thermometer", thresholds at quantiles; "median", one threshold; "edges", differences of
        neighbouring pixels beside the thermometer; "bits", samples of 0 and 1 as they are
    window: W, time steps of a series in one time step of the network
    thermometer: b, bits of a value; beside edges it may be 0; None for the usual number
    edges: smallest differences that make an edge, ascending, in 255ths of the range of the pixels;
        None for the usual ones, () for other encodings
    cell: pixels along each side of the squares whose edges are one bit
    """

    name: str = "thermometer"
    window: int = 1
    thermometer: int | None = None
    edges: tuple[int, ...] | None = None
    cell: int = CELL

    def __post_init__(self):
        check_known("encoding", self.name, NAMES)
        grey = self.name == "edges"
        if self.thermometer is None:
            object.__setattr__(self, "thermometer", BITS[self.name])
        if self.edges is None:
            object.__setattr__(self, "edges", EDGES if grey else ())
        require(self.window >= 1, f"window {self.window}: must be at least 1 time step")
        least = 0 if grey else 1
        require(
            least <= self.thermometer <= MAX_THERMOMETER,
            f"thermometer bits {self.thermometer}: must be from {least} to {MAX_THERMOMETER}",
        )
        require(
            self.name in ("thermometer", "edges") or self.thermometer == 1,
            f"thermometer bits {self.thermometer}: must be 1 with the encoding {self.name}",
        )
        self._check_edges()

    def _check_edges(self):
        require(
            not self.edges or self.name == "edges",
            f"edges {self.edges}: cannot be given with the encoding {self.name}",
        )
        require(
            self.cell == CELL or self.name == "edges",
            f"cell {self.cell}: cannot be given with the encoding {self.name}",
        )
        if self.name != "edges":
            return
        rising = all(low < high for low, high in zip(self.edges, self.edges[1:], strict=False))
        require(
            self.edges and rising and self.edges[0] >= 0 and self.edges[-1] < 255,
            f"edges {self.edges}: must be ascending numbers from 0 to 254",
        )
        require(
            1 <= self.cell <= MAX_CELL, f"cell {self.cell}: must be from 1 to {MAX_CELL} pixels"
        )

    def to_dict(self):
        """Plain values under the names of the options, from which `of` makes an equal encoding."""
        values = {
            "encoding": self.name,
            "window": self.window,
            "thermometer": self.thermometer,
        }
        edges = {"edges": list(self.edges), "cell": self.cell}
        return values | (edges if self.edges else {})

    def changed(self, options):
        """This encoding with values under the names of the options, as `to_dict` has them.

        Another name starts from its usual numbers.
        """
        values = {field: options[name] for name, field in OPTIONS.items() if name in options}
        name = values.get("name", self.name)
        if name != self.name:
            return Encoding(**{"window": self.window, **values})
        return dataclasses.replace(self, **values)

    @classmethod
    def of(cls, values):
        """The encoding in a dictionary with the names of the options; None if it has none."""
        if "encoding" not in values:
            return None
        return cls(
            name=values["encoding"],
            window=values["window"],
            thermometer=values["thermometer"],
            edges=tuple(values.get("edges", ())),
            cell=values.get("cell", CELL),
        )


OPTIONS = {
    "encoding": "name",
    **{field.name: field.name for field in dataclasses.fields(Encoding) if field.name != "name"},
}
"""The field of an `Encoding` that each option sets."""


def steps_of(length, encoding):
    """Time steps of the network for a series of `length`."""
    return blocks(length, encoding.window)
