"""Measures what the runs and tests cover: docs/results/coverage.md.

    python -m sim.measure.coverage --out build/coverage          # everything
    python -m sim.measure.coverage --only one,axi                # some reference cores
    python -m sim.measure.coverage --only python                 # the test suite

Finished runs are kept in --out: a measurement that was stopped goes on where it was, and the page
has all that is finished there, also of what --only leaves out.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console

import bep_hw.support.threads  # noqa: F401 (before anything imports numpy)
from bep_hw.support.cache import digest
from bep_hw.support.display import say
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import replace_file
from sim.measure.coverage import page, points, python_tests, runs
from sim.measure.coverage.constants import constants
from sim.measure.coverage.cores import REFERENCES
from sim.measure.coverage.result import result
from sim.measure.coverage.waivers import waivers

DOCS = Path(__file__).parents[3] / "docs" / "results"
OWN = [Path(runs.__file__), Path(runs.drive.__file__), runs.BENCHES / "problems.py"]
SOURCES = {"harness": OWN}
"""{run: files that it depends on}, besides the Verilog; of a bench all of its folder."""


def main(words=None):
    """Run the command; its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m sim.measure.coverage",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--out", type=Path, default=Path("build/coverage"), help="folder of runs")
    parser.add_argument("--only", help="what to run: reference cores and python, with commas")
    parser.add_argument("--seeds", type=int, default=12, help="random problems of a core")
    parser.add_argument("--docs", type=Path, default=DOCS, help="folder of the page")
    arguments = parser.parse_args(words)
    console = Console(highlight=False, soft_wrap=True)
    try:
        return _measure(arguments, console)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2


def _measure(arguments, console):
    every = [*REFERENCES, "python"]
    chosen = arguments.only.split(",") if arguments.only else every
    unknown = sorted(set(chosen) - set(every))
    require(not unknown, f"--only {','.join(unknown)}: must be of {', '.join(every)}")
    results, seconds, waived = {}, {}, waivers()
    for name in REFERENCES:
        if name not in chosen and not _is_finished(name, arguments):
            continue
        results[name] = _of_core(name, arguments, console, seconds, waived)
        for module, point, source in results[name].open:
            if point.kind in ("line", "branch"):
                say(console, f"{name}, {module}, {point.kind} is open: {source} ({point.what})")
    python = arguments.out / "python"
    if "python" in chosen:
        python_tests.measure(python, lambda line: say(console, line))
    python = python_tests.finished(python)
    replace_file(arguments.docs / "coverage.md", page.text(results, python, waived, seconds))
    replace_file(arguments.docs / "coverage.csv", page.numbers(results))
    say(console, page.summary(results))
    used = set().union(*(found.used for found in results.values()))
    for waiver in waived:
        if waiver not in used and set(waiver.cores) <= set(results):
            say(console, f"a waiver of {waiver.module} that nothing needs: {waiver.source}")
    return 0


def _runs(name, verilog, arguments):
    """[(module, its folder, key)] of the runs of a reference core; `verilog` is what is counted."""
    found = []
    native = ["harness"] if REFERENCES[name].bus == "native" else []
    for module in (*native, *runs.COCOTB.get(name, ())):
        files = SOURCES.get(module) or sorted(runs.BENCHES.glob("*.py"))
        key = digest(verilog, *(path.read_bytes() for path in files), str(arguments.seeds))
        found.append((module, arguments.out / f"{name}-{module}", key))
    return found


def _has(path, key):
    """Whether a JSON file is there and is of this key."""
    return path.exists() and json.loads(path.read_text())["key"] == key


def _is_finished(name, arguments):
    """Whether all runs of a reference core are there."""
    every = _runs(name, REFERENCES[name].counted(name), arguments)
    return all(_has(folder / "done.json", key) for _, folder, key in every)


def _of_core(name, arguments, console, seconds, waived):
    """The Result of a reference core, whose runs are started unless they are there."""
    reference = REFERENCES[name]
    verilog, counts = reference.counted(name), []
    for module, folder, key in _runs(name, verilog, arguments):
        done = folder / "done.json"
        if not _has(done, key):
            folder.mkdir(parents=True, exist_ok=True)
            began = time.monotonic()
            if module == "harness":
                runs.native(name, folder, arguments.seeds)
            else:
                runs.bench(name, module, folder)
            spent = round(time.monotonic() - began)
            replace_file(done, json.dumps({"key": key, "seconds": spent}))
            say(console, f"{name}, {module}: {spent} s")
        seconds[f"{name}, {module}"] = json.loads(done.read_text())["seconds"]
        counts.append(points.read((folder / "coverage.dat").read_text(), verilog))
    every = points.merged(counts)
    inside = {point: count for point, count in every.items() if reference.counts(point.module)}
    steady = _constant(name, reference, arguments.out)
    return result(name, reference.top, verilog, inside, steady, waived)


def _constant(name, reference, out):
    """Bits that never change in a core; kept beside the runs."""
    text = reference.verilog()
    place, key = out / f"{name}-constant.json", digest(text)
    if not _has(place, key):
        with tempfile.TemporaryDirectory() as folder:
            found = sorted(constants(text, reference.top, Path(folder)))
        replace_file(place, json.dumps({"key": key, "bits": found}))
    return {tuple(bit) for bit in json.loads(place.read_text())["bits"]}


if __name__ == "__main__":
    sys.exit(main())
