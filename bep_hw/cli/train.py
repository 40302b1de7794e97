"""`bep-hw train`."""

from contextlib import contextmanager, nullcontext
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
    "bep-hw train --preset fmnist-135 --live",
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
    live: Annotated[
        bool,
        option("Keep a page about the run up to date, for a browser: report.html.", "--live"),
    ] = False,
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
    else:
        run = new_run(given, console)
        folder = out or session.default_folder(run)
    with live_page(folder, console, data) if live else nullcontext() as watch:
        options = {"console": console, "data_folder": data, "watch": watch}
        if resume is not None:
            values = session.resume(resume, preset, given, folder, **options)
        else:
            values = session.train(run, folder, **options, force=force)
    show_summary(console, values, folder)


@contextmanager
def live_page(folder, console, data_folder):
    """Keeps a page about the run in `folder` as long as the context lasts; its update."""
    from bep_hw.report.live import LivePage
    from bep_hw.support.display import say

    def warn(line):
        say(console, f"warning: {line}", style="yellow")

    page = LivePage(folder, warn, data_folder)
    say(console, f"live page: {page.path}")
    try:
        yield page.update
    finally:
        page.finish()
