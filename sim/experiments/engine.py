"""Carries out runs, one after the other or on many workers, and keeps every one that finishes."""

from dataclasses import dataclass
from pathlib import Path

from bep_hw.train import loop, session
from bep_hw.train.run import Run
from bep_hw.train.signals import Signals
from sim.experiments import cluster, store
from sim.experiments.methods import DEFAULT_METHOD, METHODS
from sim.experiments.progress import Messages, Scoreboard


@dataclass(frozen=True, kw_only=True)
class Job:
    """A run to carry out: its name on the display, its method, and the file of its result."""

    label: str
    run: Run
    config: dict
    path: Path
    method: str = DEFAULT_METHOD
    data_folder: Path | None = None


def plan(points, seeds, epochs, folder, data_folder=None, backend=None):
    """{(point name, seed): Job} of all `points` with `seeds`; `epochs` if not those of the preset.

    Ordered by seed, so that all points have one run before any has two.
    """
    jobs = {}
    for seed in seeds:
        for point in points:
            run = point.run(seed, epochs, backend)
            config = store.configuration(run, point.method)
            jobs[point.name, seed] = Job(
                label=f"{point.name} s{seed}",
                run=run,
                config=config,
                path=store.path_of(config, folder),
                method=point.method,
                data_folder=data_folder,
            )
    return jobs


def carry_out(jobs, *, processes, console, scheduler=None):
    """Carry out the `jobs` that have no result yet.

    processes: how many at once on this machine; 1 for this process alone, without Dask
    scheduler: address of a Dask scheduler whose workers do it, tcp://HOST:PORT; None for this
        machine

    Returns 0, or the number of the signal that stopped it; whatever is not finished then is run
    again from its start the next time.
    """
    left = {job.path: job for job in jobs if store.load(job.path) is None}  # two may be the same
    left = list(left.values())
    for job in left:
        job.path.parent.mkdir(parents=True, exist_ok=True)
    console.print(f"{len(left)} runs to do, {len(jobs) - len(left)} are there", highlight=False)
    if not left:
        return 0
    with Signals() as signals:
        try:
            if processes == 1 and scheduler is None:
                _in_turn(left, signals, console)
            else:
                _on_cluster(left, signals, console, min(processes, len(left)), scheduler)
        except loop.Interrupted:
            return signals.number
    return 0


def _in_turn(jobs, signals, console):
    with Scoreboard(len(jobs), console) as board:
        for job in jobs:
            board.started(job.label, job.run.preset.training.epochs)
            result = _run(job, lambda: signals.number != 0, board.update)
            board.finished(job.label, _save(job, result))


def _on_cluster(jobs, signals, console, processes, scheduler):
    with cluster.connected(processes, scheduler) as client:
        if client.dashboard_link and cluster.find_spec("bokeh"):
            console.print(f"watch the workers at {client.dashboard_link}", highlight=False)
        with Scoreboard(len(jobs), console) as board:
            cluster.carry_out(client, jobs, _run, _save, signals, board)


def _run(job, stopped, send):
    """Train; (CRC-32 of the data, summary, history)."""
    data = session.load_data(job.run, job.data_folder)
    display = Messages(job.label, len(data.train), send)
    measure = METHODS[job.method].measure
    summary, history = measure(job.run, data, stopped=stopped, display=display)
    return data.checksum(), summary, history


def _save(job, result):
    """Keep the result of a run; its summary."""
    checksum, summary, history = result
    store.save(job.path, job.config, checksum, summary, history)
    return summary
