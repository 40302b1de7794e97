"""A user's own images: a folder with one folder of images for each class.

FOLDER/cat/1.png, FOLDER/dog/7.jpg ...; or FOLDER/train/cat/1.png and FOLDER/test/cat/2.png. All
images have one size; colours become shades of grey.
"""

from pathlib import Path

import numpy as np

from bep_hw.data.samples import Samples
from bep_hw.support.errors import ConfigError, require

SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".pgm", ".ppm")


def claims(path):
    """Whether this is a folder."""
    return Path(path).is_dir()


def read(path, label=None, labelled=True):
    """The Samples of a folder: pixels (N, height x width) uint8, 0 black and 255 white.

    label: must be None, the folders are the labels
    labelled: False if the images may lie in the folder itself, as those to predict
    """
    path = Path(path)
    require(label is None, f"label {label!r}: the folders in {path} are the labels")
    try:
        folders = sorted(one for one in path.iterdir() if one.is_dir())
        if not labelled and not folders:
            pixels, size = _pixels(_images(path))
            return Samples(values=pixels, labels=None, size=size)
        test = []
        if {one.name for one in folders} == {"train", "test"}:
            test = _files(path / "test")
            train = _files(path / "train")
        else:
            train = _files(path)
    except OSError as error:
        raise ConfigError(f"{error.filename}: cannot be read: {error.strerror}") from None
    files = train + test
    require(files, f"{path}: has no images: must have a folder of images for each class")
    pixels, size = _pixels(files)
    labels = [file.parent.name for file in files]
    return Samples(values=pixels, labels=labels, tests=len(test), size=size)


def _files(folder):
    """The images of all classes in `folder`, class by class."""
    classes = sorted(one for one in folder.iterdir() if one.is_dir())
    return [file for one in classes for file in _images(one)]


def _images(folder):
    return sorted(file for file in folder.iterdir() if file.suffix.lower() in SUFFIXES)


def _pixels(files):
    """(pixels (N, height x width) uint8, (height, width)) of files."""
    try:
        from PIL import Image
    except ImportError:
        raise ConfigError(
            f"{files[0]}: reading it needs Pillow: pip install bep-hw[data]"
        ) from None
    rows, size = None, None
    for number, file in enumerate(files):
        try:
            with Image.open(file) as image:
                pixels = np.asarray(image.convert("L"))  # (height, width)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise ConfigError(f"{file}: is not a whole image: {str(error)[:80]}") from None
        if rows is None:
            size, rows = pixels.shape, np.empty((len(files), pixels.size), np.uint8)
        require(
            pixels.shape == size,
            f"{file}: is {pixels.shape[1]}x{pixels.shape[0]}: must be {size[1]}x{size[0]}, as"
            f" {files[0]} is",
        )
        rows[number] = pixels.ravel()
    return rows, size
