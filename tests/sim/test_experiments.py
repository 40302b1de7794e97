"""Experiments: their points, resuming, and the numbers in their tables."""

import csv
import io
import signal
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from bep_hw.data import datasets
from bep_hw.golden import schedule
from bep_hw.spec import hidden, presets
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError
from bep_hw.train import loop, session
from sim.experiments import __main__ as command
from sim.experiments import engine, paper, store, table
from sim.experiments.fig2 import SETTINGS
from sim.experiments.figures import EXPERIMENTS
from sim.experiments.points import Experiment, Point, sweep
from tests.helpers.tiny_prototypes import use_tiny_prototypes

EVERY = [(figure, point) for figure in EXPERIMENTS.values() for point in figure.points]
TINY = Experiment(
    name="tiny",
    title="Tiny",
    parameter="r",
    points=sweep("margin_ratio", "r", lambda name: (0.5, 1.0), ("rp-35",), (1,)),
    curve=lambda point: "tiny",
)


@pytest.fixture
def console():
    return Console(file=io.StringIO(), width=200)


@pytest.fixture
def tiny(monkeypatch):
    """A Random Prototypes of 90 samples, a figure on it, and the runs that are carried out."""
    use_tiny_prototypes(monkeypatch)
    monkeypatch.setitem(EXPERIMENTS, "tiny", TINY)
    done, measure = [], session.measure

    def counted(run, *arguments, **options):
        done.append((run.preset.training.margin_ratio, run.seed))
        return measure(run, *arguments, **options)

    store.behaviour("bep", False)  # has a run of its own, once
    monkeypatch.setattr(session, "measure", counted)
    return done


def read(path):
    return list(csv.DictReader(path.read_text().splitlines()))


# Points


@pytest.mark.parametrize(("figure", "point"), EVERY, ids=lambda value: value.name)
def test_point_is_a_valid_run(figure, point):
    run = point.run(seed=3)  # `fresh` checks the preset, and group sizes against widths
    run.preset.check()
    network = run.preset.network
    assert run.seed == 3 and run.backend == "golden"
    if run.preset.encoding is None:
        assert network.layers[0] == datasets.get(point.dataset).width
    assert len(set(network.layers[1:])) == 1, "hidden layers are equally wide"
    assert all(width % run.preset.training.group == 0 for width in network.layers[1:])
    assert figure.curve(point)
    assert not figure.logarithmic or point.x > 0
    assert point.run(1, epochs=2).preset.training.epochs == 2


@pytest.mark.parametrize("figure", EXPERIMENTS.values(), ids=EXPERIMENTS)
def test_points_differ(figure):
    names = [point.name for point in figure.points]
    assert len(set(names)) == len(names)
    configs = {str(store.configuration(point.run(1), point.method)) for point in figure.points}
    assert len(configs) == len(names)


def test_fig2_is_the_grid_of_the_paper():
    points = EXPERIMENTS["fig2"].chosen()
    assert len(points) == 20
    values = paper.fig2()
    assert {(p.dataset, p.network.depth, p.x): p.paper for p in points} == values
    assert values["random-prototypes", 2, 35] == 61.7
    assert values["fashion-mnist", 3, 525] == 85.7


@pytest.mark.parametrize(
    ("figure", "depths"), [("fig4", {3, 5}), ("fig5", {2}), ("fig6", {2}), ("fig7", {2})]
)
def test_depths_of_sweeps(figure, depths):
    assert {point.network.depth for point in EXPERIMENTS[figure].points} == depths


@pytest.mark.parametrize("path", sorted(paper.FOLDER.glob("*.csv")), ids=lambda path: path.stem)
def test_paper_values_name_their_source(path):
    assert "arXiv:2512.04189" in paper.source(path.stem)
    rows = paper.rows(path.stem)
    assert rows and all(None not in row and None not in row.values() for row in rows)


def test_chosen_points():
    figure = EXPERIMENTS["fig2"]
    assert [p.name for p in figure.chosen(["rp-35-*", "rp-75-L2"])] == [
        *("rp-35-L2", "rp-75-L2", "rp-35-L3"),
    ]
    assert all(p.setting == "batch20" for p in figure.chosen(settings=["batch20"]))
    with pytest.raises(ConfigError, match=r"points 'rq-\*': matches no point of fig2"):
        figure.chosen(["rp-*", "rq-*"])
    with pytest.raises(
        ConfigError, match="setting 'best': fig2 has preset, batch20, batch20-upper, "
    ):
        figure.chosen(settings=["best"])


