"""A copy of the project in which one mutant after another meets its tests."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

COPIED = ("bep_hw", "tests", "sim", "boards", "docs", "rtl", "README.md", "CHANGELOG.md", "LICENSE")
COPIED += ("Makefile", "pyproject.toml")
SERVER = Path(__file__).with_name("server.py")
SPARE, TIMES = 5.0, 4
"""A mutant may take this much processor time [s], and this many times as much as the file itself
takes; ten times as much of the time on the clock, because others may use the processor."""

KILLED, SURVIVED, ENDLESS = "killed", "survived", "timeout"
PASSED, NO_TESTS = 0, 5
"""What pytest says if all tests passed, and if there were none."""


def mirror_of(file, root):
    """The tests of a file of the package: those that mirror it, else all of its folder.

    bep_hw/host/bus.py: tests/host/test_bus.py, if it is there, and test_bus_*.py; or tests/host
    """
    path = Path("tests", *Path(file).parts[1:])
    mirrored = path.with_name(f"test_{path.name}")
    if (root / mirrored).is_file():
        more = sorted((root / path.parent).glob(f"{mirrored.stem}_*.py"))
        return (str(mirrored), *(str(other.relative_to(root)) for other in more))
    folder = next(parent for parent in path.parents if (root / parent).is_dir())
    return (str(folder),)


class Trial:
    """A copy of the project below `folder`.

    root: the project; folder: an empty one. It is also the home of the tests, so that nothing that
    a mutant writes into a cache can stay in the user's.
    """

    def __init__(self, root, folder):
        self.copy, self._folder = folder / "project", folder
        self.copy.mkdir()
        self._tests = {}
        hidden = shutil.ignore_patterns("__pycache__", "runs", "obj_dir")
        for name in COPIED:
            if (root / name).is_dir():
                shutil.copytree(root / name, self.copy / name, ignore=hidden)
            elif (root / name).exists():
                shutil.copy(root / name, self.copy / name)

    def __enter__(self):
        places = {"XDG_CACHE_HOME": "home", "PYTEST_DEBUG_TEMPROOT": "tmp"}
        for name in places.values():
            (self._folder / name).mkdir()
        threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
        self._server = subprocess.Popen(
            [sys.executable, "-P", SERVER],
            cwd=self.copy,
            env={
                **os.environ,
                **threads,
                **{key: str(self._folder / name) for key, name in places.items()},
                "PYTHONPATH": str(self.copy),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_):
        self._server.stdin.close()
        self._server.wait()
        self._server.stdout.close()

    def judge(self, mutant, beside=False):
        """`KILLED`, `SURVIVED` or `ENDLESS`; RuntimeError if the tests fail without a mutant.

        beside: what survives the tests that mirror its file meets those beside them as well
        """
        mirror = mirror_of(mutant.file, self.copy)
        result = self._meet(mutant, mirror)
        if result == SURVIVED and beside and mirror[0].endswith(".py"):
            result = self._meet(mutant, (str(Path(mirror[0]).parent),))
        return result

    def _meet(self, mutant, tests):
        """What comes of a mutant and the tests of some files or of a folder.

        The tests that enter the function come first, the cheapest before the others; a mutant that
        survives them meets all tests of their files. One outside of functions meets the tests that
        enter any function of its file, and then all.
        """
        tests = self._recorded(tests)
        place = f"{mutant.file}:{mutant.function}"
        entering = [
            test
            for test, (_, functions) in tests.items()
            if any(f == place or (f.startswith(place) and not mutant.function) for f in functions)
        ]
        files = {test.partition("::")[0] for test in (mutant.function and entering) or tests}
        every = [test for test in tests if test.partition("::")[0] in files]
        with self._in_place(mutant):
            for chosen in (entering or every, None):
                seconds = sum(tests[test][0] for test in chosen or every)
                status = self._run(sorted(files), chosen, SPARE + TIMES * seconds)
                if status is None:
                    return ENDLESS
                if status not in (PASSED, NO_TESTS):
                    return KILLED
                if chosen == every and status == PASSED:
                    break
        return SURVIVED

    @contextlib.contextmanager
    def _in_place(self, mutant):
        """The copy with a mutant; its time differs, so that compiled forms are not mixed up."""
        place = self.copy / mutant.file
        source, times = place.read_bytes(), place.stat()
        try:
            place.write_bytes(mutant.source.encode())
            os.utime(place, ns=(times.st_atime_ns, times.st_mtime_ns + 10**10))
            yield
        finally:
            place.write_bytes(source)
            os.utime(place, ns=(times.st_atime_ns, times.st_mtime_ns))

    def _recorded(self, tests):
        """{test: (processor time [s], functions)} of files or a folder, the cheapest first.

        They run twice without a mutant: once traced, and once in the new order to take the time.
        """
        if tests not in self._tests:
            first = self._report(tests, None, traced=True)
            order = sorted(first, key=lambda test: first[test][0])
            second = self._report(tests, order, traced=False)
            self._tests[tests] = {test: (second[test][0], set(first[test][1])) for test in order}
        return self._tests[tests]

    def _report(self, tests, order, traced):
        path = self._folder / "report.json"
        status = self._run(tests, order, 1e5, report=str(path), traced=traced)
        if status != PASSED:
            said = (self._folder / "log").read_text()
            raise RuntimeError(f"{' '.join(tests)}: fails without a mutant\n{said}")
        return json.loads(path.read_text())

    def _run(self, files, tests, seconds, report=None, traced=False):
        """Exit status of the tests, until the first one fails; None after the limit."""
        request = {"files": files, "tests": tests, "report": report, "traced": traced}
        request |= {"log": str(self._folder / "log"), "cpu": seconds, "wall": 10 * seconds}
        self._server.stdin.write(json.dumps(request) + "\n")
        self._server.stdin.flush()
        return json.loads(self._server.stdout.readline())["status"]
