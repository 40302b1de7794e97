"""Binary filters: small patterns of bits that are looked for in every cell of an image.

An image becomes planes of bits (`grey.planes`): one for every level, pixel > level, and four for
every edge threshold. Around every pixel a patch of 3 x 3 pixels has B = 9 x planes bits; past the
end of the image they are 0. A filter is B bits as well. Its bits agree with a patch in

    agreement = popcount(XNOR(filter, patch)),

so the dot product of both, as ±1, is z = 2 agreement - B. An image is cut into square cells, row by
row; at its right and lower end they may be smaller. A cell gives one bit for every filter: whether
for one of its pixels the agreement is at least the threshold of the filter. So it is 1 iff the
largest z of the cell is at least 2 threshold - B.

`bep_hw.spec.encoders.selection` chooses filters and thresholds, from patches of training images.
All numbers are integers.
"""

import math
from dataclasses import dataclass

import numpy as np

from bep_hw.spec.encoder_shape import SIDE
from bep_hw.spec.encoders import grey, selection
from bep_hw.spec.encoders.values import of_training
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks

IMAGES = 256
"""Images encoded at once: their patches fit the cache of a processor."""


@dataclass(frozen=True, kw_only=True)
class FilterEncoder:
    """Levels and edge thresholds of images, and the filters that look for patterns in their bits.

    shape: (height, width); cell: pixels along each side of a cell
    levels: of pixels, ascending, may be empty; edges: thresholds, ascending
    filters: F whole numbers; their bits are those of a patch, lowest first: pixel by pixel, row by
        row, of every pixel one bit per plane
    thresholds: F, smallest agreement that makes a bit 1 [bits]
    """

    shape: tuple[int, int]
    cell: int
    levels: tuple[int, ...]
    edges: tuple[int, ...]
    filters: tuple[int, ...]
    thresholds: tuple[int, ...]
    KIND = "filters"
    LISTS = ("shape", "levels", "edges", "filters", "thresholds")
    constant = ()

    @classmethod
    def fit(cls, pixels, labels, encoding, shape=None):
        """The encoder that an `Encoding` makes of training images (N, height x width).

        labels: (N,) classes, numbers from 0; shape: (height, width), None for square images
        ConfigError as in `grey.fit` and `selection.select`.
        """
        pixels, shape, levels, edges = grey.fit(pixels, encoding, shape)
        bare = cls(
            **dict(shape=shape, cell=encoding.cell, levels=levels, edges=edges),
            **dict(filters=(), thresholds=()),
        )
        filters, thresholds = selection.select(bare, pixels, labels, encoding.filters)
        return cls(
            **dict(shape=shape, cell=encoding.cell, levels=levels, edges=edges),
            **dict(filters=filters, thresholds=thresholds),
        )

    @property
    def features(self):
        """Pixels of an image."""
        return math.prod(self.shape)

    @property
    def patch_bits(self):
        """B, bits of a patch and of a filter."""
        return SIDE**2 * (len(self.levels) + len(grey.DIRECTIONS) * len(self.edges))

    @property
    def cells(self):
        """(rows, columns) of cells."""
        return tuple(blocks(side, self.cell) for side in self.shape)

    @property
    def width(self):
        """K_0, bits of an image."""
        return math.prod(self.cells) * len(self.filters)

    def encode(self, pixels):
        """Bits (N, K_0) uint8 of images (N, height x width): cell by cell, of each F bits.

        ConfigError for another number of pixels, and unless they are whole numbers.
        """
        pixels = of_training(pixels, self.features)
        bits = np.empty((len(pixels), math.prod(self.cells), len(self.filters)), np.uint8)
        for start in range(0, len(pixels), IMAGES):
            block = slice(start, start + IMAGES)
            patches = self.patches(grey.whole(pixels[block], self.KIND))
            for index, (word, least) in enumerate(zip(self.filters, self.thresholds, strict=True)):
                bits[block, :, index] = self.agreement(patches, word) >= least
        return bits.reshape(len(pixels), -1)

    def patches(self, pixels):
        """Patches as whole numbers, (C C, n, cells) uint64, of images (n, height x width) int64.

        The first axis has the pixels of a cell. A cell at the end of the image with fewer pixels
        has some of them twice.
        """
        images = pixels.reshape(-1, *self.shape)
        height, width = self.shape
        margin = SIDE // 2
        dots = np.zeros((len(images), height + 2 * margin, width + 2 * margin), np.uint64)
        planes = grey.planes(images, self.levels, self.edges)
        for index, plane in enumerate(planes):
            dots[:, margin:-margin, margin:-margin] |= plane.astype(np.uint64) << np.uint64(index)
        words = np.zeros((len(images), height, width), np.uint64)
        for place, (down, right) in enumerate(np.ndindex(SIDE, SIDE)):
            dot = dots[:, down : down + height, right : right + width]
            words |= dot << np.uint64(place * len(planes))
        (rows, columns), side = self.cells, self.cell
        down, right = np.arange(rows * side), np.arange(columns * side)
        words = words[:, np.minimum(down, height - 1)][:, :, np.minimum(right, width - 1)]
        words = words.reshape(-1, rows, side, columns, side).transpose(2, 4, 0, 1, 3)
        return np.ascontiguousarray(words).reshape(side * side, len(images), rows * columns)

    def agreement(self, patches, word):
        """Largest agreement of a filter in every cell: (n, cells) uint8 [bits].

        patches: (C C, n, cells) uint64; word: the filter
        """
        differing = np.full(patches.shape[1:], self.patch_bits, np.uint8)
        for of_pixel in patches:
            count = np.bitwise_count(of_pixel ^ np.uint64(word))
            np.minimum(differing, count, out=differing)
        return np.uint8(self.patch_bits) - differing

    def to_dict(self):
        """Plain lists and numbers, from which `from_dict` makes an equal encoder."""
        return {name: list(getattr(self, name)) for name in self.LISTS} | {"cell": self.cell}

    @classmethod
    def from_dict(cls, values):
        """The encoder that `to_dict` described; ConfigError if `values` describes none."""
        lists, cell = grey.integers(values, cls.LISTS, "filters")
        made = cls(**dict(zip(cls.LISTS, lists, strict=True)), cell=cell)
        require(
            len(made.shape) == 2 and min(made.shape) >= 1 and cell >= 1 and made.edges,
            "encoder of filters: is damaged: it has no shape, no edges or no cells",
        )
        words = len(made.filters) == len(made.thresholds) > 0 and min(made.filters) >= 0
        require(
            words and max(made.filters) >> made.patch_bits == 0,
            "encoder of filters: is damaged: its filters and thresholds do not belong together",
        )
        return made
