"""Block RAMs are counted as Yosys counts them."""

import dataclasses
import json
import random

import pytest
from amaranth.back import verilog
from amaranth.hdl import Elaboratable, Fragment, Module, Signal, unsigned
from amaranth.lib import memory

from bep_hw.build.bitstream import families
from bep_hw.build.bitstream.block_ram import BLOCK, DISTRIBUTED, Memory, block_rams
from bep_hw.build.bitstream.fit import fit, memories, script, sprams
from bep_hw.gateware.bus.link import LinkedCore
from bep_hw.support.errors import ConfigError
from bep_hw.support.yosys import yosys
from sim.benches.problems import CORES

LIBRARIES = {
    "ecp5": ("lattice/lutrams_trellis.txt", "lattice/brams_16kd.txt"),
    "gatemate": ("gatemate/brams.txt",),
    "gowin": ("gowin/lutrams.txt", "gowin/brams.txt"),
    "ice40": ("ice40/brams.txt",),
}
CELLS = {
    "$__DP16KD_": 1,
    "$__PDPW16KD_": 1,
    "$__ICE40_RAM4K_": 1,
    "$__GOWIN_SP_": 1,
    "$__GOWIN_DP_": 1,
    "$__GOWIN_SDP_": 1,
    "CC_BRAM_20K": 1,
    "CC_BRAM_40K": 2,
}
"""Places of block RAM that a cell takes."""

MAPPED = {"gatemate": "techmap -map +/gatemate/brams_map.v;"}
"""Commands of Yosys for a family whose cells say only then how large they are."""

WIDTHS = (1, 3, 4, 8, 9, 12, 16, 18, 36, 48, 72)
DEPTHS = (2, 7, 16, 32, 60, 128, 256, 512, 700, 1024, 2700)


def random_memory(rng):
    parts, registered = rng.choice((1, 1, 2, 3, 4, 8)), rng.random() < 0.9
    return Memory(
        name="memory",
        width=parts * rng.choice(WIDTHS),
        depth=rng.choice(DEPTHS),
        parts=parts,
        readers=rng.choice((1, 1, 2)),
        registered=registered,
        style=rng.choice((None, None, BLOCK)) if registered else None,
        collision=rng.choice(("old", "new", "any")) if registered else "old",
    )


