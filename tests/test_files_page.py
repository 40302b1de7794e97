"""docs/reference/files.md names every key that a run and an emitted core have."""

import csv
import json
from pathlib import Path

import pytest

from tests.helpers.command import call

PAGE = (Path(__file__).parents[1] / "docs" / "reference" / "files.md").read_text()
TRAIN = ("train", "--epochs", "1", "--layers")


def section(title):
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    "preset, layers", [("digits", "9"), ("italy-135", "9,9")], ids=["digits", "series"]
)
def test_run_folder(preset, layers, tmp_path):
    run = tmp_path / "run"
    assert call(*TRAIN, layers, "--preset", preset, "--out", run) == 0
    text = section("Run folder")
    for file in run.iterdir():
        assert f"`{file.name}`" in text
    for key in json.loads((run / "summary.json").read_text()):
        assert f"`{key}`" in text, key
    with open(run / "history.csv") as stream:
        for key in next(csv.reader(stream)):
            assert key in text, key


def test_folder_of_a_core(tmp_path):
    assert call("emit", "--preset", "digits", "--layers", "9", "-o", tmp_path / "core") == 0
    for key in json.loads((tmp_path / "core" / "manifest.json").read_text()):
        assert f"`{key}`" in section("Folder of a core"), key
