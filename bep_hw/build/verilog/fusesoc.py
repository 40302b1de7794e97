"""The description of an emitted folder for FuseSoC, CAPI2."""

import re
from pathlib import Path, PurePath

import bep_hw

TYPES = {".v": "verilogSource", ".vlt": "vlt", ".sv": "systemVerilogSource"}
SETS = {".v": "rtl", ".vlt": "waivers", ".sv": "bench", ".hex": "bench"}

TEMPLATES = Path(__file__).parent / "templates"


def text(top, name, description, files):
    """The .core file of a folder.

    top: the top module; name: of the core, any text; files: names of the other files
    """
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", PurePath(name).stem).strip("-")
    lines = [
        "CAPI=2:",
        f"# fusesoc --cores-root . run --target=lint bep-hw::{plain}",
        "",
        f"name: bep-hw::{plain}:{bep_hw.__version__}",
        f"description: {description}",
        "",
        "filesets:",
    ]
    for fileset in ("rtl", "waivers", "bench", "about"):
        members = [file for file in files if _set(file) == fileset]
        if members:
            lines += [
                f"  {fileset}:",
                "    files:",
                *(f"      - {_entry(file)}" for file in members),
            ]
    bench = any(_set(file) == "bench" for file in files)
    targets, sim = ((TEMPLATES / f"{name}.core").read_text() for name in ("targets", "sim"))
    targets = targets.replace("@SIM@", sim if bench else "").replace("@TOP@", top)
    return "\n".join([*lines, "", targets])


def _set(file):
    return SETS.get(PurePath(file).suffix, "about")


def _entry(file):
    kind = TYPES.get(PurePath(file).suffix, "user")
    # A test bench reads them in the folder that it runs in.
    copy = f", copyto: {file}" if file.endswith(".hex") else ""
    return f"{file}: {{file_type: {kind}{copy}}}"
