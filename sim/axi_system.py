"""An AXI system in simulation: `python sim/axi_system.py FOLDER`, where `bep-hw emit` wrote a core.

A host trains on the core in FOLDER, over AXI4-Lite and AXI4-Streams, and compares all results with
the golden model. As a start for a test bench of your own, take `trains` and what it imports.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import cocotb
import numpy as np
from benches.axi_bus import AxiBus
from cocotb.task import bridge

from bep_hw.cosim.cocotb_runner import run
from bep_hw.data import datasets
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.host.driver import Driver
from bep_hw.spec import presets
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network

SEED, BATCH, SAMPLES, GROUP, ERROR_RATE = 1, 32, 96, 1, 0.9


@cocotb.test()
async def trains(dut):
    """Three minibatches of the preset's data set, with a pause now and then on every channel."""
    bus = AxiBus(dut, stall=0.1, seed=SEED)
    await bus.start()
    manifest = json.loads(Path(os.environ["BEP_MANIFEST"]).read_text())
    await train_and_compare(bus, manifest)


@bridge  # code that waits for the simulation, as it would for a board
def train_and_compare(bus, manifest):
    core = CoreConfig(**manifest["parameters"])
    network = Network(**{**manifest["network"], "layers": tuple(manifest["network"]["layers"])})
    preset = presets.get(manifest["preset"])
    data = datasets.load(preset.dataset).train
    bits, labels = data.bits[:SAMPLES], data.labels[:SAMPLES]
    counters = initial_counters(network, core.hidden_bits, SEED)
    classifier = equiangular_frame(network.classes, network.layers[-1], SEED)
    settings = preset.training.settings(network, (GROUP,) * network.depth, ERROR_RATE)

    driver = Driver(bus, network, classifier, core=core, seed=SEED)
    golden = GoldenBackend(network, classifier, hidden_bits=core.hidden_bits, seed=SEED)
    outcomes = []
    for backend in (golden, driver):
        backend.load(counters, minibatch=0)
        outcomes.append(backend.train(bits, labels, settings, BATCH))
    for part in ("predictions", "margins"):
        np.testing.assert_array_equal(*(getattr(outcome, part) for outcome in outcomes))
    for expected, got in zip(golden.counters(), driver.counters(), strict=True):
        np.testing.assert_array_equal(expected, got)


def main(folder):
    """Build a simulation of the core in `folder`, run it, and say how it ended."""
    manifest = folder / "manifest.json"
    top = json.loads(manifest.read_text())["top"]
    verilog = (folder / f"{top}.v").read_text()
    with tempfile.TemporaryDirectory() as place:
        environment = {"BEP_MANIFEST": str(manifest.resolve())}
        tests, failures = run(verilog, top, "axi_system", place, **environment)
        if failures or not tests:
            print((Path(place) / "bench.log").read_text())
            sys.exit(f"FAILED: {top} in {folder}")
    print(f"PASSED: {top} trained {SAMPLES} samples over AXI, bit for bit as the golden model")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