# Runs


def test_runs_resume(tiny, tmp_path, console, monkeypatch):
    """An interrupted experiment goes on with what is left, and a finished one does nothing."""
    jobs = engine.plan(TINY.points, (1, 2), 2, tmp_path)
    assert list(jobs) == [(f"rp-35-L1-r{r}", seed) for seed in (1, 2) for r in ("0.5", "1")]
    counted = session.measure

    def interrupted(run, data, **options):
        if len(tiny) == 2:
            signal.raise_signal(signal.SIGINT)
        return counted(run, data, **options)

    with monkeypatch.context() as patch:
        patch.setattr(session, "measure", interrupted)
        stopped = engine.carry_out(list(jobs.values()), processes=1, console=console)
    assert stopped == signal.SIGINT
    assert tiny == [(0.5, 1), (1.0, 1), (0.5, 2)]
    assert len(list(tmp_path.iterdir())) == 2
    before = {path: path.read_text() for path in tmp_path.iterdir()}

    tiny.clear()
    assert engine.carry_out(list(jobs.values()), processes=1, console=console) == 0
    assert tiny == [(0.5, 2), (1.0, 2)]
    assert {path: path.read_text() for path in before} == before

    tiny.clear()
    assert engine.carry_out(list(jobs.values()), processes=1, console=console) == 0
    assert tiny == []


def test_equal_points_run_once(tiny, tmp_path, console):
    twin = Point(name="twin", preset="rp-35", changes=TINY.points[0].changes, x=1)
    jobs = engine.plan([TINY.points[0], twin], (1,), 1, tmp_path)
    engine.carry_out(list(jobs.values()), processes=1, console=console)
    assert tiny == [(0.5, 1)]


def test_result_is_that_of_the_training_loop(tiny, tmp_path, console):
    (job,) = engine.plan(TINY.points[:1], (1,), 3, tmp_path).values()
    engine.carry_out([job], processes=1, console=console)
    values = store.load(job.path)
    data = session.load_data(job.run)
    summary, history = session.measure(job.run, data, stopped=lambda: False, display=store.Silent())
    for name in ("test_accuracy", "test_accuracy_last", "kept_epoch", "weights_sha256"):
        assert values[name] == summary[name]
    assert values["data"] == data.checksum()
    validation = [row["validation_accuracy"] for row in history]
    assert values["validation_history"] == validation and len(validation) == 3
    assert values["validation_accuracy"] == max(validation), "the best validation epoch is kept"


def test_worker_process_gives_the_same(tmp_path, console):
    """A run in a process of its own has the weights of the same run in this one."""
    pytest.importorskip("sklearn")
    point = Point(name="digits", preset="digits", changes={"layers": "9"}, x=9)
    jobs = []
    for processes in (1, 2):
        (job,) = engine.plan([point], (1,), 1, tmp_path / str(processes)).values()
        assert engine.carry_out([job], processes=processes, console=console) == 0
        jobs.append(store.load(job.path))
    assert jobs[0]["weights_sha256"] == jobs[1]["weights_sha256"]
    assert jobs[0]["test_accuracy"] == jobs[1]["test_accuracy"]


def test_damaged_result(tmp_path):
    (tmp_path / "a.json").write_text('{"half')
    with pytest.raises(ConfigError, match=r"a\.json: cannot be read.*delete it"):
        store.load(tmp_path / "a.json")


# What names a result


@pytest.mark.parametrize(
    "figure, name, seeds", [("fig2", "rp-135-L2", 5), ("table3", "italy-1035-W2-b10", 9)]
)
def test_finished_runs_are_still_found(figure, name, seeds):
    """The runs kept in docs/results have the names that their configurations give now."""
    folder = Path(__file__).parents[2] / "docs" / "results" / "runs"
    point = next(point for point in EXPERIMENTS[figure].points if point.name == name)
    jobs = engine.plan([point], range(1, seeds + 1), None, folder)
    assert all(job.path.exists() for job in jobs.values())


