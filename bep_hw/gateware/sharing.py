"""Equal modules become one, in RTLIL as Amaranth writes it.

Amaranth writes a module for every instance, and makes its ports from the wires around it: each bit
of a column of a tile is a port of its own, called port$112$3 in the fourth popcount and port$112$4
in the next. Here such ports become one, which has the name of a signal inside, and modules that
then differ in the names of ports alone are written once. Instances keep their names, so a path to a
register stays what it was.
"""

import re
from collections import Counter

MODULE = re.compile(
    r"((?:^attribute [^\n]*\n)*)^module (\S+)\n(.*?)^end\n", re.MULTILINE | re.DOTALL
)
PORT = re.compile(r"  wire width (\d+) (input|output) \d+ +((?:signed )?)(\S+)")
CELL = re.compile(r"  cell (\S+) (\S+)")
CONNECT = re.compile(r"( *)connect (\S+) (.*)")
SOURCE = re.compile(r' *attribute \\src "(.*):\d+"')
NAME = re.compile(r"\\\S+")
SLICE = re.compile(r"(\\\S+)(?: \[(\d+)(?::(\d+))?\])?")
COPY = re.compile(r"(connect|  wire width \d+(?: signed)?) (\\\S+\$\d+)(?= |$)")
"""An assignment to a signal that is numbered to tell it from another one, or its declaration."""

NAMELESS = "\\port$"
"""How names begin that Amaranth gives to ports that no signal inside is equal to."""


class Module:
    """One module of RTLIL.

    name: as it stands there, with a backslash
    source: file of the component, None if it is not known
    attributes: its lines; lines: all others, but empty ones and those of ports
    ports: {name: (width, "input" or "output", "signed " or "", lines of its attributes)}, in order
    members: names of all modules that it stands for
    """

    def __init__(self, attributes, name, body):
        self.name, self.attributes, self.members = name, attributes, [name]
        found = SOURCE.search(attributes)
        self.source = found and found[1]
        self.ports, self.lines, pending = {}, [], []
        for line in body.splitlines():
            if found := PORT.fullmatch(line):
                width, direction, sign, port = found.groups()
                self.ports[port] = int(width), direction, sign, pending
                pending = []
            elif line.startswith("  attribute"):
                if not SOURCE.match(line):
                    pending.append(line)
            elif line:
                self.lines += [*pending, line]
                pending = []

    @property
    def children(self):
        """Types of its cells, in order."""
        return [found[1] for line in self.lines if (found := CELL.fullmatch(line))]

    @property
    def key(self):
        """The same for modules that differ in the names of modules and ports alone."""
        numbers = {port: number for number, port in enumerate(self.ports)}
        ports = ((*port, tuple(marks)) for *port, marks in self.ports.values())

        def numbered(name, bits):
            return f"\\{numbers[name]} {bits}" if name in numbers else None

        return *ports, *(_renamed(line, numbered) for line in self.lines)

    def text(self, names):
        """RTLIL; names: {module: its new name}."""
        ports = []
        for number, (port, (width, way, sign, marks)) in enumerate(self.ports.items()):
            ports += [*marks, f"  wire width {width} {way} {number} {sign}{port}"]
        lines = []
        for line in self.lines:
            found = CELL.fullmatch(line)
            kind = names.get(found[1]) if found else None
            lines.append(f"  cell {kind} {found[2]}" if kind else line)
        return "\n".join([f"{self.attributes}module {names[self.name]}", *ports, *lines, "end", ""])


def share(text):
    """(RTLIL, {module: (file of its component or None, number of modules that it stands for)}).

    text: RTLIL; its first module is the top one, whose ports stay
    """
    found = MODULE.findall(text)
    modules = {name: Module(attributes, name, body) for attributes, name, body in found}
    top = next(iter(modules.values()))
    kept, replaced = {}, {}

    def visit(module):
        for kind in module.children:
            if kind in modules and kind not in replaced:
                visit(modules[kind])
        module.lines = _without_copies(list(_instantiated(module.lines, replaced)))
        gathered = {} if module is top else _gather(module)
        first = kept.setdefault(module.key, module)
        if first is not module:
            first.members.append(module.name)
        ports = dict(zip(module.ports, first.ports, strict=True))
        replaced[module.name] = first.name, gathered, ports

    visit(top)
    order = {name: index for index, name in enumerate(modules)}
    shared = sorted(kept.values(), key=lambda module: order[module.name])
    names = _names(shared, top)
    head = text[: MODULE.search(text).start()]
    return head + "\n".join(module.text(names) for module in shared), {
        names[module.name][1:]: (module.source, len(module.members)) for module in shared
    }


