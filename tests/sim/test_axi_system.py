"""The AXI system of README: a core that `bep-hw emit` wrote trains over AXI."""

import subprocess
import sys
from pathlib import Path

from bep_hw import cli

SCRIPT = Path(__file__).parents[2] / "sim" / "axi_system.py"
CORE = ("--layers", "24", "--tile", "8x32", "--lanes", "8", "--group", "1")


def test_trains(tmp_path, monkeypatch):
    """With the commands of README."""
    arguments = ("emit", "--preset", "digits", *CORE, "--bus", "axi", "-o", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["bep-hw", *arguments])
    try:
        cli.main()
    except SystemExit as end:
        assert not end.code
    done = subprocess.run(
        [sys.executable, SCRIPT, tmp_path], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == (
        "PASSED: bep_axi trained 96 samples over AXI, bit for bit as the golden model\n"
    )
