"""The cache of built things in the user's cache folder, and files that appear whole or not at all.

A folder reaches its place by one rename: parallel builds cannot disturb each other, and an
interrupted one leaves nothing behind that looks complete.
"""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from bep_hw.support.errors import require


def cache_folder():
    """Where built models live: $XDG_CACHE_HOME, or ~/.cache, and bep-hw/models in it."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "bep-hw" / "models"


def cached(key, fill):
    """The cache's folder `key`, which `fill(folder)` fills unless it is there."""
    place = cache_folder() / key
    if place.is_dir():
        return place
    folder = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=place.parent, prefix=".build-"))
    except OSError as error:
        require(False, f"cache folder {place.parent}: {error.strerror}; set XDG_CACHE_HOME")
    try:
        fill(folder)
        os.chmod(folder, 0o755)
        try:
            folder.rename(place)
        except OSError:  # another process was first
            require(place.is_dir(), f"{place}: cannot be written")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return place


def digest(*parts):
    """SHA-256, shortened, over texts and byte strings, each preceded by its length."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "little") + data)
    return total.hexdigest()[:32]
