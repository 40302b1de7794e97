"""`bep-hw train`."""

from pathlib import Path
from typing import Annotated

from bep_hw.cli import complete
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
    "bep-hw train --preset digits",
    "bep-hw train --preset fmnist-35 --epochs 10 --backend native",
    "bep-hw train --data-file flowers.csv --label kind",
    "bep-hw train --resume runs/digits-golden-s1",
)


@takes(Task, DataFolder, Length, Network, Training, Encoding, Core)
def train(
    given,
    *,
    backend: Annotated[
        str | None,
        option(
            "golden (default), native, verilator or serial:PORT[@BAUD].",
            "--backend",
            panel="Run",
            completion=complete.backends,
        ),
    ] = None,
    threads: Annotated[
        int | None,
        option(
            "Threads of the native model [default: one on each core].", "--threads", panel="Run"
        ),
    ] = None,
    out: Annotated[
        Path | None,
        file_option("Folder of the results [default: runs/PRESET-BACKEND-sSEED].", "--out"),
    ] = None,
    resume: Annotated[
        Path | None,
        file_option("Continue the interrupted run in this folder.", "--resume"),
    ] = None,
    force: Annotated[bool, option("Replace a run that is in the folder.", "--force")] = False,
):
    """Train a network and write summary, history, weights, checkpoint and learning curve."""
    from rich.console import Console

    from bep_hw.cli.task import new_run
    from bep_hw.support.display import show_summary
    from bep_hw.train import session

    if backend is not None:
        given["backend"] = backend
    if threads is not None:
        given["threads"] = threads
    console, data = Console(), given.get("data")
    if resume is not None:
        preset = given.pop("preset", None)
        folder = out or (resume if resume.is_dir() else resume.parent)
        values = session.resume(resume, preset, given, folder, console=console, data_folder=data)
    else:
        run = new_run(given, console)
        folder = out or session.default_folder(run)
        values = session.train(run, folder, console=console, data_folder=data, force=force)
    show_summary(console, values, folder)
