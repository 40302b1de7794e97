"""The whole encoder against its golden twin."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.encode.encoder import Encoder
from bep_hw.golden.encode import edges, thermometer
from bep_hw.spec.encoder_shape import PIXELS_PER_WORD, EncoderShape
from bep_hw.spec.encoders.edges import EdgeEncoder
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate, word

FASHION = EncoderShape(image=(28, 28), cell=3, levels=1, edges=2)
"""The encoder of fmnist-edges-135 and fmnist-edges-135-ulx3s."""

SHAPES = [
    FASHION,
    EncoderShape(image=(28, 28), cell=2, levels=1, edges=2),
    EncoderShape(image=(9, 10), cell=2, levels=0, edges=1),
    EncoderShape(image=(5, 7), cell=4, levels=3, edges=2),
    EncoderShape(image=(4, 1), cell=2, levels=1, edges=1),
    EncoderShape(image=(1, 5), cell=1, levels=2, edges=1),
    EncoderShape(image=(1, 1), cell=3, levels=0, edges=1),
    EncoderShape(image=(28, 28)),
    EncoderShape(image=(3, 5), levels=4),
]


def golden(pixels, shape, thresholds):
    """Bits (n, K_0) of the golden model; thresholds: the levels, then those of edges."""
    levels, edge = thresholds[: shape.levels], thresholds[shape.levels :]
    if shape.edges:
        return edges.encode(pixels, shape=shape.image, cell=shape.cell, levels=levels, edges=edge)
    columns = np.repeat(np.arange(shape.pixels), shape.levels)
    return thermometer.encode(pixels, columns, np.tile(levels, shape.pixels))


def random_images(rng, shape, count):
    """Images (count, pixels) and thresholds [int] for which bits of both values are frequent."""
    pixels = rng.integers(256, size=(count, shape.pixels)).astype(np.uint8)
    pixels[1::2] //= 8  # small differences as well
    levels = np.sort(rng.integers(30, size=shape.levels))
    return pixels, [*levels.tolist(), *np.sort(rng.integers(40, size=shape.edges)).tolist()]


def input_words(pixels, rng):
    """The words of images (n, pixels), with noise behind an image that does not fill its last."""
    size = -(-pixels.shape[1] // PIXELS_PER_WORD) * PIXELS_PER_WORD
    padded = rng.integers(256, size=(len(pixels), size)).astype(np.uint8)
    padded[:, : pixels.shape[1]] = pixels
    return padded.view("<u4").ravel().tolist()


def output_words(bits, width):
    """Bits (n, K_0) as words of `width` bits, each sample's last one filled up with 0."""
    return [word(row[i : i + width]) for row in bits for i in range(0, len(row), width)]


def run(shape, width, thresholds, words, count, stall=0.0, seed=0):
    """As `outcome`, of an encoder of this shape for words of `width` bits."""
    return outcome(Encoder(shape, width=width), thresholds, words, count, stall, seed)


def outcome(dut, thresholds, words, count, stall=0.0, seed=0):
    """The first `count` words that come out when `words` go in; nothing is left behind then."""
    found, held = [], []

    async def feed(ctx):
        for address, threshold in enumerate(thresholds):
            ctx.set(dut.write, {"enable": 1, "address": address, "data": threshold})
            await ctx.tick()
        ctx.set(dut.write.enable, 0)
        stalls = Stalls(stall, seed)
        for one in words:
            await send(ctx, dut.i, one, stalls)

    async def drain(ctx):
        stalls = Stalls(stall, seed + 1)
        if stall:
            await ctx.tick().until(dut.o.valid)
        for _ in range(count):
            found.append(await receive(ctx, dut.o, stalls))
        assert not ctx.get(dut.busy)
        assert not ctx.get(dut.o.valid)

    async def steady(ctx):
        """A word that is offered stays until it is taken."""
        offered = None
        while True:
            _, _, valid, ready, payload = await ctx.tick().sample(
                dut.o.valid, dut.o.ready, dut.o.payload
            )
            assert offered is None or (valid and payload == offered)
            offered = payload if valid and not ready else None
            held.append(offered is not None)

    simulate(dut, feed, drain, background=[steady])
    assert any(held) == bool(stall), "words wait if and only if there are stalls"
    return found


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("width", [1, 16, 45, 48, 64])
@STALLS
def test_as_golden(shape, width, stall):
    """Two images, so that the second one shows what the first has left behind."""
    rng = np.random.default_rng([*shape.image, shape.cell, width])
    pixels, thresholds = random_images(rng, shape, 2)
    bits = golden(pixels, shape, thresholds)
    assert bits.shape[1] == shape.width
    wanted = output_words(bits, width)
    found = run(shape, width, thresholds, input_words(pixels, rng), len(wanted), stall, width)
    assert found == wanted


