"""A copy of the project in which one mutant after another meets its tests."""

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

COPIED = ("bep_hw", "tests", "sim", "boards", "docs", "rtl", "README.md", "CHANGELOG.md", "LICENSE")
COPIED += ("Makefile", "pyproject.toml")
SPARE, TIMES = 20.0, 4
"""A mutant may take this many seconds, and this many times as long, more than the file itself."""

KILLED, SURVIVED, ENDLESS = "killed", "survived", "timeout"


def mirror_of(file, root):
    """The tests of a file of the package: those that mirror it, else all of its folder.

    bep_hw/host/bus.py: tests/host/test_bus.py, if it is there, or tests/host
    """
    path = Path("tests", *Path(file).parts[1:])
    mirrored = path.with_name(f"test_{path.name}")
    if (root / mirrored).is_file():
        return str(mirrored)
    folder = next(parent for parent in path.parents if (root / parent).is_dir())
    return str(folder)


class Trial:
    """A copy of the project below `folder`.

    root: the project; folder: an empty one. It is also the home of the tests, so that nothing that
    a mutant writes into a cache can stay in the user's.
    """

    def __init__(self, root, folder):
        self.copy, self.home = folder / "project", folder / "home"
        self.home.mkdir()
        self.copy.mkdir()
        self._seconds = {}
        hidden = shutil.ignore_patterns("__pycache__", "runs", "obj_dir")
        for name in COPIED:
            if (root / name).is_dir():
                shutil.copytree(root / name, self.copy / name, ignore=hidden)
            elif (root / name).exists():
                shutil.copy(root / name, self.copy / name)

    def judge(self, mutant):
        """`KILLED`, `SURVIVED` or `ENDLESS`; RuntimeError if the tests fail without a mutant."""
        tests = mirror_of(mutant.file, self.copy)
        if tests not in self._seconds:
            self._seconds[tests] = self._time(tests)
        place = self.copy / mutant.file
        source = place.read_bytes()
        try:
            self._write(place, mutant.source.encode())
            status = self._run(tests, SPARE + TIMES * self._seconds[tests])
        finally:
            self._write(place, source)
        return {0: SURVIVED, None: ENDLESS}.get(status, KILLED)

    def _time(self, tests):
        """How long the tests take [s]; the second time, as everything is in the caches then."""
        for _ in range(2):
            started = time.monotonic()
            if self._run(tests, None) != 0:
                raise RuntimeError(f"{tests}: fails without a mutant")
        return time.monotonic() - started

    def _write(self, place, data):
        """Write a source file, and forget its compiled form: it may look as new as the file."""
        place.write_bytes(data)
        Path(importlib.util.cache_from_source(place)).unlink(missing_ok=True)

    def _run(self, tests, limit):
        """Exit status of the tests, until the first one fails; None after `limit` seconds."""
        options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *options, tests],
            cwd=self.copy,
            env={**os.environ, "PYTHONPATH": str(self.copy), "XDG_CACHE_HOME": str(self.home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return process.wait(limit)
        except subprocess.TimeoutExpired:
            return None
        finally:
            # Whatever the tests have started and left behind goes as well.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
