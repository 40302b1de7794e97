"""Selection of binary filters: patches of training images whose bits tell classes apart.

Counts and comparisons of integers, nothing else:

1. Up to `IMAGES` training images are drawn. Candidates are different patches at random places in
   them, of whose bits at least `LEAST` are 1 and as many are 0: a flat patch tells nothing.
2. Every candidate gets the threshold with which the share of ones among its bits, of all cells of
   the first `CALIBRATED` of these images, is nearest to `ONES` percent; of two, the higher one.
3. The ones of a candidate are counted by class and cell. Its profile is the share of ones of every
   class and cell, less the mean of this cell over the classes. Shares are in 4096ths, rounded down.
4. The classes take turns. Each takes the candidate whose profile is longest within this class, the
   first one of equals, but none whose profile is nearly parallel to that of a taken one: |cosine|
   above 80 %. When nothing is left, the limit rises, see `COSINES`.

bep_hw/data uses the training part alone, so validation and test images are never seen. Draws begin
at a fixed seed: an encoder follows from its encoding and its training samples.
"""

import numpy as np

from bep_hw.support.errors import require
from bep_hw.support.integers import blocks

SEED = 1

IMAGES = 12_000
"""Images by which filters are selected, at most."""

CALIBRATED = 3_000
"""Images by which thresholds are calibrated, at most."""

CANDIDATES = 512
"""Candidates, or twice as many as filters if that is more. Twice as many make it worse: the longest
profiles are alike."""

LEAST = 6
"""Ones of a candidate, and zeros, at least."""

ONES = 40
"""Share of ones among the bits of a filter [percent]."""

COSINES = (80, 90, 95, 98, 100)
"""Limits of |cosine| between two profiles [percent], in the order in which they are tried."""

SHARE = 4096
"""A share of 1."""

DRAWN, BLOCK = 20, 256
"""Places that are looked at for a candidate, at most, and images that are compared at once."""


def select(encoder, pixels, labels, count):
    """(filters, thresholds), each `count` integers, of an encoder that has none yet.

    encoder: FilterEncoder; pixels: training images (N, height x width) int64; labels: (N,)
    ConfigError if the images do not have so many different patches.
    """
    rng = np.random.default_rng(SEED)
    chosen = rng.permutation(len(pixels))[:IMAGES]
    pixels, labels = pixels[chosen], np.unique(labels[chosen], return_inverse=True)[1]
    candidates = _candidates(encoder, pixels, max(CANDIDATES, 2 * count), rng)
    thresholds = calibrated(encoder, pixels[:CALIBRATED], candidates)
    profiles = _profiles(encoder, pixels, labels, candidates, thresholds)
    useful = np.count_nonzero(profiles.any(axis=(1, 2)))
    require(
        useful >= count,
        f"filters {count}: the training images have only {useful} different patches that tell"
        " classes apart",
    )
    taken = _taken(profiles, count)
    return tuple(candidates[i] for i in taken), tuple(thresholds[i] for i in taken)


def _candidates(encoder, pixels, count, rng):
    """Up to `count` different patches as integers, in the order in which they were drawn."""
    found = {}
    for _ in range(DRAWN * blocks(count, BLOCK)):
        patches = encoder.patches(pixels[rng.integers(len(pixels), size=BLOCK)])  # (C C, n, cells)
        for index in range(BLOCK):
            word = int(patches[rng.integers(len(patches)), index, rng.integers(patches.shape[2])])
            if LEAST <= word.bit_count() <= encoder.patch_bits - LEAST:
                found.setdefault(word)
    return list(found)[:count]


def calibrated(encoder, pixels, candidates):
    """The threshold of every candidate."""
    counts = np.zeros((len(candidates), encoder.patch_bits + 1), np.int64)  # by agreement
    for start in range(0, len(pixels), BLOCK):
        patches = encoder.patches(pixels[start : start + BLOCK])
        for row, word in zip(counts, candidates, strict=True):
            agreement = encoder.agreement(patches, word)
            row += np.bincount(agreement.ravel(), minlength=len(row))
    ones = counts[:, ::-1].cumsum(axis=1)  # with a threshold of B, B - 1, ...
    error = abs(100 * ones - ONES * ones[:, -1:])
    return (encoder.patch_bits - error.argmin(axis=1)).tolist()


def _profiles(encoder, pixels, labels, candidates, thresholds):
    """Profiles (candidates, classes, cells) int64, times the number of classes."""
    classes = labels.max() + 1
    cells = encoder.cells[0] * encoder.cells[1]
    shares = np.empty((len(candidates), classes, cells), np.int64)
    for label in range(classes):
        mine = pixels[labels == label]
        ones = np.zeros((len(candidates), cells), np.int64)
        for start in range(0, len(mine), BLOCK):
            patches = encoder.patches(mine[start : start + BLOCK])
            for row, word, least in zip(ones, candidates, thresholds, strict=True):
                row += np.count_nonzero(encoder.agreement(patches, word) >= least, axis=0)
        shares[:, label] = SHARE * ones // len(mine)
    return classes * shares - shares.sum(axis=1, keepdims=True)


def _taken(profiles, count):
    """Indices of `count` candidates, as they are taken in turn; profiles: as of `_profiles`."""
    lengths = (profiles**2).sum(axis=2).tolist()  # (candidates, classes), squares
    flat = profiles.reshape(len(profiles), -1)
    # Python integers: squares of products do not fit 64 bits.
    products, squares, classes = (flat @ flat.T).tolist(), list(map(sum, lengths)), len(lengths[0])
    taken = []

    def apart(one, others, limit):
        row, most = products[one], limit * limit * squares[one]
        return all(10_000 * row[other] ** 2 <= most * squares[other] for other in others)

    for limit in COSINES:
        left = [i for i in range(len(flat)) if i not in taken and apart(i, taken, limit)]
        while left and len(taken) < count:
            turn = len(taken) % classes
            best = max(left, key=lambda i: lengths[i][turn])
            taken.append(best)
            left = [i for i in left if i != best and apart(i, [best], limit)]
    return taken
