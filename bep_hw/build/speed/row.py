"""A row of the table."""

from dataclasses import dataclass

MEASURED, ROUTED, PREDICTED, MISSING = "measured", "routed", "predicted", "missing"
"""How a figure was found: by a clock on this machine; from the Fmax of a routed core and its
cycles; from a clock that is assumed and the cycles of the cycle model; not at all."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """The speed of one trainer of the same network.

    kind: how it was found, as above
    untrained, trained: samples per second in the first pass over the data, and later; None if
        unknown
    note: what the reader must know besides
    """

    name: str
    kind: str
    untrained: float | None = None
    trained: float | None = None
    note: str = ""

    @property
    def rate(self):
        """The speed that is compared, samples per second; None if there is none."""
        return self.trained or self.untrained

    def ratio(self, base):
        """The speed in terms of that of the Row `base`, None if one of them has none."""
        if base is None or self.rate is None:
            return None
        return self.trained / base.trained if self.trained else self.untrained / base.untrained
