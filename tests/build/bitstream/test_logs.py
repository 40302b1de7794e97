"""What is shown of the tools' logs."""

import pytest

from bep_hw.build.bitstream.logs import TAIL, routing_at, synthesis_at

YOSYS = """
 Yosys 0.70
1. Executing Verilog-2005 frontend: bep_uart.v
3.49.16.4. Executing ABC9_EXE pass (technology mapping using ABC9).
ABC: + &if
"""
LINES = [
    ("Info: Packing LUT-FFs..", "packing LUT-FFs"),
    ("Info:     at initial placer iter 3, wirelen = 868", "placer, start 3"),
    ("Info: iter=120 steplen=0.1", "placer, iteration 120"),
    ("Info:     at iteration #13, type ALL: wirelen solved = 12086", "placer, iteration 13"),
    ("Info:   at iteration #35: temp = 0.0, timing cost = 721", "placer, refinement 35"),
    ("Info: Routing 16387 arcs.", "router, 16387 arcs left"),
    (
        "Info:       4000 |      425       3562 |  229   771 |     12937|       1.22       7.54|",
        "router, 12937 arcs left",
    ),
    (
        "Info:     iter=24 wires=3732 overused=2 overuse=2 archfail=NA",
        "router, iteration 24, 2 wires overused",
    ),
    ("Info: Running router1 to check that route is legal...", "router, check"),
]


def test_passes_of_yosys():
    assert synthesis_at("") == synthesis_at("Preparing to run\n") == ""
    assert synthesis_at(YOSYS) == "3.49.16.4 ABC9_EXE pass"
    assert synthesis_at(YOSYS + "12. Executing CHECK pass.\n") == "12 CHECK pass"


@pytest.mark.parametrize("number", range(len(LINES)))
def test_lines_of_nextpnr(number):
    """The last line of all that are known counts."""
    log = "".join(f"{line}\nInfo: something else\n" for line, _ in LINES[: number + 1])
    assert routing_at(log) == LINES[number][1]
    assert routing_at(log + "x" * TAIL) == ""
