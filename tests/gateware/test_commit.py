"""Commit against its golden twin, with the memories it reads and writes in the bench."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.config import CoreConfig, Network, counter_range
from bep_hw.gateware.commit import Commit
from bep_hw.gateware.reinforce import Reinforce
from bep_hw.golden.commit import commit, weights
from bep_hw.golden.reinforce import reinforced
from bep_hw.layer_table import layer_table
from tests.support.bench import (
    SEEDS,
    bits,
    counter_memory,
    counter_words,
    counters_of,
    simulate,
    table_lookup,
    table_rows,
)

SEED, MINIBATCH = 0x1234_5678, 0x9_ABCD


def run(config, network, counters, thresholds, *, reinforce=1, passes=1):
    """Counters and W after some passes over `counters` [(K_l, K_{l-1})], which may be out of range.

    thresholds: one a layer
    """
    table = layer_table(network, config)
    dut = Commit(config)
    assert dut.latency == Reinforce.latency + 1
    memory = counter_words(config, table, counters, np.random.default_rng(0))
    before = dict(memory)
    tiles, writes, busy, clock = {}, [], [], [0]
    lookup = [
        {**row, "reinforce": threshold}
        for row, threshold in zip(table_rows(table), [*thresholds, 0], strict=True)
    ]

    async def watch(ctx):
        names = ("busy", "write", "tile_address", "tile_row", "tile_part", "weights")
        ports = [getattr(dut, name) for name in names]
        while True:
            _, _, working, write, *place, signs = await ctx.tick().sample(*ports)
            busy.append(working)
            if write:
                writes.append(clock[0])
                tiles[tuple(place)] = signs
            clock[0] += 1

    async def host(ctx):
        values = {"seed": SEED, "minibatch": MINIBATCH, "layers": len(table)}
        for name, value in {**values, "reinforce": reinforce}.items():
            ctx.set(getattr(dut, name), value)
        for _ in range(passes):
            ctx.set(dut.start, 1)
            await ctx.tick()
            ctx.set(dut.start, 0)
            await ctx.tick().until(~dut.busy)

    simulate(dut, host, background=[watch, table_lookup(dut, lookup), counter_memory(dut, memory)])
    words = [layer.rows * layer.words for layer in table[:-1]]
    if passes == 1:
        # Start in cycle 0, LAYER in cycle 1, the first word issued in cycle 2.
        first, expected = 2 + dut.latency, []
        for count in words:
            expected += range(first, first + count)
            first += count + dut.latency + 1
        assert writes == expected
        assert sum(busy) == sum(count + dut.latency + 1 for count in words)
    for layer in table[:-1]:
        # The noise in the padding is within the range, so it must come back as it was.
        exist = layer.columns - (layer.words - 1) * config.lanes
        for row in range(layer.rows):
            last = layer.counter_base + (row + 1) * layer.words - 1
            assert memory[last][exist:] == before[last][exist:]
    return counters_of(config, table, memory), weights_of(config, table, tiles)


def weights_of(config, table, tiles):
    """W from the writes to the weight memory, ±1; every bit of it must have been written."""
    found = []
    for layer in table[:-1]:
        w = np.zeros((layer.rows, layer.columns), np.int8)
        for row in range(layer.rows):
            for first in range(0, layer.columns, config.lanes):
                block, column = divmod(first, config.tile_columns)
                down, tile_row = divmod(row, config.tile_rows)
                address = layer.tile_base + down * layer.column_blocks + block
                signs = bits(tiles[address, tile_row, column // config.lanes], config.lanes)
                here = signs[: layer.columns - first]
                w[row, first : first + len(here)] = 2 * np.array(here) - 1
        found.append(w)
    return found


def check(layers, tile, thresholds, rng, *, hidden_bits=6, reinforce=1, classes=3, counters=None):
    network = Network(layers=layers, classes=classes)
    rows, columns, lanes = tile
    config = CoreConfig.for_network(
        network,
        **{"tile_rows": rows, "tile_columns": columns, "lanes": lanes},
        **{"hidden_bits": hidden_bits, "max_batch": 16},
    )
    low, high = counter_range(hidden_bits)
    if counters is None:
        counters = [rng.integers(low - 16, high + 17, k, np.int32) for k in network.shapes]
    thresholds = [thresholds] * network.depth if isinstance(thresholds, int) else thresholds
    got, w = run(config, network, counters, thresholds, reinforce=reinforce)
    for layer, c in enumerate(counters):
        chosen = reinforced(SEED, MINIBATCH, layer, c.shape, thresholds[layer] * reinforce)
        expected = commit(c.copy(), chosen, hidden_bits)
        np.testing.assert_array_equal(got[layer], expected)
        np.testing.assert_array_equal(w[layer], weights(expected))


@pytest.mark.parametrize("threshold", [0, 1 << 20], ids=["none", "all"])
def test_corners(threshold):
    """c = 0 and -1, both ends of the range, beyond them by 1, and by the whole guard range."""
    low, high = counter_range(6)
    row = [0, -1, 1, -2, low, high, low + 1, high - 1, low - 1, high + 1, low - 16, high + 16]
    counters = [np.array([row, row[::-1]], np.int32)]
    check((12, 2), (2, 4, 4), threshold, np.random.default_rng(0), counters=counters)


def test_without_reinforcement():
    """Only clip and W, whatever the thresholds are."""
    check((13, 5), (4, 8, 8), 1 << 20, np.random.default_rng(1), reinforce=0)


def test_two_passes_without_reinforcement_change_nothing_more():
    network = Network(layers=(9, 4), classes=2)
    tile = {"tile_rows": 2, "tile_columns": 4, "lanes": 4}
    config = CoreConfig.for_network(network, hidden_bits=5, max_batch=16, **tile)
    counters = [np.random.default_rng(2).integers(-20, 20, (4, 9), np.int32)]
    once, _ = run(config, network, counters, [0], reinforce=0)
    twice, _ = run(config, network, counters, [0], reinforce=0, passes=2)
    np.testing.assert_array_equal(once[0], twice[0])


@pytest.mark.parametrize("lanes", [1, 2, 4, 8, 16, 32, 64])
def test_draws_do_not_depend_on_the_lanes(lanes):
    """Fan-ins with partial words and partial groups of 16."""
    rng = np.random.default_rng(lanes)
    check((37, 3, 17), (4, 64, lanes), [150_000, 400_000], rng)


@SEEDS
def test_random_networks(seed):
    rng = np.random.default_rng(seed)
    check((21, 12, 9, 5), (4, 16, 8), [0, 123_456, 1 << 20], rng, hidden_bits=4 + 6 * seed)


@given(
    st.lists(st.integers(1, 40), min_size=2, max_size=4),
    st.sampled_from([(1, 1, 1), (2, 8, 4), (4, 16, 16), (4, 32, 32), (8, 8, 2)]),
    st.integers(0, 1 << 20),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=6, deadline=None)
def test_any_shape(layers, tile, threshold, seed):
    check(tuple(layers), tile, threshold, np.random.default_rng(seed))
