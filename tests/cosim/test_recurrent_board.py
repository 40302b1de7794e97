"""Recurrent networks on the complete core behind a UART, simulated."""

import numpy as np
import pytest

from bep_hw.cosim.serial_board import SimulatedBoard
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.host.driver import Driver
from bep_hw.host.link import Serial
from bep_hw.spec import presets
from bep_hw.spec.core import CoreConfig
from bep_hw.train import session
from bep_hw.train.run import Run
from sim.benches.problems import RECURRENT_CORES, problem, recurrent_problem
from tests.helpers.side_by_side import golden_of


def connect(core):
    board = SimulatedBoard(core)
    return Serial(board, clock=board.clock, timeout=0.2, hello_timeout=0.2)


def train_and_compare(golden, driver, bits, labels, settings, batch_size):
    wanted = golden.train(bits, labels, settings, batch_size)
    outcome = driver.train(bits, labels, settings, batch_size)
    np.testing.assert_array_equal(outcome.predictions, wanted.predictions)
    np.testing.assert_array_equal(outcome.margins, wanted.margins)
    assert driver.minibatch == golden.minibatch
    for expected, got in zip(golden.counters(), driver.counters(), strict=True):
        np.testing.assert_array_equal(expected, got)
    np.testing.assert_array_equal(driver.infer(bits), golden.infer(bits))


@pytest.mark.parametrize("name", ["4x8-lanes8", "3x24-lanes12"])
def test_networks_of_both_kinds(name):
    """One board after the other network; the last minibatch of each is shorter."""
    core = RECURRENT_CORES[name]
    bus = connect(core)
    for seed in range(4):
        p = (problem if seed == 1 else recurrent_problem)(seed, 12, widest=30)
        golden = golden_of(p)
        driver = Driver(bus, p.network, p.classifier, core=core, seed=p.seed)
        for backend in (golden, driver):
            backend.load(p.counters, p.minibatch)
        train_and_compare(golden, driver, p.bits, p.labels, p.settings, 5)
    assert bus.repeats == 0


def test_italy():
    """Two minibatches of ItalyPowerDemand on the core of the preset."""
    run = Run(preset=presets.get("italy-135"), seed=3)
    preset, network, data = run.preset, run.preset.network, session.load_data(run)
    settings = preset.training.settings(network, (15,) * 3, 0.9)
    classifier = equiangular_frame(network.classes, network.layers[-1], run.seed)
    counters = initial_counters(network, preset.core.hidden_bits, run.seed)
    values = {"hidden_bits": preset.core.hidden_bits, "seed": run.seed}
    golden = GoldenBackend(network, classifier, **values)
    bus = connect(preset.core)
    driver = Driver(bus, network, classifier, core=preset.core, seed=run.seed)
    for backend in (golden, driver):
        backend.load(counters, 0)
    piece = slice(2 * preset.training.batch_size)
    bits, labels = data.train.bits[piece], data.train.labels[piece]
    train_and_compare(golden, driver, bits, labels, settings, preset.training.batch_size)
    assert golden.minibatch == 2


def test_a_core_of_other_time_steps_is_not_taken_for_it():
    """What a host sends depends on them, so that the fingerprints differ."""
    p = recurrent_problem(5, 3)
    cores = [CoreConfig.for_network(p.network, max_steps=steps) for steps in (6, 7)]
    assert cores[0].fingerprint != cores[1].fingerprint
