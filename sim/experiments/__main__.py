"""The command `python -m sim.experiments FIGURE`; the docs are in docs/results/experiments.md."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bep_hw.cli.app import fail
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import check_writable
from bep_hw.train import session
from sim.experiments import engine, methods, store, table
from sim.experiments.figures import EXPERIMENTS
from sim.experiments.methods import DEFAULT_METHOD
from sim.experiments.plot import write_plot
from sim.experiments.points import DEFAULT_SETTING


def option(text, *names):
    return typer.Option(*names, help=text)


def words(text):
    """The parts of a text with commas between."""
    return [part.strip() for part in text.split(",")]


def main(
    figure: Annotated[str, typer.Argument(help=f"One of {', '.join(EXPERIMENTS)}.")],
    points: Annotated[str | None, option("Only these, such as rp-*-L2,fmnist-35-*.")] = None,
    settings: Annotated[str, option("Settings to run, with commas between.")] = DEFAULT_SETTING,
    method: Annotated[
        str, option("Methods to run, with commas between.", "--methods")
    ] = DEFAULT_METHOD,
    seeds: Annotated[int, option("Runs of each point, with seeds 1 to this.")] = 5,
    jobs: Annotated[int, option("Processes at once, on this machine.")] = 2,
    scheduler: Annotated[
        str | None, option("Run on the workers of this Dask scheduler, tcp://HOST:PORT.")
    ] = None,
    epochs: Annotated[int | None, option("Epochs, if not the preset's.")] = None,
    runs: Annotated[Path, option("Folder of the finished runs.")] = Path("runs/experiments"),
    out: Annotated[
        Path | None, option("Folder of table and plot, if not that of the runs.")
    ] = None,
    backend: Annotated[str, option("golden, native (the same bits) or verilator.")] = "native",
    data: Annotated[Path | None, option("Folder of the FashionMNIST files.")] = None,
    table_only: Annotated[
        bool, option("Run nothing; only write table and plot.", "--table-only")
    ] = False,
    list_points: Annotated[bool, option("Only list the points.", "--list")] = False,
):
    """Train the runs without a result, then write a table and a plot with the paper's values."""
    require(figure in EXPERIMENTS, f"figure {figure!r}: must be one of {', '.join(EXPERIMENTS)}")
    require(seeds >= 1, f"seeds {seeds}: must be at least 1")
    require(jobs >= 1, f"jobs {jobs}: must be at least 1")
    experiment, console = EXPERIMENTS[figure], Console()
    chosen = experiment.chosen(points and words(points), words(settings), words(method))
    every = engine.plan(experiment.points, range(1, seeds + 1), epochs, runs, data, backend)
    if list_points:
        return show(console, chosen, every)
    out = out or runs
    for folder in (runs, out):
        check_writable(folder)
    names = {point.name for point in chosen}
    wanted = [job for (name, _), job in every.items() if name in names]
    stopped = 0
    if not table_only:
        methods.check_installed(point.method for point in chosen)
        for one in {job.run.backend: job.run for job in wanted}.values():
            session.check_tools(one)
        stopped = engine.carry_out(wanted, processes=jobs, console=console, scheduler=scheduler)
    write(console, experiment, chosen, every, out, epochs)
    if stopped:
        print("interrupted; the same command goes on with what is left", file=sys.stderr)
        return 128 + stopped
    return 0


def show(console, points, jobs):
    """List `points` and how many of their runs are finished."""
    for point in points:
        mine = [job for (name, _), job in jobs.items() if name == point.name]
        done = sum(job.path.exists() for job in mine)
        layers = "-".join(map(str, point.network.layers))
        console.print(
            f"{point.name:<22} {point.dataset:<18} {layers:<17} {done}/{len(mine)} runs finished",
            highlight=False,
            soft_wrap=True,
        )


def write(console, experiment, points, jobs, folder, epochs):
    """Write table and plot of all that is finished."""
    results = {key: store.load(job.path) for key, job in jobs.items()}
    results = {key: values for key, values in results.items() if values is not None}
    rows = table.aggregate(experiment, points, results)
    # Shorter runs never take the name of the figure's own table.
    name = experiment.name if epochs is None else f"{experiment.name}-{epochs}epochs"
    folder.mkdir(parents=True, exist_ok=True)
    table.write_csv(folder / f"{name}.csv", experiment, rows)
    table.write_markdown(folder / f"{name}.md", experiment, rows)
    for kind in ("csv", "md"):
        console.print(folder / f"{name}.{kind}", soft_wrap=True)
    note = write_plot(folder / f"{name}.png", experiment, rows)
    console.print(note or folder / f"{name}.png", soft_wrap=True)


def command(function=main):
    """Run `function` as a command line; errors of the user end in one line and exit status 2."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(function)
    try:
        status = app(standalone_mode=False)
    except ConfigError as error:
        status = fail(error)
    except (KeyboardInterrupt, typer.Abort):
        status = 130
    except Exception as error:
        # As in bep_hw.cli: usage errors of typer, whichever click it uses.
        if not hasattr(error, "format_message"):
            raise
        status = fail(error.format_message())
    sys.exit(status or 0)


if __name__ == "__main__":
    command()
