"""The tools' logs: what is shown of them, and when a tool is given up."""

import pytest

from bep_hw.build.bitstream.logs import TAIL, check_space, hopeless, routing_at, synthesis_at
from bep_hw.support.errors import ConfigError

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


def test_too_many_cells():
    log = "Info: \t   DP16KD:   12/   208     5%\nInfo: \t TRELLIS_COMB: 90000/ 83640   107%\n"
    with pytest.raises(ConfigError, match="TRELLIS_COMB: the design needs 90,000, and the device"):
        check_space(log, "log")
    check_space(log.replace("90000", "80000"), "log")
