"""`bep-hw build`."""

from pathlib import Path
from typing import Annotated

from bep_hw.cli import complete
from bep_hw.cli.emit import check_absent
from bep_hw.cli.explore import check_target, start
from bep_hw.cli.options import (
    Board,
    Core,
    DataFolder,
    Encoding,
    Network,
    Task,
    file_option,
    option,
    takes,
)

CORE = ("tile", "lanes", "banks", "samples_per_read", "core")
"""Options that a search decides."""

EXAMPLES = (
    "bep-hw build --board icebreaker --preset digits-icebreaker -o build/icebreaker",
    "bep-hw build --board my_board.py --preset digits -o build/mine --until elaborate",
)


@takes(Task, DataFolder, Network, Encoding, Core)
def build(
    given,
    *,
    board: Board,
    out: Annotated[Path, file_option("Folder of the bitstream.", "--out", "-o")],
    seeds: Annotated[
        int, option("Number of seeds to place and route; the best is kept [default: 1].", "--seeds")
    ] = 1,
    clock: Annotated[
        float | None, option("Clock of the core [MHz] (default: the board's).", "--clock")
    ] = None,
    baud: Annotated[
        int | None, option("Rate of the serial port [bits/s] (default: the board's).", "--baud")
    ] = None,
    samples_per_second: Annotated[
        int | None,
        option("Take the smallest core that trains so fast, see explore.", "--samples-per-second"),
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
    sites: Annotated[
        Path | None,
        file_option("sites.json of an earlier build, whose floorplan to take.", "--sites"),
    ] = None,
):
    """Synthesise, place and route the core of a preset for a board; bitstream and report.json."""
    from rich.console import Console

    from bep_hw.build.bitstream.build import build as run_build
    from bep_hw.build.bitstream.build import check_options, rates, read_sites
    from bep_hw.build.explore import resources, search
    from bep_hw.cli.task import new_design
    from bep_hw.support.files import check_writable

    check_options(board, seeds, clock, baud, jobs, until)
    read_sites(sites, board)
    check_target(samples_per_second)
    if samples_per_second is not None:
        check_absent("--samples-per-second", **{k: given.get(k) for k in CORE})
    design = new_design(given, Console(stderr=True))
    if samples_per_second is not None:
        design = smallest(design, board, given.get("data"), samples_per_second, clock)
    check_writable(out)
    rates(board, clock, baud)
    search.check_fits(design, resources.Device(board, design))
    options = {"seeds": seeds, "clock": clock, "baud": baud, "jobs": jobs, "until": until}
    run_build(design, board, out, Console(), sites=sites, **options)


def smallest(design, board, data_folder, samples_per_second, clock):
    """`design` with the smallest core that trains so fast at the clock of the build [MHz].

    It says its choice; ConfigError names the best core if none is fast enough.
    """
    from rich.console import Console

    from bep_hw.build.bitstream import boards
    from bep_hw.build.explore import search
    from bep_hw.support.display import Steps, say

    frequency = boards.get(board).clock if clock is None else clock * 1e6
    console = Console(stderr=True)
    with Steps(console, "searching") as steps:
        device, workload = start(design, board, data_folder)
        found = search.search(
            *(design, device, workload), clock=frequency, hidden_bits=False, note=steps.note
        )
    one = search.reaching(found, samples_per_second, device)
    say(
        console,
        f"{search.describe(one.preset)}: about {one.luts:,} LUTs, {one.block_rams} block RAMs,"
        f" predicted {one.rate:,.0f} samples/s at {frequency / 1e6:g} MHz",
        style="dim",
    )
    return one.preset
