"""Packing against arithmetic of its own: Python integers, one field and one lane after another."""

import dataclasses

import numpy as np
import pytest

from bep_hw.host import packing
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.layer_table import layer_table, trained_segments
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.payloads import (
    CLASSES,
    COUNTERS,
    THRESHOLDS,
    TILES,
    label_fields,
    label_word_fields,
    load_fields,
    packed,
)
from bep_hw.spec.raw import RawSamples
from bep_hw.spec.sequences import Sequences

SEEDS = pytest.mark.parametrize("seed", range(6), ids="seed{}".format)
TILES_AND_LANES = [(4, 8, 8), (4, 16, 4), (2, 6, 2), (3, 24, 12), (8, 32, 32), (1, 3, 1)]


def drawn(seed):
    """(rng, network, core, layer table): every other one recurrent, every width ragged."""
    rng = np.random.default_rng(seed)
    widths = tuple(int(width) for width in rng.integers(1, 40, 3))
    network = Network(layers=widths, classes=int(rng.integers(2, 7)))
    if seed % 2:
        network = Recurrent(layers=widths, classes=network.classes, steps=4)
    rows, columns, lanes = TILES_AND_LANES[seed % len(TILES_AND_LANES)]
    core = CoreConfig.for_network(
        network, tile_rows=rows, tile_columns=columns, lanes=lanes, hidden_bits=7
    )
    return rng, network, core, layer_table(network, core)


def load(core, **values):
    """A payload of the load stream as an integer."""
    return packed(load_fields(core), {"address": 0, "row": 0, "segment": 0, **values})


def two_s_complement(values, bits):
    """Integers side by side, the first one lowest."""
    return sum((int(c) & ((1 << bits) - 1)) << bits * i for i, c in enumerate(values))


def counter_words(counters, table, core):
    """(address, word) of all counters, in the order of the weight matrices."""
    for (row, segment), layer in zip(trained_segments(table), counters, strict=True):
        for j, weights in enumerate(layer):
            for k in range(segment.words):
                piece = weights[k * core.lanes : (k + 1) * core.lanes]
                place = row.counter_base + j * row.words + segment.first + k
                yield place, two_s_complement(piece, core.counter_bits)


def random_counters(rng, network, core):
    """Whatever a word of the core holds; more than B bits, for sums of a minibatch fit too."""
    reach = 1 << core.counter_bits - 1
    return [rng.integers(-reach, reach, shape, np.int32) for shape in network.shapes]


@SEEDS
def test_counter_loads(seed):
    rng, network, core, table = drawn(seed)
    counters = random_counters(rng, network, core)
    expected = [
        load(core, kind=COUNTERS, address=place, data=word)
        for place, word in counter_words(counters, table, core)
    ]
    assert packing.to_integers(packing.counter_loads(counters, table, core)) == expected


