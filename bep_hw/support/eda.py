"""Synthesis and place-and-route tools: their paths, their versions, and running them."""

import importlib.metadata
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bep_hw.support.errors import ConfigError, require

PATIENCE = 1
"""Time between two reads of a tool's output [s]."""

TRAP = "wasm trap"
"""What the log of one of pip's tools says if the tool has crashed."""

_running = set()


class Crashed(ConfigError):
    """A tool has ended by a fault of its own, not by an error in what it was given."""


@dataclass(frozen=True)
class Tool:
    """An external tool: its name, the words of its command, and its version."""

    name: str
    command: tuple[str, ...]
    version: str

    def run(self, arguments, folder, log, *, hopeless=lambda log: False, hear=lambda log: None):
        """Run the tool in `folder` with its output in the file `log`.

        ConfigError if it fails, `Crashed` if by a fault of its own

        hopeless: whether to end it, by what it has printed; then False is returned, else True
        hear: is called with what it has printed so far, every PATIENCE seconds
        """
        log = Path(folder) / log
        with log.open("w") as stream:
            process = subprocess.Popen(
                [*self.command, *arguments], cwd=folder, stdout=stream, stderr=subprocess.STDOUT
            )
            _running.add(process)
            try:
                while (status := _status(process)) is None:
                    printed = log.read_text(errors="replace")
                    hear(printed)
                    if hopeless(printed):
                        process.terminate()
                        process.wait()
                        return False
            except BaseException:
                process.terminate()
                process.wait()
                raise
            finally:
                _running.discard(process)
        if status:
            raise _failure(self.name, status, log)
        return True


def _failure(name, status, log):
    """The error of a tool that has ended with `status`, other than 0."""
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines()]
    errors = [line for line in lines if "ERROR" in line]
    traps = [line for line in lines if TRAP in line]
    if not errors and (traps or (status < 0 and status != -signal.SIGTERM)):  # of `stop`
        how = traps[-1] if traps else f"by signal {-status}"
        return Crashed(f"{name} crashed: {how}; see {log}")
    ended = f"status {status} after: {lines[-1]}" if lines else "no message"
    return ConfigError(f"{name} failed: {errors[-1] if errors else ended}; see {log}")


def _status(process):
    """Exit status of a process, or None if it still runs after PATIENCE."""
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return None


def stop():
    """End all running tools; callers that wait for them get an error."""
    for process in list(_running):
        process.terminate()


def find(name, package):
    """The tool `name`: from the environment, else from pip's packages, else from the PATH.

    The variable is named like the tool, YOSYS for yosys.

    package: of pip, that the tool comes in
    ConfigError if there is no such tool.
    """
    variable = name.upper().replace("-", "_")
    if variable in os.environ:
        path = shutil.which(os.environ[variable])
        require(path, f"{variable}={os.environ[variable]}: not found")
        return Tool(name, (path,), _version(path))
    if script := _script(name, package):
        start = f"import sys; from {script.module} import {script.attr}; sys.exit({script.attr}())"
        version = f"{package} {importlib.metadata.version(package)}"
        return Tool(name, (sys.executable, "-c", start), version)
    path = shutil.which(name)
    require(path, f"{name}: not found; pip install bep-hw[boards]")
    return Tool(name, (path,), _version(path))


def _script(name, package):
    """What pip's `package` runs as the command `name`, or yowasp-`name`; None without it."""
    try:
        commands = importlib.metadata.distribution(package).entry_points
    except importlib.metadata.PackageNotFoundError:
        return None
    known = {command.name: command for command in commands if command.group == "console_scripts"}
    return known.get(name) or known.get(f"yowasp-{name}")


def _version(path):
    """First line that a native tool prints when asked for its version."""
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return ((done.stdout + done.stderr).strip().splitlines() or ["unknown"])[0]
