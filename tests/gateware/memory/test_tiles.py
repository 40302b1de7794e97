"""The memory of W and P: pieces of a row, or the same row of two tiles at once."""

import random
from pathlib import Path

import pytest
from amaranth.back import verilog
from amaranth.hdl import Module, Signal

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
}


@SEEDS
@pytest.mark.parametrize("layout", [False, True], ids=["plain", "tiled"])
@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_written_is_read(shape, layout, seed):
    """Any pieces of any row, a cycle later; every other bit of every tile stays."""
    rows, columns, lanes = SHAPES[shape]
    config = CoreConfig(tile_rows=rows, tile_columns=columns, lanes=lanes, max_width=40)
    dut = Tiles(config, DEPTH, layout=layout, attributes={})
    rng, tiles = random.Random(seed), [0] * DEPTH
    piece, count = config.piece, config.tiles_per_word

    async def bench(ctx):
        under_way = None  # the tiles that are written in this cycle, and how they are then
        for _ in range(200):
            place, row = rng.randrange(DEPTH), rng.randrange(rows)
            segment = rng.randrange(columns // piece)
            chosen, weights = rng.getrandbits(count), rng.getrandbits(lanes)
            for name, value in {
                **{"address": place, "row": row, "segment": segment},
                **{"pieces": chosen, "weights": weights},
            }.items():
                ctx.set(getattr(dut.write, name), value)
            busy = {tile for tile, _ in under_way or ()}
            read = rng.choice([tile for tile in range(DEPTH) if tile not in busy])
            ctx.set(dut.read.addr, read)
            expected = tiles[read]
            await ctx.tick()
            assert ctx.get(dut.read.data) == expected
            for tile, value in under_way or ():
                tiles[tile] = value
            under_way = []
            for number in range(count):
                if chosen >> number & 1:
                    tile, low = (place + number) % DEPTH, row * columns + segment * piece
                    mask = ((1 << piece) - 1) << low
                    bits = (weights >> number * piece) << low & mask
                    under_way.append((tile, tiles[tile] & ~mask | bits))

    simulate(dut, bench)
    assert any(tiles)


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
    m.d.comb += differ.eq(pair[0].read.data != pair[1].read.data)
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