@pytest.mark.parametrize(
    "family, dataset", [("fmnist", "fashion-mnist"), ("rp", "random-prototypes")]
)
@pytest.mark.parametrize("width", [35, 75, 135, 255, 525])
def test_presets_have_the_best_settings_of_the_table(family, dataset, width):
    """docs/results/fig2.md has the row of the best validation accuracy of each width."""
    page = (Path(__file__).parents[2] / "docs" / "results" / "fig2.md").read_text()
    table = page.partition(f"## {dataset}, L = 2\n")[2].partition("## ")[0]
    (row,) = [line for line in table.splitlines() if line.startswith(f"| BEP | {width} |")]
    setting = SETTINGS[row.split("|")[7].strip()]
    training = presets.get(f"{family}-{width}").training
    assert {name: getattr(training, name) for name in setting} == setting


def test_configuration(monkeypatch):
    point = TINY.points[0]
    first = store.configuration(point.run(1))
    assert first == store.configuration(point.run(1))
    assert first != store.configuration(point.run(2))
    assert first != store.configuration(point.run(1, epochs=3))
    core = {"tile": "18x36", "lanes": 36}
    same = Point(name="x", preset="rp-35", changes={**point.changes, **core}, x=0)
    assert first == store.configuration(same.run(1)), "the core changes no result"


