"""Finds and reads the IDX files of the MNIST family, and checks every field."""

import gzip
import math
import zlib
from pathlib import Path

import numpy as np

from bep_hw.support.errors import ConfigError, require

UNSIGNED_BYTE = 0x08


def read_idx(path, dimensions):
    """The array in the IDX file `path` (plain, or gzip if the name ends in .gz), uint8.

    dimensions: how many the array must have. ConfigError names the file and what is wrong.
    """
    try:
        data = Path(path).read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise ConfigError(f"{path}: cannot be read: {_reason(error)}") from None
    header = 4 + 4 * dimensions
    require(len(data) >= header, f"{path}: {len(data)} bytes: an IDX header here has {header}")
    magic = bytes([0, 0, UNSIGNED_BYTE, dimensions])
    require(
        data[:4] == magic,
        f"{path}: starts with {data[:4].hex()}: an IDX file of {dimensions}-dimensional bytes"
        f" starts with {magic.hex()}",
    )
    shape = tuple(int(size) for size in np.frombuffer(data, ">u4", dimensions, 4))
    size = header + math.prod(shape)
    require(
        len(data) == size,
        f"{path}: {len(data)} bytes: its header of {'x'.join(map(str, shape))} needs {size}",
    )
    return np.frombuffer(data, np.uint8, offset=header).reshape(shape)


def find_idx(folder, name):
    """Path of the IDX file `name` in `folder`, gzipped or plain; None if it is not there."""
    for path in (Path(folder) / f"{name}.gz", Path(folder) / name):
        if path.is_file():
            return path
    return None


def _reason(error):
    """The cause of `error` in one line."""
    return str(getattr(error, "strerror", None) or error)
