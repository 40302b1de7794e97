"""Verilator on an emitted folder, called as the README in it says."""

import subprocess

from bep_hw.support import toolchain

QUICK = ("--output-split", "0", "-CFLAGS", "-std=c++20", "-CFLAGS", "-O0")
"""Options with which a test bench compiles soon, if it need not run fast."""


def verilator(folder, *arguments):
    """What Verilator prints; asserts that it succeeds."""
    tool = toolchain.verilator()
    done = subprocess.run(
        [tool.command, *arguments],
        cwd=folder,
        env=tool.environment(),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def compile_bench(folder, top):
    """The program that is the test bench of module `top`."""
    bench = f"{top}_tb"
    verilator(folder, "--binary", *QUICK, "--top", bench, f"{top}.vlt", f"{bench}.sv", f"{top}.v")
    return folder / "obj_dir" / f"V{bench}"


def run_bench(bench, folder):
    """Exit status and output of a test bench, with the .hex files of `folder`."""
    done = subprocess.run([bench], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr
