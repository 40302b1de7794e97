"""The page about runs: what is on it agrees with the runs' own files."""

import csv
import json
import re
from xml.etree import ElementTree

import pytest

from bep_hw.report.figure import Figure
from bep_hw.report.page import merged, page
from bep_hw.report.runs import read_all
from bep_hw.report.write import report
from tests.report.conftest import train
from tests.report.html_page import Page


@pytest.fixture(scope="module")
def one(digits, tmp_path_factory):
    """The page about one run."""
    out = tmp_path_factory.mktemp("page") / "new" / "page.html"
    assert report([digits], out) == out
    return Page(out.read_text())


@pytest.fixture(scope="module")
def both(digits, other):
    """The page about two runs."""
    return Page(page(read_all([digits, other])))


def test_figures_are_those_of_the_summary(one, digits):
    values = json.loads((digits / "summary.json").read_text())
    for name in ("train", "validation", "test"):
        assert f"{values[f'{name}_accuracy']:.2f} %" in one.text
    assert values["weights_sha256"] in one.text
    assert f"samples trained {values['samples_trained']:,}" in one.text
    assert f"kept epoch {values['kept_epoch']}" in one.text
    for name, version in values["versions"].items():
        assert f"{name} {version}" in one.text


def test_history_is_that_of_the_file(one, digits):
    with open(digits / "history.csv") as stream:
        lines = list(csv.reader(stream))
    for line in lines[1:]:
        assert " ".join(line) in one.text


def test_mistakes_agree_with_the_accuracy(one, digits):
    values = json.loads((digits / "summary.json").read_text())
    cells = re.findall(r'class="(right|wrong)" style="--share:[\d.]+">(\d+)<', one.source)
    right, wrong = (sum(int(n) for kind, n in cells if kind == name) for name in ("right", "wrong"))
    assert right + wrong == 360 and wrong
    assert round(100 * right / 360, 4) == values["test_accuracy"]
    assert f"{wrong} of 360 test samples are wrong" in one.text
    images = [image for image in one.all("img") if image["alt"].startswith("Sample ")]
    assert len(images) == min(wrong, 24)


def test_every_drawing_is_whole_xml_with_a_title(one):
    drawings = re.findall(r"<svg xmlns.*?</svg>", one.source, re.S)
    assert len(drawings) == 5  # three curves, the cycles, the core
    titles = [ElementTree.fromstring(text)[0].text for text in drawings]
    assert len(set(titles)) == 5 and all(titles)


def test_it_suits_a_phone_and_the_dark(one):
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in one.all("meta")
    assert "prefers-color-scheme: dark" in one.source
    colours = set(re.findall(r'(?:fill|stroke)="(#\w+)"', one.source))
    for colour in colours:
        assert f'[fill="{colour}"] {{ fill: ' in one.source, f"{colour} stays light"


def test_two_runs_side_by_side(both, digits, other):
    for folder in (digits, other):
        values = json.loads((folder / "summary.json").read_text())
        assert f"{values['test_accuracy']:.2f} %" in both.text
        assert values["weights_sha256"] in both.text
    assert "1 digits" in both.text and "2 other" in both.text
    assert both.text.count("Confusion matrix") == 2
    assert both.text.count("The core: memories, blocks and streams") == 1  # they have the same
    assert "The core digits, other" in both.text
    assert "The same weights" not in both.text


def test_equal_weights_are_said(digits, tmp_path):
    train(tmp_path / "copy", epochs=3)
    text = Page(page(read_all([digits, tmp_path / "copy"]))).text
    assert "The same weights, bit for bit: digits, copy." in text


def test_warnings_of_the_training(digits, tmp_path):
    values = json.loads((digits / "summary.json").read_text())
    folder = tmp_path / "<b>warned"
    folder.mkdir()
    for path in digits.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    text = json.dumps({**values, "warnings": ["a <i>warning</i>"]})
    (folder / "summary.json").write_text(text)
    shown = Page(page(read_all([folder])))
    assert "<b>warned: warning: a <i>warning</i>" in shown.text
    assert not shown.all("i") and "Training run <b>warned" in shown.text


def test_equal_figures_become_one():
    figures = [Figure(title="t", text="x", run=name) for name in "ab"]
    other = Figure(title="t", text="y", run="c")
    assert [one.run for one in merged([*figures, other])] == ["a, b", "c"]


def test_refresh(digits):
    runs = read_all([digits])
    assert 'http-equiv="refresh" content="5"' in page(runs, refresh=5)
    assert "refresh" not in page(runs)
