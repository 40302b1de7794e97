"""Update against its golden twin, with the memories it reads and writes in the bench."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.config import CoreConfig, Network
from bep_hw.gateware.update import Update
from bep_hw.golden.update import accumulate
from bep_hw.layer_table import layer_table
from tests.golden.plain import signs
from tests.support.bench import (
    SEEDS,
    STALLS,
    Stalls,
    counter_memory,
    counter_words,
    counters_of,
    reads,
    simulate,
    table_lookup,
    table_rows,
    word,
)


def run(network, counters, inputs, masks, desired, *, stall=0.0, seed=0, **tile):
    """Counters after a few samples, banks in turn.

    counters: [(K_l, K_{l-1})]; per sample, inputs, masks, desired: lists over the layers
    """
    config = CoreConfig.for_network(network, hidden_bits=6, max_batch=16, **tile)
    table = layer_table(network, config)
    rng, stalls = np.random.default_rng([seed, 1]), Stalls(stall, seed)
    dut = Update(config)
    assert dut.latency == 4
    memory = counter_words(config, table, counters, rng)
    columns = config.tile_columns
    activations = {}
    taken, wrote, freed, clock = [], [], [], [0]

    async def watch(ctx):
        while True:
            names = (dut.winners.valid, dut.winners.ready, dut.winners.payload.last, dut.write)
            sampled = (*names, dut.freed, dut.freed_bank)
            _, _, valid, ready, last, write, free, bank = await ctx.tick().sample(*sampled)
            if valid and ready and not last:
                taken.append(clock[0])
            if write:
                wrote.append(clock[0])
            if free:
                freed.append(bank)
            clock[0] += 1

    async def feed(ctx):
        for index, (layers, mask, target) in enumerate(zip(inputs, masks, desired, strict=True)):
            bank = index % 2
            for layer, a in zip(table, layers, strict=False):
                for start in range(0, layer.columns, columns):
                    place = bank, layer.input_base + start // columns
                    activations[place] = word(a[start : start + columns])
            winners = [
                {
                    "bank": bank,
                    "layer": layer,
                    "row": int(row),
                    "desired": int(t[row] > 0),
                    "last": 0,
                }
                for layer, (m, t) in enumerate(zip(mask, target, strict=True))
                for row in np.flatnonzero(m)
            ]
            for winner in [*winners, {"bank": bank, "layer": 0, "row": 0, "desired": 0, "last": 1}]:
                # Without stalls, a winner follows the one before it in the very next cycle.
                await stalls.pause(ctx)
                ctx.set(dut.winners.payload, winner)
                ctx.set(dut.winners.valid, 1)
                await ctx.tick().until(dut.winners.ready)
                ctx.set(dut.winners.valid, 0)
            assert not ctx.get(dut.busy)

    simulate(
        dut,
        feed,
        background=[
            watch,
            table_lookup(dut, table_rows(table)),
            counter_memory(dut, memory),
            reads(
                (dut.bank, dut.activation_address),
                lambda *place: {"word": activations.get(place, int(rng.integers(2)))},
                word=dut.activations,
            ),
        ],
    )
    assert freed == [index % 2 for index in range(len(inputs))]
    if not stall and taken:
        # Words of a row are written back to back, and the next winner is taken meanwhile.
        per_winner = [
            table[layer].words
            for mask in masks
            for layer, m in enumerate(mask)
            for _ in range(m.sum())
        ]
        writes = [
            start + dut.latency + index
            for start, words in zip(taken, per_winner, strict=True)
            for index in range(words)
        ]
        assert wrote == writes
        ends = [now + words + 2 for now, words in zip(taken, per_winner, strict=True)]
        sizes = np.cumsum([sum(int(m.sum()) for m in mask) for mask in masks]).tolist()
        for index, end in enumerate(ends[:-1]):
            if index + 1 not in sizes:
                assert taken[index + 1] == end
    return counters_of(config, table, memory), memory


def check(layers, samples, rng, *, chance=0.3, stall=0.0, seed=0, **tile):
    network = Network(layers=layers, classes=2)
    counters = [rng.integers(-16, 16, shape, np.int32) for shape in network.shapes]
    widths = layers[1:]
    inputs = [[signs(rng, k) for k in layers[:-1]] for _ in range(samples)]
    masks = [[rng.random(k) < chance for k in widths] for _ in range(samples)]
    desired = [[signs(rng, k) for k in widths] for _ in range(samples)]
    got, _ = run(network, counters, inputs, masks, desired, stall=stall, seed=seed, **tile)
    for layer, c in enumerate(counters):
        stacked = [
            np.array([sample[layer] for sample in part]) for part in (masks, desired, inputs)
        ]
        accumulate(c, *stacked)
        np.testing.assert_array_equal(got[layer], c)


@pytest.mark.parametrize("chance", [0, 1], ids=["nobody-learns", "everybody-learns"])
def test_corners(chance):
    check(
        (5, 4, 3), 2, np.random.default_rng(0), chance=chance, tile_rows=2, tile_columns=4, lanes=2
    )


@pytest.mark.parametrize("lanes", [1, 2, 4, 8, 16])
@pytest.mark.parametrize("fan_in", [1, 16, 21])
def test_partial_last_words(fan_in, lanes):
    check((fan_in, 3), 2, np.random.default_rng(lanes), tile_rows=4, tile_columns=16, lanes=lanes)


def test_padding_is_left_alone():
    """Lanes beyond the fan-in are written back as they were read."""
    network = Network(layers=(5, 2), classes=2)
    tile = {"tile_rows": 2, "tile_columns": 8, "lanes": 4}
    config = CoreConfig.for_network(network, hidden_bits=6, max_batch=16, **tile)
    rng = np.random.default_rng(1)
    counters = [np.zeros((2, 5), np.int32)]
    before = counter_words(
        config, layer_table(network, config), counters, np.random.default_rng([0, 1])
    )
    one = [[np.ones(2, bool)]]
    _, after = run(network, counters, [[signs(rng, 5)]], one, [[signs(rng, 2)]], **tile)
    for place in (1, 3):
        assert after[place][0] != before[place][0]
        assert after[place][1:] == before[place][1:]


@SEEDS
@STALLS
def test_random_samples(seed, stall):
    rng = np.random.default_rng(seed)
    check(
        *((21, 12, 9), 4, rng),
        **{"stall": stall, "seed": seed, "tile_rows": 4, "tile_columns": 8, "lanes": 4},
    )


@given(
    st.lists(st.integers(1, 40), min_size=2, max_size=4),
    st.sampled_from([(1, 1, 1), (2, 8, 4), (4, 16, 16), (4, 32, 16), (8, 8, 2)]),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=6, deadline=None)
def test_any_shape(layers, tile, seed):
    rows, columns, lanes = tile
    check(
        *(tuple(layers), 2, np.random.default_rng(seed)),
        **{"tile_rows": rows, "tile_columns": columns, "lanes": lanes, "chance": 0.2},
    )
