"""Pictures inside the page."""

import base64
import io

import numpy as np
from PIL import Image

from bep_hw.report.png import LEVELS, NEGATIVE, POSITIVE, enlarged, greys, signed, tiled


def pixels(address, mode):
    head, _, body = address.partition(",")
    assert head == "data:image/png;base64"
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(body))).convert(mode))


def test_greys_are_the_pixels():
    picture = np.arange(12, dtype=np.uint8).reshape(3, 4) * 20
    assert (pixels(greys(picture), "L") == picture).all()


def test_colour_is_the_sign_and_opacity_the_size():
    values = np.array([[1, -1, 0, np.nan, 1 / LEVELS, -1 / LEVELS]])
    (found,) = pixels(signed(values), "RGBA").tolist()
    assert found[0] == [*POSITIVE, 255] and found[1] == [*NEGATIVE, 255]
    assert found[2][3] == found[3][3] == 0
    assert found[4] == [*POSITIVE, 255 // LEVELS] and found[5] == [*NEGATIVE, 255 // LEVELS]


def test_tiles_have_gaps():
    sheet = tiled(np.ones((3, 2, 2)), columns=2, gap=1)
    assert sheet.shape == (5, 5)
    assert np.isnan(sheet).tolist() == [
        [False, False, True, False, False],
        [False, False, True, False, False],
        [True] * 5,
        [False, False, True, True, True],
        [False, False, True, True, True],
    ]
    assert tiled(np.ones((1, 2, 2)), columns=2, gap=1).shape == (2, 2)


def test_enlarged():
    assert enlarged(np.array([[1, 2]]), 2).tolist() == [[1, 1, 2, 2]] * 2
