"""Coverage: what Verilator wrote is read and merged; a small core's functional points are hit."""

import argparse
import json
from pathlib import Path

import coverage
import pytest

from bep_hw.cosim import build
from bep_hw.gateware.bus.tops import component
from bep_hw.gateware.technology import PORTABLE
from bep_hw.gateware.verilog import convert_shared
from bep_hw.spec.core import CoreConfig
from sim.benches.problems import HIDDEN_BITS, mixed, problem
from sim.measure.coverage import __main__ as command
from sim.measure.coverage import drive, page, points, python_tests
from sim.measure.coverage.blocks import block_of
from sim.measure.coverage.constants import bit_of, constants
from sim.measure.coverage.cores import REFERENCES
from sim.measure.coverage.counted import base, counted, functional
from sim.measure.coverage.result import CONSTANT, COVERED, OPEN, WAIVED, result, share
from sim.measure.coverage.waivers import Waiver, waivers

DOCS = Path(__file__).parents[3] / "docs"
VERILOG = """// emitted
module bep_core(a, b);
  assign b = a ? 1'h0 : 1'h1;
endmodule

module bep_core_gate(z);
  input [3:0] z;
endmodule
"""


def line(number, kind, what, count):
    return (
        f"C '\1f\2x.v\1l\2{number}\1n\0023\1t\2{kind}\1page\2v_x/m\1o\2{what}\1h\2top.a' {count}\n"
    )


DATA = (
    "# SystemC::Coverage-3\n"
    + line(3, "branch", "cond_then", 2)
    + line(3, "branch", "cond_else", 0)
    + line(7, "toggle", "z[1]:0->1", 0)
    + line(7, "toggle", "z[2]:0->1", 0)
    + line(7, "toggle", "z[3]:0->1", 5)
    + line(7, "toggle", "z[3]:0->1", 1)
)


def test_points_are_of_a_module_and_add_up():
    """Those of two instances as well as those of two runs."""
    found = points.read(DATA, VERILOG)
    assert {(p.module, p.line, p.kind, p.what): count for p, count in found.items()} == {
        ("bep_core", 1, "branch", "cond_then"): 2,
        ("bep_core", 1, "branch", "cond_else"): 0,
        ("bep_core_gate", 1, "toggle", "z[1]:0->1"): 0,
        ("bep_core_gate", 1, "toggle", "z[2]:0->1"): 0,
        ("bep_core_gate", 1, "toggle", "z[3]:0->1"): 6,
    }
    twice = points.merged([found, found])
    assert {p: 2 * count for p, count in found.items()} == dict(twice)


def test_a_kind_that_is_not_known():
    with pytest.raises(ValueError, match="'colour' is no kind"):
        points.read(line(3, "colour", "x", 1), VERILOG)


def test_points_are_covered_constant_waived_or_open():
    waiver = Waiver("core", "branch", "a \\?", "It is a test.", ("one",), "cond_else")
    constant = {("bep_core_gate", "z", 1)}
    counts = points.read(DATA, VERILOG)
    found = result("one", "bep_core", VERILOG, counts, constant, [waiver])
    assert found.total("branch") == {COVERED: 1, WAIVED: 1}
    assert found.total("toggle") == {COVERED: 1, CONSTANT: 1, OPEN: 1}
    assert share(found.total("toggle")) == 50 and share(found.total("line")) is None
    assert [(module, point.what) for module, point, _ in found.open] == [("gate", "z[2]:0->1")]
    assert found.used == {waiver}
    other = result("two", "bep_core", VERILOG, counts, constant, [waiver])
    assert other.total("branch") == {COVERED: 1, OPEN: 1}


@pytest.mark.parametrize(
    "what, expected",
    [
        ("z[3]:0->1", ("z", 3, "0->1")),
        ("valid:1->0", ("valid", 0, "1->0")),
        ("write___05Ftile[2]:0->1", ("write__tile", 2, "0->1")),
        ("__0244:1->0", ("$4", 0, "1->0")),
        ("z__05B0__05D[6]:0->1", ("z[0]", 6, "0->1")),
    ],
)
def test_names_of_bits(what, expected):
    assert bit_of(what) == expected


@pytest.mark.parametrize(
    "module, top, expected",
    [
        ("bep_core", "bep_core", "core"),
        ("bep_core_row_engine_jobs", "bep_core", "row_engine_jobs"),
        ("bep_axi", "bep_axi", "axi"),
        ("bep_axi_shell_framer", "bep_axi", "shell_framer"),
        ("bep_axi_shell_core_winner", "bep_axi", "winner"),
    ],
)
def test_names_of_modules(module, top, expected):
    assert base(module, top) == expected


def test_bits_that_are_constant_in_all_instances(tmp_path):
    text = """
module top(input clk, input [1:0] a, output [2:0] one, output [2:0] other);
  part first(.a({1'b0, a[0]}), .b(one));
  part second(.a({a[1], 1'b1}), .b(other));
endmodule
module part(input [1:0] a, output [2:0] b);
  wire [2:0] wide = {1'b0, a};
  assign b = wide;
endmodule
"""
    found = {(module, name, bit) for module, name, bit in constants(text, "top", tmp_path)}
    inside = {place[1:] for place in found if place[0] == "part"}
    assert inside == {("b", 2), ("wide", 2)}


