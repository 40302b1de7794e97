"""The walks: every tile once, in order, with the addresses and masks that go with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.config import CoreConfig, Network
from bep_hw.gateware.walk import BackwardWalk, ForwardWalk
from bep_hw.layer_table import layer_table
from tests.support.bench import SEEDS, STALLS, Stalls, simulate, table_rows

LATENCY = 3
"""Cycles from the last tile of a block to its result, in the bench, at least."""


def setup(layers, rows, columns):
    network = Network(layers=layers, classes=3)
    config = CoreConfig.for_network(network, tile_rows=rows, tile_columns=columns, lanes=1)
    return config, layer_table(network, config)


def play(dut, row, *, presented, ends, stored, z=(), stall=0.0, seed=0):
    """Walk one layer, and be the stage that is walked for.

    Returns, as tuples of the named members: what was `presented` in the cycle before each valid
    tile with what came with the tile (`ends`), and what was there with each z and each `stored`.
    """
    stalls = Stalls(stall, seed)
    tiles, blocks, results = [], [], []

    async def bench(ctx):
        def look(names):
            return tuple(ctx.get(getattr(dut, name)) for name in names)

        ctx.set(dut.table, row)
        waiting, before, now, storing, finished = [], None, 0, False, False
        while not finished:
            ctx.set(dut.start, now == 0)
            ready = bool(waiting) and waiting[0] <= now and not stalls()
            if ready:
                waiting.pop(0)
            ctx.set(dut.stored, storing if z else ready)
            if z:
                ctx.set(dut.z_valid, ready)
                if ready:
                    blocks.append(look(z))
            if ctx.get(dut.stored):
                results.append(look(stored))
                finished = ctx.get(dut.done)
            if ctx.get(dut.valid):
                tiles.append((before, look(ends)))
                if ctx.get(dut.last):
                    waiting.append(now + LATENCY)
            before, storing, now = look(presented), ready, now + 1
            await ctx.tick()
        ctx.set(dut.stored, 0)
        for _ in range(LATENCY):
            assert not ctx.get(dut.valid) and not ctx.get(dut.done)
            await ctx.tick()

    simulate(dut, bench)
    return tiles, blocks, results


def ones(count):
    return (1 << count) - 1


def check_forward(layers, rows, columns, layer, **pace):
    config, table = setup(layers, rows, columns)
    row, parts = table[layer], columns // rows
    tiles, blocks, results = play(
        *(ForwardWalk(config), table_rows(table)[layer]),
        presented=("tile_address", "activation_address"),
        ends=("first", "last", "mask"),
        z=("row_mask", "z_first", "z_last"),
        stored=("row", "word", "part"),
        **pace,
    )
    down, across = range(row.row_blocks), range(row.column_blocks)
    assert tiles == [
        (
            (row.tile_base + i * row.column_blocks + j, row.input_base + j),
            (j == 0, j == across[-1], ones(min(columns, row.columns - j * columns))),
        )
        for i in down
        for j in across
    ]
    assert blocks == [(ones(min(rows, row.rows - i * rows)), i == 0, i == down[-1]) for i in down]
    assert results == [(row.row_base + i, row.output_base + i // parts, i % parts) for i in down]


def check_backward(layers, rows, columns, layer, **pace):
    config, table = setup(layers, rows, columns)
    row, parts = table[layer], columns // rows
    tiles, _, results = play(
        *(BackwardWalk(config), table_rows(table)[layer]),
        presented=("reading", "tile_address", "row_address", "desired_address"),
        ends=("first", "last", "part"),
        stored=("word",),
        **pace,
    )
    down, across = range(row.row_blocks), range(row.column_blocks)
    assert tiles == [
        (
            (
                *(1, row.tile_base + i * row.column_blocks + j),
                *(row.row_base + i, row.output_base + i // parts),
            ),
            (i == 0, i == down[-1], i % parts),
        )
        for j in across
        for i in down
    ]
    assert results == [(row.input_base + j,) for j in across]


CHECKS = pytest.mark.parametrize("check", [check_forward, check_backward], ids=["forward", "back"])


@CHECKS
@pytest.mark.parametrize("layer", [0, 1])
@pytest.mark.parametrize(
    "layers", [(1, 1, 1), (8, 4, 4), (9, 5, 3), (17, 13, 21)], ids=lambda layers: f"{layers}"
)
def test_corners(check, layers, layer):
    """One tile, whole tiles, one neuron and one input too many, several words."""
    check(layers, 4, 8, layer)


@CHECKS
@SEEDS
@STALLS
def test_results_that_stall(check, seed, stall):
    check((37, 19, 11), 2, 8, seed % 2, stall=2 * stall, seed=seed)


@CHECKS
@given(
    st.lists(st.integers(1, 40), min_size=3, max_size=3),
    st.sampled_from([(1, 1), (1, 8), (3, 6), (5, 5), (8, 32)]),
    st.integers(0, 1),
)
@settings(max_examples=6, deadline=None)
def test_any_shape(check, layers, tile, layer):
    check(tuple(layers), *tile, layer)
