"""Kills training runs at random points, lets them go on, and compares the weights.

python -m sim.measure.kills --backends golden,native,verilator --kills 20
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TASKS = {
    "golden": "--preset digits --epochs 30",
    "native": "--preset digits --layers 255,255 --epochs 500",
    "verilator": "--preset digits --layers 27,18 --epochs 30",
}
"""A few seconds each."""


def start(arguments):
    """`bep-hw train` as a process of its own."""
    command = [sys.executable, "-m", "bep_hw", "train", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def summary(folder):
    return json.loads((folder / "summary.json").read_text())


def begin(arguments, folder):
    """Start a run and wait until it trains: its first checkpoint is there."""
    process = start([*arguments, "--out", str(folder)])
    while not (folder / "checkpoint.npz").exists():
        assert process.poll() is None
        time.sleep(0.01)
    return process


def compare(backend, kills):
    """(seconds that an unbroken run trains, kills before its end, equal weights)."""
    task = [*TASKS[backend].split(), "--backend", backend]
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "whole"
        process, begun = begin(task, whole), time.monotonic()
        assert process.wait() == 0
        seconds, wanted = time.monotonic() - begun, summary(whole)["weights_sha256"]
        broken, equal = 0, 0
        for number in range(kills):
            folder = Path(place) / str(number)
            process = begin(task, folder)
            time.sleep(random.uniform(0, 0.95 * seconds))
            process.kill()
            process.wait()
            broken += not (folder / "summary.json").exists()
            assert start(["--resume", str(folder)]).wait() == 0
            equal += summary(folder)["weights_sha256"] == wanted
            print(f"{backend}: {number + 1} kills, {equal} equal", file=sys.stderr)
    return seconds, broken, equal


def main():
    """Print a line for each backend; status 1 if any weights differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--backends", default=",".join(TASKS))
    parser.add_argument("--kills", type=int, default=20)
    options = parser.parse_args()
    failed = False
    for backend in options.backends.split(","):
        seconds, broken, equal = compare(backend, options.kills)
        print(
            f"{backend}: {options.kills} kills in runs that train for {seconds:.1f} s, {broken}"
            f" before their end, {equal} with the weights of the unbroken run",
            flush=True,
        )
        failed |= equal != options.kills
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
