"""The cache of built things: models, kernels and Verilog, in the user's cache folder.

An entry is a folder that reaches its place by one rename: parallel builds cannot disturb each
other, and an interrupted one leaves no entry that looks complete. A list of digests in it tells
whether it is still whole. Libraries are executed from here, so no other user may own or write any
of it.
"""

import contextlib
import hashlib
import json
import os
import shutil
import stat
import tempfile
from pathlib import Path

from bep_hw.support.errors import ConfigError, require
from bep_hw.support.folders import cache_folder

CONTENTS = "contents.json"
"""Names and SHA-256 of all files of an entry."""


def models_folder():
    """The folder of all entries, which may not exist yet."""
    return cache_folder() / "models"


def cached(key, fill):
    """The folder of the entry `key`, which `fill(folder)` fills unless it is there and whole.

    ConfigError if it cannot be written, or if another user could have written it.
    """
    base = models_folder()
    place = base / key
    folder = None
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        check_own(base)
        if whole(place):
            return place
        folder = Path(tempfile.mkdtemp(dir=base, prefix=".build-"))
        fill(folder)
        _seal(folder)
        _settle(folder, place)
    except OSError as error:
        reason = error.strerror or error
        raise ConfigError(f"cache folder {base}: {reason}; set XDG_CACHE_HOME") from None
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
    return place


def check_own(path):
    """Raise ConfigError unless `path` belongs to the user and no other user can write to it."""
    if not hasattr(os, "getuid"):
        return
    found = os.lstat(path)
    require(
        found.st_uid == os.getuid(),
        f"cache {path}: belongs to another user, so nothing in it is executed; set XDG_CACHE_HOME",
    )
    require(
        stat.S_ISLNK(found.st_mode) or not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH),
        f"cache {path}: others can write to it, so nothing in it is executed;"
        " chmod -R go-w it, or set XDG_CACHE_HOME",
    )


def whole(place):
    """Whether the entry has all its files unchanged; ConfigError if they belong to another user."""
    if not place.exists():
        return False
    check_own(place)
    try:
        contents = json.loads((place / CONTENTS).read_bytes())
        for name, expected in contents.items():
            check_own(place / name)
            if _digest(place / name) != expected:
                return False
    except ConfigError:
        raise
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return False
    return True


def _seal(folder):
    """Write the contents of a filled folder, and keep others from changing them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    contents = {str(path.relative_to(folder)): _digest(path) for path in files}
    (folder / CONTENTS).write_text(json.dumps(contents, indent=1) + "\n")
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWGRP | stat.S_IWOTH))


def _settle(folder, place):
    """Move a filled folder to its place, unless a whole one is there already."""
    with contextlib.suppress(OSError):
        folder.rename(place)
        return
    if not whole(place):
        aside = Path(tempfile.mkdtemp(dir=place.parent, prefix=".build-"))
        place.rename(aside / "damaged")
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(place)


def _digest(path):
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digest(*parts):
    """SHA-256, shortened, over texts and byte strings, each preceded by its length."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "little") + data)
    return total.hexdigest()[:32]