@SEEDS
def test_counters_are_read_back(seed):
    rng, network, core, table = drawn(seed)
    counters = random_counters(rng, network, core)
    places, words = zip(*counter_words(counters, table, core), strict=True)
    assert packing.counter_addresses(table).tolist() == list(places)
    size = -(-core.lanes * core.counter_bits // 8)
    # A port may give more bytes than a word has.
    for extra in (0, 3):
        data = b"".join(word.to_bytes(size + extra, "little") for word in words)
        answers = np.frombuffer(data, np.uint8).reshape(len(words), -1)
        found = packing.counters(answers, table, core)
        for ours, theirs in zip(found, counters, strict=True):
            assert ours.dtype == np.int32
            np.testing.assert_array_equal(ours, theirs)


@SEEDS
def test_classifier_loads(seed):
    """Every word goes into a tile and into the class memory."""
    rng, network, core, table = drawn(seed)
    last, lanes = table[-1], core.lanes
    classifier = rng.choice(np.array([-1, 1], np.int8), (network.classes, network.layers[-1]))
    tiles, classes = set(), set()
    for j, signs in enumerate(classifier):
        for start in range(0, last.column_blocks * core.tile_columns, lanes):
            piece = signs[start : start + lanes]
            value = sum(int(s > 0) << i for i, s in enumerate(piece))
            block, segment = start // core.tile_columns, start % core.tile_columns // lanes
            part = {"segment": segment, "data": value}
            across = last.column_blocks
            tile = last.tile_base + j // core.tile_rows * across + block
            tiles.add(load(core, kind=TILES, address=tile, row=j % core.tile_rows, **part))
            classes.add(load(core, kind=CLASSES, address=j * across + block, **part))
    found = packing.to_integers(packing.classifier_loads(classifier, table, core))
    assert len(found) == len(tiles) + len(classes)
    assert set(found) == tiles | classes


def words_of(vector, core):
    """D inputs a word, the first one lowest."""
    columns = core.tile_columns
    for start in range(0, len(vector), columns):
        yield sum(int(bit) << i for i, bit in enumerate(vector[start : start + columns]))


@SEEDS
def test_samples(seed):
    """Of a series: s_0, the sample's own last steps, and zeros up to the network's last one."""
    rng, network, core, _ = drawn(seed)
    count, width = 5, network.layers[0]
    vectors = []
    if network.recurrent:
        length = 3
        own = rng.integers(1, length + 1, count)
        bits = Sequences(rng.integers(0, 2, (count, length, width), np.uint8), own)
        for series, steps in zip(bits.bits, own, strict=True):
            vectors += [[1] * network.layers[1], *series[length - steps :]]
            vectors += [[0] * width] * (network.steps - steps)
    else:
        bits = vectors = rng.integers(0, 2, (count, width), np.uint8)
    expected = [word for vector in vectors for word in words_of(vector, core)]
    found = packing.samples(bits, core, network)
    assert len(found) == count
    assert packing.to_integers(found) == expected


@SEEDS
def test_labels(seed):
    rng, network, core, _ = drawn(seed)
    labels, steps = rng.integers(0, network.classes, 9), rng.integers(1, 4, 9)
    bits = np.zeros((9, network.layers[0]), np.uint8)
    if network.recurrent:
        bits = Sequences(np.zeros((9, 3, network.layers[0]), np.uint8), steps)
    bits_of_label = max(1, (core.max_classes - 1).bit_length())
    for fields, low in ((label_fields(core), bits_of_label), (label_word_fields(core), 16)):
        own = steps << low if network.recurrent else 0
        assert packing.labels(labels, bits, fields).tolist() == (labels | own).tolist()


def test_words_of_a_bus():
    payloads = np.arange(10, dtype=np.uint8).reshape(2, 5)
    assert packing.words(payloads).tolist() == [[0x03020100, 0x04], [0x08070605, 0x09]]


def test_bytes_that_are_words_already():
    """Five bytes grow to eight, however many payloads there are."""
    payloads = np.arange(40, dtype=np.uint8).reshape(8, 5)
    expected = [[int.from_bytes(row[:4].tobytes(), "little"), int(row[4])] for row in payloads]
    assert packing.words(payloads).tolist() == expected
    assert packing.words(payloads[:, :4]).tolist() == [[word] for word, _ in expected]


def test_integers_as_bytes():
    values = np.array([1, 0x0302, 0x040506])
    assert packing.integers(values, 3).tolist() == [[1, 0, 0], [2, 3, 0], [6, 5, 4]]


SHAPE = EncoderShape(image=(3, 2), cell=2, levels=2, edges=1)
ENCODER = EdgeEncoder(shape=(3, 2), cell=2, levels=(3, 9), edges=(7,))


def core_of_pixels():
    network = Network(layers=(SHAPE.width, 4), classes=2)
    core = CoreConfig.for_network(network, tile_rows=4, tile_columns=8, lanes=8)
    return network, dataclasses.replace(core, encoder=SHAPE)


def test_pixels_are_bytes_of_words():
    values = np.arange(1, 13, dtype=np.uint8).reshape(2, 6)
    assert packing.raw_samples(RawSamples(values, ENCODER)).tolist() == [
        [[1, 2, 3, 4], [5, 6, 0, 0]],
        [[7, 8, 9, 10], [11, 12, 0, 0]],
    ]
    assert packing.raw_samples(RawSamples(values[:0], ENCODER)).shape == (0, 2, 4)


def test_thresholds_are_loaded_in_order():
    _, core = core_of_pixels()
    values = np.array([3, 9, 200], np.uint8)
    found = packing.to_integers(packing.threshold_loads(values, core))
    assert found == [
        load(core, kind=THRESHOLDS, address=place, data=int(value))
        for place, value in enumerate(values)
    ]


@SEEDS
def test_tiles_of_inference(seed):
    """Layer by layer; bits past the end of a layer are 1, as where an input of 0 never agrees."""
    rng, network, core, _ = drawn(seed)
    shapes = [*network.shapes, (network.classes, network.layers[-1])]
    weights = [rng.choice(np.array([-1, 1], np.int8), shape) for shape in shapes]
    rows, columns = core.tile_rows, core.tile_columns
    expected = []
    for w in weights:
        signs = {(r, k): int(w[r, k] > 0) for r in range(len(w)) for k in range(w.shape[1])}
        for top in range(0, len(w), rows):
            for left in range(0, w.shape[1], columns):
                tile = [
                    signs.get((top + r, left + k), 1) for r in range(rows) for k in range(columns)
                ]
                expected.append(sum(bit << place for place, bit in enumerate(tile)))
    assert packing.tile_words(weights, core) == expected
