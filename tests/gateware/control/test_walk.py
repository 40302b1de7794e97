"""The walks: every tile once, in order, with the addresses and masks that go with it."""

import dataclasses
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.control.walk import BackwardWalk, ForwardWalk
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network, Recurrent
from tests.helpers.bench import SEEDS, STALLS, Stalls, plain, simulate, table_rows

LATENCY = 3
"""Cycles from the last tile of a block to its result, in the bench, at least."""


def setup(layers, rows, columns, steps=1):
    network = Network(layers=layers, classes=3)
    if steps > 1:
        network = Recurrent(layers=layers, classes=3, steps=steps)
    config = CoreConfig.for_network(network, tile_rows=rows, tile_columns=columns, lanes=1)
    return config, layer_table(network, config)


def play(dut, row, *, presented, ends, stored, stall=0.0, seed=0, steady=()):
    """Walk one layer, and be the stage that is walked for; `steady` members are set first.

    Returns, as tuples of the named members: what was `presented` in the cycle before each valid
    tile with what came with the tile (`ends`), and what was there with each `stored`.
    """
    stalls = Stalls(stall, seed)
    tiles, results = [], []

    async def bench(ctx):
        def look(names):
            return tuple(ctx.get(getattr(dut, name)) for name in names)

        ctx.set(dut.table, row)
        for name, value in dict(steady).items():
            ctx.set(getattr(dut, name), value)
        waiting, before, now, finished = [], None, 0, False
        while not finished:
            ctx.set(dut.start, now == 0)
            ready = bool(waiting) and waiting[0] <= now and not stalls()
            if ready:
                waiting.pop(0)
            ctx.set(dut.stored, ready)
            if ctx.get(dut.stored):
                results.append(look(stored))
                finished = ctx.get(dut.done)
            if ctx.get(dut.valid):
                tiles.append((before, look(ends)))
                if ctx.get(dut.last):
                    waiting.append(now + LATENCY)
            before, now = look(presented), now + 1
            await ctx.tick()
        ctx.set(dut.stored, 0)
        for _ in range(LATENCY):
            assert not ctx.get(dut.valid) and not ctx.get(dut.done)
            await ctx.tick()

    simulate(dut, bench)
    return tiles, results


def offset(table, step):
    """Of a time step, counted from 0."""
    return {"words": step * table[0].column_blocks, "rows": step * table[0].row_blocks}


def at(table, index, step):
    """A row of the table as if it were that of a layer at its time step alone."""
    row, behind = table[index], offset(table, step)
    inputs = row.input_base + (behind["words"] if index < len(table) - 1 else 0)
    if index:
        return dataclasses.replace(row, input_base=inputs)
    return dataclasses.replace(
        row,
        input_base=inputs,
        output_base=row.output_base + behind["words"],
        row_base=row.row_base + behind["rows"],
    )


def ones(count):
    return (1 << count) - 1


