"""The core and link of the iCEBreaker, as synthesised, but for the SPRAM, which is a model.

Every other memory gives garbage where one word is read and written at once, as it may do there.
"""

import re
from pathlib import Path

import numpy as np

from bep_hw.build.bitstream import families
from bep_hw.cosim import build, serial_board
from bep_hw.data import datasets
from bep_hw.gateware.verilog import convert
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.host.driver import Driver
from bep_hw.host.link import Serial
from bep_hw.spec import presets
from bep_hw.spec.link import MIN_DIVISOR
from tests.cosim.test_collisions import with_garbage

MODEL = Path(__file__).parents[1] / "helpers" / "sb_spram256ka.v"


def verilog(core):
    """What is synthesised, with garbage, and the model."""
    design = build.component(core, "uart", families.get("ice40").technology, MIN_DIVISOR)
    text = convert(design, build.BUSES["uart"].top)
    modules, reads = re.split(r"(?<=\nendmodule\n)", text), 0
    for index, module in enumerate(modules):
        names = re.findall(r"^  reg (?:\[\d+:0\] )?(\w+) \[\d+:0\];", module, re.MULTILINE)
        modules[index], count = with_garbage(module, names)
        reads += count
    assert reads == 14, "12 memories with a register at the reader, two of them with two readers"
    return "".join(modules) + MODEL.read_text()


def test_two_minibatches_of_digits(monkeypatch):
    preset, seed = presets.get("digits-icebreaker"), 5
    core, network, training = preset.core, preset.network, preset.training
    monkeypatch.setattr(build, "core_verilog", lambda *_: verilog(core))
    board = serial_board.SimulatedBoard(core)
    data = datasets.load("digits").train
    classifier = equiangular_frame(network.classes, network.layers[-1], seed)
    counters = initial_counters(network, core.hidden_bits, seed)
    golden = GoldenBackend(network, classifier, hidden_bits=core.hidden_bits, seed=seed)
    bus = Serial(board, clock=board.clock, timeout=0.2, hello_timeout=0.2)
    driver = Driver(bus, network, classifier, core=core, seed=seed)
    settings = training.settings(network, (training.group,) * 2, 0.9)
    outcomes = []
    for backend in (golden, driver):
        backend.load(counters, minibatch=0)
        outcomes.append(backend.train(data.bits[:64], data.labels[:64], settings, 32))
    np.testing.assert_array_equal(*(outcome.predictions for outcome in outcomes))
    for expected, got in zip(golden.counters(), driver.counters(), strict=True):
        np.testing.assert_array_equal(expected, got)
    board.close()
