"""Runs on a Dask cluster: the same results, also when a worker dies."""

import io
import os
import signal
import warnings

import pytest
from rich.console import Console

from bep_hw.support.errors import ConfigError
from bep_hw.train import loop
from sim.experiments import cluster, engine, store
from sim.experiments.points import Point
from sim.experiments.progress import Scoreboard

pytest.importorskip("distributed")
pytest.importorskip("sklearn")
pytestmark = pytest.mark.filterwarnings("default")  # a killed worker leaves sockets open
POINT = Point(name="digits", preset="digits", changes={"layers": "9"}, x=9)


@pytest.fixture
def console():
    return Console(file=io.StringIO(), width=200)


class Stop:
    """Signals of which none ever comes, or one when `number` is set."""

    number = 0


def test_a_killed_worker_costs_no_result(tmp_path, console):
    jobs = engine.plan([POINT], (1, 2, 3, 4), 4, tmp_path, backend="golden")
    killed = []

    class KillingBoard(Scoreboard):
        def update(self, *message):
            if not killed:
                killed.append(pids[0])
                os.kill(pids[0], signal.SIGKILL)
            super().update(*message)

    with cluster.connected(2) as client, KillingBoard(4, console) as board:
        pids = list(client.run(os.getpid).values())
        cluster.carry_out(client, list(jobs.values()), engine._run, engine._save, Stop, board)
    assert len(killed) == 1
    for (_, seed), job in jobs.items():
        (alone,) = engine.plan([POINT], (seed,), 4, tmp_path / "alone", backend="golden").values()
        assert engine.carry_out([alone], processes=1, console=console) == 0
        results = [store.load(one.path) for one in (job, alone)]
        assert results[0]["weights_sha256"] == results[1]["weights_sha256"]
        assert results[0]["validation_history"] == results[1]["validation_history"]


def test_a_signal_stops_the_runs(tmp_path, console):
    jobs = list(engine.plan([POINT], (1, 2), 1000, tmp_path, backend="golden").values())
    signals = Stop()

    class StoppingBoard(Scoreboard):
        def update(self, *message):
            signals.number = signal.SIGINT
            super().update(*message)

    with (
        cluster.connected(1) as client,
        StoppingBoard(2, console) as board,
        pytest.raises(loop.Interrupted),
    ):
        cluster.carry_out(client, jobs, engine._run, engine._save, signals, board)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["tcp://localhost:1", "nonsense://here", "tcp://"])
def test_no_scheduler_is_one_line(tmp_path, console, address, monkeypatch):
    monkeypatch.setattr(cluster, "CONNECT", 0.2)
    (job,) = engine.plan([POINT], (1,), 1, tmp_path).values()
    with pytest.raises(ConfigError, match="scheduler "):
        engine.carry_out([job], processes=1, console=console, scheduler=address)


def test_two_clusters_at_the_same_time():
    """No port is asked for that another one, or another program, may have."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        with cluster.connected(1) as one, cluster.connected(1) as other:
            assert one.scheduler.address != other.scheduler.address
            assert [c.submit(sum, (1, 2)).result() for c in (one, other)] == [3, 3]
