"""Between numpy arrays and the payloads of the core's streams, as little-endian bytes."""

import math

import numpy as np

from bep_hw.spec.encoder_shape import PIXELS_PER_WORD
from bep_hw.spec.layer_table import trained_segments
from bep_hw.spec.payloads import (
    CLASSES,
    COUNTERS,
    THRESHOLDS,
    TILES,
    load_fields,
    packed,
    width,
)
from bep_hw.spec.sequences import RawSequences, Sequences, steps_of
from bep_hw.support.integers import blocks

WORD_BYTES = 4
"""Of a word on a bus."""


def samples(bits, core, network=None):
    """Payloads of the samples stream: bits (n, K_0) give (n, words, bytes).

    Of `Sequences` the words are those of s_0, then those of every time step of `network`; a
    sample's own steps come first.
    """
    if not isinstance(bits, Sequences):
        return _inputs(bits, core)
    count, _, width = bits.bits.shape
    steps = _from_the_first(bits.bits, bits.steps, network.steps)
    state = _inputs(np.ones((count, network.layers[1]), np.uint8), core)
    inputs = _inputs(steps.reshape(count * network.steps, width), core)  # (n T, words, bytes)
    inputs = inputs.reshape(count, network.steps * inputs.shape[1], state.shape[-1])
    return np.concatenate([state, inputs], axis=1)


def _from_the_first(values, steps, total):
    """Values (n, T, width) uint8, of which the last `steps` (n,) time steps are a sample's own, as
    (n, total, width): its own ones come first, then zeros."""
    count, length, width = values.shape
    own = np.arange(length) < steps[:, None]  # (n, T), counted from the first own step
    places = np.where(own, np.arange(length) + length - steps[:, None], 0)
    moved = np.zeros((count, total, width), np.uint8)
    moved[:, :length] = values[np.arange(count)[:, None], places] * own[:, :, None]
    return moved


def _inputs(bits, core):
    """Bits (n, K) as (n, words, bytes), each word filled up with 0."""
    count, width = bits.shape
    words = blocks(width, core.tile_columns)
    padded = np.zeros((count, words * core.tile_columns), np.uint8)
    padded[:, :width] = bits
    return np.packbits(padded.reshape(count, words, core.tile_columns), axis=2, bitorder="little")


def raw_samples(samples, network=None):
    """Payloads of the samples stream of a core with an encoder: RawSamples give (n, words, bytes).

    A word has as many numbers as bytes; the last one of a sample is filled up with 0. So is that of
    each time step of `network` if these are `RawSequences`; a sample's own steps come first.
    """
    values = samples.values
    if isinstance(samples, RawSequences):
        values = _from_the_first(values, samples.steps, network.steps)
    words = blocks(values.shape[-1], PIXELS_PER_WORD)
    padded = widened(values, words * PIXELS_PER_WORD)
    total = math.prod(values.shape[1:-1]) * words
    return padded.reshape(len(values), total, PIXELS_PER_WORD)


def threshold_loads(values, core):
    """Payloads (n, bytes) that write the thresholds (n,) uint8 of the encoder."""
    data = np.unpackbits(values[:, None], axis=1, bitorder="little")
    return _loads(core, THRESHOLDS, np.arange(len(values)), 0, 0, data)


def labels(labels, bits, fields):
    """Payloads (n,) of these fields, for the classes (n,) of samples `bits`."""
    return packed(fields, {"label": np.asarray(labels, np.int64), "steps": steps_of(bits)})


def integers(values, size):
    """Unsigned integers (n,) as (n, size) bytes."""
    values = np.ascontiguousarray(values, "<u8")
    return np.ascontiguousarray(values.view(np.uint8).reshape(-1, 8)[:, :size])


def to_integers(payloads):
    """Payloads, little-endian bytes in the last axis, as a list of integers."""
    rows = payloads.reshape(-1, payloads.shape[-1])
    return [int.from_bytes(row.tobytes(), "little") for row in rows]


def counter_loads(counters, table, core):
    """Payloads (n, bytes) that write counters [(K_l, K_{l-1})] to where `table` puts them."""
    parts = []
    for c, (layer, segment) in zip(counters, trained_segments(table), strict=True):
        padded = np.zeros((len(c), segment.words * core.lanes), "<i4")
        padded[:, : segment.columns] = c
        lanes = np.unpackbits(padded.view(np.uint8).reshape(-1, 4), axis=1, bitorder="little")
        data = lanes[:, : core.counter_bits].reshape(len(c) * segment.words, -1)
        parts.append(_loads(core, COUNTERS, _addresses(layer, segment), 0, 0, data))
    return np.concatenate(parts)


