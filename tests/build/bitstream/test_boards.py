"""Boards: found, described, and elaborated for their platforms; the clocks that PLLs make."""

import ast
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bep_hw.build.bitstream import boards, families
from bep_hw.gateware.fpga import ecp5_pll, gowin_pll, ice40_pll
from bep_hw.gateware.fpga.board import BoardTop, divisor
from bep_hw.support.errors import ConfigError

ROOT = Path(__file__).parents[3]
UARTS = {
    "ulx3s-85f": ("M1", "L4"),
    "ecpix5-85f": ("R26", "R24"),
    "icebreaker": ("6", "9"),
    "gatemate-a1-evb": ("IO_EA_B4", "IO_EA_A4"),
    "orangecrab-25f": ("N17", "M18"),
    "tang-nano-20k": ("70", "69"),
}
"""Pins of the serial port, from the host and to the host, from the boards' schematics."""


def test_names_are_files():
    assert {"ulx3s-85f", "ecpix5-85f"} <= set(boards.names())
    for name in boards.names():
        assert (ROOT / "boards" / f"{name.replace('-', '_')}.py").exists()
        assert len(boards.describe(name)) > 20
    with pytest.raises(ConfigError, match=r"board 'ulx4s': must be one of .*ulx3s-85f"):
        boards.get("ulx4s")


@pytest.mark.parametrize("name", boards.names())
def test_a_top_elaborates(name):
    """All pins are there, the clock is constrained, and the core is in the design."""
    top = boards.get(name)
    assert issubclass(top, BoardTop)
    platform = top.platform()
    assert platform.device in families.get(top.family).block_rams
    divisor(top.clock, top.baud)
    plan = platform.prepare(top("module bep_uart; endmodule", top.clock), "top", emit_src=False)
    assert plan.files["bep_uart.v"] == "module bep_uart; endmodule"
    text = "".join(plan.files[f"top.{suffix}"] for suffix in ("lpf", "pcf", "cst", "ccf", "il")
                   if f"top.{suffix}" in plan.files)  # fmt: skip
    for port in ("rx", "tx", "result", "refused", "clk", "rst"):
        assert re.search(rf"connect \\{port} ", text)
    if name in UARTS:
        for pin, direction in zip(UARTS[name], ("rx", "tx"), strict=True):
            port = f"uart_0__{direction}__io"
            place = rf'(LOCATE COMP "{port}" SITE|set_io {port}|IO_LOC "{port}"|Net "{port}" Loc =)'
            assert re.search(rf'{place} "?{pin}"?[;\s]', text)
        frequency, crystal = platform.default_clk_frequency, f"{platform.default_clk}_0__io"
        hertz = rf'FREQUENCY PORT "{crystal}" {frequency}'
        megahertz = rf"set_frequency {crystal} {frequency / 1e6}|--freq {top.clock / 1e6}"
        commands = plan.files["build_top.sh"]
        assert re.search(rf"{hertz}|{megahertz}", text + commands)


@pytest.mark.parametrize("source", [12e6, 25e6, 48e6, 100e6])
@pytest.mark.parametrize("target", [18e6, 20.25e6, 37.5e6, 48e6, 50e6, 62.5e6, 66e6, 75e6, 100e6])
@pytest.mark.parametrize("pll", [ecp5_pll, gowin_pll, ice40_pll])
def test_dividers(pll, source, target):
    """Either exactly this clock within the limits of the PLL, or an error with another clock."""

    def made(divide, multiply, *outputs):
        """(at the phase detector, by the oscillator, the clock) [Hz]."""
        oscillator = source * multiply / divide
        if pll is gowin_pll:  # the feedback is the clock
            return source / divide, oscillator * outputs[0], oscillator
        if pll is ecp5_pll:  # the feedback is an output
            times, output = outputs
            return source / divide, oscillator * times, oscillator * times / output
        return source / divide, oscillator, oscillator / 2 ** outputs[0]

    try:
        detector, oscillator, clock = made(*pll.dividers(source, target))
    except ConfigError as error:
        nearest = float(re.search(r"the nearest is ([\d.]+) MHz", str(error))[1])
        detector, oscillator, clock = made(*pll.dividers(source, nearest * 1e6))
        assert nearest * 1e6 == pytest.approx(clock, rel=1e-5)
    else:
        assert clock == pytest.approx(target, rel=1e-3)
    assert pll.PHASE_DETECTOR[0] <= detector <= pll.PHASE_DETECTOR[1]
    assert pll.OSCILLATOR[0] <= oscillator <= pll.OSCILLATOR[1]


def test_baud_rates():
    assert divisor(62.5e6, 3_000_000) == 21
    assert divisor(60e6, 3_000_000) == 20
    with pytest.raises(ConfigError, match="4000000 baud: a clock of 10 MHz cannot make it"):
        divisor(10e6, 4_000_000)
    with pytest.raises(ConfigError, match="30000000 baud"):
        divisor(10e6, 30_000_000)


def test_the_wheel_has_the_boards(tmp_path):
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "from bep_hw.build.bitstream import boards; print(boards.folder()); print(boards.names())"
    )
    done = subprocess.run(
        (sys.executable, "-P", "-c", code),
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    folder, names = done.stdout.splitlines()
    assert folder == str(tmp_path / "bep_hw" / "board_files")
    assert ast.literal_eval(names) == boards.names()
