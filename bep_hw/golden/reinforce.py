"""Stage reinforce: a counter-based source chooses the weights to strengthen after a minibatch.

A draw depends on (seed, minibatch, position of 16 consecutive weights of a row) and on nothing
else. So any number of lanes, any tile and any order of work give the same weights.
A 12-round Feistel network with Simon's round function encrypts the position; half of the result
says how many of the 16 weights are reinforced, the other half where the run of them starts.
"""

from functools import lru_cache

import numpy as np

from bep_hw.spec.reinforce import (
    POSITION_GROUP_BITS,
    POSITION_LAYER_BITS,
    POSITION_ROW_BITS,
    REINFORCE_FRACTION_BITS,
    REINFORCE_GROUP,
)
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks

ROUNDS = 12
ROUND_CONSTANT = 0x9E37
"""Round i adds i times this: it differs from the round four earlier, which has the same key."""

DRAWN_TOGETHER = 1 << 15
"""Most draws computed in one go. For a small layer these are of several minibatches, because else
the calls of numpy would take longer than the draws. More would not fit the cache."""


def rotate(x, bits):
    """16-bit words rotated left by `bits`; uint16."""
    return (x << bits) | (x >> (16 - bits))


@lru_cache(maxsize=1 << POSITION_LAYER_BITS)
def positions(layer, shape):
    """layer << 28 | row << 14 | group as (high, low) halves, each (K_l, groups) uint16."""
    row = np.arange(shape[0], dtype=np.uint32)[:, None]  # (K_l, 1)
    group = np.arange(blocks(shape[1], REINFORCE_GROUP), dtype=np.uint32)  # (groups,)
    row = row | np.uint32(layer << POSITION_ROW_BITS)  # (K_l, 1)
    position = row << POSITION_GROUP_BITS | group  # (K_l, groups)
    return (position >> 16).astype(np.uint16), position.astype(np.uint16)


def encrypt(x, y, minibatch, seed):
    """The random source: uint16 arrays x and y encrypted under (minibatch, seed).

    minibatch: a number, or an array of them whose shape broadcasts with that of x and y
    """
    keys = (minibatch & 0xFFFF, minibatch >> 16, seed & 0xFFFF, seed >> 16)
    for i in range(ROUNDS):
        key = np.uint16(keys[i % 4] ^ (ROUND_CONSTANT * i & 0xFFFF))
        x, y = y ^ (rotate(x, 1) & rotate(x, 8)) ^ rotate(x, 2) ^ key, x
    return x, y


@lru_cache(maxsize=1 << POSITION_LAYER_BITS)  # of every layer the present minibatches
def draws(seed, first, minibatches, layer, shape, threshold):
    """Draws after minibatches `first` to `first + minibatches - 1`, bit k for weight k.

    Returns (minibatches, K_l, groups) uint16; other arguments as in `reinforced`.
    """
    minibatch = np.arange(first, first + minibatches)[:, None, None]  # (minibatches, 1, 1)
    x, y = encrypt(*positions(layer, shape), minibatch, seed)  # (minibatches, K_l, groups) each
    count = (x.astype(np.uint32) + np.uint32(threshold)) >> REINFORCE_FRACTION_BITS
    run = ((np.uint32(1) << count) - np.uint32(1)).astype(np.uint16)  # `count` ones from weight 0
    return rotate(run, y & np.uint16(15))


def reinforced(seed, minibatch, layer, shape, threshold):
    """The weights of one layer that are reinforced after one minibatch (CP+R).

    seed: of the run, 32 bit; minibatch: its number since the run began, 32 bit
    layer: 0-based; shape: (K_l, K_{l-1})
    threshold: p_l * 16 * 2**16, from 0 to 2**20, so that each weight is chosen with probability p_l
    Returns (K_l, K_{l-1}) bool. Raises ConfigError for a value out of range.
    """
    require(0 <= seed < 1 << 32, f"seed {seed}: must be from 0 to {(1 << 32) - 1}")
    require(0 <= minibatch < 1 << 32, f"minibatch {minibatch}: must be below {1 << 32}")
    rows, columns = shape
    # Draws of neighbouring minibatches are computed together, and kept.
    together = max(1, DRAWN_TOGETHER // (rows * blocks(columns, REINFORCE_GROUP)))
    at = minibatch % together
    drawn = draws(seed, minibatch - at, together, layer, (rows, columns), threshold)[at]
    octets = drawn.astype("<u2", copy=False).view(np.uint8)  # (K_l, 2 groups), weights in order
    return np.unpackbits(octets, axis=1, count=columns, bitorder="little").view(bool)
