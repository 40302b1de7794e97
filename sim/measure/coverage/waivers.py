"""What need not be covered, each with the reason: waivers.toml, and bits that are constant."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sim.measure.coverage.constants import bit_of

FILE = Path(__file__).with_name("waivers.toml")


@dataclass(frozen=True)
class Waiver:
    """Points that are not covered, and why.

    module: without the name of the top; kind: one of KINDS; source: regular expression that the
        source line has; what: one that the point's own text has; cores: reference cores
    reason: a sentence
    """

    module: str
    kind: str
    source: str
    reason: str
    cores: tuple[str, ...]
    what: str = ""

    def takes(self, core, module, point, source):
        """Whether it is for a point of this core and module, in a line `source`."""
        return (
            core in self.cores
            and self.kind == point.kind
            and re.fullmatch(self.module, module) is not None
            and re.search(self.source, source) is not None
            and re.search(self.what, name_of(point)) is not None
        )


def name_of(point):
    """What a point counts, with names as they are in Verilog."""
    if point.kind != "toggle":
        return point.what
    name, bit, edge = bit_of(point.what)
    return f"{name}[{bit}] {edge}"


def waivers():
    """All of waivers.toml, in order."""
    table = tomllib.loads(FILE.read_text())
    return [Waiver(**{**one, "cores": tuple(one["cores"])}) for one in table.get("waiver", [])]