def counter_addresses(table):
    """Addresses (n,) of all counter words: weight matrix by weight matrix, row by row."""
    return np.concatenate([_addresses(*place) for place in trained_segments(table)])


def _addresses(layer, segment):
    """Addresses of the counter words of a weight matrix, row by row."""
    rows = layer.counter_base + segment.first + np.arange(layer.rows)[:, None] * layer.words
    return (rows + np.arange(segment.words)).ravel()


def classifier_loads(classifier, table, core):
    """Payloads (n, bytes) that write P (C, K_L) ±1: the last layer's tiles and the class memory."""
    layer = table[-1]
    segments = core.tile_columns // core.piece  # per D-bit word
    bits = np.zeros((layer.rows, layer.column_blocks * core.tile_columns), np.uint8)
    bits[:, : layer.columns] = classifier > 0
    data = bits.reshape(-1, core.piece)
    row, block, segment = np.unravel_index(
        np.arange(len(data)), (layer.rows, layer.column_blocks, segments)
    )
    tile = layer.tile_base + row // core.tile_rows * layer.column_blocks + block
    tiles = _loads(core, TILES, tile, row % core.tile_rows, segment, data)
    word = row * layer.column_blocks + block
    return np.concatenate([tiles, _loads(core, CLASSES, word, 0, segment, data)])


def counters(answers, table, core):
    """The counters of every layer, [(K_l, K_{l-1}) int32].

    answers: (n, bytes) counter words, in the order of `counter_addresses`
    """
    bits = np.unpackbits(answers, axis=1, bitorder="little")[:, : core.lanes * core.counter_bits]
    lanes = np.zeros((len(answers) * core.lanes, 32), np.uint8)
    lanes[:, : core.counter_bits] = bits.reshape(len(lanes), core.counter_bits)
    lanes[:, core.counter_bits :] = lanes[:, core.counter_bits - 1, None]  # the sign
    flat = np.packbits(lanes, axis=1, bitorder="little").view("<i4").ravel()
    matrices, start = [], 0
    for layer, segment in trained_segments(table):
        width = segment.words * core.lanes
        stop = start + layer.rows * width
        rows = flat[start:stop].reshape(layer.rows, width)
        matrices.append(rows[:, : segment.columns].astype(np.int32))
        start = stop
    return matrices


def results(payloads, fields):
    """(predictions, margins, triggered), each (n,), of payloads (n,) of these fields."""
    payloads = np.asarray(payloads).astype(np.int64)
    prediction, margin, triggered = (field.of(payloads) for field in fields)
    return prediction, margin.astype(np.int32), triggered.astype(bool)


def _loads(core, kind, address, row, segment, data):
    """Payloads (n, bytes) of n loads; data: (n, bits) 0 or 1."""
    fields = load_fields(core)
    bits = np.zeros((len(data), width(fields)), np.uint8)
    values = {"kind": kind, "address": address, "row": row, "segment": segment}
    for field in fields[:-1]:
        value = np.broadcast_to(values[field.name], len(data))[:, None]
        bits[:, field.low : field.low + field.bits] = value >> np.arange(field.bits) & 1
    bits[:, fields[-1].low :][:, : data.shape[1]] = data
    return np.packbits(bits, axis=1, bitorder="little")


def words(payloads):
    """Payloads with their bytes in the last axis, as 32-bit words there."""
    size = WORD_BYTES * blocks(payloads.shape[-1], WORD_BYTES)
    return widened(payloads, size).view("<u4")


def widened(payloads, size):
    """Payloads of `size` bytes in the last axis: zeros come behind those that are there."""
    if payloads.shape[-1] == size:
        return np.ascontiguousarray(payloads)
    wide = np.zeros((*payloads.shape[:-1], size), np.uint8)
    wide[..., : payloads.shape[-1]] = payloads
    return wide


def tile_words(weights, core):
    """Tiles of every layer in the order of the layer table, as integers; see gateware/inference.

    weights: [(K_l, K_{l-1}) ±1], the classifier last; row r of a tile in bits [r D, (r + 1) D)
    """
    rows, columns = core.tile_rows, core.tile_columns
    words = []
    for w in weights:
        down, across = blocks(len(w), rows), blocks(w.shape[1], columns)
        bits = np.ones((down * rows, across * columns), np.uint8)  # never agrees with inputs of 0
        bits[: len(w), : w.shape[1]] = w > 0
        tiles = bits.reshape(down, rows, across, columns).swapaxes(1, 2)  # (down, across, R, D)
        packed = np.packbits(tiles.reshape(down * across, -1), axis=1, bitorder="little")
        words += [int.from_bytes(word.tobytes(), "little") for word in packed]
    return words
