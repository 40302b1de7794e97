"""The IDX files of the MNIST family: reading with every field checked, finding, downloading."""

import gzip
import hashlib
import math
import os
import urllib.error
import urllib.request
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


def download_idx(url, checksum, path):
    """Fetch the gzipped IDX file at `url` into `path` if the SHA-256 of its content is `checksum`.

    The file appears under its name only when it is whole. ConfigError on any failure.
    """
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            packed = answer.read()
        content = gzip.decompress(packed)
    except (OSError, EOFError, zlib.error, urllib.error.URLError) as error:
        raise ConfigError(f"{url}: cannot be downloaded: {_reason(error)}") from None
    found = hashlib.sha256(content).hexdigest()
    require(found == checksum, f"{url}: SHA-256 {found}: must be {checksum}")
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(packed)
        os.replace(part, path)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {_reason(error)}") from None


def _reason(error):
    """The cause of `error` in one line."""
    return str(getattr(error, "strerror", None) or getattr(error, "reason", None) or error)
