"""Technologies: one parameter, one meaning; each decides about its own part of a core alone."""

import dataclasses
import re

import pytest
from amaranth.hdl import Fragment

from bep_hw.cosim import build
from bep_hw.gateware.bus.link import LinkedCore
from bep_hw.gateware.bus.uart import BITS
from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.core import Core
from bep_hw.gateware.memory.memories import BLOCK, COLLIDES, Memories
from bep_hw.gateware.memory.single_port import SinglePortMemory
from bep_hw.gateware.memory.stacked import StackedMemory
from bep_hw.gateware.memory.tiled import TiledMemory
from bep_hw.gateware.technology import CYCLONE_V, PORTABLE, SIMULATION, Technology
from bep_hw.gateware.verilog import convert
from bep_hw.support.errors import ConfigError
from sim.benches.problems import CORES

CORE = CORES["4x16-lanes4"]
CARRY = Technology(popcount_style="ccu2c")
COUNTED = Technology(popcount_style="countones")
SPRAM = Technology(single_port_ram="spram")
NO_LUT_RAM = Technology(lut_ram=False)
PLAIN = Technology(block_ram_layout=False)
LEAVES = {path.stem for path in build.LEAF.glob("*.v")} - {"bep_xnor_popcount"}
"""All but the one that a core without `leaves` has as well."""


@pytest.mark.parametrize(
    "technology, cell",
    [(COUNTED, "bep_xnor_popcount"), (CARRY, "CCU2C"), (PORTABLE, None), (SPRAM, None)],
)
def test_popcounts(technology, cell):
    text = convert(Core(CORE, technology), "core")
    for one in ("bep_xnor_popcount", "CCU2C"):
        assert (one in text) == (one == cell)


def test_layout_of_memories():
    """Tiles in the order of block RAMs, and deep counters in levels, if they are block RAM."""
    deep = dataclasses.replace(CORE, counter_depth=1500)
    for technology, arranged in ((PORTABLE, True), (CARRY, True), (PLAIN, False)):
        memories = Memories(deep, technology)
        Fragment.get(memories, None)
        every = memories.every
        assert isinstance(every["tiles"].memories[0][0][0], TiledMemory) == arranged
        assert isinstance(every["counters"], StackedMemory) == arranged


def test_simulated_parts():
    """The parts with the most rows, columns and lanes are leaves, and counters in one memory."""
    deep = dataclasses.replace(CORE, counter_depth=1500)
    for technology, simulated in ((PORTABLE, False), (PLAIN, False), (SIMULATION, True)):
        text = convert(Core(deep, technology), "core")
        for leaf in LEAVES:
            assert (leaf in text) == simulated, leaf
        assert ("level0" in text) == (technology == PORTABLE)


def test_ram_of_look_up_tables():
    """Without it, the memory of one bit a word must be block RAM."""
    for technology, attributes in ((PORTABLE, COLLIDES), (NO_LUT_RAM, BLOCK)):
        memories = Memories(CORE, technology)
        Fragment.get(memories, None)
        assert memories.every["opened"].attrs == attributes


def test_single_port():
    core = CORES["4x16-lanes2-single-port"]
    for technology, kind in ((PORTABLE, "inferred"), (SPRAM, "spram")):
        memories = Memories(core, technology)
        Fragment.get(memories, None)
        counters = memories.every["counters"]
        assert isinstance(counters, SinglePortMemory) and counters.single_port_ram == kind
        alone = SinglePortMemory(width=16, depth=8, single_port_ram=kind)
        assert ("SB_SPRAM256KA" in convert(alone, "counters")) == (kind == "spram")


def pieces(component):
    """Names of memories of pieces in the Verilog."""
    text = convert(component, "core")
    return re.findall(r"^  reg (?:\[\d+:0\] )?\\?(piece\d+)\S* +\[\d+:0\];", text, re.MULTILINE)


def test_pieces_of_words():
    """Without write enables each piece is a memory, also of tiles and of requests of the link."""
    columns, rows = CORE.tile_columns, CORE.tile_rows
    # A row of a tile and a word of classes are written in so many; activations in rows.
    number = columns // CORE.piece * (rows + 1) + columns // rows
    assert len(pieces(Core(CORE, CYCLONE_V))) == number
    assert len(pieces(LinkedCore(CORE, CYCLONE_V, divisor=8))) == number + WORD // BITS
    assert pieces(LinkedCore(CORE, PORTABLE, divisor=8)) == []
    with pytest.raises(ConfigError, match="block_ram_layout: needs write_enables"):
        Technology(write_enables=False)


@pytest.mark.parametrize("name", ["popcount_style", "single_port_ram"])
def test_unknown_styles(name):
    with pytest.raises(ConfigError, match=f"{name} 'table': must be one of "):
        Technology(**{name: "table"})
