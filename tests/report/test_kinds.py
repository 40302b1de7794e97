"""Kinds of runs: what one of them lacks is said in a line, not shown as an empty picture."""

import dataclasses

import numpy as np
import pytest

from bep_hw.report import core, cycles, mistakes, weights
from bep_hw.report.page import page
from bep_hw.report.runs import read
from bep_hw.spec.network import MultiTarget
from bep_hw.train import session
from bep_hw.train.regressor import BEPRegressor
from bep_hw.train.run import fresh
from tests.helpers.tiny_prototypes import use_tiny_prototypes
from tests.report.conftest import train
from tests.report.html_page import Page


def test_bits_are_no_images(tmp_path, monkeypatch):
    use_tiny_prototypes(monkeypatch)
    train(tmp_path / "bits", epochs=1, preset="rp-35", layers="14", batch_size=7, group=7)
    run = read(tmp_path / "bits")
    assert mistakes.images(run).text == "The samples of this run are no images."
    assert not weights.fields(run).body and "no images" in weights.fields(run).text
    assert mistakes.confusion(run).body and weights.counters(run).body and cycles.cycles(run).body
    Page(page([run]))


def test_series(tmp_path):
    train(tmp_path / "series", 1, "italy-135", layers="9,9", group=3, window=4)
    run = read(tmp_path / "series")
    shown = Page(page([run])).text
    for name in ("inputs to state", "state to state", "state to readout"):
        assert name in shown
    assert "--preset italy-135 --backend" not in shown  # golden is the default
    assert "bep-hw train --preset italy-135" in shown


def test_edges_belong_to_no_pixel(tmp_path):
    train(tmp_path / "edges", 1, encoding="edges")
    run = read(tmp_path / "edges")
    assert "belong to no single pixel" in weights.fields(run).text
    assert mistakes.images(run).body


def test_several_targets(digits):
    run = read(digits)
    network = MultiTarget(layers=run.preset.network.layers, classes=10)
    preset = dataclasses.replace(run.preset, network=network)
    run = dataclasses.replace(run, run=dataclasses.replace(run.run, preset=preset))
    assert "several targets" in mistakes.confusion(run).text
    assert mistakes.images(run) is None and core.sizes(run) is None
    assert not core.core(run).body and not cycles.cycles(run).body


def test_many_classes_become_pairs(digits, monkeypatch):
    run = read(digits)
    monkeypatch.setattr(mistakes, "MOST_CLASSES", 9)
    figure = mistakes.confusion(run)
    matrix = run.predictions.confusion()
    np.fill_diagonal(matrix, 0)
    assert figure.title == "Most frequent confusions"
    assert f'<td class="number">{matrix.max()}</td>' in figure.body
    assert figure.body.count("<tr><td>") == min(np.count_nonzero(matrix), mistakes.MOST_PAIRS)


@pytest.mark.parametrize("shown", [5, 100])
def test_a_picture_of_each_neuron(digits, monkeypatch, shown):
    monkeypatch.setattr(weights, "MOST_NEURONS", shown)
    text = weights.fields(read(digits)).text
    assert ("The first 5 of 24 neurons" if shown == 5 else "The 24 neurons") in text


def test_a_layer_is_cut_if_it_is_large(digits, monkeypatch):
    monkeypatch.setattr(weights, "LARGEST", 20)
    shown = weights.counters(read(digits)).body
    assert "24 neurons by 256 inputs" in shown and "The first 20 by 20 are shown." in shown


def test_a_table_with_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"{('no', 'yes')[n % 2]},{n % 2 + n % 7},{n * n % 11}\n" for n in range(100))
    (tmp_path / "a.csv").write_text(f"kind,x,y\n{rows}")
    given = {"data_file": "a.csv", "label": "kind", "layers": "12", "epochs": 2}
    session.train(fresh(None, given), tmp_path / "table")
    shown = Page(page([read(tmp_path / "table")])).text
    assert "no yes no" in shown  # heads of the confusion matrix, and of its first row
    assert "--data-file a.csv --label kind" in shown
    (tmp_path / "a.csv").unlink()
    assert "a.csv: no such file" in Page(page([read(tmp_path / "table")])).text


def test_a_saved_regressor(tmp_path):
    random = np.random.default_rng(0)
    features = random.normal(size=(60, 3))
    fitted = BEPRegressor((12,), epochs=2, random_state=1, backend="golden")
    fitted.fit(features, features[:, 0])
    fitted.save(tmp_path / "saved")
    shown = Page(page([read(tmp_path / "saved")])).text
    assert "No core trains a network of several targets" in shown
