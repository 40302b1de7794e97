"""Runs on the workers of a Dask cluster: processes of this machine, or computers of the user's.

A run that loses its worker starts again on another one. Results travel back to this process, which
writes them: workers need no folder in common.
"""

import os
import signal
import time
from contextlib import contextmanager
from importlib.util import find_spec

from bep_hw.support.errors import ConfigError, require
from bep_hw.train import loop

POLL = 0.2
"""Time between two looks at the runs [s]."""

ASK = 1.0
"""Time between two questions of a worker whether to stop [s]."""

CONNECT = 10
"""Longest wait for a scheduler [s]."""

TOPIC = "bep-hw-experiments"
"""Under this name workers tell how far they are."""


@contextmanager
def connected(processes, scheduler=None):
    """A client of the cluster at `scheduler`, tcp://HOST:PORT, or of `processes` here if None.

    ConfigError without Dask, and for an address at which no scheduler answers.
    """
    require(
        find_spec("distributed"), "dask: not found; pip install bep-hw[experiments], or --jobs 1"
    )
    from distributed import Client, LocalCluster

    if scheduler is None:
        with (
            LocalCluster(
                n_workers=processes,
                threads_per_worker=1,
                memory_limit=0,  # none: the operating system knows better
                dashboard_address=":0",  # any free port; None means 8787, even without Bokeh
                silence_logs="ERROR",
            ) as cluster,
            Client(cluster) as client,
        ):
            client.run(_ignore_interrupts)
            yield client
        return
    try:
        client = Client(scheduler, timeout=CONNECT)
    except (OSError, ValueError, TypeError) as error:
        raise ConfigError(f"scheduler {scheduler}: {error}") from None
    with client:
        yield client


def carry_out(client, jobs, run, save, signals, board):
    """Carry out every one of `jobs` on the workers of `client`.

    run: (job, stopped, send) -> a result, in a worker; save: (job, result) in this process
    Raises loop.Interrupted once `signals` has a number, ConfigError for a run that kills workers.
    """
    from distributed import Event, KilledWorker

    stop = Event(f"{TOPIC}-{os.getpid()}-{time.time_ns()}", client=client)
    client.subscribe_topic(TOPIC, lambda event: board.update(*event[1]))
    waiting = {client.submit(_work, run, job, stop.name, pure=False): job for job in jobs}
    for job in jobs:
        board.started(job.label, job.run.preset.training.epochs)
    try:
        while waiting:
            time.sleep(POLL)
            for future in [one for one in waiting if one.done()]:
                job = waiting.pop(future)
                board.finished(job.label, save(job, future.result()))
            if signals.number:
                raise loop.Interrupted
    except KilledWorker:
        raise ConfigError(
            f"{job.label}: its worker died several times, perhaps for want of memory: try --jobs 1"
        ) from None
    finally:
        if waiting:
            stop.set()
            client.cancel(list(waiting))
        client.unsubscribe_topic(TOPIC)


def _work(run, job, stop):
    """In a worker: carry out a job until the Event called `stop` is set."""
    from distributed import Event, get_worker

    worker, event, asked, stopped = get_worker(), Event(stop), time.monotonic(), False

    def is_stopped():
        nonlocal asked, stopped
        if time.monotonic() - asked >= ASK:
            asked, stopped = time.monotonic(), event.is_set()
        return stopped

    return run(job, is_stopped, lambda *message: worker.log_event(TOPIC, message))


def _ignore_interrupts():
    """Ctrl-C reaches every process of a terminal; only the one with the client is to act on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
