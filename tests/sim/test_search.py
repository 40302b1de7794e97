"""The search for hyper-parameters: its trials are runs by hash, and a killed one goes on."""

import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.console import Console

from bep_hw.spec import presets
from bep_hw.support.errors import ConfigError
from sim.experiments import engine, store
from sim.experiments.points import STARTS, Point
from sim.experiments.search import STORAGE, Choice, Range, Search, dimension, objective

pytest.importorskip("optuna")
pytest.importorskip("sklearn")
SPACE = ("margin_ratio=0.2:1", "batch_size=16/32/64")
TRIALS = 6


@pytest.fixture
def console():
    return Console(file=io.StringIO(), width=200)


def search(runs):
    return Search("digits", SPACE, seeds=1, epochs=1, runs=runs, backend="golden")


def outcome(one):
    """[(parameters, value)] of all trials."""
    return [(trial.params, trial.value) for trial in one.study().get_trials()]


def results(runs):
    return sorted(path.name for path in Path(runs).glob("*.json"))


def test_a_killed_search_goes_on(tmp_path, console):
    """Its trials and results are those of one that was left alone."""
    killed, alone = search(tmp_path / "killed"), search(tmp_path / "alone")
    options = (f"--{name}={value}" for name, value in [
        *(("space", text) for text in SPACE), ("trials", 1000), ("seeds", 1), ("jobs", 1),
        ("epochs", 1), ("runs", killed.runs), ("backend", "golden"),
    ])  # fmt: skip
    command = [sys.executable, "-m", "sim.experiments.search", "digits", *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while len(results(killed.runs)) < 2 and process.poll() is None:
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
    before = results(killed.runs)
    trials = max(TRIALS, len(before) + 2)
    assert len(before) >= 2
    for one in (killed, alone):
        assert one.go_on(trials, jobs=1, console=console) == 0
    assert outcome(killed) == outcome(alone) and len(outcome(alone)) == trials
    assert len({json.dumps(params) for params, _ in outcome(alone)}) == trials
    assert results(killed.runs) == results(alone.runs)
    assert set(before) < set(results(killed.runs))


class Killer:
    """A dimension during which the search is killed."""

    def suggest(self, trial):
        raise KeyboardInterrupt


@pytest.mark.parametrize("values", [0, 1])
def test_a_trial_that_lacks_values_gets_them(values, tmp_path, console):
    """The search was killed while it chose them; the trial becomes what it would have been."""
    killed, alone = search(tmp_path / "killed"), search(tmp_path / "alone")
    assert killed.go_on(2, jobs=1, console=console) == 0
    space, study = killed.space, killed.study()
    killed.space = [*space[:values], *[Killer()] * (len(space) - values)]
    with pytest.raises(KeyboardInterrupt):
        killed.chosen(study, study.ask())
    killed.space = space
    assert len(outcome(killed)[2][0]) == values
    for one in (killed, alone):
        assert one.go_on(4, jobs=1, console=console) == 0
    assert outcome(killed) == outcome(alone) and len(outcome(alone)) == 4


def test_a_trial_is_a_run(tmp_path, console):
    """Its value is the validation accuracy of the run of the same settings, found by its hash."""
    one = search(tmp_path)
    assert one.go_on(1, jobs=1, console=console) == 0
    ((params, value),) = outcome(one)
    point = Point(name="digits", preset="digits", changes=params, x=0)
    (job,) = engine.plan([point], [1], 1, tmp_path, backend="golden").values()
    assert store.load(job.path)["validation_accuracy"] == value
    assert (tmp_path / STORAGE).exists()


def test_the_objective_does_not_know_test_samples():
    results = [{"validation_accuracy": 80.0}, {"validation_accuracy": 90.0}]
    assert objective(results) == 85.0


def test_settings_that_the_preset_cannot_have(tmp_path, console):
    """The trial fails, in a line, and the search goes on."""
    one = Search("digits", ["group=7/9"], seeds=1, epochs=1, runs=tmp_path, backend="golden")
    assert one.go_on(4, jobs=1, console=console) == 0
    states = [(trial.params["group"], trial.state.name) for trial in one.study().get_trials()]
    assert set(states) == {(7, "FAIL"), (9, "COMPLETE")}
    assert "trial" in console.file.getvalue() and "group" in console.file.getvalue()


def test_it_starts_from_the_preset():
    """And not from where the figures start."""
    name = next(iter(STARTS))
    one = Search(name, ["group=1/3"], seeds=1, epochs=1, runs="unused")
    training = presets.get(name).training
    assert one.start == {key: getattr(training, key) for key in STARTS[name]}


def test_dimensions():
    assert dimension("margin_ratio=0.1:1") == Range("margin_ratio", 0.1, 1.0, False)
    assert dimension("patience=1:6") == Range("patience", 1, 6, False)
    assert dimension("gate_ratio=0.01:1:log") == Range("gate_ratio", 0.01, 1.0, True)
    assert dimension("layers=75,75/135") == Choice("layers", ("75,75", "135"))
    assert dimension("batch_size=16/32") == Choice("batch_size", (16, 32))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("margin=0:1", "did you mean margin_ratio"),
        ("margin_ratio", "not numbers of margin_ratio"),
        ("margin_ratio=a:b", "not numbers of margin_ratio"),
        ("patience=0.5:2", "not numbers of patience"),
        ("margin_ratio=1:0", "must grow"),
        ("margin_ratio=0:1:log", "begin above 0"),
        ("margin_ratio=0:1:cube", "not a range"),
        ("layers=35:75", "not a range"),
    ],
)
def test_bad_dimensions(text, said):
    with pytest.raises(ConfigError, match=said):
        dimension(text)


def test_a_name_that_comes_twice():
    with pytest.raises(ConfigError, match="comes twice"):
        Search("digits", ["group=1/3", "group=9/15"], seeds=1, epochs=1, runs="unused")
