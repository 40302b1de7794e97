"""`bep-hw demo`."""

from pathlib import Path
from typing import Annotated

from bep_hw.cli.options import Length, file_option, takes

EXAMPLES = ("bep-hw demo --epochs 3",)


@takes(Length)
def demo(
    given,
    *,
    out: Annotated[
        Path, file_option("Folder of the results [default: runs/demo].", "--out")
    ] = Path("runs/demo"),
):
    """Train the digits in numpy and on the simulated core, and compare the weights."""
    from rich.console import Console

    from bep_hw.train.demo import demo as run_demo

    return run_demo(out, **given, console=Console())
