"""The netlist of a board's top, without its pins and its PLL, as Verilog that can be simulated.

Yosys writes such a netlist in JSON after synthesis, and nextpnr after place and route. They name
nets by numbers, their bits.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from bep_hw.cosim.build import BUSES
from bep_hw.support.errors import require
from bep_hw.support.yosys import yosys

CELLS = Path(__file__).parents[1] / "benches"
TOP = BUSES["uart"].top
LINES = ("rx", "tx")


@dataclass(frozen=True, kw_only=True)
class Library:
    """How the cells of a family are simulated.

    models: Yosys's file of them; logic, memories: ours, in CELLS, which replace what they have in
        common
    luts: {type of a look-up table: (ports in, port out, parameter)}
    pins: {type: (port of the pin, port into the device, port out of it)}
    buffers: {type: (port in, port out)} of what passes a signal on
    plls: types of the PLL after synthesis and after place and route
    clocks: ports that are clocks
    high: {(type, port)} that is 1 where nothing is connected; all others are 0
    constants: types that have the constant of an unconnected input CEA in a parameter CEAMUX
    vectors: {type with a port for every bit: type with whole words}
    """

    models: str
    memories: tuple
    luts: dict
    pins: dict
    buffers: dict
    plls: tuple
    clocks: frozenset
    logic: tuple = ()
    high: frozenset = frozenset()
    constants: frozenset = frozenset()
    vectors: dict = field(default_factory=dict)


LIBRARIES = {
    "ice40": Library(
        models="+/ice40/cells_sim.v",
        memories=("ice40_cells.v",),
        luts={"SB_LUT4": (("I0", "I1", "I2", "I3"), "O", "LUT_INIT")},
        pins={"SB_IO": ("PACKAGE_PIN", "D_IN_0", "D_OUT_0")},
        buffers={"SB_GB": ("USER_SIGNAL_TO_GLOBAL_BUFFER", "GLOBAL_BUFFER_OUTPUT")},
        plls=("SB_PLL40_PAD", "SB_PLL40_CORE", "ICESTORM_PLL"),
        clocks=frozenset(("C", "CLK", "RCLK", "WCLK", "CLOCK")),
        high=frozenset(
            (("ICESTORM_LC", "CEN"), *(("ICESTORM_RAM", port) for port in ("RCLKE", "WCLKE", "RE")))
        ),
        vectors={
            "ICESTORM_RAM": "SB_RAM40_4K",
            "ICESTORM_SPRAM": "SB_SPRAM256KA",
            "ICESTORM_DSP": "SB_MAC16",
        },
    ),
    "ecp5": Library(
        models="+/ecp5/cells_sim.v",
        memories=("block_ram.v", "ecp5_cells.v"),
        logic=("ecp5_routed.v",),
        luts={"LUT4": (("A", "B", "C", "D"), "Z", "INIT")},
        pins={"TRELLIS_IO": ("B", "O", "I")},
        buffers={"DCCA": ("CLKI", "CLKO")},
        plls=("EHXPLLL",),
        clocks=frozenset(("CLK", "WCK", "CLKA", "CLKB")),
        # nextpnr leaves inputs of carries open that are 1.
        high=frozenset(("TRELLIS_COMB", port) for port in "ABCD"),
        constants=frozenset(["DP16KD"]),
    ),
}


class Bits:
    """Nets that are the same: each bit leads to the one that stands for it."""

    def __init__(self):
        self.same = {}

    def join(self, bit, other):
        """From now on `other` stands for `bit`."""
        self.same[self(bit)] = self(other)

    def __call__(self, bit):
        while bit in self.same:
            bit = self.same[bit]
        return bit


def bare(module, library):
    """`module` of a netlist in JSON with ports clk, rst, rx, tx alone, without pins and PLL.

    The clock is what no cell drives, once the PLL is gone.
    """
    ports, bits = module["ports"], Bits()
    line = {name: _port(ports, f"__{name}__") for name in LINES}
    clock = _port(ports, "clk")
    kept = {}
    for name, cell in module["cells"].items():
        kind, wires = cell["type"], cell["connections"]
        if kind in library.pins:
            _take_out_pin(wires, library.pins[kind], ports, bits)
        elif kind in library.buffers:
            into, out = library.buffers[kind]
            if wires[into]:  # nothing drives the buffer of a PLL
                bits.join(wires[out][0], wires[into][0])
        elif kind in library.plls:
            for bit in wires["LOCK"]:
                bits.join(bit, "1")
        else:
            kept[name] = cell
    driven = {
        bits(bit)
        for cell in kept.values()
        for port, wires in cell["connections"].items()
        if cell["port_directions"][port] == "output"
        for bit in wires
    } | {"0", "1", "x", bits(line["rx"])}
    for cell in kept.values():
        for port, wires in cell["connections"].items():
            for bit in map(bits, wires):
                if port in library.clocks and bit not in driven and bit != bits(clock):
                    bits.join(bit, clock)
    made = {
        "clk": ("input", bits(clock)),
        "rx": ("input", bits(line["rx"])),
        "rst": ("input", _unused(module)),
        "tx": ("output", bits(line["tx"])),
    }
    return {
        "attributes": {"top": "1"},
        "ports": {
            name: {"direction": direction, "bits": [bit]} for name, (direction, bit) in made.items()
        },
        "cells": {
            f"cell{number}": _connected(cell, bits, library)
            for number, cell in enumerate(kept.values())
        },
        "netnames": {},
    }


def verilog(netlist, family, folder):
    """The module TOP of the netlist's file for the simulated board, flattened but for its memories.

    folder: where Yosys works; ConfigError if it fails
    """
    library = LIBRARIES[family]
    top = next(
        module
        for module in json.loads(Path(netlist).read_text())["modules"].values()
        if int(module["attributes"].get("top", "0"), 2)
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bare.json").write_text(json.dumps({"modules": {TOP: bare(top, library)}}))
    models = {name: (CELLS / name).read_text() for name in (*library.memories, *library.logic)}
    for name, text in models.items():
        (folder / name).write_text(text)
    logic = f"read_verilog -overwrite {' '.join(library.logic)}" if library.logic else ""
    steps = (
        f"read_verilog -defer -DNO_INCLUDES {library.models}",
        logic,
        f"read_verilog -lib -overwrite {' '.join(library.memories)}",
        f"read_json bare.json; hierarchy -check -top {TOP}",
        "proc; flatten; opt_clean -purge; write_verilog -noattr flat.v",
    )
    done = yosys("; ".join(steps), folder)
    require(done.returncode == 0, f"yosys: {(done.stdout + done.stderr)[-400:]}")
    # Models of cells ask whether an input is connected; here all are.
    text = re.sub(r"= [^=;]+ === 1'hz;", "= 1'h0;", (folder / "flat.v").read_text())
    return text + "".join(models[name] for name in library.memories)


def _port(ports, part):
    """The bit of the only port whose name has this part."""
    (found,) = (port["bits"][0] for name, port in ports.items() if part in name)
    return found


def _take_out_pin(wires, names, ports, bits):
    """Join what is behind a pin's cell with its port, which gets what the device puts out."""
    pin, into, out = (wires.get(name, []) for name in names)
    if not pin:
        return
    if out and out[0] != "x" and _is_port(pin[0], ports):
        bits.join(pin[0], out[0])
    elif into:
        bits.join(into[0], pin[0])


