"""Commands that make hardware from a design."""

import subprocess
import sys

import pytest

CODE = """
import sys
from bep_hw import cli
try:
    cli.main()
except SystemExit as end:
    assert not end.code, end.code
for name in ("run", "session", "loop", "backends"):
    assert f"bep_hw.train.{name}" not in sys.modules, name
"""


@pytest.mark.parametrize(
    "command", ["emit", "build --board icebreaker --until elaborate"], ids=lambda text: text[:5]
)
def test_no_training_run_is_made(command, tmp_path):
    size = ("--layers", "8", "--group", "1", "--tile", "2x4", "--lanes", "4")
    words = (*command.split(), "--preset", "digits", *size, "-o", str(tmp_path / "out"))
    done = subprocess.run(
        (sys.executable, "-c", CODE, *words), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert any((tmp_path / "out").iterdir())