def test_a_core_whose_runs_are_all_kept_is_finished(tmp_path):
    """Runs of other sources, or of fewer problems, are not those of the page."""
    arguments = argparse.Namespace(out=tmp_path, seeds=12)
    assert not command._is_finished("uart", arguments)
    verilog = REFERENCES["uart"].counted("uart")
    for _, folder, key in command._runs("uart", verilog, arguments):
        assert not command._is_finished("uart", arguments)
        folder.mkdir()
        (folder / "done.json").write_text(json.dumps({"key": key, "seconds": 1}))
    assert command._is_finished("uart", arguments)
    assert not command._is_finished("uart", argparse.Namespace(out=tmp_path, seeds=11))


def test_branches_of_python_are_kept(tmp_path):
    assert python_tests.finished(tmp_path) is None
    keys = ("covered_branches", "num_branches", "covered_lines", "num_statements")
    files = {
        f"bep_hw/{name}.py": {"summary": dict(zip(keys, numbers, strict=True))}
        for name, numbers in {
            "api": (1, 2, 3, 4),
            "host/a": (5, 6, 7, 8),
            "host/b": (1,) * 4,
        }.items()
    }
    (tmp_path / "all.json").write_text(json.dumps({"files": files}))
    found = python_tests.finished(tmp_path)
    assert found == {"bep_hw": (1, 2, 3, 4), "host": (6, 7, 8, 9)}


def test_files_that_are_gone_do_not_count(tmp_path):
    """Tests make packages in folders of their own, and programs import them."""
    data = coverage.CoverageData(str(tmp_path / "spec.data"))
    own = str(python_tests.ROOT / "bep_hw" / "support" / "integers.py")
    data.add_arcs({own: [(-1, 1)], str(tmp_path / "bep_hw" / "gone.py"): [(-1, 1)]})
    data.close()
    python_tests._report(tmp_path)
    found = json.loads((tmp_path / "all.json").read_text())["files"]
    assert own in {str(python_tests.ROOT / name) for name in found}
    assert not any("gone" in name for name in found)


@pytest.mark.parametrize(
    "place, block",
    [
        ("one:row_engine_commit", "reinforce, update, commit"),
        ("deep:row_engine_jobs", "sequencers"),
        ("recurrent:forward_total_popcount", "forward, popcount"),
        ("recurrent:forward_walk", "sequencers"),
        ("uart:shell", "link, UART"),
        ("axi:shell", "buses"),
        ("four:encoder_pack", "encode"),
    ],
)
def test_blocks_of_modules(place, block):
    assert block_of(*place.split(":")) == block


def rows_of(text, header):
    """The cells of the lines of the table that begins with `header`."""
    lines = text.partition(header)[2].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_verification_says_what_the_page_of_coverage_says():
    """Lines, branches and edges of each block."""
    counted = rows_of((DOCS / "results" / "coverage.md").read_text(), "| block |")
    blocks = rows_of((DOCS / "verification.md").read_text().replace("**", ""), "| block |")
    assert [block for block, *_ in counted] and len(blocks) > len(counted)
    for block, lines, branches, _, edges in counted:
        (row,) = (cells for cells in blocks if cells[0].startswith(block))
        assert f"{lines} / {branches} / {edges}" in row, block


def test_verification_says_what_the_page_says_of_python():
    """Branches of the rooms that are a row there."""
    counted = rows_of((DOCS / "results" / "coverage.md").read_text(), "| room of `bep_hw` |")
    shares = {room.strip("`"): share for room, _, share, _ in counted}
    blocks = rows_of((DOCS / "verification.md").read_text().replace("**", ""), "| block |")
    for block, room in (("host", "host"), ("golden model", "golden"), ("cycle model", "cycles")):
        (row,) = (cells for cells in blocks if cells[0] == block)
        assert f"Python {shares[room]}" in row, block


def test_what_is_written_down_names_reference_cores():
    for known in (*functional(), *waivers()):
        assert known.cores and set(known.cores) <= set(REFERENCES)
    assert all(waiver.reason.endswith(".") for waiver in waivers())


CORE = CoreConfig(
    **{"tile_rows": 2, "tile_columns": 4, "lanes": 2, "banks": 2, "hidden_bits": HIDDEN_BITS},
    **{"max_batch": 8, "max_width": 8, "tile_depth": 32, "counter_depth": 128, "max_layers": 4},
    **{"activation_depth": 16, "row_depth": 16, "class_depth": 16, "max_classes": 6},
)


def test_functional_points_of_a_small_core(tmp_path):
    """Which it has as soon as it trains, and not before a host does something wrong."""
    text = convert_shared(component(CORE, "native", PORTABLE), "bep_core")[0]
    verilog = counted(text, "bep_core", "one")
    library = build.shared_library(verilog=verilog, coverage=True)
    simulation = drive.Simulation(CORE, library, seed=1)
    drive.learns(simulation, [mixed(problem(seed, 8, widest=8)) for seed in range(6)], 0.3)
    drive.ends_early(simulation, problem(3, 8, widest=8))
    simulation.finish(tmp_path / "coverage.dat")
    counts = points.read((tmp_path / "coverage.dat").read_text(), verilog)
    found = result("one", "bep_core", verilog, counts, set(), [])
    hit = {point.case for point in functional() if page.cycles(found, point)}
    assert {
        *("back-pressure: a result waits", "all banks are full", "z = 0"),
        *("a minibatch of one sample", "the command when the minibatch is empty"),
        *("a tie of two wrong neurons of a block", "a group goes on in the next block"),
    } <= hit
    errors = [point for point in functional() if point.case.startswith("error: ")]
    assert len(errors) == 5 and not hit & {point.case for point in errors}
    assert share(found.total("line")) > 90 and share(found.total("toggle")) > 70
