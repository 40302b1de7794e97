"""The memory of W and P: pieces of a row, or the same row of two tiles at once."""

import random
from pathlib import Path

import pytest
from amaranth.back import verilog
from amaranth.hdl import Cat, Module, Signal

from bep_hw.gateware import core
from bep_hw.gateware.memory.tiles import Tiles
from bep_hw.spec.core import CoreConfig
from bep_hw.support.yosys import yosys
from tests.helpers.bench import SEEDS, simulate

LEAF = Path(core.__file__).parent / "leaf" / "bep_tiles.v"

DEPTH = 8
SHAPES = {
    "pieces": (3, 6, 2),
    "whole-rows": (2, 4, 4),
    "two-tiles": (4, 4, 8),
    "two-tiles-odd": (3, 3, 6),
    "two-tiles-wide": (5, 10, 20),
    "memories-of-rows": (9, 9, 18),
}


@SEEDS
@pytest.mark.parametrize("deep", [False, True], ids=["at-once", "deep"])
@pytest.mark.parametrize("arranged", ["plain", "tiled", "in-pieces"])
@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_written_is_read(shape, arranged, deep, seed):
    """Any pieces of any row, written while others are read; every other bit of every tile stays.

    A read is of what is written at the end of the cycle in which its address is given; with the
    pipeline a write takes place a cycle late.
    """
    rows, columns, lanes = SHAPES[shape]
    config = CoreConfig(
        tile_rows=rows, tile_columns=columns, lanes=lanes, max_width=40, deep_pipeline=deep
    )
    kind = {"layout": arranged == "tiled", "write_enables": arranged != "in-pieces"}
    dut = Tiles(config, DEPTH, **kind, attributes={})
    rng, tiles = random.Random(seed), [0] * DEPTH
    piece, checked = config.piece, []

    def write(ctx):
        """Give some write; {tile: (mask, the bits there)}."""
        values = {
            "address": rng.randrange(DEPTH),
            "row": rng.randrange(rows),
            "segment": rng.randrange(columns // piece),
            "pieces": rng.getrandbits(config.tiles_per_word),
            "weights": rng.getrandbits(lanes),
        }
        for name, value in values.items():
            ctx.set(getattr(dut.write, name), value)
        low = values["row"] * columns + values["segment"] * piece
        mask, written = ((1 << piece) - 1) << low, {}
        for number in range(config.tiles_per_word):
            if values["pieces"] >> number & 1:
                bits = (values["weights"] >> number * piece) << low & mask
                written[(values["address"] + number) % DEPTH] = mask, bits
        return written

    async def bench(ctx):
        late, read = {}, None
        for _ in range(200):
            given = write(ctx)
            written, late = (late, given) if deep else (given, late)
            address = rng.randrange(DEPTH)
            ctx.set(dut.read.addr, address)
            await ctx.tick()
            if read is not None and read not in written:
                assert ctx.get(dut.read.data) == tiles[read]
                checked.append(read)
            for tile, (mask, bits) in written.items():
                tiles[tile] = tiles[tile] & ~mask | bits
            read = address

    simulate(dut, bench)
    assert any(tiles) and set(checked) == set(range(DEPTH))


def plain_and_leaf(shape, deep=False):
    """Verilog of the plain memory and of the leaf, written and read alike; `differ` says how."""
    rows, columns, lanes = SHAPES[shape]
    more = {"max_width": 40, "deep_pipeline": deep}
    config = CoreConfig(tile_rows=rows, tile_columns=columns, lanes=lanes, **more)
    m = Module()
    pair = [Tiles(config, 4, layout=False, attributes={}, leaf=leaf) for leaf in (False, True)]
    names = ("address", "row", "segment", "pieces", "weights")
    inputs = [Signal.like(getattr(pair[0].write, name), name=name) for name in names]
    inputs.append(Signal.like(pair[0].read.addr, name="read"))
    differ = Signal(name="differ")
    for kind, tiles in zip(("plain", "leaf"), pair, strict=True):
        m.submodules[kind] = tiles
        ports = [*(getattr(tiles.write, name) for name in names), tiles.read.addr]
        m.d.comb += [port.eq(value) for port, value in zip(ports, inputs, strict=True)]
        # A row or a segment behind the last one is never written.
        exists = (tiles.write.row < rows) & (tiles.write.segment < columns // config.piece)
        with m.If(~exists):
            m.d.comb += tiles.write.pieces.eq(0)
    plain, leaf = pair
    held = Cat(leaf.read.data.word_select(row, leaf.pitch)[:columns] for row in range(rows))
    m.d.comb += differ.eq(plain.read.data != held)
    return verilog.convert(
        m, name="top", ports=[*inputs, differ], emit_src=False, strip_internal_attrs=True
    )


def prove(text, leaf, folder):
    """Yosys proves that `differ` is 0 in the first cycles, whatever the inputs; its result."""
    (folder / "top.v").write_text(leaf + text)
    script = (
        "read_verilog -sv top.v; hierarchy -top top; proc; flatten; memory; opt -full;"
        " sat -verify -prove differ 0 -set rst 0 -set-init-zero -maxsteps 6"
        " -tempinduct-baseonly -tempinduct top"
    )
    return yosys(script, folder)


@pytest.mark.parametrize("shape", ["pieces", "whole-rows", "two-tiles", "two-tiles-odd"])
@pytest.mark.parametrize("deep", [False, True])
def test_leaf_is_equal(shape, deep, tmp_path):
    result = prove(plain_and_leaf(shape, deep), LEAF.read_text(), tmp_path)
    assert result.returncode == 0, result.stderr


def test_proof_can_fail(tmp_path):
    leaf = LEAF.read_text()
    changed = leaf.replace("tiles[neighbour][place", "tiles[write_address][place")
    assert changed != leaf
    result = prove(plain_and_leaf("two-tiles"), changed, tmp_path)
    assert result.returncode == 1 and "proof did fail" in result.stderr
