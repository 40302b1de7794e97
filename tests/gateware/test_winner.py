"""Winner against its golden twin, with the memories it reads in the bench."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.winner import Winner
from bep_hw.golden.winner import winners
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network, Recurrent
from tests.golden.plain import signs
from tests.helpers.bench import (
    SEEDS,
    STALLS,
    Stalls,
    reads,
    receive,
    send,
    simulate,
    table_lookup,
    table_rows,
    word,
)


class Memories:
    """|z|, a and a* of one sample per bank, as the core would store them; noise in the padding."""

    def __init__(self, config, table, samples, rng):
        self.config, self.rng = config, rng
        self.rows, self.desired = {}, {}
        for bank, (z, desired) in enumerate(samples):
            for layer, z_l, d_l in zip(table, z, desired, strict=False):
                self.put(bank, layer, z_l, d_l)

    def put(self, bank, layer, z, desired):
        """Store z and a* of a layer, (K_l,) each."""
        config = self.config
        for block in range(layer.row_blocks):
            here = slice(block * config.tile_rows, (block + 1) * config.tile_rows)
            self.rows[bank, layer.row_base + block] = self.padded(z[here])
        for index in range(0, layer.rows, config.tile_columns):
            piece = desired[index : index + config.tile_columns]
            noise = word(signs(self.rng, config.tile_columns)) >> len(piece) << len(piece)
            place = bank, layer.output_base + index // config.tile_columns
            self.desired[place] = word(piece) | noise

    def padded(self, z):
        rows, widest = self.config.tile_rows, (1 << self.config.count_bits) - 1
        z = np.concatenate([z, self.rng.integers(-widest, widest + 1, rows - len(z))])
        return {"magnitudes": np.abs(z).tolist(), "activations": word(z >= 0)}

    def benches(self, dut):
        """One per memory; what was never written reads as noise."""
        bank, enable = dut.bank, dut.read_enable
        rows = {"magnitudes": dut.magnitudes, "activations": dut.activations}
        return [
            reads(
                (bank, dut.row_address),
                lambda *place: self.rows.get(place) or self.padded(np.array([], int)),
                enable,
                **rows,
            ),
            reads(
                (bank, dut.desired_address),
                lambda *place: {"desired": self.desired.get(place, 0)},
                enable,
                desired=dut.desired,
            ),
        ]


def expected(samples, groups):
    """The stream: of every sample its winners, layer by layer and row by row, then a `last`."""
    for bank, (z, desired) in enumerate(samples):
        for layer, group in enumerate(groups):
            mask = winners(z[layer][None], desired[layer][None], group)[0]
            for row in np.flatnonzero(mask):
                yield bank, layer, int(row), int(desired[layer][row] > 0)
        yield bank, "last"


def steps_of(rows, group, block):
    """Row blocks cut at the ends of groups: at most row blocks + groups - 1."""
    return len({(row // block, row // group) for row in range(rows)})


def check(samples, groups, *, rows, columns, stall=0.0, seed=0):
    """samples: one or two of (z, desired), lists of (K_l,) arrays; returns the cycles of each."""
    widths = [len(z) for z in samples[0][0]]
    network = Network(layers=(5, *widths), classes=2)
    config = CoreConfig.for_network(
        network,
        **{"tile_rows": rows, "tile_columns": columns, "lanes": 1, "max_width": 100},
    )
    table = layer_table(network, config)
    rng, stalls = np.random.default_rng([seed, 1]), Stalls(stall, seed)
    listening = Stalls(stall, seed + 1)
    dut = Winner(config)
    assert dut.latency == max(1, (rows - 1).bit_length()) + 2
    lookup = [
        {**row, "group": g} for row, g in zip(table_rows(table, config), [*groups, 0], strict=True)
    ]
    wanted = list(expected(samples, groups))
    got, clock, started, arrived = [], [0], [], []

    async def count(ctx):
        while True:
            await ctx.tick()
            clock[0] += 1

    async def start(ctx):
        ctx.set(dut.layers, len(table))
        for bank in range(len(samples)):
            await send(ctx, dut.start, bank, stalls)
            started.append(clock[0])

    async def listen(ctx):
        while len(got) < len(wanted):
            winner = await receive(ctx, dut.winners, listening)
            arrived.append(clock[0])
            if winner["last"]:
                got.append((winner["bank"], "last"))
            else:
                down, index = divmod(winner["row"], rows)
                block = table[winner["layer"]].row_base + down
                assert (winner["block"], winner["index"]) == (block, index)
                got.append(tuple(winner[name] for name in ("bank", "layer", "row", "desired")))

    background = [
        count,
        table_lookup(dut, lookup),
        *Memories(config, table, samples, rng).benches(dut),
    ]
    simulate(dut, start, listen, background=background)
    assert got == wanted
    assert bool(listening.refused) == bool(stall)
    if not stall:
        # IDLE, one cycle per step and one per layer; then the `last`, a step of its own.
        work = sum(1 + steps_of(k, g, rows) for k, g in zip(widths, groups, strict=True))
        lasts = [now for now, winner in zip(arrived, got, strict=True) if winner[1] == "last"]
        for first, end in zip(started, lasts, strict=True):
            assert end - first == 1 + work + dut.latency
    return arrived[0] - started[0], dut.latency


def check_in_time(z, desired, own, learning, group, *, rows, columns, stall=0.0, seed=0):
    """A state of T time steps below a layer without time: z and desired are those of the state,
    (T, K_s) each, of which the last `learning` of the `own` first steps decide."""
    steps, width = z.shape
    network = Recurrent(layers=(5, width, 4), classes=2, steps=steps)
    config = CoreConfig.for_network(
        network, **{"tile_rows": rows, "tile_columns": columns, "lanes": 1, "max_width": 100}
    )
    table = layer_table(network, config)
    state, readout = table[0], table[1]
    rng, stalls = np.random.default_rng([seed, 2]), Stalls(stall, seed)
    listening = Stalls(stall, seed + 1)
    top = rng.integers(-9, 10, 4), signs(rng, 4)
    dut = Winner(config)
    lookup = [
        {**row, "group": g} for row, g in zip(table_rows(table, config), (group, 2, 0), strict=True)
    ]
    memories = Memories(config, table, [], rng)
    stride = {"words": state.column_blocks, "rows": state.row_blocks}
    for t in range(steps):
        # As if each time step were a layer of its own, as far behind the first.
        moved = dataclasses.replace(
            state,
            row_base=state.row_base + t * stride["rows"],
            output_base=state.output_base + t * stride["words"],
        )
        memories.put(0, moved, z[t], desired[t])
    memories.put(0, readout, *top)

    used = slice(own - learning, own)
    sums = (z[used] * desired[used]).sum(axis=0)
    wanted = [(0, row) for row in np.flatnonzero(winners(sums[None], 1, group)[0])]
    wanted += [(1, row) for row in np.flatnonzero(winners(top[0][None], top[1][None], 2)[0])]
    got, clock, marks = [], [0], []

    async def count(ctx):
        while True:
            await ctx.tick()
            clock[0] += 1

    async def bench(ctx):
        ctx.set(dut.layers, len(table))
        ctx.set(dut.stride, stride)
        ctx.set(dut.last_offset, {name: own * value for name, value in stride.items()})
        ctx.set(dut.learning, learning)
        await send(ctx, dut.start, 0, stalls)
        marks.append(clock[0])
        while True:
            winner = await receive(ctx, dut.winners, listening)
            if winner["last"]:
                marks.append(clock[0])
                return
            layer = table[winner["layer"]]
            down, index = divmod(winner["row"], rows)
            assert (winner["block"], winner["index"]) == (layer.row_base + down, index)
            word, bit = divmod(winner["row"], columns)
            assert (winner["word"], winner["bit"]) == (layer.output_base + word, bit)
            got.append((winner["layer"], winner["row"]))

    background = [count, table_lookup(dut, lookup), *memories.benches(dut)]
    simulate(dut, bench, background=background)
    assert got == wanted
    if not stall:
        work = steps_of(width, group, rows) + steps_of(4, 2, rows) + 2
        reads_of_sums = learning * state.row_blocks + readout.row_blocks
        assert marks[1] - marks[0] == 1 + work + reads_of_sums + dut.latency


@SEEDS
@STALLS
@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (2, 6), (4, 4)])
def test_sums_over_time(rows, columns, seed, stall):
    rng = np.random.default_rng(seed)
    steps, group = int(rng.integers(2, 7)), int(rng.integers(1, 5))
    own = int(rng.integers(1, steps + 1))
    shape = steps, group * int(rng.integers(1, 6))
    check_in_time(
        *(rng.integers(-3, 4, shape), signs(rng, *shape)),
        *(own, int(rng.integers(1, own + 1)), group),
        **{"rows": rows, "columns": columns, "stall": stall, "seed": seed},
    )


def test_the_largest_sum():
    """Every |z| as large as it may be, at every time step; one neuron a little less wrong."""
    z = np.full((7, 4), 100)
    z[3, 2] = 99
    check_in_time(z, np.full(z.shape, -1), 7, 7, 4, rows=4, columns=4)


def sample(rng, widths, widest=9):
    return [rng.integers(-widest, widest + 1, k) for k in widths], [signs(rng, k) for k in widths]


def test_latency():
    """A group that ends in the first step: IDLE, LAYER, then the step and `latency` cycles."""
    z, desired = [np.array([-3, 2, 1, 4])], [np.array([1, 1, 1, 1])]
    cycles, latency = check([(z, desired)], [4], rows=4, columns=8)
    assert cycles == 2 + latency


@pytest.mark.parametrize(
    ("z", "desired"),
    [
        ([-2, -2, -2, -2], [1, 1, 1, 1]),
        ([0, 0, 0, 0], [-1, -1, -1, -1]),
        ([0, 4, 0, -4], [-1, -1, -1, 1]),
        ([3, 3, -3, -3], [1, 1, -1, -1]),
        ([9, -1, 9, 1], [-1, 1, -1, -1]),
    ],
    ids=["ties", "all-zero", "zero-never-learns", "none-wrong", "smallest-and-tie"],
)
@pytest.mark.parametrize("group", [1, 2, 4])
@pytest.mark.parametrize("rows", [1, 2, 4])
def test_corners(z, desired, group, rows):
    check([([np.array(z)], [np.array(desired)])], [group], rows=rows, columns=4)


@pytest.mark.parametrize("group", [1, 3, 5, 15])
def test_groups_that_span_blocks(group):
    """15 rows in blocks of 4: the last block is partial, and groups begin and end anywhere."""
    rng = np.random.default_rng(group)
    check([sample(rng, [15])], [group], rows=4, columns=8)


@SEEDS
@STALLS
def test_two_samples(seed, stall):
    rng = np.random.default_rng(seed)
    widths, groups = [12, 9, 14], [3, 9, 7]
    check(
        [sample(rng, widths), sample(rng, widths)],
        groups,
        rows=4,
        columns=8,
        stall=stall,
        seed=seed,
    )


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 5)), min_size=1, max_size=3),
    st.sampled_from([(1, 1), (2, 6), (3, 3), (4, 8), (8, 8)]),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=8, deadline=None)
def test_any_shape(shapes, tile, seed):
    """Every layer is `count` groups of `group` neurons."""
    rng = np.random.default_rng(seed)
    samples = [sample(rng, [group * count for group, count in shapes], 3)]
    check(samples, [group for group, _ in shapes], rows=tile[0], columns=tile[1], seed=seed)
