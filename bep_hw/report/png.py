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


def address(pixels):
    """The `data:` address of a picture (height, width) of greys or (height, width, 3 or 4) uint8.

    The fourth value of a pixel is how opaque it is.
    """
    stream = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(stream, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}"


def enlarged(pixels, times):
    """Every pixel as a square of `times` x `times`."""
    return pixels.repeat(times, axis=0).repeat(times, axis=1)


def signed(values):
    """(..., 4) uint8 of values (...) from -1 to 1: the colour has the sign, its opacity the size.

    A value of 0 is transparent.
    """
    values = np.asarray(values, np.float64)
    colours = np.where(values[..., None] > 0, POSITIVE, NEGATIVE)
    opacity = np.rint(255 * np.clip(np.abs(values), 0, 1))
    return np.concatenate([colours, opacity[..., None]], axis=-1).astype(np.uint8)


def tiled(pictures, columns, gap):
    """(n, h, w, 4) pictures in rows of `columns`, with a transparent gap between them [pixels]."""
    count, height, width, depth = pictures.shape
    rows = -(-count // columns)
    sheet = np.zeros((rows * (height + gap) - gap, columns * (width + gap) - gap, depth), np.uint8)
    for number, picture in enumerate(pictures):
        top = number // columns * (height + gap)
        left = number % columns * (width + gap)
        sheet[top : top + height, left : left + width] = picture
    return sheet