def forward_tiles(table, index, bank, columns, rows, places, step=0):
    """What ForwardWalk shows of every tile of a layer: with its address, and with its data.

    places: row blocks and words that addresses reach; those of the classifier, which are never
    written, may lie beyond
    """
    row, parts = at(table, index, step) if step else table[index], columns // rows
    of_state, before = (row.state.columns, row.state.blocks) if row.state else (0, 0)
    for i in range(row.row_blocks):
        block = {
            "bundle": bank,
            "classifier": index == len(table) - 1,
            "first": i == 0,
            "last": i == row.row_blocks - 1,
            "rows_left": row.rows - i * rows,
            "gate": index % 2,
            "row": (row.row_base + i) % places[0],
            "word": (row.output_base + i // parts) % places[1],
            "part": i % parts,
        }
        for j in range(row.column_blocks):
            address = row.tile_base + i * row.column_blocks + j
            left = of_state - j * columns
            if j >= before:
                left = row.columns - (j - before) * columns
            mask, fan_in = ones(min(columns, left)), of_state + row.columns
            yield (
                (1, address, block["classifier"], bank, row.input_base + j),
                (j == 0, j == row.column_blocks - 1, mask, fan_in, block),
            )


def check_forward(layers, rows, columns, layer, *, stall=0.0, seed=0, steps=1):
    """Several layers, `layer` first, of several samples; the memory and the layers stall.

    steps: of a recurrent network, whose layers are then at any of them
    """
    config, table = setup(layers, rows, columns, steps)
    dut, stalls, late = ForwardWalk(config), Stalls(stall, seed), Stalls(stall / 2, seed + 1)
    jobs = [(layer, 2), (2, 1), (layer, 3), (1, 0), (0, 2)]
    moments = [(7 * index + seed) % steps for index in range(len(jobs))]
    got, taken_at = [], []
    fields = ("reading", "tile_address", "classifier", "bundle", "activation_address")

    async def bench(ctx):
        left, before, now, idle = list(jobs), None, 0, 0
        while left or idle < 3:
            # Once offered, a layer may be replaced but not taken back; the walk must not mind.
            offered = bool(left) and (ctx.get(dut.layers.valid) or not late())
            ctx.set(dut.layers.valid, offered)
            if left:
                index, bank = left[0]
                job = {"bundle": bank, "layer": index, "classifier": index == len(table) - 1}
                ctx.set(dut.layers.payload, job)
                ctx.set(dut.table, {**table_rows(table, dut.config)[index], "gate": index % 2})
                if steps > 1:
                    ctx.set(dut.offset, offset(table, moments[len(jobs) - len(left)]))
            ctx.set(dut.free, not stalls())
            if ctx.get(dut.valid):
                data = (dut.first, dut.last, dut.mask, dut.fan_in, dut.block)
                got.append((before, tuple(plain(ctx.get(value)) for value in data)))
                assert before[0]
            moves = ctx.get(dut.reading) and ctx.get(dut.free)
            before = tuple(ctx.get(getattr(dut, name)) for name in fields)
            taken = offered and ctx.get(dut.layers.ready)
            await ctx.tick()
            assert ctx.get(dut.valid) == moves
            if taken:
                taken_at.append(now)
                left.pop(0)
                ctx.set(dut.layers.valid, 0)
            idle = 0 if left or ctx.get(dut.reading) else idle + 1
            now += 1

    simulate(dut, bench)
    places = [1 << len(dut.block[name]) for name in ("row", "word")]
    expected = [
        list(forward_tiles(table, *job, columns, rows, places, moment))
        for job, moment in zip(jobs, moments, strict=True)
    ]
    assert got == list(chain.from_iterable(expected))
    if not stall:
        # Not a cycle without a tile between two layers.
        apart = [later - earlier for earlier, later in pairwise(taken_at)]
        assert apart == [len(tiles) for tiles in expected[:-1]]


def check_backward(layers, rows, columns, layer, steps=1, **pace):
    """Of a state the columns of W_ss, at its last time step but one."""
    config, table = setup(layers, rows, columns, steps)
    row, parts, dut = table[layer], columns // rows, BackwardWalk(config)
    if steps > 1:
        row = at(table, layer, steps - 2)
        pace["steady"] = {"offset": offset(table, steps - 2)}
    tiles, results = play(
        *(dut, table_rows(table, dut.config)[layer]),
        presented=("reading", "tile_address", "row_address", "desired_address"),
        ends=("first", "last", "part"),
        stored=("word",),
        **pace,
    )
    across = range(row.state.blocks if row.state else row.column_blocks)
    down = range(row.row_blocks)
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


@CHECKS
@SEEDS
@STALLS
@pytest.mark.parametrize("layers", [(9, 5, 3), (8, 16, 4), (3, 21, 9)], ids=str)
def test_time_steps(check, layers, seed, stall):
    """Both segments of a state, whole tiles or not, wherever its time step lies."""
    layer = seed % 2
    check(layers, 4, 8, layer, stall=stall, seed=seed, steps=4)


@pytest.mark.parametrize("layer", [0, 1, 2])
@SEEDS
def test_every_sample_of_a_bundle_at_its_own_time_step(layer, seed):
    """Inputs at the sample's time step, results at that of the bundle; logits have no time."""
    network = Recurrent(layers=(9, 21, 5), classes=3, steps=4)
    shape = {"tile_rows": 4, "tile_columns": 8, "lanes": 1, "banks": 8, "samples_per_read": 4}
    config = CoreConfig.for_network(network, **shape)
    table, own = layer_table(network, config), [(seed + way) % 4 for way in range(4)]
    dut, row, stalls, seen = ForwardWalk(config), at(table, layer, 3), Stalls(0.3, seed), []

    async def bench(ctx):
        job = {"bundle": 1, "layer": layer, "classifier": layer == 2}
        offsets = [offset(table, step)["words"] for step in own]
        ctx.set(dut.layers.payload, {**job, "offsets": offsets})
        ctx.set(dut.table, table_rows(table, config)[layer])
        ctx.set(dut.offset, offset(table, 3))
        ctx.set(dut.layers.valid, 1)
        await ctx.tick()
        ctx.set(dut.layers.valid, 0)
        ctx.set(dut.layers.payload, {**job, "offsets": [0] * 4})
        while ctx.get(dut.reading):
            ctx.set(dut.free, not stalls())
            addresses = [ctx.get(dut.address_of(way)) for way in range(4)]
            await ctx.tick()
            if ctx.get(dut.valid):
                block = ctx.get(dut.block)
                seen.append((addresses, (block.row, block.word)))

    simulate(dut, bench)
    bases = [at(table, layer, step).input_base for step in own]
    assert seen == [
        ([base + j for base in bases], (row.row_base + i, row.output_base + i // 2))
        for i in range(row.row_blocks)
        for j in range(row.column_blocks)
    ]
