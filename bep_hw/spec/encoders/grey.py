"""Images of grey pixels: thresholds of pixels and of their differences, shared by encoders.

A plane is an image of bits. `planes` gives one for every level, pixel > level, and for every edge
threshold t four, right, below, left and above: whether pixel - neighbour > t, where the neighbour
is the next pixel in this direction. Where the image ends there is no neighbour, and so no edge.
"""

import math

import numpy as np

from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.encoders.values import matrix
from bep_hw.support.errors import ConfigError, require

DIRECTIONS = ((0, 1), (1, 0), (0, -1), (-1, 0))
"""(rows, columns) to the neighbour: right, below, left, above."""

SCALE = 255
"""Thresholds of an `Encoding` are in so many parts of the range of the pixels."""


def fit(pixels, encoding, shape=None):
    """(pixels int64, shape, levels, edges) of an `Encoding` and training images.

    pixels: (N, height x width); shape: (height, width), None for square images
    Levels are those of `FeatureEncoder.shared`. Edge thresholds that coincide, because pixels have
    few values, become one.
    ConfigError unless pixels are whole numbers, not all equal, and form images.
    """
    pixels = whole(matrix(pixels), encoding.name)
    shape = square(pixels.shape[1], encoding.name) if shape is None else tuple(shape)
    low, high = int(pixels.min()), int(pixels.max())
    require(low < high, "pixels: are all equal: nothing can be learnt from them")
    levels = ()
    if encoding.thermometer:
        found = FeatureEncoder.shared(pixels, encoding.thermometer)
        levels = tuple(np.unique(np.floor(found.thresholds)).astype(int).tolist())
    edges = {threshold * (high - low) // SCALE for threshold in encoding.edges}
    return pixels, shape, levels, tuple(sorted(edges))


def planes(images, levels, edges):
    """Planes, each (n, height, width) bool, of images (n, height, width) int64: levels first."""
    differences = [_difference(images, *direction) for direction in DIRECTIONS]
    return [images > level for level in levels] + [
        difference > edge for edge in edges for difference in differences
    ]


def _difference(images, down, right):
    """Pixel - neighbour, (n, height, width); 0 where there is no neighbour."""
    rows, columns = (np.arange(size) for size in images.shape[1:])
    rows = np.clip(rows + down, 0, len(rows) - 1)
    columns = np.clip(columns + right, 0, len(columns) - 1)
    return images - images[:, rows][:, :, columns]


def square(count, name):
    """(side, side) of images of so many pixels; `name` of the encoding is for messages."""
    side = math.isqrt(count)
    require(
        side * side == count,
        f"encoding {name}: {count} features are no square image: must be a folder of images, or an"
        " array (samples, height, width)",
    )
    return side, side


def whole(pixels, name):
    """`pixels` as int64; ConfigError unless they are whole numbers."""
    numbers = pixels.astype(np.int64)
    require(
        (numbers == pixels).all(), f"encoding {name}: a pixel is a fraction: must be whole numbers"
    )
    return numbers


def integers(values, names, what):
    """Tuples of whole numbers under these names of a dictionary, from `to_dict` of an encoder."""
    try:
        return [tuple(map(int, values[name])) for name in names], int(values["cell"])
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise ConfigError(f"encoder of {what}: is damaged: {error!r}") from None
