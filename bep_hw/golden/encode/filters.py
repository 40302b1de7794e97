"""Binary filters, a pixel a step, with two rows of pixels and two rows of patches in memory.

A pixel completes the edges of the pixel above it, which then has all its planes, see
bep_hw/spec/encoders/grey.py. The planes of this pixel complete a patch, that of the pixel above and
to the left of it. Every filter is compared with the patch, and the largest agreement so far is kept
for every filter and every cell of a row of cells.
"""

import numpy as np

from bep_hw.spec.encoder_shape import SIDE


def encode(pixels, *, shape, cell, levels, edges, filters, thresholds):
    """Bits (n, K_0) uint8 of images (n, height x width) of whole numbers, row by row.

    shape: (height, width); levels, edges: thresholds, ascending whole numbers
    filters, thresholds: F whole numbers each, as `FilterEncoder` has them
    """
    height, width = shape
    bits = SIDE**2 * (len(levels) + 4 * len(edges))
    words = (np.array(filters, object)[:, None] >> np.arange(bits) & 1).astype(bool)  # (F, B)
    least = np.array(thresholds)[:, None]  # (F, 1)
    best = np.zeros((-(-width // cell), len(filters), len(pixels)), np.int64)
    out = []
    for (row, column), patch in _patches(_planes(pixels, shape, levels, edges), shape):
        agreement = (words[:, :, None] == patch).sum(axis=1)  # (F, n)
        best[column // cell] = np.maximum(best[column // cell], agreement)
        lowest = row % cell == cell - 1 or row == height - 1
        if lowest and (column % cell == cell - 1 or column == width - 1):
            out.append(best[column // cell] >= least)
            best[column // cell] = 0
    return np.concatenate(out).T.astype(np.uint8)  # (n, K_0)


def _planes(pixels, shape, levels, edges):
    """Planes (planes, n) bool of every pixel, row by row: when the pixel below it is there."""
    height, width = shape
    # Above, this one, below: (width, n) each; no edge past the end, as if the pixel went on.
    line = [pixels[:, :width].astype(np.int64).T] * 3
    for row in range(height):
        begin = min(row + 1, height - 1) * width
        line = [*line[1:], pixels[:, begin : begin + width].astype(np.int64).T]
        for column, pixel in enumerate(line[1]):
            right, left = line[1][min(column + 1, width - 1)], line[1][max(column - 1, 0)]
            others = (right, line[2][column], left, line[0][column])
            found = [pixel > level for level in levels]
            yield np.stack(found + [pixel - other > edge for edge in edges for other in others])


def _patches(planes, shape):
    """((row, column), patch (B, n) bool) of every pixel: when the planes below it are there."""
    height, width = shape
    rows = []
    for row in range(height + 1):
        if row < height:
            rows.append(np.stack([next(planes) for _ in range(width)]))  # (width, planes, n)
        else:
            rows.append(np.zeros_like(rows[0]))
        if row == 0:
            rows.insert(0, np.zeros_like(rows[0]))
            continue
        three = np.pad(np.stack(rows[-SIDE:]), ((0, 0), (1, 1), (0, 0), (0, 0)))
        for column in range(width):
            patch = three[:, column : column + SIDE]  # (3, 3, planes, n)
            yield (row - 1, column), patch.reshape(-1, patch.shape[-1])
        rows = rows[-SIDE:]
