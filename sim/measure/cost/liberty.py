"""A library of standard cells, as a Liberty file describes it: areas, functions, delays, energies.

Only what the cost of a netlist needs is read: of every cell its area, of every pin the capacitance
and the function, and the tables of delay and internal energy.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from pathlib import Path

import numpy as np

from bep_hw.support.errors import require

DEFAULT = Path("/usr/share/qflow/tech/osu018/osu018_stdcells.lib")
"""Library of Oklahoma State University, 180 nm, 1.8 V; Debian's package qflow-tech-osu018."""

SLEW = 0.15
"""Transition time at every input pin, with which tables are read [ns]: an assumption."""

LOAD = 0.02
"""Load at which a cell's own figures are given in a table of cells [pF]."""

MOST_INPUTS = 6
"""Inputs of a gate whose truth table a 64-bit word holds."""

TOKEN = re.compile(
    r"""\s+|/\*.*?\*/|//[^\n]*|\\\n|("(?:[^"\\]|\\.|\\\n)*")|([(){}:;,])|([^\s(){}:;,"]+)""", re.S
)
NUMBER = re.compile(r"[-+]?[\d.]+(?:[eE][-+]?\d+)?")
UNITS = {"f": 1e-3, "p": 1.0, "n": 1e3, "u": 1e6}
"""Prefix of a unit in units of 1e-12."""


@dataclass
class Group:
    """`kind (arguments) { ... }`: simple attributes, complex ones, and groups inside."""

    kind: str
    arguments: list
    attributes: dict = field(default_factory=dict)
    groups: list = field(default_factory=list)

    def all(self, kind):
        """The groups of a kind inside."""
        return [group for group in self.groups if group.kind == kind]

    def number(self, name, default=0.0):
        """A simple attribute as a number."""
        return float(self.attributes.get(name, default))


def parse(text):
    """The outermost `Group` of a Liberty file; ConfigError if it is none."""
    tokens = [found.group().strip('"') if found.group(1) else found.group()
              for found in TOKEN.finditer(text) if found.lastindex]  # fmt: skip
    try:
        group, _ = _group(tokens, 0)
    except (IndexError, ValueError) as error:
        require(False, f"no Liberty file: {error or 'it ends too early'}")
    require(group.kind == "library", f"no Liberty file: it begins with {group.kind[:20]!r}")
    return group


def _group(tokens, at):
    """(`Group`, place behind it) of the statement that begins at token `at`."""
    close = tokens.index(")", at)
    group = Group(tokens[at], [token for token in tokens[at + 2 : close] if token != ","])
    at = close + 2
    while tokens[at] != "}":
        name, mark = tokens[at], tokens[at + 1]
        if mark == ":":
            end = tokens.index(";", at)
            group.attributes[name] = " ".join(tokens[at + 2 : end])
            at = end + 1
        elif mark == "(":
            close = tokens.index(")", at)
            if close + 1 < len(tokens) and tokens[close + 1] == "{":
                inner, at = _group(tokens, at)
                group.groups.append(inner)
            else:
                values = [token for token in tokens[at + 2 : close] if token != ","]
                group.attributes[name] = values
                at = close + 1 + (tokens[close + 1] == ";")
        elif name == ";":
            at += 1
        else:
            raise ValueError(f"{name[:20]!r} is followed by {mark[:20]!r}")
    return group, at + 1


class Table:
    """A lookup table over load and transition time; of one axis, or a single value, as well."""

    def __init__(self, group, templates):
        template = templates.get(group.arguments[0] if group.arguments else "", Group("", []))
        names = [template.attributes.get(f"variable_{axis}", "") for axis in (1, 2)]
        axes = [_numbers(group.attributes.get(f"index_{axis}", template.attributes.get(
            f"index_{axis}", []))) for axis in (1, 2)]  # fmt: skip
        values = _numbers(group.attributes.get("values", ["0"]))
        self.axes = [(("load" if "capacitance" in name else "slew"), axis)
                     for name, axis in zip(names, axes, strict=True) if len(axis)]  # fmt: skip
        shape = [len(axis) for _, axis in self.axes]
        if int(np.prod(shape)) != len(values):  # a scalar, or axes that the template left open
            self.axes, shape = [], []
        self.values = values.reshape(shape) if shape else values[0]

    def at(self, load, slew):
        """The value at a load and a transition time; beyond the axes that of their end."""
        values = self.values
        for name, axis in self.axes:
            values = _along(values, axis, load if name == "load" else slew)
        return float(values)


