"""README's way from a table of one's own to Verilog, command by command."""

import re
import shlex
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.command import call

README = Path(__file__).parents[1] / "README.md"
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def commands():
    """The commands below the mark."""
    text = README.read_text().partition("<!-- tests/test_readme.py runs these commands -->")[2]
    return [shlex.split(line) for line in text.split("```")[1].splitlines()[1:]]


@pytest.fixture
def flowers(tmp_path, monkeypatch):
    """flowers.csv, with labels, and new.csv, without."""
    monkeypatch.chdir(tmp_path)
    rng = np.random.default_rng(0)
    rows = [(*rng.normal(3 * (number % 3), 1, 4).round(2), number % 3) for number in range(90)]
    for name, end in (("flowers.csv", 5), ("new.csv", 4)):
        lines = [",".join(["sepal", "petal", "stem", "leaf", "kind"][:end])]
        lines += [",".join(map(str, row[:end])) for row in rows]
        Path(name).write_text("\n".join(lines) + "\n")
    return tmp_path


def test_from_a_table_to_verilog(flowers, capsys):
    train, predict, emit = commands()
    assert [command[:2] for command in (train, predict, emit)] == [
        ["bep-hw", "train"],
        ["bep-hw", "predict"],
        ["bep-hw", "emit"],
    ]
    assert "verilator" in train
    for command in (train, predict, emit):
        assert call(*command[1:]) == 0, capsys.readouterr().err
    lines = (flowers / "runs" / "flowers" / "predictions.csv").read_text().splitlines()
    assert len(lines) == 91
    winners = [int(line.split(",")[1]) for line in lines[1:]]
    assert sum(winner == number % 3 for number, winner in enumerate(winners)) > 80
    assert "module bep_inference" in (flowers / "build" / "flowers" / "bep_inference.v").read_text()


def test_links_lead_somewhere():
    for target in LINK.findall(README.read_text()):
        assert (README.parent / target).exists(), target
