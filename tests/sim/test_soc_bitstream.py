"""The system of a board up to place and route; tests/sim/test_soc.py lets its processor train."""

import importlib.util
import json
import re

import pytest

from bep_hw.build.bitstream import flow
from bep_hw.spec import presets
from bep_hw.support.errors import ConfigError
from bep_hw.train import run as runs
from bep_hw.train import session
from sim.soc import bitstream
from sim.soc.build import SERIAL_TOP, litex_systems, of_litex
from sim.soc.task import Task

PRESET = "digits-icebreaker"
ELABORATE = ("--preset", PRESET, "--epochs", "2", "--until", "elaborate")


@pytest.fixture(scope="module")
def elaborated(tmp_path_factory):
    """(report, files for the tools) of a system on the ULX3S."""
    folder, files = tmp_path_factory.mktemp("soc"), {}
    with pytest.MonkeyPatch.context() as patch:

        class Kept(flow.Flow):
            def __init__(self, *design, **options):
                super().__init__(*design, **options)
                files.update(self.files)

        patch.setattr(flow, "Flow", Kept)
        assert bitstream.main(["-o", str(folder), *ELABORATE]) == 0
    return json.loads((folder / "report.json").read_text()), files


def test_pins_and_clock(elaborated):
    """The serial port and LEDs of the ULX3S, and a PLL from 25 to 40 MHz."""
    _, files = elaborated
    sites = dict(re.findall(r'LOCATE COMP "(\w+)" SITE "(\w+)";', files["top.lpf"]))
    by_port = {name.removesuffix("__io"): site for name, site in sites.items()}
    assert {by_port["uart_0__rx"], by_port["uart_0__tx"]} == {"M1", "L4"}
    assert by_port["uart_0__rx"] == "M1"
    assert [by_port[f"led_{number}"] for number in range(3)] == ["B2", "C2", "C1"]
    assert by_port["clk25_0"] == "G2"
    pll = files["top.il"]
    settings = dict(re.findall(r"parameter \\(CLK\w+_DIV) (\d+|32'[01]+)", pll))
    number = {
        name: int(v.removeprefix("32'"), 2 if "'" in v else 10) for name, v in settings.items()
    }
    primary = 25 * number["CLKFB_DIV"] / number["CLKI_DIV"]
    assert primary * number["CLKOP_DIV"] / number["CLKOS_DIV"] == 40


def test_memory(elaborated):
    """It holds firmware, samples and stack, begins with the firmware, and fits beside the core."""
    report, files = elaborated
    words = files["firmware.hex"].split()
    assert 4 * len(words) < report["memory_needed"] <= report["memory_size"]
    assert report["memory_size"] - report["memory_needed"] < bitstream.GRAIN
    depth = report["memory_size"] // 4
    assert f"sram[0:{depth - 1}]" in files[f"{SERIAL_TOP}.v"]
    assert '$readmemh("firmware.hex", sram);' in files[f"{SERIAL_TOP}.v"]
    assert report["bram"] > report["memory_size"] // 2048  # the core has some
    assert (report["step"], report["bitstream"], report["fmax_mhz"]) == ("elaborate", None, None)


def test_same_verilog_as_in_simulation(elaborated):
    """But for the size of the memory, which is 1 MiB there."""
    report, files = elaborated
    run, system = runs.fresh(presets.get(PRESET), {}), litex_systems().SerialSystem
    memory = report["memory_size"]
    text, _ = of_litex(run.preset, "wishbone", system, SERIAL_TOP, memory=memory)
    assert files[f"{SERIAL_TOP}.v"] == text


def test_addresses():
    """Where the firmware looks for the core, its interrupt and the serial port."""
    systems = litex_systems()
    run = runs.fresh(presets.get(PRESET), {})
    text, header = of_litex(run.preset, "wishbone", systems.SerialSystem, SERIAL_TOP)
    for name in ("UART_RXTX", "UART_TXFULL", "UART_TXEMPTY", "UART_RXEMPTY", "UART_EV_PENDING"):
        assert re.search(rf"#define CSR_{name}_ADDR ", header)
    assert "#define CSR_END_CODE_ADDR " in header
    assert re.search(r"interrupt\[3\] <= ", text)


def test_too_large(tmp_path, capsys):
    """Said in one line, before anything is synthesised."""
    words = ["--preset", "digits", "--epochs", "60", "--until", "elaborate"]
    assert bitstream.main(["-o", str(tmp_path), *words]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert re.search(r"needs \d+ block RAMs, and \d+ for a memory of [\d,]+ bytes", line)
    assert "the LFE5U-85F has 208" in line


@pytest.mark.parametrize("package", ["litex", "pythondata_cpu_picorv32", "amaranth_boards"])
def test_package_is_missing(package, monkeypatch, tmp_path, capsys):
    find = importlib.util.find_spec
    for place in ("importlib.util.find_spec", "sim.soc.build.find_spec"):
        monkeypatch.setattr(place, lambda name, *rest: None if name == package else find(name))
    assert bitstream.main(["-o", str(tmp_path), *ELABORATE]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f"{package.replace('_', '-')}: not found; pip install" in line


@pytest.mark.parametrize("missing", ["riscv64-unknown-elf-gcc", "yosys"])
def test_tool_is_missing(missing, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    if missing == "yosys":
        monkeypatch.setattr(bitstream, "cross_compiler", lambda: None)
        monkeypatch.setenv("YOSYS", "no-such-yosys")
    assert bitstream.main(["-o", str(tmp_path), *ELABORATE[:-1], "synthesise"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "not found" in line and missing in line


def test_options(tmp_path):
    """Checked before anything is done."""
    run = runs.fresh(presets.get(PRESET), {"epochs": 1})
    task = Task(run, session.load_data(run))
    for options, message in (
        ({"until": "synthesize"}, "synthesize"),
        ({"board": "no-board"}, "no-board"),
        ({"clock": 1_234_567_890}, "clock 1234.567"),
        ({"seeds": 0}, "seeds 0"),
    ):
        given = {"board": "ulx3s-85f", "clock": 40_000_000, "seeds": 1} | options
        board = given.pop("board")
        with pytest.raises(ConfigError, match=message):
            bitstream.build_system(task, board, tmp_path, None, **given)
