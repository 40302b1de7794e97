"""What the counts of a reference core come to: covered, constant, waived, open."""

from collections import Counter
from dataclasses import dataclass, field

from sim.measure.coverage.constants import bit_of
from sim.measure.coverage.counted import base
from sim.measure.coverage.points import KINDS, Modules
from sim.measure.coverage.waivers import name_of

EVENT = "$auto$verilog_backend"
"""In the name of a register that only starts an `always @*`, see `counted.EVENT`."""

COVERED, CONSTANT, WAIVED, OPEN = "covered", "constant", "waived", "open"


@dataclass
class Result:
    """Of one reference core.

    counts: {(module without the top, kind, COVERED ...): points}
    functional: {(module, condition): clock cycles}; open: lines that describe the open points
    used: waivers that an open point needed
    """

    counts: Counter = field(default_factory=Counter)
    functional: dict = field(default_factory=dict)
    open: list = field(default_factory=list)
    used: set = field(default_factory=set)

    def total(self, kind, module=None):
        """Counter of COVERED, CONSTANT, WAIVED and OPEN points of a kind."""
        found = Counter()
        for (of_module, of_kind, state), count in self.counts.items():
            if of_kind == kind and module in (None, of_module):
                found[state] += count
        return found


def share(found):
    """Covered points of all that are neither constant nor waived [percent]; None of none."""
    wanted = found[COVERED] + found[OPEN]
    return 100 * found[COVERED] / wanted if wanted else None


def result(name, top, verilog, counts, constant, waived):
    """The Result of the merged `counts` of a core.

    verilog: the text that was counted; constant: of `constants`; waived: list of Waiver
    """
    modules, found = Modules(verilog), Result()
    for point, count in sorted(counts.items()):
        module, source = base(point.module, top), modules.source(point.module, point.line).strip()
        if point.kind == "functional":
            found.functional[module, source] = count
            continue
        if "cover property" in source or EVENT in name_of(point):
            continue
        state = COVERED
        if not count:
            state = _excused(name, module, point, source, constant, waived, found)
        if state == OPEN:
            found.open.append((module, point, source))
        found.counts[module, point.kind, state] += 1
    return found


def _excused(name, module, point, source, constant, waived, found):
    """Why a point that is not covered need not be, or OPEN."""
    if point.kind == "toggle" and (point.module, *bit_of(point.what)[:2]) in constant:
        return CONSTANT
    for waiver in waived:
        if waiver.takes(name, module, point, source):
            found.used.add(waiver)
            return WAIVED
    return OPEN


STRUCTURAL = tuple(kind for kind in KINDS if kind != "functional")
