"""Whether two netlists are the same circuit, whatever their cells and wires are called."""

import json
from collections import Counter

from bep_hw.support.yosys import yosys

ROUNDS = 24
"""Cells that a difference may be away from a port, or from another difference."""

FLAT = "hierarchy -top {top}; proc; flatten; memory_collect; opt_clean -purge; write_json {file}"


def flat(verilog, top, folder, name="netlist"):
    """The module `top`, flattened, as Yosys writes it in JSON."""
    (folder / f"{name}.v").write_text(verilog)
    script = f"read_verilog {name}.v; {FLAT.format(top=top, file=f'{name}.json')}"
    done = yosys(script, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads((folder / f"{name}.json").read_text())["modules"][top]


def signature(module):
    """Counts of cells of each kind, told apart by what is around them; by ports at the end.

    A bit begins as its port or the cell that drives it, and takes in its inputs in every round.
    """
    cells = list(module["cells"].values())
    kinds = [_hash(c["type"], _parameters(c)) for c in cells]
    colours = {}
    for name, port in module["ports"].items():
        if port["direction"] == "input":
            colours |= {bit: _hash(name, index) for index, bit in enumerate(port["bits"])}
    of_cell = kinds
    for _ in range(ROUNDS):
        for cell, colour in zip(cells, of_cell, strict=True):
            for port, bits in cell["connections"].items():
                if cell["port_directions"][port] == "output":
                    colours |= {bit: _hash(colour, port, i) for i, bit in enumerate(bits)}
        of_cell = [
            _hash(kind, _inputs(cell, colours)) for kind, cell in zip(kinds, cells, strict=True)
        ]
    outputs = {
        name: _hash([colours.get(bit, bit) for bit in port["bits"]])
        for name, port in module["ports"].items()
    }
    return Counter(of_cell), outputs


def registers(module):
    """Names of the signals that are outputs of registers, by their paths."""
    driven = {
        bit
        for cell in module["cells"].values()
        if "dff" in cell["type"]
        for bit in cell["connections"]["Q"]
    }
    names = module["netnames"].items()
    return {name for name, net in names if "$" not in name and set(net["bits"]) <= driven}


def _parameters(cell):
    """All but the name of a memory."""
    return sorted(item for item in cell["parameters"].items() if item[0] != "MEMID")


def _inputs(cell, colours):
    return [
        (port, [colours.get(bit, bit) for bit in bits])
        for port, bits in sorted(cell["connections"].items())
        if cell["port_directions"][port] == "input"
    ]


def _hash(*values):
    return hash(repr(values))