def _instantiated(lines, replaced):
    """`lines`, whose cells are of the modules and have the ports that stand for theirs.

    replaced: {module: (the one that stands for it, what `_gather` says, {its port: port there})}
    """
    lines = iter(lines)
    for line in lines:
        cell = CELL.fullmatch(line)
        if not cell or cell[1] not in replaced:
            yield line
            continue
        kind, gathered, ports = replaced[cell[1]]
        values = {}
        while (line := next(lines)) != "  end":
            found = CONNECT.fullmatch(line)
            values[found[2]] = found[3]
        for port, parts in gathered.items():
            flat = (values.pop(part).strip("{ }") for part in parts)
            values[port] = f"{{ {' '.join(flat)} }}"
        assert values.keys() == ports.keys(), f"cell {cell[2]}: has other ports than {kind}"
        yield f"  cell {kind} {cell[2]}"
        yield from (f"    connect {ports[port]} {values[port]}" for port in ports)
        yield "  end"


def _without_copies(lines):
    """`lines` without the numbered signals that nothing reads.

    Amaranth repeats what it connects to a cell under the name that it has in there.
    """
    while True:
        count = Counter(name for line in lines for name in NAME.findall(line))
        wires = {found[2] for line in lines if (found := COPY.match(line)) and line[0] == " "}
        copies = wires & {
            found[2]
            for line in lines
            if (found := COPY.match(line)) and line[0] == "c" and count[found[2]] == 2
        }
        if not copies:
            return lines
        dropped = (line for line in lines if (found := COPY.match(line)) and found[2] in copies)
        lines = _without(lines, set(dropped))


def _without(lines, dropped):
    """`lines` without those in `dropped` and the attributes above them."""
    kept = []
    for line in lines:
        if line not in dropped:
            kept.append(line)
            continue
        while kept and kept[-1].startswith("  attribute "):
            kept.pop()
    return kept


def _gather(module):
    """Make one input of nameless inputs that are all parts of a signal inside of the module.

    Returns {new input: the old ones, highest first}.
    """
    gathered = {}
    for line in [line for line in module.lines if line.startswith("connect ")]:
        _, target, value = CONNECT.fullmatch(line).groups()
        parts = [found.groups() for found in SLICE.finditer(value)]
        old = [name for name, *_ in parts]
        whole = not SLICE.sub("", value).strip("{ }") and all(
            name.startswith(NAMELESS) and _covers(module.ports.get(name), high, low)
            for name, high, low in parts
        )
        if old and whole and len(set(old)) == len(old) and target not in module.ports:
            module.lines.remove(line)
            _join(module, target, old, value)
            gathered[target] = old
    return gathered


def _covers(port, high, low):
    """Whether bits `high` to `low`, as RTLIL writes them, are a whole input."""
    if port is None or port[1] != "input":
        return False
    return high is None or (int(high), int(low or high)) == (port[0] - 1, 0)


def _join(module, target, old, value):
    """Put the input `target` in place of the inputs `old`, highest first, which are `value`."""
    places, width = {}, 0
    for name in reversed(old):
        places[name] = width
        width += module.ports[name][0]
    wire = re.compile(rf"  wire width {width} (signed )?{re.escape(target)}")
    (found,) = filter(None, map(wire.fullmatch, module.lines))
    module.lines = _without(module.lines, {found[0]})
    first = min(old, key=list(module.ports).index)
    port = width, "input", found[1] or "", []

    def change(name, bits):
        if name not in places:
            return None
        high, low = bits or (module.ports[name][0] - 1, 0)
        return f"{target} [{places[name] + high}:{places[name] + low}]"

    if value.startswith("{"):
        module.lines = [line.replace(value, f"{target} [{width - 1}:0]") for line in module.lines]
    module.lines = [_renamed(line, change) for line in module.lines]
    module.ports = {
        target if name == first else name: port if name == first else other
        for name, other in module.ports.items()
        if name == first or name not in places
    }


def _names(modules, top):
    """{module: name} with plain names, and without the numbers that tell equals apart."""
    names, taken = {top.name: top.name}, {top.name}
    for module in modules[1:]:
        path = re.sub(r"\$\d+(?=\.|$)", "", module.name)
        if len(module.members) > 1:
            path = re.sub(r"\d+(?=\.|$)", "", path)
        wanted = name = "\\" + re.sub(r"\W+", "_", path[1:])
        number = 2
        while name in taken:
            name, number = f"{wanted}_{number}", number + 1
        taken.add(name)
        names[module.name] = name
    return names


def _renamed(line, change):
    """`line`, with change(name, bits) in place of every signal, unless that is None.

    bits: (highest, lowest) of the slice, None if it is the whole signal. Names of cells and of
    their ports are no signals.
    """

    def one(found):
        name, high, low = found.groups()
        bits = None if high is None else (int(high), int(low or high))
        new = change(name, bits)
        return found[0] if new is None else new

    if line.startswith(("  cell ", "  memory ", "    parameter ", "  attribute ")):
        return line
    if line.startswith("    connect "):
        _, port, value = CONNECT.fullmatch(line).groups()
        return f"    connect {port} {SLICE.sub(one, value)}"
    return SLICE.sub(one, line)
