"""`bep-hw demo`."""

from pathlib import Path
from typing import Annotated

from bep_hw.cli.options import Length, option, takes


@takes(Length)
def demo(
    given,
    *,
    out: Annotated[Path, option("Folder of the results [default: runs/demo].", "--out")] = Path(
        "runs/demo"
    ),
):
    """Train the digits in numpy and on the simulated core, and compare the weights."""
    from rich.console import Console

    from bep_hw.train.demo import demo as run_demo

    return run_demo(out, **given, console=Console())
