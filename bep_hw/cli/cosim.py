"""`bep-hw cosim`."""

from pathlib import Path
from typing import Annotated

from bep_hw.cli.options import (
    Core,
    DataFolder,
    Encoding,
    Length,
    Network,
    Task,
    Training,
    file_option,
    option,
    takes,
)

EXAMPLES = (
    "bep-hw cosim --preset digits --epochs 1",
    "bep-hw cosim --preset fmnist-75 --minibatches 20 --waves",
)


MOST_MINIBATCHES = 1_000_000_000


@takes(Task, DataFolder, Length, Network, Training, Encoding, Core)
def cosim(
    given,
    *,
    minibatches: Annotated[
        int | None, option("Stop after this many minibatches.", "--minibatches", panel="Run")
    ] = None,
    waves: Annotated[
        bool, option("After a difference, write waves.fst of that minibatch.", "--waves")
    ] = False,
    out: Annotated[Path, file_option("Folder of waves.fst [default: .].", "--out")] = Path(),
):
    """Train in numpy and on the simulated core in lockstep, and compare after every minibatch."""
    from rich.console import Console

    from bep_hw.cli.task import new_run
    from bep_hw.support.errors import require
    from bep_hw.support.files import check_writable

    run = new_run({**given, "backend": "verilator"}, Console(stderr=True))
    require(
        minibatches is None or 1 <= minibatches <= MOST_MINIBATCHES,
        f"minibatches {minibatches}: must be from 1 to {MOST_MINIBATCHES:,}",
    )
    if waves:
        check_writable(out)
        out.mkdir(parents=True, exist_ok=True)
    from bep_hw.train.cosim import cosim as lockstep

    return lockstep(
        run,
        console=Console(),
        waves=out / "waves.fst" if waves else None,
        data_folder=given.get("data"),
        minibatches=minibatches,
    )
