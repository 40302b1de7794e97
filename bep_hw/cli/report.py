"""`bep-hw report`."""

from pathlib import Path
from typing import Annotated

import typer

from bep_hw.cli.options import DataFolder, file_option, path, takes

EXAMPLES = (
    "bep-hw report runs/digits-native-s1",
    "bep-hw report runs/digits-golden-s1 runs/digits-verilator-s1 --out both.html",
)


@takes(DataFolder)
def report(
    given,
    *,
    runs: Annotated[list[Path], typer.Argument(help="Folders of runs.", parser=path)],
    out: Annotated[
        Path | None,
        file_option("Page to write [default: report.html in the first folder].", "--out"),
    ] = None,
):
    """Write a page about one run, or several side by side: one HTML file with all in it."""
    from rich.console import Console

    from bep_hw.report.write import report as write
    from bep_hw.support.display import Steps, say

    console = Console()
    with Steps(console, "writing the page"):
        page = write(runs, out, data_folder=given.get("data"))
    say(console, str(page))
