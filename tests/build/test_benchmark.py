"""The benchmark, on a small core and for a moment."""

import numpy as np

from bep_hw.build import benchmark
from bep_hw.spec import presets
from bep_hw.spec.network import Network
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from sim.benches.problems import CORES, HIDDEN_BITS


def test_all_figures_from_one_run(monkeypatch):
    training = Training(batch_size=8, group=2, hidden_bits=HIDDEN_BITS)
    network = Network(layers=(20, 12, 12), classes=3)
    preset = Preset(name="small", dataset="digits", network=network, training=training)
    rng = np.random.default_rng(1)
    data = rng.integers(0, 2, (64, 20), np.uint8), rng.integers(0, 3, 64)
    monkeypatch.setattr(Preset, "core", CORES["4x16-lanes4"])
    monkeypatch.setattr(presets, "get", lambda name: preset)
    monkeypatch.setattr(benchmark, "_samples", lambda preset: ("random", *data))
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
    assert 1 < figures["popcount_luts_per_bit"] < 1.7
