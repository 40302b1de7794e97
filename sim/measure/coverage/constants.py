"""Bits of a design that never change, by construction: Yosys reduces it to gates and constants.

A wire whose width follows a field of another one, or an operand that was extended with zeros, has
such bits. They can have no edge, so that toggle coverage leaves them out.
"""

import json
import re
from collections import defaultdict

from bep_hw.support.errors import require
from bep_hw.support.yosys import yosys

SCRIPT = """
read_verilog -sv design.v
hierarchy -top {top}
proc
write_json modules.json
memory_collect
flatten
opt -full
techmap
opt -full
opt_dff -simple-dffe
opt -full
write_json flat.json
"""


def constants(text, top, folder):
    """{(module, name of a signal, bit)} of bits that are constant in every instance of the module.

    text: Verilog, not yet for Verilator; folder: for files of Yosys
    """
    (folder / "design.v").write_text(text)
    done = yosys(SCRIPT.format(top=top).strip().replace("\n", "; "), folder)
    require(done.returncode == 0, f"yosys: {done.stderr.strip()[-300:]}")
    modules = json.loads((folder / "modules.json").read_text())["modules"]
    flat = json.loads((folder / "flat.json").read_text())["modules"][top]["netnames"]
    steady, instances = defaultdict(int), defaultdict(int)
    for path, module in _instances(modules, top):
        instances[module] += 1
        for name in modules[module]["netnames"]:
            found = flat.get(f"{path}{name}")
            bits = found["bits"] if found else []
            for bit, value in enumerate(bits):
                steady[module, name, bit] += isinstance(value, str)
    return {place for place, count in steady.items() if count == instances[place[0]]}


def _instances(modules, top):
    """(path, with a dot behind it, and module) of all instances."""
    waiting = [("", top)]
    while waiting:
        path, module = waiting.pop()
        yield path, module
        for name, cell in modules[module]["cells"].items():
            if cell["type"] in modules:
                waiting.append((f"{path}{name}.", cell["type"]))


CODE = re.compile(r"__0([0-9A-Fa-f]{2})")
BIT = re.compile(r"^(.*?)(?:\[(\d+)\])?:(0->1|1->0)$")


def bit_of(what):
    """(name, bit, edge) of the text with which Verilator names an edge of a bit.

    It writes characters that are none of a name, and each second underscore, as __0 and their code.
    """
    name, bit, edge = BIT.match(what).groups()
    return CODE.sub(lambda found: chr(int(found[1], 16)), name), int(bit or 0), edge
