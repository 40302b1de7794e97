"""Grey edges of images, a pixel a step, with one row of pixels and two rows of cells in memory.

A pixel decides, with the pixel before it and the pixel above it, four edges: its own to the left
and above, that of the pixel before to the right, and that of the pixel above to below. Each is
added (OR) to the word of the cell of its pixel. A cell is complete when the row below it has
passed, so an image takes one row of steps more than it has.
"""

import numpy as np

RIGHT, BELOW, LEFT, ABOVE = range(4)


def steps(shape, cell):
    """Steps of an image: its pixels, up to whole cells, and one row."""
    rows, columns = (-(-side // cell) * cell for side in shape)
    return (rows + 1) * columns


def encode(pixels, *, shape, cell, levels, edges):
    """Bits (n, K_0) uint8 of images (n, height x width) of whole numbers, row by row.

    shape: (height, width); levels, edges: thresholds, ascending whole numbers
    """
    (height, width), count = shape, len(pixels)
    rows, columns = (-(-side // cell) for side in shape)
    thresholds = np.array(edges)[:, None]  # (E, 1)
    line = np.zeros((width, count), np.int64)  # the pixel above, of every column
    inks = np.zeros((2, columns), object)  # of each cell: a list of bits (n,)
    words = np.zeros((2, columns, len(edges), 4, count), bool)
    out = []
    for row in range(rows * cell + 1):
        mine, above = row // cell % 2, (row - 1) // cell % 2  # rows of cells, in turn
        before = None
        for column in range(columns * cell):
            place = column // cell
            if row % cell == 0 and column % cell == 0:
                inks[mine, place], words[mine, place] = [], 0
            if row < height and column < width:
                pixel = pixels[:, row * width + column].astype(np.int64)  # (n,)
                inks[mine, place] += [pixel > level for level in levels]
                word = words[mine, place]  # (E, 4, n)
                if column:
                    other = words[mine, (column - 1) // cell]
                    word[:, LEFT] |= pixel - before > thresholds  # (E, n)
                    other[:, RIGHT] |= before - pixel > thresholds
                if row:
                    other = words[above, place]
                    word[:, ABOVE] |= pixel - line[column] > thresholds
                    other[:, BELOW] |= line[column] - pixel > thresholds
                line[column] = before = pixel
            if row and row % cell == 0 and column % cell == cell - 1:
                out += [*inks[above, place], *words[above, place].reshape(-1, count).copy()]
    return np.stack(out, axis=1).astype(np.uint8)  # (n, K_0)
