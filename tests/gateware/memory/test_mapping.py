"""Memories of a core become RAM, and none of them registers, where Yosys alone decides."""

import pytest

from bep_hw.gateware.core import Core
from bep_hw.gateware.technology import CYCLONE_V, PORTABLE
from bep_hw.gateware.verilog import convert
from bep_hw.spec.core import CoreConfig
from bep_hw.support.yosys import yosys

CORE = CoreConfig(
    **{"tile_rows": 2, "tile_columns": 8, "lanes": 4, "max_batch": 4, "max_width": 12},
    **{"hidden_bits": 4, "tile_depth": 256, "counter_depth": 2048, "activation_depth": 32},
    **{"row_depth": 64, "class_depth": 64, "max_layers": 2, "max_classes": 3},
)
INTEL = "synth_intel_alm -family cyclonev"
AMD = "synth_xilinx -family xc7 -flatten -nosrl"
SPLIT = {"memories.classes", "memories.activations"}
"""What Cyclone V cannot have, as it is written in pieces; of larger cores the tiles as well."""

ZEROED = {"memories.opened", "row_engine.jobs.tags", "to_backward.storage"}
"""What is small enough for MLABs, which cannot start with contents."""


def registers(technology, command, folder):
    """Names of memories that Yosys leaves to be made from registers."""
    (folder / "core.v").write_text(
        convert(Core(CORE, technology), "core", zeroed=technology.zeroed)
    )
    # Tables of constants, which Yosys found in case statements, become logic, and not registers.
    left = r"tee -q -o left.txt select -list t:$mem* a:src %i n:*proc_rom* %d"
    done = yosys(f"read_verilog core.v; {command} -top core -run begin:map_ffram; {left}", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return {line.removeprefix("core/") for line in (folder / "left.txt").read_text().split()}


@pytest.mark.parametrize(
    "technology, command, expected",
    [(CYCLONE_V, INTEL, set()), (PORTABLE, INTEL, SPLIT | ZEROED), (PORTABLE, AMD, set())],
    ids=["cyclone-v", "portable-in-cyclone-v", "artix-7"],
)
def test_memories_become_ram(technology, command, expected, tmp_path):
    assert registers(technology, command, tmp_path) == expected
