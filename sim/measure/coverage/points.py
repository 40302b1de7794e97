"""Coverage points that Verilator counts, read from its coverage.dat and merged.

A line of the file is `C '\\1key\\2value\\1key\\2value...' count`. The keys that are read: `f` the
file, `l` the line, `n` the column, `t` the kind, `o` what is counted there.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

KINDS = {
    "line": ("line", "elsif", "case", "block"),
    "branch": ("branch", "if", "else"),
    "expression": ("expr",),
    "toggle": ("toggle",),
    "functional": ("user",),
}
"""Kinds of points of the page, and what Verilator calls them; prefixes count, as in v_line/bep."""

LINE = re.compile(r"^C '(.*)' (\d+)$")
MODULE = re.compile(r"^(?:\/\*verilator coverage_off\*\/)?module (\w+)", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Point:
    """A place in a module that is covered when its count is not 0.

    module: its name; line: in the module, from 0, which has its header; column: from 1
    kind: one of KINDS; what: such as `if`, `else`, or a bit and its edge
    """

    module: str
    line: int
    column: int
    kind: str
    what: str


def fields(text):
    """{key: value} of what stands between the quotes of a line of coverage.dat."""
    return dict(part.split("\2", 1) for part in text.split("\1") if "\2" in part)


def kind_of(found):
    """The kind of KINDS of a point's fields; ValueError if Verilator counts what is unknown."""
    told = found.get("t") or found.get("page", "").partition("/")[0].removeprefix("v_")
    for kind, names in KINDS.items():
        if told in names:
            return kind
    raise ValueError(f"coverage.dat: {told!r} is no kind of point that is known")


class Modules:
    """The modules of Verilog text by line."""

    def __init__(self, text):
        self.starts, self.names = [], []
        for found in MODULE.finditer(text):
            self.starts.append(text.count("\n", 0, found.start()) + 1)
            self.names.append(found[1])
        self.lines = text.splitlines()

    def at(self, line):
        """(module, line in it) of a line of the text, from 1."""
        index = max(i for i, start in enumerate(self.starts) if start <= line)
        return self.names[index], line - self.starts[index]

    def source(self, module, line):
        """What stands in a line of a module."""
        return self.lines[self.starts[self.names.index(module)] - 1 + line]


def read(text, verilog):
    """Counter of the points of a coverage.dat, whose lines are those of the text `verilog`."""
    modules, counts = Modules(verilog), Counter()
    for line in text.splitlines():
        found = LINE.match(line)
        values = fields(found[1]) if found else {}
        if not values or int(values["l"]) > len(modules.lines):
            continue  # in what the text was put into to be simulated
        module, place = modules.at(int(values["l"]))
        point = Point(module, place, int(values.get("n", 0)), kind_of(values), values.get("o", ""))
        counts[point] += int(found[2])
    return counts


def merged(several):
    """One Counter of many; points that were never reached stay in it with 0."""
    total = Counter()
    for counts in several:
        for point, count in counts.items():
            total[point] += count
    return total


def renamed(counts, names):
    """The same with other names of modules, {name: new name}; others stay as they are."""
    return merged(
        Counter({replace(point, module=names.get(point.module, point.module)): count})
        for point, count in counts.items()
    )
