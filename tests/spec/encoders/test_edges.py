"""Grey edges, against loops over pixels."""

import json

import numpy as np
import pytest

from bep_hw.spec.encoders import fit
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError


def plain(image, cell, levels, edges):
    """The bits of one image, a list of rows of whole numbers."""
    height, width, bits = len(image), len(image[0]), []
    for top in range(0, height, cell):
        for left in range(0, width, cell):
            places = [
                (r, c)
                for r in range(top, min(top + cell, height))
                for c in range(left, min(left + cell, width))
            ]
            bits += [int(image[r][c] > level) for r, c in places for level in levels]
            for edge in edges:
                for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                    bits.append(
                        int(
                            any(
                                0 <= r + down < height
                                and 0 <= c + right < width
                                and image[r][c] - image[r + down][c + right] > edge
                                for r, c in places
                            )
                        )
                    )
    return bits


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (6, 4), (8, 9)])
@pytest.mark.parametrize("cell", [1, 2, 3, 16])
@pytest.mark.parametrize("levels, edges", [((), (5,)), ((0, 99), (8, 32))])
def test_bits(shape, cell, levels, edges):
    rng = np.random.default_rng([*shape, cell])
    pixels = rng.integers(256, size=(5, shape[0] * shape[1])).astype(np.uint8)
    encoder = EdgeEncoder(shape=shape, cell=cell, levels=levels, edges=edges)
    bits = encoder.encode(pixels)
    assert bits.shape == (5, encoder.width) and bits.dtype == np.uint8
    for image, code in zip(pixels.reshape(-1, *shape).tolist(), bits.tolist(), strict=True):
        assert code == plain(image, cell, levels, edges)


def test_no_difference_overflows_and_the_threshold_itself_is_no_edge():
    encoder = EdgeEncoder(shape=(1, 2), cell=1, levels=(), edges=(254,))
    assert encoder.encode(np.array([[255, 0]], np.uint8)).tolist() == [[1, 0, 0, 0, 0, 0, 0, 0]]
    assert not encoder.encode(np.array([[254, 0]], np.uint8)).any()


def test_many_images_are_encoded_in_blocks():
    pixels = np.random.default_rng(0).integers(256, size=(2500, 4)).astype(np.uint8)
    encoder = EdgeEncoder(shape=(2, 2), cell=2, levels=(128,), edges=(9,))
    whole = encoder.encode(pixels)
    assert np.array_equal(whole[2000:], encoder.encode(pixels[2000:]))


def test_thresholds_follow_the_range_of_the_training_pixels():
    pixels = np.array([[0, 0, 0, 0], [0, 16, 8, 4]])
    found = fit(Encoding(name="edges"), pixels)
    assert found == EdgeEncoder(shape=(2, 2), cell=3, levels=(2,), edges=(0, 2))
    found = fit(Encoding(name="edges", thermometer=0, edges=(8, 9), cell=1), pixels, (1, 4))
    assert found == EdgeEncoder(shape=(1, 4), cell=1, levels=(), edges=(0,))
    assert EdgeEncoder.from_dict(json.loads(json.dumps(found.to_dict()))) == found


@pytest.mark.parametrize(
    "low, high, edges, expected",
    [
        (0, 255, (1, 254), (1, 254)),  # of bytes, thresholds are differences of pixels
        (100, 151, (100,), (20,)),  # a fifth of the bytes' range, from the lowest pixel on
    ],
)
def test_thresholds_are_parts_of_the_range(low, high, edges, expected):
    encoding = Encoding(name="edges", thermometer=0, edges=edges, cell=1)
    assert fit(encoding, np.array([[low, high, low, low]])).edges == expected


def test_equal_pixels_have_no_edges_without_a_thermometer_either():
    encoding = Encoding(name="edges", thermometer=0, edges=(8,), cell=1)
    with pytest.raises(ConfigError, match="pixels: are all equal"):
        fit(encoding, np.full((3, 4), 7))


@pytest.mark.parametrize(
    "pixels, message",
    [
        (np.zeros((3, 5)), "5 features are no square image"),
        (np.full((3, 4), 0.5), "a pixel is a fraction"),
        (np.array([[1, 2, 3, 4], [5, 6, 7.5, 8]]), "a pixel is a fraction"),
        (np.zeros((3, 4)), "pixels: are all equal"),
    ],
)
def test_no_images(pixels, message):
    with pytest.raises(ConfigError, match=message):
        fit(Encoding(name="edges"), pixels)


@pytest.mark.parametrize(
    "change",
    [{"edges": []}, {"shape": [2]}, {"shape": [0, 2]}, {"cell": 0}, {"levels": None}],
)
def test_damage(change):
    values = EdgeEncoder(shape=(2, 2), cell=1, levels=(), edges=(1,)).to_dict()
    with pytest.raises(ConfigError, match="encoder of edges: is damaged"):
        EdgeEncoder.from_dict({**values, **change})


def test_another_number_of_pixels():
    encoder = EdgeEncoder(shape=(2, 2), cell=1, levels=(), edges=(1,))
    with pytest.raises(ConfigError, match="features: 6 of them: must be the 4"):
        encoder.encode(np.zeros((1, 6), int))
