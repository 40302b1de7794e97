"""Grey edges: differences between neighbouring pixels, beside thermometers of the pixels.

An image is cut into square cells, row by row; at its right and lower end they may be smaller. A
cell gives

- for each of its pixels, row by row, a bit for every level: pixel > level;
- for every edge threshold t four bits, right, below, left and above: whether for one of its pixels
  pixel - neighbour > t, where the neighbour is the next pixel in this direction.

Where the image ends there is no neighbour, and so no edge. All numbers are integers. The order of
the bits is the one in which hardware makes them from a stream of pixels, see
bep_hw/golden/encode/edges.py.
"""

import math
from dataclasses import dataclass

import numpy as np

from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.encoders.values import matrix, of_training
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.integers import blocks

DIRECTIONS = ((0, 1), (1, 0), (0, -1), (-1, 0))
"""(rows, columns) to the neighbour: right, below, left, above."""

SCALE = 255
"""Thresholds of an `Encoding` are in so many parts of the range of the pixels."""

IMAGES = 1024
"""Images encoded at once: copies of all of them would take gigabytes."""


@dataclass(frozen=True, kw_only=True)
class EdgeEncoder:
    """Levels and edge thresholds of images.

    shape: (height, width); cell: pixels along each side of a cell
    levels: of pixels, ascending, may be empty; edges: thresholds, ascending
    """

    shape: tuple[int, int]
    cell: int
    levels: tuple[int, ...]
    edges: tuple[int, ...]
    KIND = "edges"
    constant = ()

    @classmethod
    def fit(cls, pixels, encoding, shape=None):
        """The encoder that an `Encoding` makes of training images (N, height x width).

        shape: (height, width); None for square images
        Levels are those of `FeatureEncoder.shared`. Edge thresholds that coincide, because pixels
        have few values, become one.
        ConfigError unless pixels are whole numbers, not all equal, and form images.
        """
        pixels = _whole(matrix(pixels))
        shape = _square(pixels.shape[1]) if shape is None else tuple(shape)
        low, high = int(pixels.min()), int(pixels.max())
        require(low < high, "pixels: are all equal: nothing can be learnt from them")
        levels = ()
        if encoding.thermometer:
            found = FeatureEncoder.shared(pixels, encoding.thermometer)
            levels = tuple(np.unique(np.floor(found.thresholds)).astype(int).tolist())
        edges = {threshold * (high - low) // SCALE for threshold in encoding.edges}
        return cls(shape=shape, cell=encoding.cell, levels=levels, edges=tuple(sorted(edges)))

    @property
    def features(self):
        """Pixels of an image."""
        return math.prod(self.shape)

    @property
    def cells(self):
        """(rows, columns) of cells."""
        return tuple(blocks(side, self.cell) for side in self.shape)

    @property
    def width(self):
        """K_0, bits of an image."""
        edge_bits = len(DIRECTIONS) * len(self.edges)
        return self.features * len(self.levels) + math.prod(self.cells) * edge_bits

    def encode(self, pixels):
        """Bits (N, K_0) uint8 of images (N, height x width).

        ConfigError for another number of pixels, and unless they are whole numbers.
        """
        pixels = of_training(pixels, self.features)
        bits = np.empty((len(pixels), self.width), np.uint8)
        for start in range(0, len(pixels), IMAGES):
            block = slice(start, start + IMAGES)
            bits[block] = self._encode(_whole(pixels[block]).reshape(-1, *self.shape))
        return bits

    def _encode(self, images):
        """Bits (n, K_0) of images (n, height, width) int64."""
        count, cells = len(images), math.prod(self.cells)
        levels = [self._cells(images > level) for level in self.levels]  # (n, cells, C C) each
        differences = [_difference(images, *direction) for direction in DIRECTIONS]
        found = [
            self._cells(difference > edge).any(axis=-1)  # (n, cells)
            for edge in self.edges
            for difference in differences
        ]
        inks = np.stack(levels, axis=-1) if levels else np.empty((count, cells, 0), bool)
        bits = [inks.reshape(count, cells, -1), np.stack(found, axis=-1)]
        return np.concatenate(bits, axis=-1)[:, self._inside()]

    def _inside(self):
        """Which bits of (cells, bits of a cell) there are: not those of pixels past the end."""
        pixels = self._cells(np.ones((1, *self.shape), bool))[0]  # (cells, C C)
        pixels = np.repeat(pixels, len(self.levels), axis=1)
        edges = np.ones((len(pixels), len(DIRECTIONS) * len(self.edges)), bool)
        return np.concatenate([pixels, edges], axis=1)

    def _cells(self, planes):
        """(n, cells, C C) of planes (n, height, width), 0 past their end."""
        (rows, columns), (height, width), side = self.cells, self.shape, self.cell
        whole = np.zeros((len(planes), rows * side, columns * side), bool)
        whole[:, :height, :width] = planes
        whole = whole.reshape(-1, rows, side, columns, side).swapaxes(2, 3)
        return whole.reshape(len(planes), rows * columns, side * side)

    def to_dict(self):
        """Plain lists and numbers, from which `from_dict` makes an equal encoder."""
        lists = {name: list(getattr(self, name)) for name in ("shape", "levels", "edges")}
        return lists | {"cell": self.cell}

    @classmethod
    def from_dict(cls, values):
        """The encoder that `to_dict` described; ConfigError if `values` describes none."""
        try:
            shape, levels, edges = (
                tuple(map(int, values[name])) for name in ("shape", "levels", "edges")
            )
            cell = int(values["cell"])
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise ConfigError(f"encoder of edges: is damaged: {error!r}") from None
        require(
            len(shape) == 2 and min(shape) >= 1 and len(edges) >= 1 and cell >= 1,
            "encoder of edges: is damaged: it has no shape, no edges or no cells",
        )
        return cls(shape=shape, cell=cell, levels=levels, edges=edges)


def _difference(images, down, right):
    """Pixel - neighbour, (n, height, width); 0 where there is no neighbour."""
    rows, columns = (np.arange(size) for size in images.shape[1:])
    rows = np.clip(rows + down, 0, len(rows) - 1)
    columns = np.clip(columns + right, 0, len(columns) - 1)
    return images - images[:, rows][:, :, columns]


def _square(count):
    """(side, side) of images of so many pixels."""
    side = math.isqrt(count)
    require(
        side * side == count,
        f"encoding edges: {count} features are no square image: must be a folder of images, or an"
        " array (samples, height, width)",
    )
    return side, side


def _whole(pixels):
    """`pixels` as int64; ConfigError unless they are whole numbers."""
    whole = pixels.astype(np.int64)
    require((whole == pixels).all(), "encoding edges: a pixel is a fraction: must be whole numbers")
    return whole
