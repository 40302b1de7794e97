"""The netlist of a board trains as the golden model does, and a wrong look-up table is found."""

import dataclasses
import json
import re

import pytest
from rich.console import Console

from bep_hw.build.bitstream import boards
from bep_hw.build.bitstream.build import build
from bep_hw.host.bus import BusError
from bep_hw.spec import presets
from bep_hw.spec.link import MIN_DIVISOR
from bep_hw.spec.network import Network
from bep_hw.support.errors import ConfigError
from sim.netlists.flat import LIBRARIES, TOP, bare, verilog
from sim.netlists.train import differences

TINY = dataclasses.replace(
    presets.get("digits-icebreaker"), network=Network(layers=(256, 8, 8), classes=10), tile=(4, 8)
).with_training(group=2)
QUICKLY = {"batch": 6, "optimise": ("-O0",)}
TABLES = re.compile(r"16'h([0-9a-f]{4}) >>")
"""Look-up tables of a netlist."""


@pytest.fixture(scope="module")
def netlist(tmp_path_factory):
    """Verilog of the netlist after synthesis for an iCE40."""
    folder = tmp_path_factory.mktemp("netlist")
    clock = boards.get("icebreaker").clock
    baud = clock // MIN_DIVISOR
    build(TINY, "icebreaker", folder, Console(quiet=True), baud=baud, until="synthesise")
    return verilog(folder / "top.json", "ice40", folder / "flat")


def test_it_trains(netlist):
    assert len(TABLES.findall(netlist)) > 1000
    assert differences(TINY, netlist, MIN_DIVISOR, **QUICKLY)[0] == []


def test_ports_alone_are_left(netlist):
    head = netlist[netlist.index(f"module {TOP}(") :].split(";")[0]
    assert sorted(re.findall(r"\w+", head)[2:]) == ["clk", "rst", "rx", "tx"]


def cell(kind, **wires):
    """A cell in JSON; ports with a lower-case name are outputs."""
    outputs = {name.upper() for name in wires if name.islower()}
    wires = {name.upper(): bits for name, bits in wires.items()}
    directions = {name: "output" if name in outputs else "input" for name in wires}
    return {
        "type": kind,
        "attributes": {},
        "parameters": {},
        "connections": wires,
        "port_directions": directions,
    }


def test_pins_and_pll_are_taken_out():
    pins = {"clk12_0__io": 1, "uart_0__rx__io": 2, "uart_0__tx__io": 3, "led_0__io": 4}
    module = {
        "attributes": {"top": "1"},
        "ports": {name: {"direction": "inout", "bits": [bit]} for name, bit in pins.items()},
        "cells": {
            "pll": cell("SB_PLL40_PAD", PACKAGEPIN=[1], pllout=[10], lock=[11]),
            "rx": cell("SB_IO", PACKAGE_PIN=[2], d_in_0=[12]),
            "tx": cell("SB_IO", PACKAGE_PIN=[3], D_OUT_0=[13]),
            "led": cell("SB_IO", PACKAGE_PIN=[4], D_OUT_0=[13]),
            "reset": cell("SB_GB", USER_SIGNAL_TO_GLOBAL_BUFFER=[11],
                          global_buffer_output=[14]),
            "lc": cell("ICESTORM_LC", CLK=[10], I0=[12], SR=[14], CEN=[], I1=[], o=[13]),
        },
    }  # fmt: skip
    made = bare(module, LIBRARIES["ice40"])
    ports = {name: port["bits"][0] for name, port in made["ports"].items()}
    (left,) = made["cells"].values()
    assert ports == {"clk": 1, "rx": 2, "tx": 13, "rst": 15}
    assert left["connections"] == {
        "CLK": [1], "I0": [2], "SR": ["1"], "CEN": ["1"], "I1": ["0"], "O": [13],
    }  # fmt: skip
    json.dumps(made)


def ecp5(*cells):
    """A top of an ECP5 with these cells."""
    pins = {"clk25_0__io": 1, "uart_0__rx__io": 2, "uart_0__tx__io": 3}
    ports = {name: {"direction": "inout", "bits": [bit]} for name, bit in pins.items()}
    return {"attributes": {"top": "1"}, "ports": ports, "cells": dict(enumerate(cells))}


def test_inputs_that_nextpnr_leaves_open():
    """Of a carry 1; of a block RAM 1 or what a parameter says, which then is no parameter."""
    ram = cell("DP16KD", CLKA=[1], CEA=[], CSA0=[], ADA0=[], ADA1=[2])
    ram["parameters"] = {"CSA0MUX": "INV", "ADA0MUX": "0 ", "ADA1MUX": "ADA1", "GSR": "AUTO"}
    carry = cell("TRELLIS_COMB", A=[], B=[2], C=[], D=[], M=[], f=[5])
    made = [*bare(ecp5(ram, carry), LIBRARIES["ecp5"])["cells"].values()]
    assert made[0]["connections"] == {
        "CLKA": [1], "CEA": ["1"], "CSA0": ["0"], "ADA0": ["0"], "ADA1": [2],
    }  # fmt: skip
    assert made[0]["parameters"] == {"GSR": "AUTO"}
    assert made[1]["connections"] == {
        "A": ["1"], "B": [2], "C": ["1"], "D": ["1"], "M": ["0"], "F": [5],
    }  # fmt: skip


def test_an_inverter_in_a_block_ram_is_refused():
    ram = cell("DP16KD", CLKA=[1], WEA=[2])
    ram["parameters"] = {"WEAMUX": "INV"}
    with pytest.raises(ConfigError, match="WEAMUX INV of a port with a wire"):
        bare(ecp5(ram), LIBRARIES["ecp5"])


def test_a_wrong_look_up_table_is_found(netlist):
    """All bits of one table are turned. Some tables alone change nothing that is seen, or a core
    does not even answer."""
    tables = [found.span(1) for found in TABLES.finditer(netlist)]
    assert any(is_found(turned(netlist, tables, part)) for part in (6, 7, 14))


def is_found(netlist):
    try:
        return differences(TINY, netlist, MIN_DIVISOR, **QUICKLY)[0]
    except BusError:
        return 1


def turned(netlist, tables, part):
    """The netlist with the table that is at 1 / `part` of `tables` turned over."""
    begin, end = tables[len(tables) // part]
    return netlist[:begin] + f"{int(netlist[begin:end], 16) ^ 0xFFFF:04x}" + netlist[end:]
