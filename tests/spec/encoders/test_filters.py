"""Binary filters, against loops over pixels, and their selection, against plain counts."""

import dataclasses
import json
from fractions import Fraction

import numpy as np
import pytest

from bep_hw.spec.encoders import fit, selection, width
from bep_hw.spec.encoders.filters import FilterEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError

NEIGHBOURS = ((0, 1), (1, 0), (0, -1), (-1, 0))
ENCODING = Encoding(name="filters", filters=5, cell=3)


def bits_of(image, row, column, levels, edges):
    """The planes of a pixel, a list of 0 and 1; 0 past the end of the image."""
    height, width = len(image), len(image[0])
    if not (0 <= row < height and 0 <= column < width):
        return [0] * (len(levels) + 4 * len(edges))
    pixel = image[row][column]
    bits = [int(pixel > level) for level in levels]
    for edge in edges:
        for down, right in NEIGHBOURS:
            r, c = row + down, column + right
            there = 0 <= r < height and 0 <= c < width
            bits.append(int(there and pixel - image[r][c] > edge))
    return bits


def patch_of(image, row, column, levels, edges):
    places = [(r, c) for r in (-1, 0, 1) for c in (-1, 0, 1)]
    bits = [bit for r, c in places for bit in bits_of(image, row + r, column + c, levels, edges)]
    return sum(bit << place for place, bit in enumerate(bits)), len(bits)


def plain(image, encoder):
    """The bits of one image, a list of rows of whole numbers."""
    height, width = encoder.shape
    bits = []
    for top in range(0, height, encoder.cell):
        for left in range(0, width, encoder.cell):
            patches = [
                patch_of(image, r, c, encoder.levels, encoder.edges)
                for r in range(top, min(top + encoder.cell, height))
                for c in range(left, min(left + encoder.cell, width))
            ]
            for word, least in zip(encoder.filters, encoder.thresholds, strict=True):
                z = max(count - 2 * (patch ^ word).bit_count() for patch, count in patches)
                bits.append(int(z >= 2 * least - patches[0][1]))
    return bits


