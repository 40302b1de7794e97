"""A word that is read while it is written may come out as anything: nothing depends on it."""

import dataclasses
import re

import pytest

from bep_hw.cosim import build
from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.gateware.core import Core
from bep_hw.gateware.technology import SIMULATION
from bep_hw.gateware.verilog import convert
from bep_hw.golden.backend import GoldenBackend
from sim.benches.problems import CORES, problem
from tests.helpers.side_by_side import assert_same

CORE = CORES["4x16-lanes4"]
MEMORIES = ("tiles", "counters", "activations", "desired", "rows", "gates", "opened", "classes")


def core_verilog():
    """Verilog of the core for simulation, with memories as hardware has them."""
    technology = dataclasses.replace(SIMULATION, leaves=False)
    return convert(Core(CORE, technology), build.TOP)


def with_garbage(verilog, names, anywhere=False):
    """Verilog in which such reads of these memories give the inverted word; and how many reads.

    anywhere: also reads of other words than the one that is written
    """
    lines, address, enables, reads = verilog.splitlines(), {}, {}, 0
    for index, line in enumerate(lines):
        write = re.match(r"\s+(\w+)\[(.+?)\](\[\d+(:\d+)?\])? <= ", line)
        read = re.match(r"(\s+_\d+_ <= )(\w+)\[(.+)\];$", line)
        if write and write[1] in names:
            enable = re.match(r"\s+if (\(.*\))\s*$", lines[index - 1])[1]
            enables.setdefault(write[1], []).append(enable)
            assert address.setdefault(write[1], write[2]) == write[2]
        elif read and read[2] in names:
            start, name, where = read.groups()
            collides = f"({' | '.join(enables[name])})"
            if not anywhere:
                collides += f" & ({address[name]}) == ({where})"
            lines[index] = f"{start}({collides}) ? ~{name}[{where}] : {name}[{where}];"
            reads += 1
    return "\n".join(lines) + build.leaves(), reads


def trained(verilog, seed):
    """A core after three minibatches of different sizes, and the golden model after the same."""
    p = problem(seed, samples=20)
    library = build.shared_library(verilog=verilog)
    core = VerilatorBackend(p.network, p.classifier, **p.common, core=CORE, library=library)
    golden = GoldenBackend(p.network, p.classifier, **p.common)
    for backend in (core, golden):
        backend.load(p.counters, p.minibatch)
        for batch_size in (6, 20, 1):
            backend.train(p.bits, p.labels, p.settings, batch_size)
    return core, golden


def test_training_is_the_same():
    verilog, reads = with_garbage(core_verilog(), MEMORIES)
    assert reads == len(MEMORIES) + 2  # two of them have two readers
    for seed in range(12):
        assert_same(*trained(verilog, seed))


def test_garbage_is_noticed():
    """Samples are loaded while others are read."""
    verilog, reads = with_garbage(core_verilog(), ("activations",), anywhere=True)
    assert reads == 2
    with pytest.raises(AssertionError):
        for seed in range(12):
            assert_same(*trained(verilog, seed))
