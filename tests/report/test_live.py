"""The page of a run that trains."""

import dataclasses
import shutil

import pytest

from bep_hw.data import datasets
from bep_hw.report import live
from bep_hw.train import session
from bep_hw.train.run import fresh
from tests.helpers.command import call
from tests.report.conftest import SMALL
from tests.report.html_page import Page

FEW = ("--layers", "24,24", "--group", "6", "--epochs", "3")


@pytest.fixture
def at_once(monkeypatch):
    """A page after every epoch, however long it takes."""
    monkeypatch.setattr(live, "REFRESH", 0)
    monkeypatch.setattr(live, "REST", 0)


def test_a_page_after_every_epoch(tmp_path, at_once):
    folder, found = tmp_path / "run", []
    shown = live.LivePage(folder, pytest.fail)

    def watch():
        shown.update()
        found.append(Page(shown.path.read_text()).text)

    options = {name: value for name, value in SMALL.items() if name != "preset"}
    session.train(fresh("digits", {**options, "epochs": 2}), folder, watch=watch)
    for epochs, text in enumerate(found):
        assert f"run is not finished: {epochs} of 2 epochs" in text or epochs == 2
    assert len(found) == 3 and "No epoch is finished yet." in found[0]
    shown.finish()
    text = shown.path.read_text()
    assert "http-equiv" not in text and "test accuracy" in Page(text).text


def test_the_data_are_read_once(digits, tmp_path, at_once, monkeypatch):
    folder, loads = tmp_path / "run", []
    shutil.copytree(digits, folder)
    source = datasets.get("digits")

    def load(*arguments):
        loads.append(1)
        return source.load(*arguments)

    monkeypatch.setitem(datasets.SOURCES, "digits", dataclasses.replace(source, load=load))
    shown = live.LivePage(folder, pytest.fail)
    shown.update()
    shown.update()
    shown.finish()
    assert len(loads) == 1


def test_it_takes_little_of_the_time(tmp_path, monkeypatch):
    now, pages = [0.0], []

    def write(self, refresh):
        pages.append(refresh)
        now[0] += 2

    monkeypatch.setattr(live.LivePage, "_write", write)
    monkeypatch.setattr(live.time, "monotonic", lambda: now[0])
    shown = live.LivePage(tmp_path, pytest.fail)
    shown.finish()
    assert pages == []
    for _ in range(50):
        shown.update()
        now[0] += 1
    assert pages == [live.REFRESH] * 3  # at 0, 22 and 44 s
    shown.finish()
    assert pages[-1] is None


def test_a_page_that_cannot_be_written_stops_no_training(tmp_path):
    lines = []
    shown = live.LivePage(tmp_path / "nowhere", lines.append)
    shown.update()
    assert len(lines) == 1 and "holds no checkpoint.npz" in lines[0]


def test_command(tmp_path, capsys):
    run = tmp_path / "run"
    assert call("train", "--preset", "digits", *FEW, "--live", "--out", run) == 0
    assert f"live page: {run / 'report.html'}" in capsys.readouterr().out
    page = (run / "report.html").read_text()
    assert "http-equiv" not in page and "is not finished" not in page
    assert call("train", "--preset", "digits", *FEW, "--out", run, "--force") == 0
    assert not (run / "report.html").exists()
