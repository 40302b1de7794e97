"""Cores with SPRAM of an iCE40, of which a model is here, train as the golden model does."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from bep_hw.cosim import build
from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.gateware.core import Core
from bep_hw.gateware.technology import Technology
from bep_hw.gateware.verilog import convert
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.spec import presets
from sim.benches.problems import CORES, problem
from tests.helpers.side_by_side import assert_same

SPRAM = Technology(single_port_ram="spram", block_ram_layout=False, lut_ram=False)
MODEL = Path(__file__).parents[2] / "sim" / "benches" / "ice40_cells.v"


def library(core):
    verilog = convert(Core(core, SPRAM), build.TOP)
    assert "SB_SPRAM256KA" in verilog
    return build.shared_library(verilog=verilog + MODEL.read_text())


@pytest.mark.parametrize("bits", [8, 10])
def test_random_problems(bits):
    """10 bits do not fill up the second SPRAM of a word."""
    core = dataclasses.replace(CORES["4x16-lanes2-single-port"], hidden_bits=bits)
    built = library(core)
    for seed in range(8):
        p = problem(seed, samples=20)
        common = {"hidden_bits": bits, "seed": p.seed}
        simulated = VerilatorBackend(p.network, p.classifier, **common, core=core, library=built)
        golden = GoldenBackend(p.network, p.classifier, **common)
        for backend in (simulated, golden):
            backend.load(p.counters, p.minibatch)
            for batch_size in (6, 20, 1):
                backend.train(p.bits, p.labels, p.settings, batch_size)
        assert_same(simulated, golden)


@pytest.mark.parametrize("seed", range(2), ids="seed{}".format)
def test_the_preset(seed):
    """The core of the iCEBreaker, on random samples, from both ends of the group schedule."""
    preset = presets.get("digits-icebreaker")
    network, training = preset.network, preset.training
    rng = np.random.default_rng(seed)
    bits = rng.integers(0, 2, (70, network.layers[0]), np.uint8)
    labels = rng.integers(0, network.classes, 70)
    frame = equiangular_frame(network.classes, network.layers[-1], seed)
    common = {"hidden_bits": training.hidden_bits, "seed": seed}
    counters = initial_counters(network, training.hidden_bits, seed)
    simulated = VerilatorBackend(
        network, frame, **common, core=preset.core, library=library(preset.core)
    )
    golden = GoldenBackend(network, frame, **common)
    for backend in (simulated, golden):
        backend.load(counters, 0)
        for groups in ((training.group,) * 2, network.layers[1:]):
            settings = training.settings(network, groups, 0.4)
            backend.train(bits, labels, settings, training.batch_size)
    assert_same(simulated, golden)
