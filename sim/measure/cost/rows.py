"""Results of a measurement: rows of one table, and where each number comes from."""

import csv
import io
from dataclasses import astuple, dataclass, fields

MEASURED = "measured"
"""Follows from a mapped netlist, or from transitions counted on it, and from its library."""

COUNTED = "counted"
"""A number of operations, accesses or bits."""

COMPUTED = "computed"
"""Products and ratios of such numbers."""


@dataclass(frozen=True)
class Row:
    """A number. item: what was measured, such as a core; part: of it; epoch: of the run, or None.

    source: MEASURED, COUNTED, COMPUTED, or the publication that it is taken from
    """

    item: str
    part: str
    epoch: int | None
    quantity: str
    value: float
    unit: str
    source: str


def text(rows):
    """The rows as CSV; numbers with six digits."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(field.name for field in fields(Row))
    for row in rows:
        values = [x if x is not None else "" for x in astuple(row)]
        writer.writerow(f"{x:.6g}" if isinstance(x, float) else x for x in values)
    return stream.getvalue()


def find(rows, item, part, quantity, epoch=None):
    """The value of the row of these; KeyError if there is none."""
    for row in rows:
        if (row.item, row.part, row.quantity, row.epoch) == (item, part, quantity, epoch):
            return row.value
    raise KeyError((item, part, quantity, epoch))
