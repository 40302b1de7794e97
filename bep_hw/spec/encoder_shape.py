"""Generation parameters of the encoder of a core that takes pixels.

`bep_hw.spec.encoders` describes the encoders. A core is built for the shape of one; thresholds are
loaded.
"""

import math
from dataclasses import dataclass

from bep_hw.support.errors import require
from bep_hw.support.integers import blocks

DIRECTIONS = 4
"""Edge bits of a cell for each threshold: right, below, left, above."""

PIXEL_BITS = 8

SIDE = 3
"""Pixels along each side of a filter."""

FILTER_BYTES = 16
"""Addresses of a filter, a byte each: its threshold, then its bits, lowest first. Some are free."""

MOST_TOGETHER = 32
"""Filters that a core compares in a cycle, at most, unless it is told how many."""

PIXELS_PER_WORD = 4
"""A word of the samples stream, lowest pixel first. A sample begins with a new word."""


@dataclass(frozen=True, kw_only=True)
class EncoderShape:
    """What the bits of an image are made of, all but the thresholds.

    image: (height, width) [pixels]
    cell: pixels along each side of a cell; 1 without edges
    levels: thresholds of a pixel; edges: thresholds of an edge, 0 for none
    filters: F, patterns that are looked for in the bits of levels and edges; 0 for none
    filters_per_cycle: P, a power of two that divides F; 0 without filters
    pixels_per_cycle: Q, neighbouring pixels that are compared with them at once; divides the cell
        and the width of the image; 1 without filters
    """

    image: tuple[int, int]
    cell: int = 1
    levels: int = 1
    edges: int = 0
    filters: int = 0
    filters_per_cycle: int = 0
    pixels_per_cycle: int = 1

    def __post_init__(self):
        require(
            len(self.image) == 2 and min(self.image) >= 1,
            f"image {self.image}: must be a height and a width, each at least 1 pixel",
        )
        require(self.cell >= 1, f"cell {self.cell}: must be at least 1 pixel")
        require(
            self.levels >= 0 and self.edges >= 0 and self.levels + self.edges >= 1,
            f"levels {self.levels}, edges {self.edges}: at least one threshold is needed",
        )
        require(self.edges or self.cell == 1, f"cell {self.cell}: without edges it must be 1 pixel")
        together = self.filters_per_cycle
        require(
            together.bit_count() == (self.filters > 0) and not self.filters % (together or 1),
            f"filters per cycle {together}: must be a power of two that divides {self.filters}",
        )
        self._check_pixels()

    def _check_pixels(self):
        pixels, largest = self.pixels_per_cycle, math.gcd(self.cell, self.image[1])
        require(
            pixels == 1 or self.filters, f"pixels per cycle {pixels}: must be 1 without filters"
        )
        require(
            pixels >= 1 and largest % pixels == 0,
            f"pixels per cycle {pixels}: must divide the cell, {self.cell}, and the width of the"
            f" image, {self.image[1]} pixels",
        )

    @classmethod
    def of(cls, image, encoding, filters_per_cycle=None, pixels_per_cycle=1):
        """The shape for images (height, width) and an `Encoding`; None for one level.

        filters_per_cycle: None for the largest one up to `MOST_TOGETHER`. Without filters, neither
        this nor `pixels_per_cycle` counts.
        """
        if encoding is None:
            return cls(image=tuple(image))
        grey = {"cell": encoding.cell, "edges": len(encoding.edges)} if encoding.edges else {}
        if encoding.filters:
            if filters_per_cycle is None:
                filters_per_cycle = math.gcd(encoding.filters, MOST_TOGETHER)
            grey |= {"filters": encoding.filters, "filters_per_cycle": filters_per_cycle}
            grey["pixels_per_cycle"] = pixels_per_cycle
        return cls(image=tuple(image), levels=encoding.thermometer, **grey)

    @property
    def pixels(self):
        """Pixels of an image."""
        return math.prod(self.image)

    @property
    def words(self):
        """Words of the samples stream for an image."""
        return blocks(self.pixels, PIXELS_PER_WORD)

    @property
    def thresholds(self):
        """Bytes that are loaded: levels, thresholds of edges; or with filters `FILTER_BYTES` for
        both, then as many for each filter."""
        return FILTER_BYTES * (1 + self.filters) if self.filters else self.levels + self.edges

    @property
    def planes(self):
        """Bits of a pixel in which filters look."""
        return self.levels + DIRECTIONS * self.edges

    @property
    def cells(self):
        """(rows, columns) of cells."""
        return tuple(blocks(side, self.cell) for side in self.image)

    @property
    def smallest(self):
        """(height, width) of the cell at the lower right end, which others at these ends share."""
        last = zip(self.image, self.cells, strict=True)
        return tuple(side - (count - 1) * self.cell for side, count in last)

    def suits(self, network):
        """Whether it makes the inputs of this network."""
        return network.layers[0] == self.width

    @property
    def described(self):
        """The bits that it makes, in words."""
        return f"{self.width} of an image of {self.image[0]}x{self.image[1]}"

    @property
    def width(self):
        """K_0, bits of an image."""
        if self.filters:
            return math.prod(self.cells) * self.filters
        return self.pixels * self.levels + math.prod(self.cells) * self.edges * DIRECTIONS

    def most_cycles(self, width):
        """Cycles that an image takes at most, in words of `width` bits, if no stream waits."""
        if not self.edges and not self.filters:
            steps, at_once, bits = self.words, 1, PIXELS_PER_WORD * self.levels
        elif self.filters:
            at_once, bits = self.pixels_per_cycle, self.filters_per_cycle
            steps = self.pixels // at_once * (self.filters // bits) + self.image[1] // at_once + 1
        else:
            at_once, bits = self.cell, self.cell**2 * self.levels + DIRECTIONS * self.edges
            steps = (self.image[0] + 1) * self.cells[1] + 1
        if at_once > PIXELS_PER_WORD:  # else words come while their pixels are compared
            steps += self.words
        return steps + (blocks(self.width, width) if 2 * bits > width else 0)