def _is_port(bit, ports):
    return any(bit in port["bits"] for port in ports.values())


def _unused(module):
    """A bit that nothing has."""
    return 1 + max(
        bit
        for cell in module["cells"].values()
        for wires in cell["connections"].values()
        for bit in wires
        if isinstance(bit, int)
    )


def _connected(cell, bits, library):
    """`cell` with the bits that stand for its own, a constant where it has none."""
    kind, wires = cell["type"], {}
    for port, own in cell["connections"].items():
        if not own and cell["port_directions"][port] == "input":
            own = [_constant(cell, port, library)]
        wires[port] = [bits(bit) for bit in own]
    directions = cell["port_directions"]
    if kind in library.luts:
        return _as_lut(cell["parameters"], wires, *library.luts[kind])
    if kind in library.vectors:
        kind, wires, directions = library.vectors[kind], *_as_words(wires, directions)
    if kind in library.constants:
        cell = {**cell, "parameters": _without_constants(cell)}
    return {**cell, "type": kind, "connections": wires, "port_directions": directions,
            "attributes": {}}  # fmt: skip


def _constant(cell, port, library):
    """What an input without a wire is."""
    kind, inverse = cell["type"], {"INV": "0", "0": "0", "1": "1"}
    if kind in library.constants:
        return inverse.get(cell["parameters"].get(f"{port}MUX", "").strip(), "1")
    return "1" if (kind, port) in library.high else "0"


def _without_constants(cell):
    """Parameters without those that say what `_constant` does; ConfigError for an inverter."""
    kept, wires = {}, cell["connections"]
    for name, value in cell["parameters"].items():
        port = name.removesuffix("MUX")
        if port == name or port not in wires:
            kept[name] = value
        else:
            require(
                not wires[port] or value.strip() == port,
                f"{cell['type']}: {name} {value} of a port with a wire is not simulated",
            )
    return kept


def _as_lut(parameters, wires, inputs, output, table):
    """A cell of Yosys itself: thousands of modules, one for each table, would take it minutes."""
    return {
        "type": "$lut",
        "attributes": {},
        "parameters": {"WIDTH": f"{len(inputs):032b}", "LUT": parameters[table]},
        "port_directions": {"A": "input", "Y": "output"},
        "connections": {"A": [wires[port][0] for port in inputs], "Y": wires[output]},
    }


def _as_words(wires, directions):
    """Connections and directions with a word A for the ports A_0, A_1 ..."""
    words, kinds = {}, {}
    for port in sorted(wires, key=lambda name: int((re.search(r"\d+$", name) or [0])[0])):
        word = re.sub(r"_\d+$", "", port)
        words[word] = words.get(word, []) + wires[port]
        kinds[word] = directions[port]
    return words, kinds
