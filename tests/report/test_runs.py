"""Runs as a report reads them."""

import dataclasses
import shutil

import numpy as np
import pytest

from bep_hw.data import datasets
from bep_hw.data.dataset import Split
from bep_hw.report import cycles, mistakes, weights
from bep_hw.report.page import page
from bep_hw.report.runs import read, read_all
from bep_hw.support.errors import ConfigError
from bep_hw.train.estimator import BEPClassifier
from tests.report.conftest import train
from tests.report.html_page import Page


def copy(folder, place):
    shutil.copytree(folder, place)
    return place


def test_predictions_are_those_of_the_kept_weights(digits):
    run = read(digits)
    found = run.predictions
    assert round(100 * found.right / len(found.labels), 4) == run.summary["test_accuracy"]
    assert found.confusion().sum() == 360 and np.trace(found.confusion()) == found.right


def test_an_unfinished_run(digits, tmp_path):
    folder = copy(digits, tmp_path / "part")
    (folder / "summary.json").unlink()
    run = read(folder)
    assert run.split_name == "validation" and run.trained == 3 * len(run.data.train)
    shown = Page(page([run])).text
    assert "part is not finished: 3 epochs" in shown
    best = run.history[run.state.kept_epoch - 1]["validation_accuracy"]
    assert f"validation accuracy {best:.2f} %" in shown
    assert "test accuracy" not in shown


def test_a_run_before_its_first_epoch(digits, tmp_path):
    from bep_hw.train import checkpoint, loop

    config, _ = checkpoint.load(digits / "checkpoint.npz")
    (tmp_path / "new").mkdir()
    state = loop.start(read(digits).run)
    checkpoint.save(tmp_path / "new" / "checkpoint.npz", config, state)
    assert "No epoch is finished yet." in Page(page([read(tmp_path / "new")])).text


def test_data_that_has_changed(digits, tmp_path, monkeypatch):
    run = read(digits)
    data = run.data
    changed = dataclasses.replace(data, test=data.validation)
    source = dataclasses.replace(datasets.get("digits"), load=lambda *_: changed)
    monkeypatch.setitem(datasets.SOURCES, "digits", source)
    run = read(digits)
    assert run.data is None and "has changed since the training" in run.missing
    for figure in (mistakes.confusion(run), weights.fields(run), cycles.cycles(run)):
        assert not figure.body and run.missing in figure.text
    assert mistakes.images(run) is None
    shown = Page(page([run]))
    assert shown.text.count("has changed since the training") == 3


def test_a_saved_classifier(tmp_path):
    random = np.random.default_rng(0)
    features = random.normal(size=(60, 4))
    labels = np.array(["no", "yes"])[(features[:, 0] > 0).astype(int)]
    fitted = BEPClassifier((12,), epochs=3, random_state=1, backend="golden")
    fitted.fit(features, labels)
    fitted.save(tmp_path / "saved")
    run = read(tmp_path / "saved")
    assert run.class_names == ("no", "yes")
    shown = Page(page([run])).text
    assert "The samples cannot be read again" in shown
    assert "No single command trains this run again." in shown
    if isinstance(run.kept_samples, Split):
        assert "Confusion matrix" in shown


def test_names_tell_folders_apart(digits, tmp_path):
    second = copy(digits, tmp_path / "digits")
    names = [run.name for run in read_all([digits, second])]
    assert names == [f"{folder.parent.name}/digits" for folder in (digits, second)]
    assert [run.name for run in read_all([digits])] == ["digits"]


def test_no_run(digits, tmp_path):
    with pytest.raises(ConfigError, match=r"holds no checkpoint\.npz of a training run"):
        read(tmp_path)
    with pytest.raises(ConfigError, match="digits: is named twice"):
        read_all([digits, digits / ".." / "digits"])
    folder = copy(digits, tmp_path / "other")
    train(tmp_path / "wide", epochs=1, layers="12,12")
    shutil.copy(tmp_path / "wide" / "weights.npz", folder / "checkpoint.npz")
    with pytest.raises(ConfigError, match=r"checkpoint\.npz"):
        read(folder)
