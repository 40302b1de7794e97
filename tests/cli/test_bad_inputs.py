"""Hundreds of inputs that a new user could get wrong: each ends in one line, and writes nothing."""

import shlex

import pytest

from tests.cli.bad_inputs import CASES, prepare
from tests.helpers.command import call


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with good and bad files."""
    folder = tmp_path_factory.mktemp("bad")
    prepare(folder)
    return folder


def content(folder):
    """Everything in the folder, and when files were last written."""
    return {path: path.is_file() and path.stat().st_mtime_ns for path in folder.rglob("*")}


def short(command):
    return command if len(command) < 80 else command[:77] + "..."


@pytest.mark.parametrize("command, words", CASES.items(), ids=map(short, CASES))
def test_one_line_and_status_2(place, monkeypatch, capfd, command, words):
    monkeypatch.chdir(place)
    monkeypatch.setenv("BEP_HW_DATA", str(place / "images"))
    before = content(place)
    assert call(*shlex.split(command)) == 2
    error = capfd.readouterr().err
    assert error.startswith("bep-hw: error: ") and error.count("\n") == 1, error
    for word in words:
        assert word in error
    assert content(place) == before
