"""Writing files whole or not at all."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from bep_hw.support.errors import ConfigError, require

PART = ".part"
"""Ends the name of a file that is still being written."""


def replace_file(path, content):
    """Write the file `path`; it gets this name only when it is whole.

    content: bytes, a text, or a function write(stream) that writes to a binary stream
    ConfigError, and no file, if it cannot be written. Two writers of one path do not disturb each
    other: the last one to finish wins.
    """
    path = Path(path)
    part = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}{PART}")
    try:
        try:
            with open(part, "xb") as stream:
                _write(stream, content)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(part, path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror or error}") from None


def check_writable(folder):
    """Raise ConfigError if `folder`, existing or not, cannot be written to; leaves no trace."""
    folder = Path(folder)
    try:
        for path in (folder, *folder.parents):
            if path.exists():
                require(path.is_dir(), f"{folder}: cannot be written: {path} is not a folder")
                tempfile.TemporaryFile(dir=path).close()
                return
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be written: {error.strerror}") from None


def _write(stream, content):
    if isinstance(content, str):
        content = content.encode()
    if isinstance(content, bytes):
        stream.write(content)
    else:
        content(stream)


def remove_parts(folder):
    """Remove leftovers of killed writers in `folder`; no process may write to it meanwhile."""
    for part in Path(folder).glob(f".*{PART}"):
        part.unlink(missing_ok=True)
