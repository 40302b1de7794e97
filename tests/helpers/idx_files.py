"""Small FashionMNIST look-alikes."""

import gzip
import struct

import numpy as np


def write_idx(path, array, packed=False):
    """Write an array of bytes as an IDX file, with .gz added to its name if `packed`."""
    array = np.asarray(array, np.uint8)
    content = struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape)
    content += array.tobytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    if packed:
        path = path.with_name(f"{path.name}.gz")
        content = gzip.compress(content)
    path.write_bytes(content)


def write_images(folder, train=100, test=20, packed=True, seed=1):
    """Four files of random images that show their class a little; returns the folder."""
    random = np.random.default_rng(seed)
    for part, count in (("train", train), ("t10k", test)):
        labels = random.integers(0, 10, count)
        images = random.integers(0, 256, (count, 28, 28))
        images[np.arange(count), 2 * labels] = 255
        write_idx(folder / f"{part}-images-idx3-ubyte", images, packed)
        write_idx(folder / f"{part}-labels-idx1-ubyte", labels, packed)
    return folder
