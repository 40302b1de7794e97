"""Between numpy arrays and the payloads of the core's streams, as little-endian bytes."""

import numpy as np

from bep_hw.config import blocks

COUNTERS, TILES, CLASSES = 0, 1, 2
"""Kinds of a load: which memory is written."""


def bits_for(value):
    """Bits that hold the numbers 0 to `value`, at least one."""
    return max(1, value.bit_length())


def load_fields(core):
    """(name, bits) of a load's payload, lowest first; twin of gateware.core's layout."""
    depth = max(core.counter_depth, core.tile_depth, core.class_depth)
    return (
        ("kind", 2),
        ("address", bits_for(depth - 1)),
        ("row", bits_for(core.tile_rows - 1)),
        ("segment", bits_for(core.tile_columns // core.lanes - 1)),
        ("data", core.lanes * core.counter_bits),
    )


def result_fields(core):
    """(name, bits) of a result's payload, lowest first; the margin is signed."""
    return (
        ("prediction", bits_for(core.max_classes - 1)),
        ("margin", core.count_bits + 2),
        ("triggered", 1),
    )


def samples(bits, core, size):
    """Payloads of the samples stream: bits (n, K_0) give (n, words, size) bytes."""
    count, width = bits.shape
    words = blocks(width, core.tile_columns)
    padded = np.zeros((count, words * core.tile_columns), np.uint8)
    padded[:, :width] = bits
    packed = np.packbits(padded.reshape(count, words, -1), axis=2, bitorder="little")
    return _widen(packed, size)


def integers(values, size):
    """Unsigned integers (n,) as (n, size) bytes."""
    values = np.ascontiguousarray(values, "<u8")
    return np.ascontiguousarray(values.view(np.uint8).reshape(-1, 8)[:, :size])


def to_integers(payloads):
    """Payloads, little-endian bytes in the last axis, as a list of integers."""
    rows = payloads.reshape(-1, payloads.shape[-1])
    return [int.from_bytes(row.tobytes(), "little") for row in rows]


def counter_loads(counters, table, core, size):
    """Payloads that write every layer's counters, [(K_l, K_{l-1})], to where `table` puts them."""
    parts = []
    for c, layer in zip(counters, table, strict=False):
        padded = np.zeros((layer.rows, layer.words * core.lanes), "<i4")
        padded[:, : layer.columns] = c
        lanes = np.unpackbits(padded.view(np.uint8).reshape(-1, 4), axis=1, bitorder="little")
        data = lanes[:, : core.counter_bits].reshape(layer.rows * layer.words, -1)
        address = layer.counter_base + np.arange(len(data))
        parts.append(_loads(core, size, COUNTERS, address, 0, 0, data))
    return np.concatenate(parts)


def classifier_loads(classifier, table, core, size):
    """Payloads that write P (C, K_L) ±1 into the tiles of the last layer and the class memory."""
    layer = table[-1]
    segments = core.tile_columns // core.lanes  # per D-bit word
    bits = np.zeros((layer.rows, layer.column_blocks * core.tile_columns), np.uint8)
    bits[:, : layer.columns] = classifier > 0
    data = bits.reshape(-1, core.lanes)
    row, block, segment = np.unravel_index(
        np.arange(len(data)), (layer.rows, layer.column_blocks, segments)
    )
    tile = layer.tile_base + row // core.tile_rows * layer.column_blocks + block
    tiles = _loads(core, size, TILES, tile, row % core.tile_rows, segment, data)
    word = row * layer.column_blocks + block
    return np.concatenate([tiles, _loads(core, size, CLASSES, word, 0, segment, data)])


def counters(answers, table, core):
    """The counters of every layer, [(K_l, K_{l-1}) int32], from all counter words in order."""
    bits = np.unpackbits(answers, axis=1, bitorder="little")[:, : core.lanes * core.counter_bits]
    lanes = np.zeros((len(answers) * core.lanes, 32), np.uint8)
    lanes[:, : core.counter_bits] = bits.reshape(len(lanes), core.counter_bits)
    lanes[:, core.counter_bits :] = lanes[:, core.counter_bits - 1, None]  # the sign
    flat = np.packbits(lanes, axis=1, bitorder="little").view("<i4").reshape(-1, core.lanes)
    return [
        flat[layer.counter_base : layer.counter_base + layer.rows * layer.words]
        .reshape(layer.rows, -1)[:, : layer.columns]
        .astype(np.int32)
        for layer in table[:-1]
    ]


def results(payloads, core):
    """(predictions, margins, triggered), each (n,), of the payloads of results, (n,) uint64."""
    found, low = {}, 0
    for name, bits in result_fields(core):
        found[name] = (payloads >> np.uint64(low)).astype(np.int64) & ((1 << bits) - 1)
        low += bits
    sign = 1 << (core.count_bits + 1)
    margins = ((found["margin"] ^ sign) - sign).astype(np.int32)
    return found["prediction"], margins, found["triggered"].astype(bool)


def _loads(core, size, kind, address, row, segment, data):
    """(n, size) bytes of n loads; data: (n, bits) 0 or 1."""
    bits = np.zeros((len(data), size * 8), np.uint8)
    values = {"kind": kind, "address": address, "row": row, "segment": segment}
    low = 0
    for name, width in load_fields(core)[:-1]:
        value = np.broadcast_to(values[name], len(data))[:, None]
        bits[:, low : low + width] = value >> np.arange(width) & 1
        low += width
    bits[:, low : low + data.shape[1]] = data
    return np.packbits(bits, axis=1, bitorder="little")


def _widen(packed, size):
    """Zero bytes behind the last axis, up to `size`."""
    if packed.shape[-1] == size:
        return packed
    wide = np.zeros((*packed.shape[:-1], size), np.uint8)
    wide[..., : packed.shape[-1]] = packed
    return wide
