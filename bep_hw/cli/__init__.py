"""The command line. Only its early end is here, so that Ctrl-C prints one line from the start."""

import os
import signal
import sys


def main():
    """Run `bep-hw`; never returns."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed, and rich cannot write to None
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115
    try:
        from bep_hw.cli.app import run

        status = run()
    except KeyboardInterrupt:
        print("bep-hw: interrupted", file=sys.stderr)
        status = 128 + signal.SIGINT
    sys.exit(status)