@pytest.mark.parametrize(
    ("owner", "name", "value"),
    [
        (Training, "_gate", lambda self, fan_in, reach: 0),
        (Training, "_reinforce", lambda self, layer, fan_in, error_rate: 0),
        (schedule, "next_divisor", lambda width, group: group),
        (loop, "epoch_order", lambda seed, epoch, samples: np.arange(samples)),
        (hidden, "counter_range", lambda bits: (-(1 << (bits - 2)), 3)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_behaviour_notices_changes(monkeypatch, owner, name, value):
    """Results of code that trains otherwise are not taken for those of the present code."""
    before = store.behaviour.__wrapped__("bep")
    assert before == store.behaviour.__wrapped__("bep")
    if name == "counter_range":  # imported by name where it is used
        monkeypatch.setattr("bep_hw.golden.commit.counter_range", value)
    monkeypatch.setattr(owner, name, value)
    assert store.behaviour.__wrapped__("bep") != before


# Tables


def result(test, last, validation, data=7):
    return {
        "configuration": {"dataset": "random-prototypes", "seed": 1},
        **{"data": data, "test_accuracy": test, "test_accuracy_last": last},
        "validation_accuracy": validation,
    }


def test_mean_and_deviation(tmp_path):
    """Worked out by hand: 60, 62, 67 are -3, -1, 4 from 63; (9 + 1 + 16) / 2 = 13, root 3.6056."""
    figure = EXPERIMENTS["fig2"]
    point = figure.points[0]
    results = {
        (point.name, 1): result(60.0, 50.0, 61.0),
        (point.name, 2): result(62.0, 51.0, 61.5),
        (point.name, 3): result(67.0, 52.0, 62.0),
        (figure.points[1].name, 1): result(70.25, 70.0, 69.0),
    }
    table.write_csv(tmp_path / "t.csv", figure, table.aggregate(figure, figure.chosen(), results))
    first, second, third, *rest = read(tmp_path / "t.csv")
    assert first == {
        **{"point": "rp-35-L2", "dataset": "random-prototypes", "layers": "2", "width": "35"},
        **{"method": "bep", "setting": "preset", "selected": "1", "seeds": "3"},
        **{"test_mean": "63.00", "test_deviation": "3.61"},
        **{"last_mean": "51.00", "last_deviation": "1.00"},
        **{"validation_mean": "61.50", "validation_deviation": "0.50"},
        **{"paper": "61.70", "test_minus_paper": "1.30"},
    }
    assert (second["test_mean"], second["test_deviation"]) == ("70.25", "")
    assert (third["seeds"], third["test_mean"], third["paper"]) == ("0", "", "74.10")
    assert (third["test_minus_paper"], third["selected"]) == ("", "0")
    assert len(rest) == 17


def test_validation_selects_the_setting():
    """The better validation mean wins, whatever the test data say."""
    figure = EXPERIMENTS["fig2"]
    results = {
        ("rp-35-L2", 1): result(65.0, 60.0, 58.0),
        ("rp-35-L2-batch20", 1): result(61.0, 60.0, 59.0),
        ("rp-35-L3", 1): result(55.0, 60.0, 58.0),
        ("rp-35-L3", 2): result(55.0, 60.0, 58.0),
        ("rp-35-L3-strong", 1): result(61.0, 60.0, 99.0),
    }
    rows = table.aggregate(figure, [], results)
    assert {row.point.name: row.selected for row in rows} == {
        "rp-35-L2": False,
        "rp-35-L2-batch20": True,
        "rp-35-L3": True,  # one lucky seed does not beat two
        "rp-35-L3-strong": False,
    }


def test_versions_of_data_are_not_mixed():
    figure = EXPERIMENTS["fig2"]
    results = {
        ("rp-35-L2", 1): result(65.0, 60.0, 58.0),
        ("rp-35-L2", 2): result(65.0, 60.0, 58.0, data=8),
    }
    with pytest.raises(ConfigError, match="two versions of the data set"):
        table.aggregate(figure, [], results)


# The command


def run_command(monkeypatch, *arguments):
    monkeypatch.setattr("sys.argv", ["experiments", *map(str, arguments)])
    with pytest.raises(SystemExit) as status:
        command.command()
    return status.value.code


def test_command(tiny, tmp_path, monkeypatch, capsys):
    pytest.importorskip("matplotlib")
    options = ("--seeds", 2, "--jobs", 1, "--runs", tmp_path / "runs", "--out", tmp_path / "out")
    options = ("tiny", *options, "--epochs", 2)
    assert run_command(monkeypatch, *options, "--points", "*-r1") == 0
    assert tiny == [(1.0, 1), (1.0, 2)]
    assert run_command(monkeypatch, *options) == 0
    assert sorted(tiny) == [(0.5, 1), (0.5, 2), (1.0, 1), (1.0, 2)]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *("tiny-2epochs.csv", "tiny-2epochs.md", "tiny-2epochs.png"),
    }
    rows = read(tmp_path / "out" / "tiny-2epochs.csv")
    stored = [store.load(path) for path in (tmp_path / "runs").iterdir()]
    for row, ratio in zip(rows, (0.5, 1.0), strict=True):
        pair = [v for v in stored if v["configuration"]["margin_ratio"] == ratio]
        a, b = (values["test_accuracy"] for values in pair)
        assert (row["r"], row["layers"], row["width"]) == (f"{ratio:g}", "1", "35")
        assert row["test_mean"] == f"{(a + b) / 2:.2f}"
        # Of two values, the deviation is their distance over the root of 2.
        assert row["test_deviation"] == f"{abs(a - b) / 2**0.5:.2f}"
        assert (row["seeds"], row["paper"]) == ("2", "")
    lines = (tmp_path / "out" / "tiny-2epochs.md").read_text().splitlines()
    assert [line for line in lines if line.startswith("| tiny |")] == [
        f"| tiny | {row['r']} | 2 | "
        + " | ".join(f"{row[f'{c}_mean']} ± {row[f'{c}_deviation']}" for c in table.ACCURACIES)
        + " |"
        for row in rows
    ]
    capsys.readouterr()
    assert run_command(monkeypatch, *options, "--list") == 0
    assert capsys.readouterr().out.count("2/2 runs finished") == 2
    assert len(tiny) == 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fig9"], "figure 'fig9': must be one of fig2"),
        (["fig2", "--seeds", "0"], "seeds 0: must be at least 1"),
        (["fig2", "--jobs", "0"], "jobs 0: must be at least 1"),
        (["fig2", "--epochs", "0"], "epochs 0: must be from 1"),
        (["fig2", "--jobs", "x"], "--jobs"),
        (["fig2", "--points", "none"], "points 'none': matches no point"),
    ],
)
def test_bad_command(arguments, message, monkeypatch, capsys):
    assert run_command(monkeypatch, *arguments) == 2
    error = capsys.readouterr().err
    assert message in error and error.count("\n") == 1
