"""The command line, called from a test."""

import sys

import pytest

from bep_hw import cli


def call(*arguments):
    """Exit status of `bep-hw` with these arguments."""
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as end:
        patch.setattr(sys, "argv", ["bep-hw", *map(str, arguments)])
        cli.main()
    return end.value.code
