"""Arrays in an .npz file under a seal: the SHA-256 of the whole file, as the archive's comment.

Any reader of .npz files can read these too. A file with a changed byte is refused.
"""

import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np

from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import replace_file

SEAL = 64
"""Bytes of the seal, hexadecimal digits at the end of the file."""


def save(path, arrays, *, compressed=False):
    """Write {name: array} to the file `path`, whole or not at all; ConfigError if it cannot be."""
    replace_file(path, lambda stream: stream.write(_pack(arrays, compressed)))


def _pack(arrays, compressed):
    stream = io.BytesIO()
    (np.savez_compressed if compressed else np.savez)(stream, **arrays)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.comment = bytes(SEAL)  # room for the seal
    content = stream.getvalue()[:-SEAL]
    return content + _seal(content)


def load(path, what):
    """{name: array} of the file `path`; ConfigError, "is not a whole `what`", if it is damaged."""
    try:
        content = Path(path).read_bytes()
        require(
            content[-SEAL:] == _seal(content[:-SEAL]),
            "its SHA-256 is not the one it ends with: some of it was changed or is missing",
        )
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            return {name: arrays[name] for name in arrays.files}
    except OSError as error:
        raise ConfigError(f"{path}: is not a whole {what}: {error.strerror or error}") from None
    except Exception as error:  # of a file made on purpose, numpy raises a dozen kinds
        raise ConfigError(f"{path}: is not a whole {what}: {error}") from None


def _seal(content):
    return hashlib.sha256(content).hexdigest().encode()