def _along(values, axis, point):
    """`values` interpolated at `point` of their first axis."""
    point = min(max(point, axis[0]), axis[-1])
    high = min(max(int(np.searchsorted(axis, point)), 1), len(axis) - 1) if len(axis) > 1 else 0
    if not high:
        return values[0]
    share = (point - axis[high - 1]) / (axis[high] - axis[high - 1])
    return values[high - 1] * (1 - share) + values[high] * share


def _numbers(words):
    return np.array([float(x) for word in words for x in NUMBER.findall(word)])


@dataclass
class Pin:
    """A pin: whether it is an output, its capacitance [pF], its function, its tables.

    energies, delays: [[tables of rise and fall]] per related pin or condition; an input pin has
        energies too, of what a transition costs inside though no output changes
    """

    name: str
    output: bool
    capacitance: float
    function: str | None
    clock: bool
    energies: list
    delays: list

    def energy(self, load=0.0, slew=SLEW):
        """Internal energy of a transition, mean of rise and fall, and over related pins [pJ]."""
        return _mean(self.energies, load, slew)

    def delay(self, load, slew=SLEW):
        """Delay of an output pin, mean of rise and fall, and over related pins [ns]."""
        return _mean(self.delays, load, slew)


def _mean(groups, load, slew):
    means = [np.mean([table.at(load, slew) for table in tables]) for tables in groups if tables]
    return float(np.mean(means)) if means else 0.0


@dataclass
class Cell:
    """A cell: name, area, leakage [nW], pins by name; of a flip-flop what it takes and on what.

    state: {"next_state": expression, "clocked_on": pin, ...} of a flip-flop, None of a gate
    states: the names of the flip-flop's state and of its inverse in functions
    """

    name: str
    area: float
    leakage: float
    pins: dict
    state: dict | None
    states: list

    @cached_property
    def inputs(self):
        """Names of the input pins, in the order of the file."""
        return [pin.name for pin in self.pins.values() if not pin.output]

    @cached_property
    def outputs(self):
        return [pin.name for pin in self.pins.values() if pin.output]

    def truth(self, output):
        """Truth table of an output: bit i is its value if bit k of i is that of input k."""
        return truth_table(self.pins[output].function, self.inputs)


@dataclass
class Library:
    """Cells by name, and the supply voltage [V]."""

    name: str
    cells: dict
    voltage: float
    path: Path

    @cached_property
    def gate_area(self):
        """Area of the smallest NAND with two inputs, the unit of gate equivalents."""
        nands = [cell.area for cell in self.cells.values() if _is_nand(cell)]
        require(nands, f"{self.path}: has no NAND with two inputs")
        return min(nands)


def _is_nand(cell):
    """Whether a cell is a NAND with two inputs."""
    if cell.state is not None or len(cell.inputs) != 2 or len(cell.outputs) != 1:
        return False
    (output,) = cell.outputs
    return bool(cell.pins[output].function) and cell.truth(output) == 0b0111


def read(path=DEFAULT):
    """The `Library` of a Liberty file; ConfigError, in one line, if it is absent or none."""
    path = Path(path)
    hint = "; install Debian's qflow-tech-osu018, or name a Liberty file with --library"
    require(path.is_file(), f"{path}: no such cell library{hint if path == DEFAULT else ''}")
    group = parse(path.read_text(errors="replace"))
    templates = {t.arguments[0]: t for kind in ("lu_table_template", "power_lut_template")
                 for t in group.all(kind)}  # fmt: skip
    energy = _energy_unit(group)
    farads = group.attributes.get("capacitive_load_unit", ["1", "pf"])
    capacitance = float(farads[0]) * UNITS[farads[1][0].lower()]
    scale = (capacitance, energy)
    cells = {cell.arguments[0]: _cell(cell, templates, scale) for cell in group.all("cell")}
    require(cells, f"{path}: has no cells")
    return Library(group.arguments[0], cells, group.number("nom_voltage"), path)


