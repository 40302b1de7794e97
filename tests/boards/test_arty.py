"""The files of the Arty A7: they agree with each other, and Yosys knows all that is in them."""

import re
from pathlib import Path

from amaranth_boards.arty_a7 import ArtyA7_100Platform

from bep_hw.build.verilog.core import emit
from bep_hw.support.yosys import yosys
from tests.test_rtl import TINY

FOLDER = Path(__file__).parents[2] / "boards" / "arty_a7"
TOP = (FOLDER / "top.v").read_text()


def pins():
    """{port: pin} of the constraints."""
    text = (FOLDER / "arty_a7.xdc").read_text()
    return {
        port.strip("{}"): pin
        for pin, port in re.findall(r"PACKAGE_PIN (\w+) .*get_ports (\S+)\]", text)
    }


def test_every_port_has_its_pin():
    platform = ArtyA7_100Platform()

    def named(resource, number=0):
        (pin,) = platform.lookup(resource, number).ios[0].names
        return pin

    serial = {part.name: part.ios[0].names[0] for part in platform.lookup("uart", 0).ios
              if hasattr(part, "ios")}  # fmt: skip
    assert pins() == {
        "clk100": named("clk100"),
        "reset_n": named("rst"),
        "uart_rx": serial["rx"],
        "uart_tx": serial["tx"],
        **{f"led[{number}]": named("led", number) for number in range(3)},
    }
    header = TOP[TOP.index("module top") : TOP.index(");")]
    ports = re.findall(r"(?:input|output)\s+wire\s+(?:\[2:0\] )?(\w+)", header)
    assert ports == ["clk100", "reset_n", "uart_rx", "uart_tx", "led"]


def test_the_clock_makes_the_baud_rate():
    multiply, divide = (int(re.search(rf"{name}\s*\((\d+)\)", TOP)[1])
                        for name in ("CLKFBOUT_MULT", "CLKOUT0_DIVIDE"))  # fmt: skip
    assert 800 <= 100 * multiply <= 1600  # the range of the oscillator [MHz], slowest grade
    clock = 100e6 * multiply / divide
    assert clock == int(re.search(r"CLOCK = ([\d_]+)", TOP)[1])
    assert clock / 20 == 3e6


def test_yosys_knows_all_parts(tmp_path):
    """Ports, widths and primitives fit together; the files of `bep-hw emit` are what is missing."""
    emit(TINY, tmp_path, bus="uart", divisor=20)
    (tmp_path / "top.v").write_text(TOP)
    script = (
        "read_verilog -lib +/xilinx/cells_sim.v; read_verilog -lib +/xilinx/cells_xtra.v;"
        " read_verilog top.v bep_uart.v; hierarchy -check -top top; proc; check -assert"
    )
    done = yosys(script, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Warning" not in done.stdout + done.stderr
