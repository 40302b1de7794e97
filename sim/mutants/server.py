"""A process that has the libraries loaded and runs tests in forks of itself.

Python, numpy, Amaranth and pytest take longer to start than most tests to run. This process pays
for that once. No module of the project is loaded before the fork, so that every run reads the
files as they are then.

Standard input has one request a line, standard output one answer; both are JSON:

    {"files": [...], "tests": [...] or null, "report": path or null, "traced": bool, "log": path,
     "cpu": s, "wall": s}
    {"status": what pytest says, or null for a run that was ended at its limit}

The tests run in the order of `tests`, all of `files` if it is null. The report, for files without
a mutant, says of each test what it costs and, if "traced", which functions of the package it
enters. "log" is the path of what pytest says.
"""

import contextlib
import importlib
import json
import os
import resource
import select
import signal
import sys
import threading
import time
import traceback
from pathlib import Path

import hypothesis
import pytest

LIBRARIES = ("numpy", "hypothesis.strategies", "hypothesis.extra.numpy", "unittest.mock")
LIBRARIES += ("amaranth.sim", "amaranth.back.rtlil", "amaranth.lib.wiring", "amaranth.lib.memory")
LIBRARIES += ("amaranth.lib.crc", "concurrent.futures", "multiprocessing", "email", "http.client")
MEMORY = 4 << 30
"""A run may have this much [bytes]: a mutant that fills the memory is ended, not the machine."""
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0")
OPTIONS += ("-W", "ignore::pytest.PytestAssertRewriteWarning")  # the libraries are loaded already


class Chosen:
    """A pytest plugin: runs these tests and no others, in this order."""

    def __init__(self, tests):
        self._place = {test: index for index, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items):
        items[:] = [item for item in items if item.nodeid in self._place]
        items.sort(key=lambda item: self._place[item.nodeid])


class Recorder:
    """A pytest plugin: `tests` is {test: [seconds, functions]}; seconds of processor time.

    functions: "bep_hw/host/bus.py:Bus.write" for each that the test entered; empty if not `traced`
    """

    def __init__(self, traced):
        self.tests, self._traced, self._root = {}, traced, f"{Path.cwd()}/"

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        entered, before = set(), spent()

        def trace(frame, event, argument):
            entered.add(frame.f_code)

        if self._traced:
            threading.settrace(trace)
            sys.settrace(trace)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)
            self.tests[item.nodeid] = [spent() - before, sorted(self._names(entered))]

    def _names(self, codes):
        own = f"{self._root}bep_hw/"
        return {
            f"{code.co_filename.removeprefix(self._root)}:{code.co_qualname}"
            for code in codes
            if code.co_filename.startswith(own)
        }


def spent():
    """Processor time of this process and of those it started and saw end [s]."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, kinds))


def child(request):
    """Run the tests; the status of pytest."""
    os.setsid()
    cpu = int(request["cpu"])
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 9))  # SIGXCPU, and then SIGKILL
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    # Examples of earlier mutants are not for this one, and the smallest is of no interest.
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("mutants", database=None, deadline=None, phases=phases)
    hypothesis.settings.load_profile("mutants")
    # The compiled form of a mutant may look as new as that of the file itself.
    sys.dont_write_bytecode = request["report"] is None
    plugins = []
    if request["tests"] is not None:
        plugins.append(Chosen(request["tests"]))
    if request["report"] is not None:
        plugins.append(Recorder(request["traced"]))
    status = int(pytest.main([*OPTIONS, *request["files"]], plugins))
    if request["report"] is not None:
        Path(request["report"]).write_text(json.dumps(plugins[-1].tests))
    return status


def run(request):
    """Fork, and wait for the end of the tests; their status, None at a limit."""
    pid = os.fork()
    if pid == 0:
        status = 3  # what pytest calls an internal error
        try:
            null = os.open(os.devnull, os.O_RDWR)
            log = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for number, source in ((0, null), (1, log), (2, log)):
                os.dup2(source, number)
            status = child(request)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    poll, handle = select.poll(), os.pidfd_open(pid)
    poll.register(handle, select.POLLIN)
    ended = poll.poll(1000 * request["wall"])
    os.close(handle)
    # Whatever the tests have started and left behind goes as well.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return None if not ended or status == -signal.SIGXCPU else status


def main():
    """Answer requests until there are no more."""
    for name in LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for line in sys.stdin:
        started = time.monotonic()
        status = run(json.loads(line))
        answer = {"status": status, "seconds": time.monotonic() - started}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
