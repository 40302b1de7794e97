"""Methods as a dimension of an experiment: their points, names of results, table and plot."""

import csv
import dataclasses
import importlib.util
import io

import pytest
from rich.console import Console

from bep_hw.support.errors import ConfigError
from sim.baselines import local_rule, qat_config
from sim.experiments import __main__ as command
from sim.experiments import engine, methods, paper, plot, store, table
from sim.experiments.figures import EXPERIMENTS
from sim.experiments.methods import METHODS, NETWORKS
from tests.helpers.tiny_prototypes import use_tiny_prototypes

FIG2 = EXPERIMENTS["fig2"]


def point(name):
    (found,) = (point for point in FIG2.points if point.name == name)
    return found


def result(accuracy):
    return {
        "configuration": {"dataset": "random-prototypes", "seed": 1},
        **{"data": 7, "test_accuracy": accuracy, "test_accuracy_last": accuracy - 1},
        "validation_accuracy": accuracy + 1,
    }


def test_points_of_every_method():
    assert (
        FIG2.methods
        == list(NETWORKS)
        == [
            *("bep", "local", "local-frame", "qat", "qat-scaled", "qat-bn"),
        ]
    )
    assert {p.method for p in FIG2.chosen()} == {"bep"}, "BEP is the default"
    for name, method in NETWORKS.items():
        points = FIG2.chosen(methods=[name])
        assert len(points) == 20
        values = paper.fig2(method.column) if method.column else {}
        assert {(p.dataset, p.network.depth, p.x): p.paper for p in points if values} == values
    assert paper.fig2("qat_plain")["random-prototypes", 3, 35] == 15


def test_chosen_by_method():
    """A pattern is of the place, and so finds a point by every method."""
    chosen = FIG2.chosen(["rp-35-L2"], methods=["bep", "qat-bn"])
    assert [p.name for p in chosen] == ["rp-35-L2", "rp-35-L2-qat-bn"]
    with pytest.raises(ConfigError, match="method 'best': fig2 has bep, local, "):
        FIG2.chosen(methods=["best"])
    with pytest.raises(ConfigError, match="method 'local': fig5 has bep"):
        EXPERIMENTS["fig5"].chosen(methods=["local"])


def test_names_of_bep_results_stay():
    """Nothing new in the configuration of a BEP run: finished runs are still found."""
    values = store.configuration(point("rp-35-L2").run(1))
    assert values == store.configuration(point("rp-35-L2").run(1), "bep")
    assert set(values) == {
        *("dataset", "layers", "classes", "seed", "behaviour"),
        *store.FIRST_OPTIONS,
    }
    later = {"upper_reinforcement", "horizon", *store.NO_MATTER}
    assert set(values) | later >= set(point("rp-35-L2").run(1).to_dict())
    assert "upper_reinforcement" not in values, "an option at its default"


def test_configuration_of_methods():
    run = point("rp-35-L2").run(1)
    local, frame, qat = (store.configuration(run, name) for name in ("local", "local-frame", "qat"))
    assert local["method"] == frame["method"] == "local" and qat["method"] == "qat"
    assert local["behaviour"] != frame["behaviour"] != store.behaviour("bep")
    assert "gate_ratio" not in local and "group" not in qat and "behaviour" not in qat
    assert qat["version"] == qat_config.VERSION and qat["learning_rate"] == 1e-3
    gated = dataclasses.replace(point("rp-35-L2"), changes={"gate_ratio": 0.1}).run(1)
    assert store.configuration(gated, "local") == local, "the local rule has no gates"
    paths = {store.path_of(store.configuration(run, name), "") for name in METHODS}
    assert len(paths) == len(METHODS)


def test_behaviour_notices_changes_of_the_local_rule(monkeypatch):
    before = store.behaviour.__wrapped__("local")
    monkeypatch.setattr(local_rule, "layer_margins", lambda network, ratio: (1, 1, 1))
    assert store.behaviour.__wrapped__("local") != before


@pytest.fixture
def tiny(monkeypatch):
    """Random Prototypes of 50 training samples."""
    use_tiny_prototypes(monkeypatch)


def test_engine_trains_by_the_method(tiny, tmp_path):
    points = [point("rp-35-L2"), point("rp-35-L2-local"), point("rp-35-L2-local-frame")]
    jobs = engine.plan(points, (1,), 2, tmp_path)
    console = Console(file=io.StringIO())
    assert engine.carry_out(list(jobs.values()), processes=1, console=console) == 0
    found = {name: store.load(job.path) for (name, _), job in jobs.items()}
    assert len({values["weights_sha256"] for values in found.values()}) == 3
    assert found["rp-35-L2-local"]["configuration"]["method"] == "local"


def test_missing_torch(tiny, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    methods.check_installed(["bep", "local"])
    arguments = ["fig2", "--methods", "local,qat", "--points", "rp-35-L2", "--runs", str(tmp_path)]
    monkeypatch.setattr("sys.argv", ["experiments", *arguments])
    with pytest.raises(SystemExit) as status:
        command.command()
    assert status.value.code == 2
    message = "method qat: torch not found; pip install bep-hw[baselines]"
    assert message in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_table_and_plot(tmp_path):
    pytest.importorskip("matplotlib")
    names = ("rp-35-L2", "rp-35-L2-local", "rp-35-L2-qat-bn", "fmnist-75-L3-qat")
    results = {(name, 1): result(60.0 + i) for i, name in enumerate(names)}
    rows = table.aggregate(FIG2, [], results)
    assert all(row.selected for row in rows), "methods do not compete with each other"
    table.write_csv(tmp_path / "t.csv", FIG2, rows)
    lines = list(csv.DictReader((tmp_path / "t.csv").read_text().splitlines()))
    columns = ("point", "method", "test_mean", "paper", "test_minus_paper")
    assert [tuple(line[name] for name in columns) for line in lines] == [
        ("rp-35-L2", "bep", "60.00", "61.70", "-1.70"),
        ("rp-35-L2-local", "local", "61.00", "56.00", "5.00"),
        ("fmnist-75-L3-qat", "qat", "63.00", "53.00", "10.00"),
        ("rp-35-L2-qat-bn", "qat-bn", "62.00", "67.80", "-5.80"),
    ]
    assert plot.write_plot(tmp_path / "t.png", FIG2, rows) is None
    every = table.aggregate(FIG2, FIG2.points, results)  # four panels
    assert plot.write_plot(tmp_path / "all.png", FIG2, every) is None
    assert (tmp_path / "all.png").stat().st_size > (tmp_path / "t.png").stat().st_size
