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

from bep_hw.spec.encoders import grey
from bep_hw.spec.encoders.grey import DIRECTIONS
from bep_hw.spec.encoders.values import of_training
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks

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
        ConfigError as in `grey.fit`.
        """
        _, shape, levels, edges = grey.fit(pixels, encoding, shape)
        return cls(shape=shape, cell=encoding.cell, levels=levels, edges=edges)

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
            images = grey.whole(pixels[block], self.KIND)
            bits[block] = self._encode(images.reshape(-1, *self.shape))
        return bits

    def _encode(self, images):
        """Bits (n, K_0) of images (n, height, width) int64."""
        count, cells = len(images), math.prod(self.cells)
        planes = grey.planes(images, self.levels, self.edges)
        levels = [self._cells(plane) for plane in planes[: len(self.levels)]]  # (n, cells, C C)
        found = [self._cells(plane).any(axis=-1) for plane in planes[len(self.levels) :]]
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
        lists, cell = grey.integers(values, ("shape", "levels", "edges"), "edges")
        shape, levels, edges = lists
        require(
            len(shape) == 2 and min(shape) >= 1 and len(edges) >= 1 and cell >= 1,
            "encoder of edges: is damaged: it has no shape, no edges or no cells",
        )
        return cls(shape=shape, cell=cell, levels=levels, edges=edges)
