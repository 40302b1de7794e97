"""Icarus Verilog on an emitted folder, called as the README in it says."""

import shutil
import subprocess

import pytest

STANDARDS = pytest.mark.parametrize("standard", ["2005", "2012"])
"""Verilog, and SystemVerilog: they start `always @*` and initial values in another order."""


def icarus(folder, top, standard):
    """Exit status and output of the test bench of module `top`; skips where there is no Icarus."""
    if shutil.which("iverilog") is None:
        pytest.skip("Icarus Verilog is not there: pip has none, and apt installs it for root only")
    bench = f"{top}_tb"
    command = ["iverilog", f"-g{standard}", "-o", bench, f"{bench}.sv", f"{top}.v"]
    subprocess.run(command, cwd=folder, check=True)
    done = subprocess.run(["vvp", bench], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr
