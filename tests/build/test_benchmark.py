"""The benchmark, on a small core and for a moment."""

import json

import numpy as np
import pytest

from bep_hw.build import benchmark
from bep_hw.build.speed import compare, software
from bep_hw.spec import presets
from bep_hw.spec.network import Network
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError
from sim.benches.problems import CORES, HIDDEN_BITS
from tests.helpers.command import call


@pytest.fixture
def small(monkeypatch):
    """A small network instead of the preset's, and one round."""
    network = Network(layers=(20, 12, 12), classes=3)
    training = Training(batch_size=8, group=2, hidden_bits=HIDDEN_BITS)
    preset = Preset(name="small", dataset="digits", network=network, training=training)
    rng = np.random.default_rng(1)
    data = rng.integers(0, 2, (64, 20), np.uint8), rng.integers(0, 3, 64)
    monkeypatch.setattr(presets, "get", lambda name: preset)
    for module in (benchmark, compare):
        monkeypatch.setattr(module, "samples_of", lambda preset: ("random", *data))
    monkeypatch.setattr(software, "ROUNDS", 1)


def test_all_figures_from_one_run(small, monkeypatch):
    monkeypatch.setattr(Preset, "core", CORES["4x16-lanes4"])
    monkeypatch.setattr(benchmark, "SECONDS", 0.2)
    figures = benchmark.bench()
    for name in (
        "golden_samples_per_second",
        "cosim_samples_per_second",
        "cosim_cycles_per_second",
        "raw_cycles_per_second",
        "cosim_to_raw",
        "cocotb_cycles_per_second",
    ):
        assert figures[name] > 0
    assert {row["kind"] for row in figures["training"]} >= {"measured", "predicted"}
    assert 1 < figures["popcount_luts_per_bit"] < 1.7


def test_training_writes_what_it_gives(small, tmp_path, capsys):
    (tmp_path / "report.json").write_text(
        json.dumps(
            {"board": "mine", "layers": [20, 12, 12], "fmax_median_mhz": 50, "cycles_per_sample": 9}
        )
    )
    out = tmp_path / "out"
    assert call("bench", "--training", "--build", tmp_path, "--out", out) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == json.loads((out / "training.json").read_text())
    assert printed["processor"] and printed["cores"] >= 1 and printed["load_average"] >= 0
    rows = {row["name"]: row for row in printed["training"]}
    assert rows["native model (C++), 1 core"]["ratio"] == 1
    assert rows["mine, 50 MHz"]["untrained_samples_per_second"] == 5_555_556
    table = (out / "training.md").read_text()
    assert all(f"| {name} |" in table for name in rows)
    assert (out / "training.png").exists()


def test_options_of_training_alone(capsys):
    for option in (("--preset", "digits"), ("--build", "x"), ("--out", "x")):
        assert call("bench", *option) == 2
        assert "--preset, --build and --out: need --training" in capsys.readouterr().err


def test_training_takes_feed_forward_networks_of_classes():
    with pytest.raises(ConfigError, match="preset italy-135: its network must be feed-forward"):
        compare.compare("italy-135")
    with pytest.raises(ConfigError, match=r"report\.json: is no report of a build"):
        compare.compare("digits", ["nowhere"])
