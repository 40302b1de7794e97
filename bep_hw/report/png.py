"""Small pictures as PNG inside the page, in `data:` addresses."""

import base64
import io

import numpy as np

from bep_hw.support.errors import ConfigError

try:
    from PIL import Image
except ImportError:
    raise ConfigError("a report: needs Pillow: pip install bep-hw[report]") from None

POSITIVE, NEGATIVE = (0x17, 0x63, 0xA6), (0xB8, 0x50, 0x0F)
"""Colours of +1 and -1, those of the paths forward and backward in the pictures of the core."""

LEVELS = 15
"""Steps from transparent, which is 0, to the full colour of +1 and of -1."""


def greys(pixels):
    """The `data:` address of a picture (height, width) of greys, uint8."""
    return _address(Image.fromarray(np.ascontiguousarray(pixels)))


def signed(values):
    """The `data:` address of a picture (height, width) of values from -1 to 1; NaN is a gap.

    The colour has the sign, its opacity the size.
    """
    steps = np.rint(LEVELS * np.clip(np.nan_to_num(values), -1, 1)).astype(np.int64)
    image = Image.fromarray((steps % (2 * LEVELS + 1)).astype(np.uint8), "P")
    image.putpalette(bytes([*POSITIVE] * (LEVELS + 1) + [*NEGATIVE] * LEVELS))
    opacity = [255 * step // LEVELS for step in range(LEVELS + 1)]
    return _address(image, transparency=bytes([*opacity, *opacity[:0:-1]]))


def _address(image, **options):
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True, **options)
    return f"data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}"


def enlarged(pixels, times):
    """Every pixel as a square of `times` x `times`."""
    return pixels.repeat(times, axis=0).repeat(times, axis=1)


def tiled(pictures, columns, gap):
    """(n, h, w) pictures in rows of `columns`, with a gap between them [pixels]."""
    count, height, width = pictures.shape
    rows, columns = -(-count // columns), min(count, columns)
    shape = (rows * (height + gap) - gap, columns * (width + gap) - gap)
    sheet = np.full(shape, np.nan)
    for number, picture in enumerate(pictures):
        top = number // columns * (height + gap)
        left = number % columns * (width + gap)
        sheet[top : top + height, left : left + width] = picture
    return sheet
