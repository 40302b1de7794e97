"""`bep-hw build`."""

from pathlib import Path
from typing import Annotated

from bep_hw.cli import complete
from bep_hw.cli.options import Core, DataFolder, Encoding, Network, Task, file_option, option, takes

EXAMPLES = (
    "bep-hw build --board icebreaker --preset digits-icebreaker -o build/icebreaker",
    "bep-hw build --board my_board.py --preset digits -o build/mine --until elaborate",
)


@takes(Task, DataFolder, Network, Encoding, Core)
def build(
    given,
    *,
    board: Annotated[
        str,
        option(
            "Board; `bep-hw info` lists them. Or a file of your own, *.py.",
            "--board",
            completion=complete.boards,
        ),
    ],
    out: Annotated[Path, file_option("Folder of the bitstream.", "--out", "-o")],
    seeds: Annotated[
        int, option("Number of seeds to place and route; the best is kept [default: 1].", "--seeds")
    ] = 1,
    clock: Annotated[
        float | None, option("Clock of the core [MHz] [default: the board's].", "--clock")
    ] = None,
    baud: Annotated[
        int | None, option("Rate of the serial port [bits/s] [default: the board's].", "--baud")
    ] = None,
    jobs: Annotated[int, option("Seeds at the same time [default: 1].", "--jobs")] = 1,
    until: Annotated[
        str,
        option(
            "Last step: elaborate, synthesise, floorplan, route or pack [default: pack].",
            "--until",
            completion=complete.steps,
        ),
    ] = "pack",
):
    """Synthesise, place and route the core of a preset for a board; bitstream and report.json."""
    from rich.console import Console

    from bep_hw.build.bitstream.build import build as run_build
    from bep_hw.build.bitstream.build import check_options
    from bep_hw.cli.task import new_design

    check_options(board, seeds, clock, baud, jobs, until)
    design = new_design(given, Console(stderr=True))
    options = {"seeds": seeds, "clock": clock, "baud": baud, "jobs": jobs, "until": until}
    run_build(design, board, out, Console(), **options)
