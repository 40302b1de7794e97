"""The tables of docs/results/cost_tables.md, from rows."""

from sim.measure.cost.core import PASSES
from sim.measure.cost.measure import CALM, CLOCK, MOVED, SRAM_SOURCE
from sim.measure.cost.sections import LARGE, LOCAL, RECURRENT, SMALL, SPARED

HEAD = """# What learning costs: the tables

Written by `python -m sim.measure.cost`; [cost](cost.md) explains them. Cells: {library},
{voltage} V; {wire} pF of wire per driven pin. A gate equivalent (GE) is the area of a NAND with two
inputs. All numbers are in [cost.csv](cost.csv), each with its source.
"""


def tables(rows, library, wire):
    """The page as text; what was not measured is left out."""
    lines = [HEAD.format(library=library.name, voltage=library.voltage, wire=wire)]
    if any(row.item == "forward, word" for row in rows):
        lines += _blocks(rows)
    for item in (SMALL, LARGE, RECURRENT, LOCAL, *SPARED.values()):
        if any(row.item == item for row in rows):
            lines += _core(rows, item)
    found = {row.item for row in rows}
    spared = [pair for pair in SPARED.items() if found.issuperset(pair)]
    if spared:
        lines += _spared(rows, spared)
    return "\n".join(lines)


def table(head, lines):
    """Lines of a table."""
    yield "| " + " | ".join(head) + " |"
    yield "|---" * len(head) + "|"
    for line in lines:
        yield "| " + " | ".join(line) + " |"
    yield ""


def number(value):
    """A number with three digits, thousands apart."""
    if value is None:
        return "-"
    if abs(value) >= 1000:
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{value:.3g}"


class Values:
    """Rows by item, part, quantity and epoch."""

    def __init__(self, rows):
        self.rows = {(r.item, r.part, r.quantity, r.epoch): r.value for r in rows}

    def __call__(self, item, part, quantity, epoch=None):
        return self.rows.get((item, part, quantity, epoch))

    def epochs(self, item):
        """The epochs that were measured of an item."""
        found = {epoch for (name, _, _, epoch) in self.rows if name == item and epoch is not None}
        return sorted(found)


def _blocks(rows):
    value = Values(rows)
    items = dict.fromkeys(row.item for row in rows if row.quantity == "elements")
    lines = []
    for item in items:
        part = item.split(",")[0]
        epochs = value.epochs(item)
        lines.append(
            [
                item,
                number(value(item, part, "elements")),
                number(value(item, part, "size")),
                number(value(item, part, "flip-flops")),
                number(value(item, part, "size per element")),
                number(value(item, part, "logic per element")),
                *(number(value(item, part, "energy per element", epoch)) for epoch in epochs),
                number(value(item, part, "of it the clock", epochs[-1])),
                number(value(item, part, "energy without glitches", epochs[-1])),
            ]
        )
    head = ("datapath", "elements", "GE", "flip-flops", "GE per element", "without flip-flops")
    pj = tuple(f"pJ, epoch {epoch}" for epoch in epochs)
    yield "## Datapaths by themselves, on FashionMNIST, 784-135-135\n"
    yield from table((*head, *pj, "clock, pJ", "no glitches, pJ"), lines)


def _core(rows, item):
    value = Values(rows)
    epochs = value.epochs(item)
    parts = [part for part in PASSES if value(item, part, MOVED, epochs[0]) is not None]
    lines = []
    for part in parts:
        pairs = [(value(item, part, MOVED, e), value(item, part, CLOCK, e)) for e in epochs]
        lines.append(
            [
                part,
                number(value(item, part, "size")),
                number(value(item, part, "flip-flops")),
                *(f"{number(a / 1e3)} + {number(b / 1e3)}" for a, b in pairs),
            ]
        )
    whole = [value(item, "all", "energy per sample", epoch) / 1e3 for epoch in epochs]
    sizes = [number(value(item, "all", name)) for name in ("size", "flip-flops")]
    lines.append(["**all**", *sizes, *map(number, whole)])
    values = [number(value(item, "all", CALM, epoch) / 1e3) for epoch in epochs]
    lines.append(["without glitches", "", "", *values])
    for name in ("samples that learn", "samples", "cycles per sample"):
        values = [number(value(item, "all", name, epoch)) for epoch in epochs]
        lines.append([name, "", "", *values])
    values = [number(value(item, "memories", "energy per sample", e) / 1e3) for e in epochs]
    lines.append([f"memories, apart, by {SRAM_SOURCE}", "", "", *values])
    heads = [f"nJ per sample, epoch {epoch}" for epoch in epochs]
    yield f"## {item[0].upper()}{item[1:]}, memories outside\n"
    yield "Energy of transitions + energy of the clock at the flip-flops.\n"
    yield from table(("pass", "GE", "flip-flops", *heads), lines)


def _spared(rows, pairs):
    value = Values(rows)
    lines = []
    for item, spared in pairs:
        for epoch in value.epochs(item):
            before, after = (
                value(one, "all", "energy per sample", epoch) for one in (item, spared)
            )
            backward = [value(one, "backward", MOVED, epoch)
                        for one in (item, spared)]  # fmt: skip
            clock = [sum(value(one, part, CLOCK, epoch) for part in PASSES)
                     for one in (item, spared)]  # fmt: skip
            lines.append(
                [
                    f"{item}, epoch {epoch}",
                    *(f"{number(a / 1e3)} / {number(b / 1e3)}" for a, b in (clock, backward)),
                    f"{number(before / 1e3)} / {number(after / 1e3)}",
                    f"{100 * (1 - after / before):.0f} %",
                ]
            )
        sizes = [number(value(one, "all", "size")) for one in (item, spared)]
        lines.append([f"{item}, GE", "", "", " / ".join(sizes), ""])
    yield "## Spent less: clock gates and operand isolation\n"
    yield "nJ per sample before / after; both train the same bits.\n"
    head = ("", "clock", "transitions of backward", "all", "less")
    yield from table(head, lines)
