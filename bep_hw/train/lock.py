"""The lock of a run folder: one process writes to it at a time."""

import contextlib
import os
from pathlib import Path

from filelock import FileLock, Timeout

from bep_hw.support.errors import ConfigError
from bep_hw.support.files import remove_parts

LOCK = ".lock"
"""A file in the run folder while somebody writes to it: the number of their process."""


@contextlib.contextmanager
def held(folder):
    """Keep other processes from writing to the run folder meanwhile; makes it if needed.

    ConfigError if it cannot be made, or if another process holds it. The operating system
    releases the lock of a process that died. A folder that is made here and stays empty is removed.
    """
    folder, made = Path(folder), []
    try:
        with _reported(folder):
            made += _make(folder)
            lock = _acquired(folder)
        try:
            yield
        finally:
            # Removed while held: whoever has opened it already finds out, and makes a new one.
            with contextlib.suppress(OSError):
                (folder / LOCK).unlink()
            lock.release()
    finally:
        with contextlib.suppress(OSError):
            for place in reversed(made):
                place.rmdir()


@contextlib.contextmanager
def _reported(folder):
    try:
        yield
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be written: {error.strerror or error}") from None


def _make(folder):
    """Make a folder; returns the folders that it made, from the top."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _acquired(folder):
    lock = FileLock(folder / LOCK, blocking=False)
    try:
        lock.acquire()
    except Timeout:
        raise ConfigError(
            f"{folder}: {_holder(folder)} is training into it; wait for it, or choose another --out"
        ) from None
    (folder / LOCK).write_text(f"{os.getpid()}\n")
    remove_parts(folder)
    return lock


def _holder(folder):
    """The holder of the lock, if the file names it."""
    try:
        number = (folder / LOCK).read_text().strip()
    except (OSError, ValueError):
        number = ""
    return f"process {number}" if number.isdecimal() else "another process"
