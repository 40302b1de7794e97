"""Table, JSON and picture of the speed of training."""

import sys

import pytest

from bep_hw.build.speed import report
from bep_hw.build.speed.row import MEASURED, MISSING, PREDICTED, ROUTED, Row

ROWS = [
    Row(name="native", kind=MEASURED, untrained=400_000.4, trained=500_000.0),
    Row(name="torch", kind=MISSING, note="pip install torch"),
    Row(name="board", kind=ROUTED, untrained=100_000.0, note="a build"),
    Row(name="large", kind=PREDICTED, untrained=1e6, trained=2_345_678.0),
]


def test_table():
    lines = report.table(ROWS, "784-135-135", "native").splitlines()
    assert lines[0] == "| 784-135-135 | how | untrained, samples/s | trained, samples/s | ratio | |"
    assert lines[2:] == [
        "| native | measured | 400,000 | 500,000 | 1.00 |  |",
        "| torch | missing | - | - | - | pip install torch |",
        "| board | routed | 100,000 | - | 0.25 | a build |",
        "| large | predicted | 1,000,000 | 2,350,000 | 4.69 |  |",
    ]


def test_values():
    native, torch, board, large = report.values(ROWS, "native")
    assert native["untrained_samples_per_second"] == 400_000 and native["ratio"] == 1
    assert (torch["kind"], torch["ratio"]) == ("missing", None)
    assert torch["trained_samples_per_second"] is None
    assert board["ratio"] == 0.25 and large["ratio"] == 4.691


def test_without_the_row_to_compare_with():
    assert all(row["ratio"] is None for row in report.values(ROWS, "another"))
    assert "| board | routed | 100,000 | - | - |" in report.table(ROWS, "x", "another")


def test_picture(tmp_path):
    pytest.importorskip("matplotlib")
    assert report.picture(tmp_path / "training.png", ROWS, "a title") is None
    assert (tmp_path / "training.png").read_bytes().startswith(b"\x89PNG")


def test_picture_without_matplotlib(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    note = report.picture(tmp_path / "training.png", ROWS, "a title")
    assert note == "training.png left out: needs matplotlib: pip install bep-hw[plot]"
    assert not list(tmp_path.iterdir())
