"""What the options of a command stand for."""

from bep_hw.spec import presets
from bep_hw.support.errors import require
from bep_hw.train import run as runs


def new_run(given):
    """The new Run that the options `given` describe; ConfigError unless it can be carried out."""
    require("preset" in given, f"--preset: must be given, one of {', '.join(presets.PRESETS)}")
    return runs.fresh(given["preset"], given, given.get("data"))