def component(description):
    """(design, ports) with a memory as described."""
    attributes = {}
    if description.style:
        attributes["ram_style"] = description.style
    if description.collision == "any":
        attributes["no_rw_check"] = 1
    m = Module()
    m.submodules.memory = inner = memory.Memory(
        shape=unsigned(description.width), depth=description.depth, init=[], attrs=attributes
    )
    write = inner.write_port(granularity=description.width // description.parts)
    options = {"domain": "sync" if description.registered else "comb"}
    if description.collision == "new":
        options["transparent_for"] = (write,)
    ports = [write.addr, write.data, write.en]
    for index in range(description.readers):
        read = inner.read_port(**options)
        address, data = Signal.like(read.addr), Signal.like(read.data)
        address.name, data.name = f"address{index}", f"data{index}"
        m.d.comb += [read.addr.eq(address), data.eq(read.data)]
        ports += [address, data]
    return m, ports


@pytest.mark.parametrize("family", LIBRARIES)
@pytest.mark.parametrize("seed", range(1), ids="seed{}".format)
def test_random_memories(family, seed, tmp_path):
    """Yosys reads the descriptions of its RAMs; all the rest is as in synth_ecp5."""
    rng = random.Random(seed)
    rams, libraries = families.get(family).rams, LIBRARIES[family]
    descriptions = [random_memory(rng) for _ in range(16)]
    text = ""
    for index, description in enumerate(descriptions):
        design, ports = component(description)
        text += verilog.convert(design, name=f"m{index}", ports=ports, emit_src=False)
        (found,) = memories(Fragment.get(component(description)[0], None))
        assert found == description
    (tmp_path / "all.v").write_text(text)
    arguments = " ".join(f"-lib +/{library}" for library in libraries)
    script = (
        "read_verilog all.v; proc; opt; memory -nomap;"
        f" memory_libmap -no-auto-huge {arguments}; {MAPPED.get(family, '')}"
        " tee -o stat.json stat -json"
    )
    done = yosys(script, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    counted = [0] * len(descriptions)
    for name, module in json.loads((tmp_path / "stat.json").read_text())["modules"].items():
        for cell, number in module["num_cells_by_type"].items():
            if cell in CELLS:
                counted[int(name.strip("\\").split(".")[0][1:])] += CELLS[cell] * number
    assert counted == [block_rams(description, rams) for description in descriptions]
    assert len(set(counted)) > 3


class Three(Elaboratable):
    """Three memories, two of them below; the largest must be block RAM."""

    def elaborate(self, platform):
        m = Module()
        m.submodules.below = below = Module()
        self.ports = []
        shapes = {"small": (32, 64), "middle": (32, 128), "large": (36, 256)}
        for name, (width, depth) in shapes.items():
            parent = m if name == "middle" else below
            attributes = {"ram_style": "block"} if name == "large" else {}
            parent.submodules[name] = inner = memory.Memory(
                shape=unsigned(width), depth=depth, init=[], attrs=attributes
            )
            for port in (inner.write_port(), inner.read_port()):
                self.ports += [port.addr, port.data, port.en]
        return m


def family_of(available):
    return dataclasses.replace(families.get("ecp5"), block_rams={"X": available})


@pytest.mark.parametrize("available, moved", [(3, []), (2, ["small"]), (1, ["small", "middle"])])
def test_small_memories_move(available, moved, tmp_path):
    """As many as must go into look-up tables do, and Yosys does as it is told."""
    three = Three()
    pairs = fit(Fragment.get(three, None), family_of(available), "X", "three")
    distributed = {found.name for found, _ in pairs if found.style == DISTRIBUTED}
    assert {name.rpartition(".")[2] for name in distributed} == set(moved)
    assert sum(count for _, count in pairs) == available
    three = Three()
    fragment = Fragment.get(three, None)
    ports = {f"p{index}": (port, None) for index, port in enumerate(three.ports)}
    text = verilog.convert(fragment, name="three", ports=ports, emit_src=False)
    (tmp_path / "three.v").write_text(text)
    (tmp_path / "all.ys").write_text(
        f"read_verilog three.v\n{script(pairs, 'three')}\n"
        "synth_ecp5 -run begin:map_ffram -top three\ntee -o stat.json stat -json\n"
    )
    done = yosys("script all.ys", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    cells = json.loads((tmp_path / "stat.json").read_text())["design"]["num_cells_by_type"]
    assert cells["DP16KD"] == available
    assert ("TRELLIS_DPR16X4" in cells) == bool(moved)


def test_a_design_that_does_not_fit_is_refused():
    """The message names the largest memories and the numbers."""
    with pytest.raises(ConfigError) as error:
        fit(Fragment.get(Three(), None), family_of(0), "X", "three")
    assert str(error.value) == (
        "three needs 1 block RAMs, and the X has 0: large 1 (256 words of 36 bits)"
    )


def test_a_whole_core():
    """What of a core and its link must be block RAM cannot move."""
    core = LinkedCore(CORES["4x16-lanes4"], divisor=20)
    with pytest.raises(
        ConfigError, match=r"the core needs \d+ block RAMs, and the X has 3: tiles \d"
    ):
        fit(Fragment.get(core, None), family_of(3), "X", "the core")


def test_spram():
    """Counters of 16 bits fill a word of SPRAM each; more lanes than it has are refused."""
    family = families.get("ice40")
    core = dataclasses.replace(CORES["4x16-lanes2-single-port"], max_batch=1, hidden_bits=16)

    def linked(lanes):
        config = dataclasses.replace(core, lanes=lanes)
        return Fragment.get(LinkedCore(config, family.technology, divisor=20), None)

    assert sprams(linked(2), family.spram) == {"shell.core.memories.counters": 4}
    fit(linked(2), family, "iCE40UP5K", "it")
    with pytest.raises(
        ConfigError, match=r"it needs 8 SPRAMs, and the iCE40UP5K has 4: .*counters"
    ):
        fit(linked(4), family, "iCE40UP5K", "it")