def coloured(rng, count, classes=3):
    """Images of 7 x 8 pixels with a stripe of random slope that depends on the class, and noise."""
    labels = np.arange(count) % classes
    rows, columns = np.indices((7, 8))
    phase = rng.integers(4, size=count)[:, None, None]
    stripes = (rows * labels[:, None, None] + columns + phase) % 4 < 2
    pixels = 150 * stripes + rng.integers(80, size=(count, 7, 8))
    return pixels.reshape(count, -1), labels


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (6, 4), (8, 9)])
@pytest.mark.parametrize("cell", [1, 2, 3, 16])
@pytest.mark.parametrize("levels, edges", [((), (5,)), ((0, 99), (8,)), ((9, 60, 200), (32,))])
def test_bits(shape, cell, levels, edges):
    rng = np.random.default_rng([*shape, cell])
    pixels = rng.integers(256, size=(5, shape[0] * shape[1])).astype(np.uint8)
    size = 9 * (len(levels) + 4 * len(edges))
    encoder = FilterEncoder(
        **dict(shape=shape, cell=cell, levels=levels, edges=edges),
        filters=tuple(int(word) for word in rng.integers(1 << size, size=3, dtype=np.uint64)),
        thresholds=tuple(rng.integers(size // 2, size * 3 // 5, 3).tolist()),
    )
    bits = encoder.encode(pixels)
    assert bits.shape == (5, encoder.width) and bits.dtype == np.uint8
    for image, code in zip(pixels.reshape(-1, *shape).tolist(), bits.tolist(), strict=True):
        assert code == plain(image, encoder)


def test_many_images_are_encoded_in_blocks():
    pixels, labels = coloured(np.random.default_rng(0), 700)
    encoder = fit(ENCODING, pixels, (7, 8), labels)
    assert np.array_equal(encoder.encode(pixels)[600:], encoder.encode(pixels[600:]))


@pytest.mark.parametrize("seed", range(3))
def test_selection(seed):
    """Every threshold is calibrated, and the profiles are the longest ones that are not parallel.

    The counts are those of the bits that the encoder gives.
    """
    pixels, labels = coloured(np.random.default_rng(seed), 400)
    encoder = fit(ENCODING, pixels, (7, 8), labels)
    assert encoder.width == width(ENCODING, pixels, (7, 8)) == 3 * 3 * 5
    assert len(set(encoder.filters)) == 5
    patches = {
        patch_of(image, r, c, encoder.levels, encoder.edges)[0]
        for image in pixels.reshape(-1, 7, 8).tolist()
        for r in range(7)
        for c in range(8)
    }
    assert patches.issuperset(encoder.filters)
    bits = encoder.encode(pixels).reshape(400, 9, 5)
    for index, least in enumerate(encoder.thresholds):
        distance = abs(Fraction(int(bits[:, :, index].sum()), 3600) - Fraction(40, 100))
        for other in (least - 1, least + 1):
            thresholds = list(encoder.thresholds)
            thresholds[index] = other
            changed = dataclasses.replace(encoder, thresholds=tuple(thresholds))
            ones = int(changed.encode(pixels).reshape(400, 9, 5)[:, :, index].sum())
            assert distance <= abs(Fraction(ones, 3600) - Fraction(40, 100))
    _check_turns(bits, labels)


def _check_turns(bits, labels):
    """No two profiles are parallel; bits: (N, cells, F)."""
    counts = np.stack([bits[labels == label].sum(axis=0, dtype=np.int64) for label in range(3)])
    shares = 4096 * counts // np.bincount(labels)[:, None, None]  # (C, cells, F)
    profiles = (3 * shares - shares.sum(axis=0)).reshape(-1, 5).T.astype(object)
    lengths = [int(profile @ profile) for profile in profiles]
    assert min(lengths) > 0
    for one in range(5):
        for other in range(one):
            product = int(profiles[one] @ profiles[other])
            assert product**2 < lengths[one] * lengths[other], "two filters alike"


def test_taken_profiles_are_apart_until_too_few_are_left():
    """Two classes of two cells take turns; 0 and 1 are parallel, and 2 and 4 nearly so."""
    profiles = [[[9, 0], [0, 0]], [[8, 0], [0, 0]], [[0, 0], [0, 5]], [[4, 0], [-4, 0]]]
    profiles = np.array([*profiles, [[0, 2], [0, 4]]])
    assert selection._taken(profiles, 1) == [0], "the longest of the first class"
    assert selection._taken(profiles, 3) == [0, 2, 3], "4 is longer, but like 2"
    assert selection._taken(profiles, 4) == [0, 2, 3, 4], "the limit rises"
    assert selection._taken(profiles, 5) == [0, 2, 3, 4, 1]


def test_the_same_samples_give_the_same_filters():
    pixels, labels = coloured(np.random.default_rng(1), 300)
    first, second = (fit(ENCODING, pixels, (7, 8), labels) for _ in range(2))
    assert first == second
    assert FilterEncoder.from_dict(json.loads(json.dumps(first.to_dict()))) == first
    assert fit(ENCODING, pixels, (7, 8), (labels + pixels[:, 0]) % 3) != first


def test_too_few_patches():
    pixels = np.zeros((50, 16), int)
    pixels[::2, 5] = 9
    with pytest.raises(ConfigError, match=r"filters 32: the training images have only .* patches"):
        fit(Encoding(name="filters"), pixels, (4, 4), np.arange(50) % 2)


def test_classes_are_needed():
    with pytest.raises(ConfigError, match="encoding filters: needs one class for each sample"):
        fit(Encoding(name="filters"), np.arange(32).reshape(2, 16), (4, 4))
    with pytest.raises(ConfigError, match="15 features are no square image"):
        width(Encoding(name="filters"), np.zeros((4, 15)))


@pytest.mark.parametrize(
    "change",
    [
        *({"cell": "x"}, {"cell": 0}, {"edges": []}, {"shape": [4]}, {"thresholds": [1]}),
        *({"filters": [1 << 45, 1]}, {"filters": [-1, 1]}, {"filters": [], "thresholds": []}),
    ],
)
def test_damaged(change):
    values = FilterEncoder(
        shape=(4, 4), cell=2, levels=(3,), edges=(8,), filters=(5, 6), thresholds=(20, 30)
    ).to_dict()
    assert FilterEncoder.from_dict(values).width == 8
    with pytest.raises(ConfigError, match="encoder of filters: is damaged"):
        FilterEncoder.from_dict(values | change)
