"""The tutorial's commands, run by a shell as a reader would."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "docs" / "guide" / "tutorial.md").read_text()
BLOCK = re.compile(r"<!-- tutorial -->\n```sh\n(.*?)```", re.DOTALL)
PROGRAMS = {
    "python": 'exec "{python}" "$@"',
    # Place and route takes minutes; up to there it is the real command.
    "bep-hw": 'if [ "$1" = build ]; then set -- "$@" --until elaborate; fi\n'
    'exec "{python}" -m bep_hw "$@"',
}


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """(folder of the tutorial, what was printed) after all commands."""
    place = tmp_path_factory.mktemp("reader")
    programs = place / "bin"
    programs.mkdir()
    for name, text in PROGRAMS.items():
        program = programs / name
        program.write_text("#!/bin/sh\n" + text.format(python=sys.executable) + "\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    script = "set -e\n" + "".join(BLOCK.findall(PAGE))
    result = subprocess.run(
        ["sh", "-c", script], cwd=place, env=environment, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    return place / "tutorial", result.stdout


def summary(folder, run):
    return json.loads((folder / "runs" / run / "summary.json").read_text())


def test_the_page_has_every_step():
    commands = re.findall(r"^bep-hw (\w+)", "".join(BLOCK.findall(PAGE)), re.MULTILINE)
    assert commands == ["train", "train", "cosim", "report", "predict", "emit", "emit", "build"]


def test_both_trainings_end_as_the_page_says(done):
    folder, _ = done
    software, hardware = summary(folder, "software"), summary(folder, "hardware")
    assert software["weights_sha256"] == hardware["weights_sha256"]
    assert f"weights_sha256        {software['weights_sha256']}" in PAGE
    assert f"test accuracy         {software['test_accuracy']:.2f} %" in PAGE
    assert hardware["cycles_per_sample"] > 10


def test_what_the_commands_leave(done):
    folder, printed = done
    assert "module bep_core" in (folder / "build" / "trainer" / "bep_core.v").read_text()
    verilog = (folder / "build" / "predictor" / "bep_inference.v").read_text()
    assert "module bep_inference" in verilog
    assert "<html" in (folder / "report.html").read_text()[:300]
    assert len((folder / "runs" / "software" / "predictions.csv").read_text().splitlines()) == 570
    report = json.loads((folder / "build" / "board" / "report.json").read_text())
    assert (report["step"], report["board"]) == ("elaborate", "orangecrab-25f")
    assert "elaboration" in printed
