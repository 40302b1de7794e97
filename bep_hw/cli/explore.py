"""`bep-hw explore`."""

from pathlib import Path
from typing import Annotated

from bep_hw.cli.options import (
    Board,
    DataFolder,
    Encoding,
    Network,
    Task,
    file_option,
    option,
    takes,
)

EXAMPLES = (
    "bep-hw explore --board ulx3s-85f --preset digits",
    "bep-hw explore --board ulx3s-85f --preset digits --samples-per-second 200000 -o build/cores",
    "bep-hw build --board ulx3s-85f --preset digits --core build/cores/NAME.toml -o build/mine",
)


@takes(Task, DataFolder, Network, Encoding)
def explore(
    given,
    *,
    board: Board,
    samples_per_second: Annotated[
        int | None, option("Say which is the smallest that trains so fast.", "--samples-per-second")
    ] = None,
    lut: Annotated[
        float, option("Share of the device's LUTs to use at most [%] (default: 100).", "--lut")
    ] = 100,
    out: Annotated[
        Path | None, file_option("Folder for a core file of each configuration.", "--out", "-o")
    ] = None,
):
    """Search tile, lanes, banks, S and B of a core for a board, without synthesis."""
    from rich.console import Console

    from bep_hw.build.explore import search, show
    from bep_hw.cli.task import new_design
    from bep_hw.support.display import Steps, say
    from bep_hw.support.files import check_writable

    check_target(samples_per_second)
    check_share(lut)
    from bep_hw.build.bitstream import boards

    boards.check(board)
    if out is not None:
        check_writable(out)
    console = Console()
    design = new_design(given, Console(stderr=True))
    with Steps(console, "recording events") as steps:
        device, workload = start(design, board, given.get("data"))
        steps.now("searching")
        found = search.search(
            *(design, device, workload),
            lut_percent=lut,
            hidden_bits="hidden_bits" not in given,
            note=steps.note,
        )
    search.check_some(found, device)
    show.show(console, found, device, workload, design)
    if samples_per_second is not None:
        one = search.reaching(found, samples_per_second, device)
        say(
            console, f"smallest for {samples_per_second:,} samples/s: {search.describe(one.preset)}"
        )
    for path in show.write(found, device, out) if out else ():
        print(path)


def start(design, board, data_folder):
    """(Device, Workload) for a search."""
    from bep_hw.build.explore import resources, workload

    return resources.Device(board, design), workload.record(design, data_folder)


def check_target(value):
    """Raise ConfigError unless it is a number of samples per second."""
    from bep_hw.support.errors import require

    require(value is None or value > 0, f"--samples-per-second {value}: must be above 0")


def check_share(percent):
    """Raise ConfigError unless it is a share of a device."""
    from bep_hw.support.errors import require

    require(0 < percent <= 100, f"--lut {percent:g}: must be above 0, at most 100")