@SEEDS
@STALLS
def test_images_of_fashion_mnist(seed, stall):
    """Smooth images, as the encoder is fitted on them: every kind of bit is 0 and 1 somewhere."""
    rng = np.random.default_rng(seed)
    rows = np.abs(np.cumsum(rng.integers(-24, 25, size=(3, 28, 28)), axis=2))
    pixels = np.clip(rows, 0, 255).astype(np.uint8).reshape(3, -1)
    pixels[1] = 7  # no edges
    encoder = EdgeEncoder(shape=(28, 28), cell=3, levels=(0,), edges=(8, 32))
    bits = encoder.encode(pixels)
    for kind in range(17):  # the bits of a whole cell: 9 levels, 8 edges
        assert 0 < bits[:, kind : 27 * 17 : 17].mean() < 1
    wanted = output_words(bits, 48)
    found = run(FASHION, 48, [0, 8, 32], input_words(pixels, rng), len(wanted), stall, seed)
    assert found == wanted


def test_other_thresholds_make_other_bits():
    """The negative case: the comparison above would see a threshold that is one too large."""
    image, rng = np.zeros((28, 28), np.uint8), np.random.default_rng(0)
    image[4, 4], image[10, 20], image[20, 10] = 10, 33, 9  # each just above one threshold
    pixels = image.reshape(1, -1)
    wanted = output_words(golden(pixels, FASHION, [9, 8, 32]), 48)
    for wrong in ([10, 8, 32], [9, 9, 32], [9, 8, 33]):
        assert run(FASHION, 48, wrong, input_words(pixels, rng), len(wanted)) != wanted


@pytest.mark.parametrize(
    "shape, width, cycles",
    [
        (FASHION, 2 * FASHION.width, 29 * 10 + 1),
        (FASHION, 48, 29 * 10 + 1),
        (EncoderShape(image=(28, 28), cell=2, levels=1, edges=2), 48, 29 * 14 + 1),
        (EncoderShape(image=(28, 28)), 48, 784 // 4),
        (EncoderShape(image=(28, 28), levels=4), 16, 784 // 4 * 2),
        (EncoderShape(image=(28, 28)), 1024, 784 // 4),
    ],
    ids=str,
)
def test_latency_and_throughput(shape, width, cycles):
    """Images that come without a pause, and words that are taken at once."""
    dut, words = Encoder(shape, width=width), -(-shape.width // width)
    taken, given = [], []

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.o.ready, 1)
        for cycle in range(4 * cycles):
            if ctx.get(dut.i.ready):
                taken.append(cycle)
            if ctx.get(dut.o.valid):
                given.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    last = given[words - 1 :: words]
    assert set(np.diff(last)) == {cycles} and cycles <= dut.most_cycles
    if words == 1:
        assert last[0] == taken[shape.words - 1] + behind(shape) + dut.latency


def behind(shape):
    """Slices of the last word of an image that come before its last one."""
    if not shape.edges:
        return 0
    side = shape.image[1]
    of_row = [min(end, side) for end in range(shape.cell, side + shape.cell, shape.cell)]
    ends = [row * side + end for row in range(shape.image[0]) for end in of_row]
    return sum(end > PIXELS_PER_WORD * (shape.words - 1) for end in ends) - 1


@given(
    st.tuples(st.integers(1, 7), st.integers(1, 7)),
    *(st.integers(1, 4), st.integers(0, 3), st.integers(0, 2)),
    *(st.integers(1, 70), st.integers(0, 2**32 - 1)),
)
@settings(max_examples=12, deadline=None)
def test_any_shape(image, cell, levels, edge, width, seed):
    levels = levels or int(not edge)
    shape = EncoderShape(image=image, cell=cell if edge else 1, levels=levels, edges=edge)
    rng = np.random.default_rng(seed)
    pixels, thresholds = random_images(rng, shape, 3)
    wanted = output_words(golden(pixels, shape, thresholds), width)
    found = run(shape, width, thresholds, input_words(pixels, rng), len(wanted))
    assert found == wanted
