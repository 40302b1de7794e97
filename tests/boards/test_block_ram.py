"""Block RAMs are counted as Yosys counts them."""

import json
import random

import pytest
from amaranth.hdl import Fragment, Module, Signal, unsigned
from amaranth.lib import memory

from bep_hw.block_ram import BLOCK, ECP5, ICE40, Memory, block_rams
from bep_hw.config import ConfigError
from bep_hw.fit import check_block_rams, memories
from bep_hw.gateware.link import LinkedCore
from bep_hw.synthesis import yosys
from tests.cosim.problems import CORES

LIBRARIES = {
    "ECP5": (ECP5, ("lattice/lutrams_trellis.txt", "lattice/brams_16kd.txt")),
    "iCE40": (ICE40, ("ice40/brams.txt",)),
}
CELLS = {"$__DP16KD_", "$__PDPW16KD_", "$__ICE40_RAM4K_"}
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
    from amaranth.back import verilog

    rng = random.Random(seed)
    rams, libraries = LIBRARIES[family]
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
        f" memory_libmap -no-auto-huge {arguments}; tee -o stat.json stat -json"
    )
    done = yosys(script, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    counted = [0] * len(descriptions)
    for name, module in json.loads((tmp_path / "stat.json").read_text())["modules"].items():
        for cell, number in module["num_cells_by_type"].items():
            if cell in CELLS:
                counted[int(name.strip("\\").split(".")[0][1:])] += number
    assert counted == [block_rams(description, rams) for description in descriptions]
    assert len(set(counted)) > 3


def test_a_design_that_does_not_fit_is_refused():
    """The message names the largest memories and the numbers."""
    core = CORES["4x16-lanes4"]
    fragment = Fragment.get(LinkedCore(core, 20), None)
    needed = check_block_rams(fragment, ECP5, "LFE5U-85F", 208, "the core")
    assert 8 <= needed <= 30
    with pytest.raises(ConfigError, match=r"the core needs \d+ block RAMs, and the X has 7:"):
        check_block_rams(fragment, ECP5, "X", 7, "the core")
    with pytest.raises(ConfigError, match=r"counters \d+ \(2048 words of 32 bits\)"):
        check_block_rams(fragment, ECP5, "X", 7, "the core")
