"""A table of the user's own goes to a trained network and to Verilog."""

import json

import pytest

from tests.helpers.command import call

pytestmark = pytest.mark.usefixtures("table")

SHAPE = ("--data-file", "a.csv", "--label", "kind", "--thermometer", "4", "--layers", "12,12")
CORE = ("--tile", "3x12", "--lanes", "12")


def test_train_and_emit_what_was_trained(tmp_path):
    assert call("train", "--preset", "rp-35", *SHAPE, *CORE, "--epochs", "20", "--out", "run") == 0
    found = json.loads((tmp_path / "run" / "summary.json").read_text())
    assert (found["layers"], found["classes"], found["thermometer"]) == ([8, 12, 12], 2, 4)
    assert found["label"] == "kind"
    assert found["test_accuracy"] > 75
    assert call("emit", "--inference", "run", "-o", "inference", "--tile", "3x12") == 0
    manifest = json.loads((tmp_path / "inference" / "manifest.json").read_text())
    assert (manifest["layers"], manifest["images"]) == ([8, 12, 12], 40)


def test_emit_the_core_of_a_table(tmp_path):
    assert call("emit", "--preset", "rp-35", *SHAPE, *CORE, "-o", "core") == 0
    manifest = json.loads((tmp_path / "core" / "manifest.json").read_text())
    assert manifest["network"] == {"layers": [8, 12, 12], "classes": 2}
