"""What `bep-hw` makes of hundreds of bad inputs: a table, of this version and of another one.

    python -m tests.cli.bad_inputs_table --before CHECKOUT > docs/results/bad_inputs.csv

Every input must end in one line and status 2. CHECKOUT is a folder with another version.
"""

import argparse
import csv
import os
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.cli.bad_inputs import CASES, prepare

HERE = Path(__file__).parents[2]
TIMEOUT = 20
"""After so long a command counts as one that hangs, or that trains [s]."""


def outcome(command, checkout):
    """What the version in `checkout` makes of a command, in a few words."""
    with tempfile.TemporaryDirectory() as place:
        prepare(Path(place))
        environment = {**os.environ, "PYTHONPATH": str(checkout), "BEP_HW_DATA": f"{place}/images"}
        try:
            done = subprocess.run(
                [sys.executable, "-m", "bep_hw", *shlex.split(command)],
                cwd=place,
                env=environment,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=TIMEOUT,
            )
        except subprocess.TimeoutExpired:
            return f"no end in {TIMEOUT} s"
    lines = len(done.stderr.strip().splitlines())
    if "Traceback" in done.stderr:
        return f"traceback: {done.stderr.strip().splitlines()[-1].split(':')[0]}"
    if done.returncode == 2 and lines == 1:
        return "one line"
    return "accepted" if done.returncode == 0 else f"status {done.returncode}, {lines} lines"


def main():
    """Print the table as CSV; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", type=Path, help="folder of another version")
    before = parser.parse_args().before
    versions = [("before", before.resolve())] if before else []
    versions.append(("after", HERE))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["command", *(name for name, _ in versions)])
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        columns = [pool.map(outcome, CASES, [place] * len(CASES)) for _, place in versions]
        for command, *found in zip(CASES, *columns, strict=True):
            writer.writerow([command if len(command) < 120 else command[:117] + "...", *found])
            sys.stdout.flush()


if __name__ == "__main__":
    main()
