"""A board's top on its way from Verilog to a bitstream, and what is not done twice."""

import json

import pytest
from amaranth.hdl import Module
from amaranth.lib import wiring
from amaranth.lib.memory import Memory

from bep_hw.build.bitstream import boards, families
from bep_hw.build.bitstream.floorplan import cells_of
from bep_hw.build.bitstream.flow import NETLIST, PLACED, PLANNED, SITES, Done, Flow, Unrouted
from bep_hw.gateware.bus.uart import UartReceiver, UartTransmitter
from bep_hw.gateware.verilog import convert
from bep_hw.support import eda

BOARD = "ulx3s-85f"


class Echo(wiring.Component):
    """A UART that says what it heard some bytes before, with the pins of `LinkedCore`."""

    def __init__(self, divisor):
        self.receiver, self.transmitter = (
            UartReceiver(divisor=divisor),
            UartTransmitter(divisor=divisor),
        )
        super().__init__(
            {
                "rx": wiring.In(1, init=1),
                "tx": wiring.Out(1, init=1),
                "result": wiring.Out(1),
                "refused": wiring.Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.receiver, m.submodules.transmitter = self.receiver, self.transmitter
        m.submodules.memory = memory = Memory(
            shape=8, depth=1024, init=[], attrs={"ram_style": "block"}
        )
        read, write = memory.read_port(), memory.write_port()
        with m.If(self.receiver.valid):
            m.d.sync += write.addr.eq(write.addr + 1)
        m.d.comb += [
            read.addr.eq(write.addr + 1),
            write.data.eq(self.receiver.byte),
            write.en.eq(self.receiver.valid),
            self.receiver.rx.eq(self.rx),
            self.transmitter.i.payload.eq(read.data),
            self.transmitter.i.valid.eq(self.receiver.valid),
            self.tx.eq(self.transmitter.tx),
            self.result.eq(self.receiver.valid),
            self.refused.eq(self.receiver.valid & ~self.transmitter.i.ready),
        ]
        return m


def strength(cell):
    """How firmly a placed cell is where it is."""
    return int(cell["attributes"]["BEL_STRENGTH"], 2)


CLOCK = 37_500_000
"""Not that of the board's crystal, so that there is a PLL [Hz]."""


def flow(folder):
    top = boards.get(BOARD)
    verilog = convert(Echo(21), "bep_uart")
    family = families.get(top.family)
    tools = [eda.find(*tool) for tool in family.tools.items()]
    return Flow(top(verilog, CLOCK), top.platform(), family, tools, folder)


@pytest.mark.parametrize(
    ("ends", "log", "placers"),
    [
        ("static", "", ["static"]),
        ("heap", "iter=700 steplen=1", ["static", "heap"]),
        ("none", "iter=700 steplen=1", ["static", "heap"]),
        ("none", "iter=400 wires=1", ["static"]),
        ("none", "Info: Routing 9 arcs.", ["static"]),
    ],
)
def test_placers(ends, log, placers, tmp_path, monkeypatch):
    """The second one is asked if the first one gets nowhere, but not if the router does."""
    asked = []

    def run(tool, arguments, folder, name, **_):
        (folder / name).write_text(log)
        asked.append(arguments[arguments.index("--placer") + 1])
        for product in ("seed1.config", "seed1.report.json"):
            (folder / product).write_text('{"fmax": {"clk": {"achieved": 7}}, "utilization": {}}')
        return asked[-1] == ends

    monkeypatch.setattr(eda.Tool, "run", run)
    (tmp_path / PLANNED).write_text("{}")
    if ends == "none":
        with pytest.raises(Unrouted, match="nextpnr-ecp5 does not end; see"):
            flow(tmp_path).route(1)
    else:
        assert flow(tmp_path).route(1).fmax == 7
    assert asked == placers


def test_a_router_that_crashes(tmp_path, monkeypatch):
    """Only its seed is lost."""

    def run(tool, arguments, folder, name, **_):
        raise eda.Crashed("nextpnr-ecp5 crashed: by signal 11")

    monkeypatch.setattr(eda.Tool, "run", run)
    (tmp_path / PLANNED).write_text("{}")
    with pytest.raises(Unrouted, match="crashed: by signal 11"):
        flow(tmp_path).route(1)


@pytest.mark.parametrize("name", boards.names())
def test_files_of_a_seed(name, tmp_path):
    """What place and route writes for a seed is what is packed, and has its number."""
    top = boards.get(name)
    family = families.get(top.family)
    tools = [eda.Tool(tool, (tool,), "1") for tool in family.tools]
    core = "module bep_uart; endmodule"
    made = Flow(top(core, top.clock), top.platform(), family, tools, tmp_path)
    (routed,) = made._routed(3)
    packed = [made._of_seed(word, 3) for word in made.commands[2]]
    assert routed in packed and f"seed3.{family.suffix}" in packed
    for given in (*made.commands[0], *made.commands[1]):
        if given.rpartition("=")[2] in {*made.files, NETLIST, PLANNED}:
            assert made._of_seed(given, 3) == given


def test_a_whole_build(tmp_path, monkeypatch):
    """The top of a board with something small in place of the core, as far as a bitstream."""
    first = flow(tmp_path)
    cells = first.synthesise().found["cells"]
    assert cells["EHXPLLL"] == 1 and cells["TRELLIS_FF"] > 40
    assert first.floorplan().found == {"count": cells["DP16KD"]} == {"count": 1}
    placed = json.loads((tmp_path / PLACED).read_text())
    # What nextpnr may not move has a higher strength.
    assert {strength(cell) for cell in cells_of(placed, "TRELLIS_FF").values()} == {1}
    assert {strength(cell) for cell in cells_of(placed, "DP16KD").values()} == {6}
    # Another build of the design may have its floorplan, or one of the user's.
    ((ram, site),) = json.loads((tmp_path / SITES).read_text()).items()
    other = next(one for one in first._sites("DP16KD") if one != site)
    assert first.floorplan(plan={ram: other}).found == {"count": 1}
    netlist = json.loads((tmp_path / PLANNED).read_text())
    assert cells_of(netlist, "DP16KD")[ram]["attributes"]["BEL"] == other
    first.floorplan()
    routed = first.route(2)
    assert routed.seed == 2 and routed.fmax > 62.5
    assert routed.used["TRELLIS_FF"][1] == 83640
    assert routed.used["TRELLIS_IO"][0] == 6  # clock, serial port, LEDs
    bitstream = tmp_path / first.pack(2)
    assert bitstream.name == "seed2.bit" and bitstream.stat().st_size > 50_000
    assert "Device utilisation" in (tmp_path / "seed2.nextpnr-ecp5.log").read_text()

    # Once more: nothing is run, until something has changed.
    def run(*_, **__):
        raise AssertionError("a tool was started")

    monkeypatch.setattr(eda.Tool, "run", run)
    again = flow(tmp_path)
    assert again.synthesise() == Done(found={"cells": cells}, seconds=first.synthesise().seconds)
    assert again.floorplan().found == {"count": 1}
    assert again.route(2) == routed and again.pack(2) == bitstream.name
    assert not routed.taken_over
    for done in (again.synthesise(), again.floorplan(), again.route(2)):
        assert done.taken_over
    with pytest.raises(AssertionError, match="a tool was started"):
        again.route(3)
    bitstream.unlink()
    with pytest.raises(AssertionError, match="a tool was started"):
        again.pack(2)
    (tmp_path / "seed2.config").unlink()
    with pytest.raises(AssertionError, match="a tool was started"):
        again.route(2)
    again.key = "another design"
    with pytest.raises(AssertionError, match="a tool was started"):
        again.synthesise()
