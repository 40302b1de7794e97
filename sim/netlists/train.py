"""A simulated board whose core is a netlist trains digits as the golden model does."""

import numpy as np

from bep_hw.cosim.compile import OPTIMISE
from bep_hw.cosim.serial_board import SimulatedBoard
from bep_hw.data import datasets
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.host.driver import Driver
from bep_hw.host.link import Serial

SEED = 5


def differences(preset, verilog, divisor, *, batch=32, optimise=OPTIMISE):
    """(Names of results that differ after two minibatches of digits, clock cycles).

    preset: of the network and its core; verilog: of the core with a UART, or its netlist
    divisor: clock cycles per bit on the line; batch: samples of a minibatch
    optimise: as of `compile_verilog`; a short run ends earlier with ("-O0",)
    """
    core, network, training = preset.core, preset.network, preset.training
    board = SimulatedBoard(core, divisor=divisor, verilog=verilog, optimise=optimise)
    data = datasets.load("digits").train
    classifier = equiangular_frame(network.classes, network.layers[-1], SEED)
    counters = initial_counters(network, core.hidden_bits, SEED)
    golden = GoldenBackend(network, classifier, hidden_bits=core.hidden_bits, seed=SEED)
    bus = Serial(board, clock=board.clock, timeout=0.2, hello_timeout=0.2)
    driver = Driver(bus, network, classifier, core=core, seed=SEED)
    settings = training.settings(network, GroupSchedule(network, training).groups, 0.9)
    found = []
    for backend in (golden, driver):
        backend.load(counters, minibatch=0)
        outcome = backend.train(data.bits[: 2 * batch], data.labels[: 2 * batch], settings, batch)
        found.append(
            {"predictions": outcome.predictions, "margins": outcome.margins}
            | {f"counters {number}": layer for number, layer in enumerate(backend.counters())}
            | {"inference": backend.infer(data.bits[2 * batch : 4 * batch])}
        )
    cycles = board.cycles
    board.close()
    wanted, got = found
    return [name for name in wanted if not np.array_equal(wanted[name], got[name])], cycles
