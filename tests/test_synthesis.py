"""The core synthesises for an ECP5: no latch, and the two large memories in block RAM."""

import json

import pytest

from bep_hw import presets
from bep_hw.config import Network, Training
from bep_hw.emit import emit
from bep_hw.synthesis import yosys
from tests.test_rtl import TINY

SMALL = presets.Preset(
    name="small",
    dataset="digits",
    network=Network(layers=(24, 8, 8), classes=3),
    training=Training(),
    tile=(4, 8),
    lanes=8,
)


@pytest.fixture(scope="module")
def cells(tmp_path_factory):
    """Number of cells of each type; Yosys fails if a latch is among them."""
    folder = tmp_path_factory.mktemp("synthesis")
    emit(SMALL, folder / "core")
    script = (
        "read_verilog core/bep_core.v; proc; select -assert-none t:$*latch*;"
        " synth_ecp5 -nowidelut -top bep_core; select -assert-none t:*LATCH*;"
        " tee -o cells.json stat -json"
    )
    done = yosys(script, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads((folder / "cells.json").read_text())["design"]["num_cells_by_type"]


def test_large_memories_are_block_ram(cells):
    # One block RAM of an ECP5 reads at most 36 bits.
    core = SMALL.core
    tile = core.tile_rows * core.tile_columns
    counters = core.lanes * core.counter_bits
    assert cells["DP16KD"] >= -(-tile // 36) + -(-counters // 36)


@pytest.mark.parametrize("bus", ["axi", "wishbone", "uart"])
def test_a_core_with_a_bus(tmp_path, bus):
    """No latch, no loop, nothing that two parts drive."""
    emit(TINY, tmp_path, bus=bus, divisor=12 if bus == "uart" else None)
    script = (
        f"read_verilog bep_{bus}.v; proc; select -assert-none t:$*latch*;"
        f" synth_ecp5 -run begin:map_gates -top bep_{bus}; check -assert"
    )
    done = yosys(script, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_is_made_of_logic(cells):
    assert cells["LUT4"] > 1000
    assert cells["TRELLIS_FF"] > 500
