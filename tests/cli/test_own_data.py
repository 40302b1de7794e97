"""A table of the user's own goes to a trained network and to Verilog."""

import json
import sys

import numpy as np
import pytest

from bep_hw import cli

SHAPE = ("--data-file", "a.csv", "--label", "kind", "--thermometer", "4", "--layers", "12,12")
CORE = ("--tile", "3x12", "--lanes", "12")


def call(*arguments):
    """Exit status of `bep-hw` with these arguments."""
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as end:
        patch.setattr(sys, "argv", ["bep-hw", *map(str, arguments)])
        cli.main()
    return end.value.code


@pytest.fixture(autouse=True)
def table(tmp_path, monkeypatch):
    """a.csv: two classes that the sum of two features tells apart."""
    monkeypatch.chdir(tmp_path)
    rng = np.random.default_rng(0)
    lines = ["kind,x,y"]
    for number in range(200):
        x, y = rng.normal(2 * (number % 2), 1, 2).round(3)
        lines.append(f"{('low', 'high')[number % 2]},{x},{y}")
    (tmp_path / "a.csv").write_text("\n".join(lines) + "\n")


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
