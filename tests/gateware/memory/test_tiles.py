"""The memory of W and P: pieces of a row, or the same row of two tiles at once."""

import random

import pytest

from bep_hw.gateware.memory.tiles import Tiles
from bep_hw.spec.core import CoreConfig
from tests.helpers.bench import SEEDS, simulate

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
