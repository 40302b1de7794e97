"""Carries out runs in parallel processes, and keeps every one that finishes."""

import functools
import multiprocessing
import os
import queue
import signal
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from bep_hw.support.errors import ConfigError
from bep_hw.train import loop, session
from bep_hw.train.run import Run
from bep_hw.train.signals import Signals
from sim.experiments import store
from sim.experiments.methods import DEFAULT_METHOD, METHODS
from sim.experiments.progress import Board, Messages

POLL = 0.2
"""Time between two looks at the messages of the processes [s]."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """A run to carry out: its name on the display, what trains it, where its result goes."""

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


def carry_out(jobs, *, processes, console):
    """Carry out those of `jobs` that have no result yet, `processes` at once.

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
    perform = _in_turn if processes == 1 else functools.partial(_in_parallel, processes)
    with Signals() as signals, Board(len(left), console) as board:
        try:
            perform(left, signals, board)
        except loop.Interrupted:
            return signals.number
    return 0


def _in_turn(jobs, signals, board):
    for job in jobs:
        board.started(job.label, job.run.preset.training.epochs)
        values = _run(job, lambda: signals.number != 0, board.update)
        board.finished(job.label, values)


def _in_parallel(processes, jobs, signals, board):
    # Processes are started anew and not forked: a fork would copy locks of the display's threads.
    context = multiprocessing.get_context("spawn")
    stop, messages = context.Event(), context.Queue()
    with ProcessPoolExecutor(
        min(processes, len(jobs)),
        mp_context=context,
        initializer=_start_worker,
        initargs=(stop, messages, os.getpid()),
    ) as pool:
        waiting = {}
        for job in jobs:
            board.started(job.label, job.run.preset.training.epochs)
            waiting[pool.submit(_run_in_worker, job)] = job
        try:
            while waiting:
                done, _ = wait(waiting, timeout=POLL, return_when=FIRST_COMPLETED)
                _pass_on(messages, board)
                for future in done:
                    board.finished(waiting.pop(future).label, future.result())
                if signals.number:
                    raise loop.Interrupted
        except BrokenProcessPool:
            raise ConfigError("a process died, perhaps for want of memory: try --jobs 1") from None
        finally:
            stop.set()
            pool.shutdown(wait=True, cancel_futures=True)


def _pass_on(messages, board):
    while True:
        try:
            board.update(*messages.get_nowait())
        except queue.Empty:
            return


_worker = {}
"""What a worker process was started with."""


def _start_worker(stop, messages, parent):
    # Ctrl-C reaches every process of a terminal; only the parent is to act on it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker.update(stop=stop, messages=messages, parent=parent)


def _worker_stopped():
    if os.getppid() != _worker["parent"]:
        os._exit(1)  # the parent was killed: nobody waits for this run
    return _worker["stop"].is_set()


def _run_in_worker(job):
    return _run(job, _worker_stopped, lambda *message: _worker["messages"].put(message))


def _run(job, stopped, send):
    """Train, keep the result, and return it."""
    data = session.load_data(job.run, job.data_folder)
    display = Messages(job.label, len(data.train), send)
    measure = METHODS[job.method].measure
    summary, history = measure(job.run, data, stopped=stopped, display=display)
    store.save(job.path, job.config, data, summary, history)
    return summary
