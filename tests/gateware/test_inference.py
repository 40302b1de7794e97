"""Inference against its golden twin, with its schedule as predicted."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.inference import Inference
from bep_hw.golden.forward import forward, sign
from bep_hw.golden.popcount import dot
from bep_hw.host.packing import raw_samples, tile_words
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network
from bep_hw.spec.raw import RawSamples
from tests.golden.plain import signs
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate, word


def check(layers, classes, *, tile, images=4, stages=1, stall=0.0, late=None, seed=0):
    """Random weights and images; asserts predictions, latency and throughput.

    late: probability that a prediction is not taken in a cycle, if it is not `stall`
    """
    rng = np.random.default_rng(seed)
    network = Network(layers=layers, classes=classes)
    weights = [signs(rng, *shape) for shape in network.shapes]
    classifier = signs(rng, classes, layers[-1])
    inputs = signs(rng, images, layers[0])
    rows, columns = tile
    config = CoreConfig.for_network(
        network, tile_rows=rows, tile_columns=columns, lanes=columns, popcount_stages=stages
    )
    table = layer_table(network, config)
    dut = Inference(config, table, tile_words([*weights, classifier], config))
    sent, got, now = [], [], 0
    reader = Stalls(stall if late is None else late, seed + 1)

    async def clock(ctx):
        nonlocal now
        while True:
            await ctx.tick()
            now += 1

    async def feed(ctx):
        stalls = Stalls(stall, seed)
        for image in inputs:
            for left in range(0, layers[0], columns):
                await send(ctx, dut.samples, word(image[left : left + columns]), stalls)
            sent.append(now)

    async def take(ctx):
        for _ in inputs:
            got.append((await receive(ctx, dut.predictions, reader), now))

    simulate(dut, feed, take, background=[clock])
    if late:
        assert reader.refused > images * dut.cycles_per_image
    _, a = forward(weights, inputs)
    assert [prediction for prediction, _ in got] == dot(a[-1], classifier).argmax(axis=1).tolist()
    if not stall and not late:
        times = [time for _, time in got]
        assert times[0] - sent[0] == dut.latency
        assert set(np.diff(times)) <= {dut.cycles_per_image}
    return dut


def test_the_schedule():
    """An image takes a cycle a tile, and two waits of 4 for what is in flight between layers."""
    dut = check((21, 9, 14), 5, tile=(4, 8))
    assert dut.cycles_per_image == 3 * 3 + 4 * 2 + 2 * 2 + 2 * 4


def test_smallest():
    check((1, 1), 2, tile=(1, 1), images=6)


def test_a_tie_goes_to_the_lowest_class():
    """A logit of one hidden neuron is -1 or +1, so that most of seven classes tie."""
    check((5, 1), 7, tile=(4, 4), images=8)


@pytest.mark.parametrize("tile", [(1, 7), (2, 4), (3, 12), (8, 8), (16, 16)], ids=str)
def test_tiles(tile):
    check((21, 9, 14), 5, tile=tile)


@SEEDS
@STALLS
def test_random_networks(seed, stall):
    check((33, 10, 8, 6), 10, tile=(4, 8), stages=seed, stall=stall, seed=seed, images=6)


@SEEDS
@pytest.mark.parametrize("layers", [(5, 4), (21, 9, 14)], ids=str)
def test_predictions_wait_for_a_slow_reader(layers, seed):
    """A prediction stays for longer than an image takes, and the next image waits behind it."""
    check(layers, 5, tile=(4, 8), late=0.99, seed=seed, images=6)


@given(
    st.lists(st.integers(1, 20), min_size=2, max_size=4),
    *(st.integers(low, high) for low, high in ((2, 9), (1, 5), (1, 3), (0, 2))),
    st.integers(0, 2**32 - 2),
)
@settings(max_examples=8, deadline=None)
def test_any_shape(layers, classes, rows, parts, stages, seed):
    check(tuple(layers), classes, tile=(rows, rows * parts), stages=stages, stall=0.2, seed=seed)


def test_zero_counts_as_one():
    """sign(0) = +1: with half of an even fan-in agreeing, a hidden neuron is on."""
    assert sign(np.zeros(1))[0] == 1
    network = Network(layers=(2, 1), classes=2)
    config = CoreConfig.for_network(network, tile_rows=1, tile_columns=2, lanes=2)
    layers = [np.array([[1, 1]]), np.array([[-1], [1]])]
    dut = Inference(config, layer_table(network, config), tile_words(layers, config))
    got = []

    async def bench(ctx):
        await send(ctx, dut.samples, 0b01)
        got.append(await receive(ctx, dut.predictions))

    simulate(dut, bench)
    assert got == [1]


@pytest.mark.parametrize("cell, edge", [(1, ()), (2, (40,)), (5, (9, 70))], ids=str)
@STALLS
def test_pixels(cell, edge, stall):
    """With an encoder words of pixels go in; an image takes no longer than it says."""
    rng, levels = np.random.default_rng(cell), (90,)
    shape = EncoderShape(image=(5, 6), cell=cell, levels=1, edges=len(edge))
    network = Network(layers=(shape.width, 9, 6), classes=4)
    weights = [signs(rng, *shape) for shape in network.shapes]
    classifier = signs(rng, 4, 6)
    config = CoreConfig.for_network(network, tile_rows=4, tile_columns=8, lanes=8, encoder=shape)
    tiles = tile_words([*weights, classifier], config)
    dut = Inference(config, layer_table(network, config), tiles, thresholds=[*levels, *edge])
    pixels = rng.integers(256, size=(5, shape.pixels)).astype(np.uint8)
    if edge:
        encoder = EdgeEncoder(shape=shape.image, cell=cell, levels=levels, edges=edge)
    else:
        encoder = FeatureEncoder(
            features=30, columns=np.arange(30), thresholds=np.repeat(levels, 30).astype(float)
        )
    words = raw_samples(RawSamples(pixels, encoder)).view("<u4").ravel().tolist()
    got, times = [], []

    async def feed(ctx):
        stalls = Stalls(stall, cell)
        for one in words:
            await send(ctx, dut.samples, one, stalls)

    async def take(ctx):
        stalls, now = Stalls(stall, cell + 1), 0
        while len(got) < len(pixels):
            ctx.set(dut.predictions.ready, not stalls())
            if ctx.get(dut.predictions.valid & dut.predictions.ready):
                got.append(ctx.get(dut.predictions.payload))
                times.append(now)
            await ctx.tick()
            now += 1

    simulate(dut, feed, take)
    _, a = forward(weights, 2 * encoder.encode(pixels).astype(np.int8) - 1)
    assert got == dot(a[-1], classifier).argmax(axis=1).tolist()
    if not stall:
        assert max(np.diff(times)) <= dut.cycles_per_image
