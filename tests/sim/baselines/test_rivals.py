"""Classifiers of scikit-learn beside BEP, and the table of data sets by their names."""

import numpy as np
import pytest

from bep_hw.support.display import Silent
from bep_hw.train import session
from sim.baselines import rivals
from sim.experiments import any_data, store, table
from sim.experiments.any_data import EXPERIMENT
from sim.experiments.methods import METHODS, RIVALS

SETS = ("iris", "UnitTest")


def test_stretched_series_keep_their_ends_and_lines():
    feature = np.array([0.0, np.nan, 4.0])
    assert rivals.stretched(feature, 5).tolist() == [0, 1, 2, 3, 4]
    assert rivals.stretched(np.full(3, np.nan), 2).tolist() == [0, 0]
    series = [np.array([[1.0, 3.0], [5.0, 5.0]]), np.array([[1.0, 2.0, 3.0], [0.0, 1.0, 2.0]])]
    assert rivals.rows(series, 3).tolist() == [[1, 2, 3, 5, 5, 5], [1, 2, 3, 0, 1, 2]]


@pytest.mark.parametrize(
    "name, kind",
    [(p.dataset, p.method) for p in EXPERIMENT.points if p.method in RIVALS and p.dataset in SETS],
)
def test_a_rival_sees_the_same_samples(name, kind):
    if kind == "tsetlin":
        pytest.importorskip("green_tsetlin", reason="is in the extra baselines")
    (point,) = EXPERIMENT.chosen([name], methods=[kind])
    run = point.run(seed=1)
    data = session.load_data(run)
    options = {"stopped": lambda: False, "display": Silent()}
    summary, history = METHODS[kind].measure(run, data, **options)
    assert history == [] and summary["test_accuracy"] == summary["test_accuracy_last"]
    most = np.bincount(data.train.labels).argmax()
    chance = 100 * np.mean(data.test.labels == most)
    if kind == "majority":
        assert summary["test_accuracy"] == round(chance, 4)
    else:
        assert summary["test_accuracy"] > chance + 20
    if kind == "nearest":
        assert summary["train_accuracy"] == 100


def test_each_rival_has_the_sets_that_it_can_take():
    """ROCKET takes series, a Tsetlin machine takes bits, and the others take all."""
    for kind in RIVALS:
        sets = {p.dataset for p in EXPERIMENT.chosen(methods=[kind])}
        series = set(any_data.SETS["series"])
        without = {"rocket": set(any_data.NAMES) - series, "tsetlin": series}.get(kind, set())
        assert sets == set(any_data.NAMES) - without


def test_a_tsetlin_machine_depends_on_the_bits():
    (point,) = EXPERIMENT.chosen(["digits"], methods=["tsetlin"])
    names = [store.configuration(point.run(seed=2), kind) for kind in ("tsetlin", "mlp")]
    assert "edges" in names[0] and "edges" not in names[1] and "layers" not in names[0]


def test_rivals_do_not_depend_on_the_network():
    (point,) = EXPERIMENT.chosen(["GunPoint"], methods=["mlp"])
    run, other = point.run(seed=2), point.run(seed=2, epochs=7)
    assert store.configuration(run, "mlp") == store.configuration(other, "mlp")
    assert store.configuration(run) != store.configuration(other)
    assert set(store.configuration(run, "mlp")) == {
        *("dataset", "classes", "seed", "method", "version"),
    }


def test_at_least_twenty_sets_and_a_row_for_each(tmp_path):
    assert len(any_data.NAMES) >= 20 and len(set(any_data.NAMES)) == len(any_data.NAMES)
    result = {
        "configuration": {"dataset": "iris", "seed": 1, "layers": [9, 9]},
        **{"data": 7, "test_accuracy": 90.0, "test_accuracy_last": 90.0},
        "validation_accuracy": 90.0,
    }
    names = ("iris", "iris-mlp")
    rows = table.aggregate(EXPERIMENT, [], {(name, 1): result for name in names})
    table.write_markdown(tmp_path / "t.md", EXPERIMENT, rows)
    lines = (tmp_path / "t.md").read_text().splitlines()
    assert lines[-3] == "| data set | BEP | MLPClassifier | seeds |"
    assert lines[-1] == "| iris | 90.00 | 90.00 | 1 |"