def _energy_unit(group):
    """Unit of internal energy [pJ]: that of capacitance times that of voltage squared."""
    farads = group.attributes.get("capacitive_load_unit", ["1", "pf"])
    volts = group.attributes.get("voltage_unit", "1V")
    volt = float(NUMBER.match(volts).group()) * (1e-3 if "mV" in volts else 1)
    return float(farads[0]) * UNITS[farads[1][0].lower()] * volt**2


def _cell(group, templates, scale):
    state, states = None, []
    for kind in ("ff", "latch"):
        for found in group.all(kind):
            state = {"kind": kind, **found.attributes}
            states = found.arguments
    pins = {pin.arguments[0]: _pin(pin, templates, scale) for pin in group.all("pin")}
    return Cell(
        group.arguments[0],
        group.number("area"),
        group.number("cell_leakage_power"),
        pins,
        state,
        states,
    )


def _pin(group, templates, scale):
    capacitance, energy = scale

    def tables(inner, names, unit):
        found = [Table(one, templates) for name in names for one in inner.all(name)]
        for table in found:
            table.values = table.values * unit
            table.axes = [(name, axis * capacitance if name == "load" else axis)
                          for name, axis in table.axes]  # fmt: skip
        return found

    energies = [tables(inner, ("rise_power", "fall_power", "power"), energy)
                for inner in group.all("internal_power")]  # fmt: skip
    delays = [tables(inner, ("cell_rise", "cell_fall"), 1.0) for inner in group.all("timing")]
    return Pin(
        group.arguments[0],
        group.attributes.get("direction") == "output",
        group.number("capacitance") * capacitance,
        group.attributes.get("function"),
        group.attributes.get("clock") == "true",
        energies,
        [tables for tables in delays if tables],
    )


def truth_table(function, inputs):
    """Truth table of a Liberty expression over `inputs`, as `Cell.truth`; ConfigError."""
    require(len(inputs) <= MOST_INPUTS, f"function {function}: more than {MOST_INPUTS} inputs")
    expression = _Expression(function)
    table = 0
    for index, values in enumerate(product((0, 1), repeat=len(inputs))):
        table |= expression.value(dict(zip(reversed(inputs), values, strict=True))) << index
    return table


class _Expression:
    """A Boolean expression of Liberty: ! and ' invert, & * and nothing are AND, + | OR, ^ XOR."""

    LEVELS = (("+|", lambda a, b: a | b), ("^", lambda a, b: a ^ b))

    def __init__(self, text):
        self.tokens = re.findall(r"[A-Za-z_][\w\[\]]*|[01]|[!'&*+|^()]", text)
        self.text = text

    def value(self, names):
        self.at, self.names = 0, names
        result = self._level(0)
        require(self.at == len(self.tokens), f"function {self.text}: cannot be read")
        return result

    def _peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _take(self):
        self.at += 1
        return self.tokens[self.at - 1] if self.at <= len(self.tokens) else ""

    def _level(self, level):
        if level == len(self.LEVELS):
            return self._and()
        marks, join = self.LEVELS[level]
        result = self._level(level + 1)
        while self._peek() and self._peek() in marks:
            self._take()
            result = join(result, self._level(level + 1))
        return result

    def _and(self):
        result = self._not()
        while self._peek() not in ("", ")", "+", "|", "^"):
            if self._peek() in "&*":
                self._take()
            result = result & self._not()
        return result

    def _not(self):
        token = self._take()
        if token == "!":
            return 1 - self._not()
        if token == "(":
            result = self._level(0)
            require(self._take() == ")", f"function {self.text}: a bracket is missing")
        else:
            known = {"0": 0, "1": 1, **self.names}
            require(token in known, f"function {self.text}: {token!r} is no input")
            result = known[token]
        while self._peek() == "'":
            self._take()
            result = 1 - result
        return result
