"""The command that carries out a run again, carried out."""

import dataclasses
import shlex

import pytest

from bep_hw.spec.network import MultiTarget
from bep_hw.support.errors import ConfigError
from bep_hw.train import again, session
from bep_hw.train.run import fresh
from tests.helpers.command import call

CASES = {
    "preset": ("digits", {}),
    "options": (
        "digits",
        {"backend": "native", "seed": 7, "epochs": 3, "reinforcement": 0.25, "hidden_bits": 8},
    ),
    "layers": ("fmnist-35", {"layers": "40,40", "group": 4, "tile": "20x40", "lanes": 10}),
    "group of layers": ("digits", {"layers": "24,24"}),
    "encoding": ("digits", {"encoding": "edges", "edges": "16,64", "cell": 2}),
    "filters": ("digits", {"encoding": "filters", "filters": 12}),
    "pixels": ("digits", {"encoding": "edges", "pixels": True}),
    "core": ("digits", {"core": "fmnist-135", "samples_per_read": 2}),
    "series": ("italy-135", {"layers": "9,12", "window": 3, "horizon": 2, "group": 3}),
    "other series": ("italy-135", {"dataset": "GunPoint"}),
    "data set": (None, {"dataset": "iris", "batch_size": 9}),
    "table": (None, {"data_file": "a.csv", "label": "kind", "thermometer": 4}),
}


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"{'no' if n % 3 else 'yes'},{n % 7},{n * n % 11}\n" for n in range(60))
    (tmp_path / "a.csv").write_text(f"kind,x,y\n{rows}")


@pytest.mark.parametrize("preset, options", CASES.values(), ids=CASES)
def test_the_command_gives_the_same_run(table, monkeypatch, preset, options):
    run = fresh(preset, options)
    command = shlex.split(again.command(run))
    assert command[:2] == ["bep-hw", "train"]
    found = []

    def train(run, *_, **__):
        found.append(run)
        raise ConfigError("enough")

    monkeypatch.setattr(session, "train", train)
    assert call(*command[1:]) == 2
    ours, theirs = run.to_dict(), found[0].to_dict()
    assert theirs == ours


def test_only_what_differs_is_given():
    assert again.command(fresh("digits", {})) == "bep-hw train --preset digits"
    run = fresh("digits", {"backend": "native", "epochs": 3})
    assert again.command(run) == "bep-hw train --preset digits --epochs 3 --backend native"


def test_the_port_is_named():
    run = fresh("digits", {"backend": "serial:/dev/null@9600"})
    assert again.command(run).endswith("--backend serial:/dev/null@9600")


def test_no_command():
    run = fresh("digits", {})
    lost = dataclasses.replace(run.preset, name="own", dataset="given samples")
    assert again.command(dataclasses.replace(run, preset=lost)) is None
    several = MultiTarget(layers=run.preset.network.layers, classes=10)
    preset = dataclasses.replace(run.preset, network=several)
    assert again.command(dataclasses.replace(run, preset=preset)) is None
