"""Warnings: one line for data that teach little, and for training that stays at chance."""

import json
from io import StringIO

import numpy as np
import pytest
from rich.console import Console
from sklearn.exceptions import ConvergenceWarning

from bep_hw.data import datasets
from bep_hw.train import session, warn
from bep_hw.train.estimator import BEPClassifier
from bep_hw.train.run import fresh


def table(path, samples, features=4, classes=2, teach=3, seed=0):
    """A table whose second column is constant; the first ones tell the class if `teach`."""
    rng = np.random.default_rng(seed)
    labels = np.arange(samples) % classes
    values = rng.normal(size=(samples, features)).round(3) + teach * labels[:, None]
    values[:, 1] = 7
    lines = [
        ",".join(map(str, [*row, f"c{label}"])) for row, label in zip(values, labels, strict=True)
    ]
    path.write_text("\n".join(lines) + "\n")
    return str(path)


def new(path, **options):
    return fresh(None, {"data_file": path, "layers": "15", **options})


def lines_of(run):
    return list(warn.of_data(run, session.load_data(run)))


def test_constant_features_and_few_samples_to_validate(tmp_path):
    some = lines_of(new(table(tmp_path / "a.csv", 100)))
    assert len(some) == 2
    assert some[0] == ("1 feature is constant in the training samples and of no use: number 2")
    assert some[1].startswith("8 samples validate, so each is worth 12.5 points: too few")
    assert len(lines_of(new(table(tmp_path / "b.csv", 800)))) == 1


def test_many_constant_features(tmp_path):
    values = np.zeros((400, 9))
    values[::2, 3] = 1
    np.savez(tmp_path / "a.npz", X=values, y=np.arange(400) % 2)
    (line,) = lines_of(new(str(tmp_path / "a.npz")))
    assert line.startswith("8 features are constant") and line.endswith("number 1, 2, 3, 5, 6, ...")


def series(folder, length):
    rng = np.random.default_rng(1)
    for half, count in (("TRAIN", 400), ("TEST", 8)):
        lines = (
            "\t".join(map(str, [n % 2, *rng.normal(size=length).round(3)])) for n in range(count)
        )
        (folder / f"walk_{half}.tsv").write_text("\n".join(lines) + "\n")
    return str(folder / "walk_TRAIN.tsv")


def test_a_window_that_leaves_many_steps(tmp_path):
    path = series(tmp_path, 202)
    assert lines_of(fresh("italy-135", {"data_file": path, "window": 2})) == [
        "window 2 leaves 101 time steps, through which little is learnt: try --window 17, which"
        " leaves about 12"
    ]
    assert lines_of(fresh("italy-135", {"data_file": path, "window": 3})) == []


@pytest.mark.parametrize("teach", [0, 3])
def test_training_at_chance_is_said_once_and_kept(tmp_path, teach):
    run = new(table(tmp_path / "a.csv", 800, teach=teach), epochs=20)
    text = StringIO()
    out = tmp_path / "run"
    values = session.train(run, out, console=Console(file=text, width=300))
    late = [line for line in values["warnings"] if "training accuracy" in line]
    assert len(late) == (teach == 0)
    assert json.loads((out / "summary.json").read_text())["warnings"] == values["warnings"]
    shown = [line for line in text.getvalue().splitlines() if line.startswith("warning: ")]
    assert shown == [f"warning: {line}" for line in values["warnings"]]
    if late:
        assert "after 5 of 20 epochs: no better than always naming the most frequent" in late[0]
        before = text.getvalue().splitlines()[: text.getvalue().splitlines().index(shown[-1])]
        assert sum(line.startswith("epoch") for line in before) == 5


def test_the_most_frequent_class_is_the_measure(tmp_path):
    run = new(table(tmp_path / "a.csv", 800), epochs=5)
    data = session.load_data(run)
    assert warn.chance(np.array([0, 2, 2, 2])) == 0.75
    edge = 100 * (0.5 + 2 * np.sqrt(0.25 / len(data.train)))
    below, above = {"train_accuracy": edge - 0.1}, {"train_accuracy": edge + 0.1}
    assert warn.of_training(run, data, 4 * [below]) is None
    assert warn.of_training(run, data, 5 * [below])
    assert warn.of_training(run, data, [*4 * [below], above]) is None


@pytest.mark.parametrize("epochs, judged", [(1, 5), (20, 5), (50, 5), (51, 6), (300, 30)])
def test_a_tenth_of_the_epochs_but_at_least_five(epochs, judged):
    assert warn.epochs_to_judge_by(epochs) == judged


def test_a_classifier_warns_too():
    rng = np.random.default_rng(0)
    with pytest.warns(ConvergenceWarning, match="training accuracy .* most frequent class"):
        BEPClassifier((15,), epochs=5, random_state=1, backend="golden").fit(
            rng.normal(size=(300, 3)), np.arange(300) % 2
        )


def test_data_sets_with_a_rule_of_their_own_have_no_warnings():
    run = fresh("digits", {})
    assert not list(warn.of_data(run, datasets.load("digits")))
