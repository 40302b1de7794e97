"""Gated clocks: what they let through, and what that costs."""

import numpy as np
import pytest

from bep_hw.support.errors import ConfigError
from sim.measure.cost import liberty
from sim.measure.cost.clock_gates import ClockGate
from sim.measure.cost.mapping import GATE
from sim.measure.cost.netlist import Netlist
from sim.measure.cost.simulator import Simulation
from tests.sim.cost.conftest import TINY
from tests.sim.cost.test_simulator import module


def gated(library):
    """q takes d where `enable` is 1; the same clock drives a second flip-flop without a gate."""
    ports = {name: ("input", [bit]) for name, bit in (("clk", 2), ("enable", 3), ("d", 4))}
    ports |= {"q": ("output", [5]), "free": ("output", [6])}
    cells = {
        "part.gate": (GATE, {"CE": 3, "CK": 2, "GCK": 7}),
        "part.held": ("DFF", {"CK": 7, "D": 4, "Q": 5}),
        "part.free": ("DFF", {"CK": 2, "D": 4, "Q": 6}),
    }
    return Netlist(module(ports, cells), library, wire=0.0)


def test_a_flip_flop_behind_a_gate_holds(library):
    netlist = gated(library)
    simulation = Simulation(netlist)
    simulation.count(True)
    values = {"enable": np.array([1, 0, 1, 0, 0]), "d": np.array([1, 0, 0, 1, 1])}
    seen = simulation.drive(values)
    assert seen["free"][:, 0].tolist() == [0, 1, 0, 0, 1]
    assert seen["q"][:, 0].tolist() == [0, 1, 1, 0, 0]
    activity = simulation.activity()
    assert activity.passed.tolist() == [2]
    gate = ClockGate(library, 0.0)
    # The latch's enable has 0.05 pF and 0.6 pJ per cycle, the AND's pin 0.1 pF, at 2 V.
    assert gate.always() == pytest.approx(0.6 + 2 * 2 * (0.05 + 0.1))
    _, clock = activity.energy(netlist)["part"]
    flop = 0.6 + 4 * 0.05
    # Two cycles pass: the pins of one flip-flop, and the AND that drives them.
    assert clock == pytest.approx(5 * (gate.always() + flop) + 2 * (0.6 + gate.passing(0.05)))
    assert gate.passing(0.05) == pytest.approx(4 * 0.05)


def test_area_of_a_gate(library):
    # The latch has no area of its own: it counts as the flip-flop, beside an AND of 5.
    assert ClockGate(library, 0.0).area() == 16.0 + 5.0
    assert gated(library).gate_equivalents()["part"] == ((2 * 16 + 21) / 4, 2)


def test_a_library_without_latches(tmp_path):
    path = tmp_path / "other.lib"
    path.write_text(TINY.read_text().replace("latch (", "nothing ("))
    with pytest.raises(ConfigError, match="has no latch for a clock gate"):
        gated(liberty.read(path))
