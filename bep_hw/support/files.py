"""Files that appear whole or not at all."""

import os
import tempfile
from pathlib import Path

from bep_hw.support.errors import ConfigError


def replace_file(path, write):
    """Let `write(stream)` write a binary file, and give it the name `path` only when it is whole.

    ConfigError, and no file, if it cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        try:
            with open(part, "wb") as stream:
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror or error}") from None


def write_atomically(place, text):
    """Write `text` to the file `place` by way of a rename."""
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, place)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
