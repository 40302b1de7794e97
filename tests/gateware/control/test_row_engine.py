"""The row engine against update, reinforce and commit of the golden model, minibatch by minibatch.

The bench has the memories that the engine reads and writes, and both banks of W.
"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.control.row_engine import RowEngine
from bep_hw.golden.commit import commit, weights
from bep_hw.golden.update import accumulate
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network
from tests.golden.plain import reinforced, signs
from tests.helpers.bench import (
    SEEDS,
    STALLS,
    Stalls,
    bits,
    counter_words,
    counters_of,
    plain,
    reads,
    send,
    simulate,
    table_lookup,
    table_rows,
    word,
)

SEED = 0x1234_5678
READ_TO_WRITE = 4


class World:
    """A row engine, its memories, and the golden counters beside it."""

    def __init__(self, layers, tile, thresholds, *, hidden_bits=6, stall=0.0, seed=0, **more):
        rows, columns, lanes = tile
        self.network = Network(layers=layers, classes=2)
        self.config = CoreConfig.for_network(
            self.network,
            **{"tile_rows": rows, "tile_columns": columns, "lanes": lanes},
            **{"hidden_bits": hidden_bits, "max_batch": 16, **more},
        )
        self.table = layer_table(self.network, self.config)
        self.rng, self.stalls = np.random.default_rng([seed, 1]), Stalls(stall, seed)
        self.dut = RowEngine(self.config)
        self.thresholds = thresholds
        limit = 1 << (hidden_bits - 2)
        shapes = self.network.shapes
        self.golden = [self.rng.integers(-limit, limit, shape, np.int32) for shape in shapes]
        self.memory = counter_words(self.config, self.table, self.golden, self.rng)
        self.before = dict(self.memory)
        self.activations, self.tiles = {}, {}
        self.writes, self.taken, self.freed, self.clock = [], [], [], 0

    def rows(self):
        return [
            (index, row) for index, (k, _) in enumerate(self.network.shapes) for row in range(k)
        ]

    async def memories(self, ctx):
        """The counter memory, and both banks of W."""
        dut, write = self.dut, self.dut.write
        ports = (write.address, write.counters, write.weights)
        tile = (write.bank, write.tile, write.row, write.segment)
        later = 0
        while True:
            _, _, read, valid, place, counters, signs_, *bit = await ctx.tick().sample(
                dut.counter_address, write.valid, *ports, *tile
            )
            if self.config.deep_pipeline:
                read, later = later, read
            ctx.set(dut.counters, self.memory.get(read, [0] * self.config.lanes))
            if valid and self.config.single_port and (place - read) % 2 == 0:
                ctx.set(dut.counters, [1] * self.config.lanes)  # one port cannot read as well
            if valid:
                self.memory[place] = plain(counters)
                self.tiles[tuple(bit)] = signs_

    async def watch(self, ctx):
        """What happens when."""
        dut = self.dut
        taken = dut.winners.valid & dut.winners.ready
        while True:
            _, _, wrote, freed, bank, took = await ctx.tick().sample(
                dut.write.valid, dut.freed, dut.freed_bank, taken
            )
            self.writes += [self.clock] * wrote
            self.freed += [(self.clock, bank)] * freed
            self.taken += [self.clock] * took
            self.clock += 1

    def run(self, host):
        dut, config = self.dut, self.config
        rows = table_rows(self.table, self.config)
        for row, threshold in zip(rows, self.thresholds, strict=False):
            row["reinforce"] = threshold

        async def bench(ctx):
            ctx.set(dut.layers, len(self.table))
            ctx.set(dut.seed, SEED)
            await host(ctx)

        noise = np.random.default_rng(9)
        background = [
            self.memories,
            self.watch,
            table_lookup(dut, rows),
            table_lookup(dut, rows, "sweep_"),
            reads(
                (dut.activation_bank, dut.activation_address),
                lambda *place: {
                    "word": self.activations.get(place, word(signs(noise, config.tile_columns)))
                },
                word=dut.activations,
            ),
        ]
        simulate(dut, bench, background=background)

    async def pulse(self, ctx, name):
        assert not ctx.get(self.dut.busy)
        ctx.set(getattr(self.dut, name), 1)
        await ctx.tick()
        ctx.set(getattr(self.dut, name), 0)

    async def idle(self, ctx):
        while ctx.get(self.dut.busy):
            await ctx.tick()

    async def sample(self, ctx, winners, bank):
        """A sample with random inputs: [((layer, row), desired)] learn; golden does the same."""
        inputs = [signs(self.rng, fan_in) for _, fan_in in self.network.shapes]
        for layer, a in zip(self.table, inputs, strict=False):
            for start in range(0, layer.columns, self.config.tile_columns):
                place = bank, layer.input_base + start // self.config.tile_columns
                self.activations[place] = word(a[start : start + self.config.tile_columns])
        entry = {"bank": bank, "layer": 0, "row": 0, "block": 0, "index": 0, "desired": 0}
        for (layer, row), desired in winners:
            down, index = divmod(row, self.config.tile_rows)
            place = {"row": row, "block": self.table[layer].row_base + down, "index": index}
            winner = {**entry, "layer": layer, **place, "desired": int(desired > 0), "last": 0}
            await send(ctx, self.dut.winners, winner, self.stalls)
            mask = np.zeros((1, self.network.shapes[layer][0]), bool)
            mask[0, row] = True
            target = np.full(mask.shape, desired, np.int8)
            accumulate(self.golden[layer], mask, target, inputs[layer][None])
        await send(ctx, self.dut.winners, {**entry, "last": 1}, self.stalls)

    async def minibatch(self, ctx, samples, number):
        """Samples in turn, each as soon as its bank is free; then the turn."""
        before = len(self.freed)
        for index, winners in enumerate(samples):
            while len(self.freed) < before + index - 1:
                await ctx.tick()
            await self.sample(ctx, winners, index % 2)
        await self.idle(ctx)
        ctx.set(self.dut.minibatch, 0)
        assert [bank for _, bank in self.freed[before:]] == [i % 2 for i in range(len(samples))]
        self.compare()
        ctx.set(self.dut.minibatch, number)
        await self.pulse(ctx, "turn")
        self.commit(number)
        self.compare_weights(ctx)

    def commit(self, number):
        for layer, c in enumerate(self.golden):
            chosen = reinforced(SEED, number, layer, c.shape, self.thresholds[layer])
            commit(c, np.array(chosen), self.config.hidden_bits)

    def compare(self):
        """The counters are those of the golden model, and no lane beyond a row has changed."""
        got = counters_of(self.config, self.table, self.memory)
        for expected, c in zip(self.golden, got, strict=True):
            np.testing.assert_array_equal(c, expected)
        for layer in self.table[:-1]:
            exist = layer.columns - (layer.words - 1) * self.config.lanes
            for row in range(layer.rows):
                last = layer.counter_base + (row + 1) * layer.words - 1
                assert self.memory[last][exist:] == self.before[last][exist:]

    def compare_weights(self, ctx):
        """The bank in use is sign(c), every bit of it."""
        bank, config = ctx.get(self.dut.bank), self.config
        for layer, c in zip(self.table, self.golden, strict=False):
            expected = weights(c)
            for row in range(layer.rows):
                down, index = divmod(row, config.tile_rows)
                for first in range(0, layer.columns, config.lanes):
                    block, column = divmod(first, config.tile_columns)
                    tile = layer.tile_base + down * layer.column_blocks + block
                    got = bits(self.tiles[bank, tile, index, column // config.lanes], config.lanes)
                    here = expected[row, first : first + config.lanes]
                    assert got[: len(here)] == (here > 0).tolist(), (row, first)


def draw(rng, rows, chance):
    """Winners of a sample: each row with this chance, in order."""
    return [(row, int(rng.choice([-1, 1]))) for row in rows if rng.random() < chance]


def check(layers, tile, thresholds, *, chance=0.4, samples=(2, 3, 0, 1), **options):
    """Minibatches with so many samples each, one after the other."""
    world = World(layers, tile, thresholds, **options)
    rows = world.rows()

    async def host(ctx):
        await world.pulse(ctx, "refresh")
        await world.idle(ctx)
        world.compare()
        world.compare_weights(ctx)
        for number, count in enumerate(samples, 0x9_ABCD):
            winners = [draw(world.rng, rows, chance) for _ in range(count)]
            await world.minibatch(ctx, winners, number)
        await world.idle(ctx)
        world.compare()
        world.compare_weights(ctx)

    world.run(host)
    return world


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("lanes", [1, 2, 3, 4, 6, 8, 12, 16, 24, 48])
def test_lanes(lanes, deep):
    """Fan-ins with partial words and partial groups of 16, words that begin within a group."""
    options = {"samples": (2, 1), "deep_pipeline": deep}
    check((53, 5, 19), (3, 48, lanes), [150_000, 400_000], **options)


@pytest.mark.parametrize("threshold", [0, 1 << 20], ids=["none-reinforced", "all-reinforced"])
@pytest.mark.parametrize("chance", [0, 1], ids=["nobody-learns", "everybody-learns"])
def test_corners(chance, threshold):
    check((12, 3), (2, 4, 4), [threshold], chance=chance, hidden_bits=4)


@SEEDS
@STALLS
def test_minibatches(seed, stall):
    thresholds = [0, 123_456, 1 << 20]
    check((21, 12, 9, 5), (4, 16, 8), thresholds, stall=stall, seed=seed, hidden_bits=4 + 2 * seed)


@SEEDS
@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("fan_in", [4, 8, 12])
def test_the_same_row_at_once(fan_in, seed, deep):
    """Rows of up to as many words as there are cycles from read to write, over and over.

    The pauses let winners meet the sweep at the same row.
    """
    options = {"chance": 0.8, "samples": [3] * 6, "stall": 0.5, "seed": seed}
    check((fan_in, 2), (2, 4, 4), [400_000], deep_pipeline=deep, **options)


@given(
    st.lists(st.integers(1, 40), min_size=2, max_size=5),
    st.sampled_from([(1, 1, 1), (2, 8, 4), (4, 12, 12), (4, 32, 32), (3, 6, 2), (8, 24, 12)]),
    st.integers(0, 1 << 20),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=8, deadline=None)
def test_any_shape(layers, tile, threshold, seed):
    thresholds = [threshold] * (len(layers) - 1)
    check(tuple(layers), tile, thresholds, samples=(2, 2), seed=seed, stall=0.2 * (seed % 2))


@SEEDS
@pytest.mark.parametrize("fan_in", [4, 8, 12, 20])
@pytest.mark.parametrize("chance", [0.3, 1])
def test_single_port(fan_in, chance, seed):
    """Rows of one word to five words, after rows of another number of words."""
    layers, options = (fan_in, 7, 3), {"single_port": True, "samples": [2, 3], "seed": seed}
    check(layers, (2, 4, 4), [300_000] * 2, chance=chance, stall=0.3 * seed, **options)


@SEEDS
@pytest.mark.parametrize("lanes", [1, 2, 4])
def test_serial_draws(lanes, seed):
    options = {"serial_draws": True, "single_port": True, "samples": [2, 1], "seed": seed}
    check((32, 16, 5), (2, 16, lanes), [500_000, 300_000], **options)


def test_refresh_reinforces_nothing():
    """Before and after a minibatch, whatever the thresholds are."""
    world = World((13, 5), (4, 8, 8), [1 << 20])

    async def host(ctx):
        for number in range(2):
            await world.pulse(ctx, "refresh")
            await world.idle(ctx)
            world.compare()
            world.compare_weights(ctx)
            await world.minibatch(ctx, [draw(world.rng, world.rows(), 0.5)], number)
            await world.idle(ctx)

    world.run(host)


async def burst(ctx, world, rows):
    """Winners without a pause, then the `last`; the cycles in which each was taken."""
    before = len(world.taken)
    await world.sample(ctx, [(row, 1) for row in rows], 0)
    await world.idle(ctx)
    return world.taken[before:]


def timing(layers, tile, rows, **options):
    """(cycles of the words, when taken, when freed) of one sample without a sweep beside it."""
    world = World(layers, tile, [0] * (len(layers) - 1), **options)
    found = {}

    async def host(ctx):
        await world.pulse(ctx, "refresh")
        await world.idle(ctx)
        world.writes.clear()
        found["taken"] = await burst(ctx, world, rows)
        world.compare()

    world.run(host)
    return world.writes, found["taken"], world.freed[0][0]


@pytest.mark.parametrize("deep", [False, True])
def test_latency_and_throughput(deep):
    """Rows of 5 and of 3 words without a gap; the end of the sample follows the last word."""
    rows = [(0, 0), (0, 2), (0, 2), (1, 1), (1, 4), (0, 1)]
    writes, taken, freed = timing((20, 10, 5), (2, 4, 4), rows, deep_pipeline=deep)
    first = taken[0] + (13 if deep else 10)
    assert writes == list(range(first, first + 4 * 5 + 2 * 3))
    assert freed == writes[-1] + 1


def test_a_row_of_one_word_takes_two_cycles():
    writes, taken, _ = timing((4, 10), (2, 4, 4), [(0, row) for row in range(10)])
    first = taken[0] + 10
    assert writes == list(range(first, first + 2 * 10, 2))


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_a_row_waits_for_its_own_words(words, deep):
    """A row again and again: as soon as what was written can be read, and not sooner."""
    writes, _, _ = timing((4 * words, 2), (2, 4, 4), [(0, 1)] * 4, deep_pipeline=deep)
    step = max(words, READ_TO_WRITE + 1)
    firsts = writes[::words]
    assert [later - cycle for cycle, later in pairwise(firsts)] == [step] * 3


def test_a_sweep_takes_no_word_twice():
    """Every word is written once after a turn, and once more for each winner."""
    world = World((20, 6, 4), (2, 4, 4), [100_000, 100_000])
    words = sum(layer.rows * layer.words for layer in world.table[:-1])

    async def host(ctx):
        await world.pulse(ctx, "refresh")
        await world.idle(ctx)
        assert len(world.writes) == 2 * words
        await world.minibatch(ctx, [], 1)
        world.writes.clear()
        # Rows that the sweep has not reached yet, so that it has nothing left to do there.
        await world.minibatch(ctx, [[((1, row), 1) for row in range(4)]], 2)
        assert len(world.writes) == words
        world.writes.clear()
        await world.idle(ctx)
        assert len(world.writes) == words
        # All of it is done: only the winner's words are written.
        world.writes.clear()
        await burst(ctx, world, [(0, 3)])
        assert len(world.writes) == world.table[0].words

    world.run(host)


@pytest.mark.parametrize(("rows", "steps"), [([0, 2], [4]), ([0, 1], [3]), ([0, 3, 2], [3, 3])])
def test_a_row_waits_for_the_parity_of_a_single_port(rows, steps):
    """Rows of 3 words: the next one begins an odd number of words away, or a cycle later."""
    winners = [(0, row) for row in rows]
    writes, _, _ = timing((12, 4), (2, 4, 4), winners, single_port=True)
    assert [later - cycle for cycle, later in pairwise(writes[::3])] == steps
