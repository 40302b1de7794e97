"""Starts the cocotb benches of sim/ on the emitted Verilog."""

from pathlib import Path

import pytest

from bep_hw.cosim import build
from bep_hw.cosim.cocotb_runner import run
from bep_hw.gateware.verilog import convert
from sim.benches.problems import CORES

SIM = Path(__file__).parents[2] / "sim" / "benches"


@pytest.fixture(autouse=True)
def benches_importable(monkeypatch):
    monkeypatch.syspath_prepend(str(SIM))


@pytest.mark.parametrize("style", ["tree", "countones"])
@pytest.mark.parametrize("width, stages", [(64, 1), (17, 2)])
def test_popcount(tmp_path, style, width, stages):
    from bep_hw.gateware.popcount import XnorPopcount

    popcount = XnorPopcount(width=width, stages=stages, popcount_style=style)
    text = convert(popcount, "popcount")
    if style == "countones":
        text += build.leaves()
    environment = {"BEP_WIDTH": str(width), "BEP_STAGES": str(stages)}
    assert run(text, "popcount", "bench_popcount", tmp_path, **environment) == (3, 0)


@pytest.mark.parametrize("bench, tests", [("bench_layer", 8), ("bench_core", 11)])
def test_core(tmp_path, bench, tests):
    text = build.core_verilog(CORES["4x16-lanes4"])
    assert run(text, build.TOP, bench, tmp_path) == (tests, 0)


@pytest.mark.parametrize(
    "bus, bench, tests",
    [
        ("axi", "bench_axi", 22),
        ("wishbone", "bench_wishbone", 20),
        ("uart", "bench_uart", 3),
        ("uart", "bench_link", 14),
    ],
)
def test_bus(tmp_path, bus, bench, tests):
    divisor = 8 if bus == "uart" else None
    text = build.core_verilog(CORES["4x16-lanes4"], bus, divisor)
    assert run(text, build.BUSES[bus].top, bench, tmp_path) == (tests, 0)
