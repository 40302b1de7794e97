"""Branches of the package bep_hw that the test suite takes, folder by folder."""

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

from bep_hw.support.errors import require

ROOT = Path(__file__).parents[3]


def parts():
    """Folders and single files of tests, each a run of its own."""
    found = [path for path in sorted((ROOT / "tests").iterdir()) if path.name != "helpers"]
    return [
        path
        for path in found
        if (path.is_dir() and next(path.rglob("test_*.py"), None)) or path.match("test_*.py")
    ]


def measure(folder, say):
    """Run what has not been run, and make the JSON report of coverage.py of all that has.

    folder: of the data; a part is done when its .seconds file is there
    """
    folder.mkdir(parents=True, exist_ok=True)
    for part in parts():
        done = folder / f"{part.stem}.seconds"
        if not done.exists():
            began = time.monotonic()
            _run(folder, "run", "-m", "pytest", "-q", str(part), data=part.stem)
            done.write_text(f"{time.monotonic() - began:.0f}\n")
            say(f"{part.relative_to(ROOT)}: {done.read_text().strip()} s")
    _report(folder)


def finished(folder):
    """`rooms` of a folder in which the tests were measured, or None."""
    made = folder / "all.json"
    return rooms(json.loads(made.read_text())) if made.exists() else None


def _report(folder):
    """Make the JSON report of coverage.py of all data in `folder`, all.json."""
    files = [path for path in folder.resolve().iterdir() if ".seconds" not in path.name]
    data = sorted(str(path) for path in files if path.is_file() and path.name != "all.json")
    _run(folder, "combine", "--keep", "-q", *data, data="merged/all")
    # Tests make packages named like parts of this one, in folders that are gone by now.
    own = f"--include={ROOT / 'bep_hw'}/*"
    _run(folder, "json", "-q", own, "-o", str(folder.resolve() / "all.json"), data="merged/all")


def _run(folder, *words, data):
    place = folder.resolve() / data
    place.parent.mkdir(exist_ok=True)
    environment = {**os.environ, "COVERAGE_FILE": str(place), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "coverage", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    require(done.returncode == 0, f"{' '.join(words)}: ended with status {done.returncode}")


def rooms(found):
    """{room of bep_hw: (branches taken, branches, statements run, statements)}."""
    total = defaultdict(lambda: [0, 0, 0, 0])
    for name, file in found["files"].items():
        inside = Path(name).parts[Path(name).parts.index("bep_hw") + 1 :]
        summary = file["summary"]
        for index, key in enumerate(
            ("covered_branches", "num_branches", "covered_lines", "num_statements")
        ):
            total[inside[0] if len(inside) > 1 else "bep_hw"][index] += summary[key]
    return {room: tuple(numbers) for room, numbers in sorted(total.items())}
