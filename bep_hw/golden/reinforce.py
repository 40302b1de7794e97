"""Stage reinforce: which weights are strengthened after a minibatch, from a counter-based source.

The draw is a function of (seed, minibatch, position of 16 consecutive weights of a row) and of
nothing else, so that any number of lanes, tile shape or order of work gives the same weights.
A 12-round Feistel network with Simon's round function encrypts the position; half of the result
says how many of the 16 weights are reinforced, the other half where the run of them starts.
"""

from functools import lru_cache

import numpy as np

from bep_hw.config import (
    POSITION_GROUP_BITS,
    POSITION_ROW_BITS,
    REINFORCE_FRACTION_BITS,
    REINFORCE_GROUP,
    blocks,
    require,
)

ROUNDS = 12
ROUND_CONSTANT = 0x9E37
"""Round i adds i times this: it differs from the round four earlier, which has the same key."""


def rotate(x, bits):
    """16-bit words rotated left by `bits`; uint16."""
    return (x << bits) | (x >> (16 - bits))


@lru_cache(maxsize=64)
def positions(layer, shape):
    """layer << 28 | row << 14 | group as (high, low) halves, each (K_l, groups) uint16."""
    row = np.arange(shape[0], dtype=np.uint32)[:, None]  # (K_l, 1)
    group = np.arange(blocks(shape[1], REINFORCE_GROUP), dtype=np.uint32)  # (groups,)
    row = row | np.uint32(layer << POSITION_ROW_BITS)  # (K_l, 1)
    position = row << POSITION_GROUP_BITS | group  # (K_l, groups)
    return (position >> 16).astype(np.uint16), position.astype(np.uint16)


def encrypt(x, y, minibatch, seed):
    """The random source: (x, y) uint16 arrays of one shape, encrypted under (minibatch, seed)."""
    keys = (minibatch & 0xFFFF, minibatch >> 16, seed & 0xFFFF, seed >> 16)
    for i in range(ROUNDS):
        key = np.uint16(keys[i % 4] ^ (ROUND_CONSTANT * i & 0xFFFF))
        x, y = y ^ (rotate(x, 1) & rotate(x, 8)) ^ rotate(x, 2) ^ key, x
    return x, y


def reinforced(seed, minibatch, layer, shape, threshold):
    """The weights of one layer that are reinforced after one minibatch (CP+R).

    seed: of the run, 32 bit; minibatch: its number since the run began, 32 bit
    layer: 0-based; shape: (K_l, K_{l-1})
    threshold: p_l * 16 * 2**16, from 0 to 2**20, so that each weight is chosen with probability p_l
    Returns (K_l, K_{l-1}) bool. Raises ConfigError for a value out of range.
    """
    require(0 <= seed < 1 << 32, f"seed {seed}: must be from 0 to {(1 << 32) - 1}")
    require(0 <= minibatch < 1 << 32, f"minibatch {minibatch}: must be below {1 << 32}")
    x, y = encrypt(*positions(layer, tuple(shape)), minibatch, seed)  # (K_l, groups) each
    count = (x.astype(np.uint32) + np.uint32(threshold)) >> REINFORCE_FRACTION_BITS  # (K_l, groups)
    start = (y & 15).astype(np.uint8)  # (K_l, groups)
    weight = np.arange(REINFORCE_GROUP, dtype=np.uint8)  # (16,)
    place = (weight - start[..., None]) & 15  # (K_l, groups, 16), place in the run from `start`
    chosen = place < count.astype(np.uint8)[..., None]  # (K_l, groups, 16)
    return chosen.reshape(shape[0], -1)[:, : shape[1]]  # (K_l, K_{l-1})
