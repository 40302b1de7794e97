"""The core and link of the iCEBreaker, as synthesised, but for the SPRAM, which is a model.

Every other memory gives garbage where one word is read and written at once, as it may do there.
"""

import re
from pathlib import Path

from bep_hw.build.bitstream import families
from bep_hw.cosim import build
from bep_hw.gateware.verilog import convert
from bep_hw.spec import presets
from bep_hw.spec.link import MIN_DIVISOR
from sim.netlists.train import differences
from tests.cosim.test_collisions import with_garbage

MODEL = Path(__file__).parents[2] / "sim" / "benches" / "ice40_cells.v"


def verilog(core):
    """What is synthesised, with garbage, and the model."""
    design = build.component(core, "uart", families.get("ice40").technology, MIN_DIVISOR)
    text = convert(design, build.BUSES["uart"].top)
    modules, reads = re.split(r"(?<=\nendmodule\n)", text), 0
    for index, module in enumerate(modules):
        names = re.findall(r"^  reg (?:\[\d+:0\] )?(\w+) \[\d+:0\];", module, re.MULTILINE)
        modules[index], count = with_garbage(module, names)
        reads += count
    assert reads == 14, "12 memories with a register at the reader, two of them with two readers"
    return "".join(modules) + MODEL.read_text()


def test_two_minibatches_of_digits():
    preset = presets.get("digits-icebreaker")
    assert differences(preset, verilog(preset.core), MIN_DIVISOR)[0] == []
