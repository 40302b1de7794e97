"""Transitions of netlists small enough to count them by hand."""

from itertools import product

import numpy as np
import pytest

from bep_hw.support.errors import ConfigError
from sim.measure.cost.netlist import Netlist
from sim.measure.cost.simulator import Simulation, as_bits, as_integers


def module(ports, cells, names=None):
    """A module as Yosys writes it: {port: (direction, bits)}, {cell: (type, pins)}."""
    return {
        "ports": {name: {"direction": way, "bits": bits} for name, (way, bits) in ports.items()},
        "cells": {name: {"type": kind, "connections": {pin: [bit] for pin, bit in pins.items()}}
                  for name, (kind, pins) in cells.items()},
        "netnames": names or {},
    }  # fmt: skip


def counted(netlist, values):
    simulation = Simulation(netlist)
    simulation.count(True)
    return simulation.drive(values), simulation.activity()


@pytest.mark.parametrize("cell", ["INV", "NAND2", "XOR2", "AOI21"])
def test_a_gate_computes_its_function(library, cell):
    pins = library.cells[cell].inputs
    ports = {pin: ("input", [index + 10]) for index, pin in enumerate(pins)}
    connections = {pin: index + 10 for index, pin in enumerate(pins)} | {"Y": 2}
    netlist = Netlist(module(ports | {"y": ("output", [2])}, {"g": (cell, connections)}), library)
    rows = np.array(list(product((0, 1), repeat=len(pins))))
    seen, _ = counted(netlist, {pin: rows[:, i : i + 1] for i, pin in enumerate(pins)})
    expected = [library.cells[cell].truth("Y") >> int(row @ (1 << np.arange(len(pins)))) & 1
                for row in rows]  # fmt: skip
    assert seen["y"][:, 0].tolist() == expected


def toggler(library):
    """q changes in every cycle in which `enable` is 1."""
    ports = {"clk": ("input", [2]), "enable": ("input", [3]), "q": ("output", [4])}
    cells = {
        "part.next": ("XOR2", {"A": 3, "B": 4, "Y": 5}),
        "part.state": ("DFF", {"CK": 2, "D": 5, "Q": 4}),
    }
    return Netlist(module(ports, cells), library, wire=0.0)


def test_toggles_and_energy_of_a_flip_flop(library):
    netlist = toggler(library)
    enable = np.array([1, 1, 1, 0, 0, 1])
    seen, activity = counted(netlist, {"enable": enable})
    # What `enable` says goes to the flip-flop at the next edge.
    assert seen["q"][:, 0].tolist() == [0, 1, 0, 1, 1, 1]
    q, d, e = (netlist.ports["q"][0], netlist.output[0], netlist.ports["enable"][0])
    assert activity.settled[[q, e]].tolist() == [3, 3]
    # D is at first 1, stays so while q and enable both change, and so on: q xor enable.
    values = [a ^ b for a, b in zip(seen["q"][:, 0], enable, strict=True)]
    changes = sum(a != b for a, b in zip([0, *values], values, strict=False))
    assert activity.settled[d] == changes
    # q and enable have the load of the XOR's pin, 0.2 pF at 2 V: 0.4 pJ; D has 0.1 pF: 0.2 pJ.
    assert netlist.energy[[q, e, d]] == pytest.approx([0.4, 0.4, 0.2])
    moved, clock = activity.energy(netlist, glitches=False)["part"]
    assert clock == pytest.approx(6 * (0.2 + 0.4 + 0.05 * 4))
    assert moved == pytest.approx(3 * 0.4 + changes * 0.2)
    assert netlist.gate_equivalents()["part"] == (6.5, 1)


def test_initial_value_of_a_flip_flop(library):
    ports = {"clk": ("input", [2]), "q": ("output", [4])}
    names = {"q": {"bits": [4], "attributes": {"init": "1"}}}
    cells = {"i": ("INV", {"A": 4, "Y": 5}), "f": ("DFF", {"CK": 2, "D": 5, "Q": 4})}
    netlist = Netlist(module(ports, cells, names), library)
    assert Simulation(netlist).run(np.zeros((4, 0))).ravel().tolist() == [0, 1, 0, 1]


def chain(library, inverters):
    """a and a, delayed by a chain of inverters, into a XOR: it pulses with each change of a."""
    ports = {"a": ("input", [2]), "y": ("output", [3])}
    cells = {f"i{n}": ("INV", {"A": 2 if n == 0 else 10 + n, "Y": 11 + n})
             for n in range(inverters)}  # fmt: skip
    cells["x"] = ("XOR2", {"A": 2, "B": 10 + inverters, "Y": 3})
    return Netlist(module(ports, cells), library, wire=0.0)


@pytest.mark.parametrize("inverters", [2, 4])
def test_glitches_are_counted_apart(library, inverters):
    netlist = chain(library, inverters)
    seen, activity = counted(netlist, {"a": np.array([1, 0, 1, 1])})
    y = netlist.ports["y"][0]
    assert seen["y"].any() == 0
    assert (activity.transitions[y], activity.settled[y]) == (6, 0)
    assert activity.settled.sum() == 3 * (1 + inverters)


def test_a_pulse_shorter_than_a_gate_is_lost(library):
    # The inverter at the end is slower than the pulse of the XOR before it is long.
    netlist = chain(library, 2)
    netlist.delay[-1] = 1000
    _, activity = counted(netlist, {"a": np.array([1, 0, 1])})
    assert activity.transitions[netlist.ports["y"][0]] == 0


def memory(reads_enabled="1"):
    """A memory of 4 words of 2 bits, one read and one write port."""
    inputs = {"clk": [2], "raddr": [3, 4], "waddr": [5, 6], "wen": [7], "wdata": [8, 9]}
    ports = {name: ("input", bits) for name, bits in inputs.items()}
    ports["rdata"] = ("output", [10, 11])
    found = module(ports, {})
    sizes = {"WIDTH": 2, "SIZE": 4, "ABITS": 2, "RD_PORTS": 1, "WR_PORTS": 1, "RD_CLK_ENABLE": 1}
    found["cells"]["m"] = {
        "type": "$mem_v2",
        "parameters": {name: f"{value:b}" for name, value in sizes.items()},
        "connections": {"RD_EN": [reads_enabled], "RD_ADDR": [3, 4], "RD_DATA": [10, 11],
                        "WR_EN": [7, 7], "WR_ADDR": [5, 6], "WR_DATA": [8, 9]},
    }  # fmt: skip
    return found


def test_a_memory_reads_what_was_written_before_and_counts(library):
    values = {
        "wen": np.array([1, 1, 0, 0, 0]),
        "waddr": np.array([1, 2, 0, 0, 0]),
        "wdata": np.array([3, 2, 1, 1, 1]),
        "raddr": np.array([1, 1, 2, 2, 0]),
    }
    seen, activity = counted(Netlist(memory(), library), values)
    assert as_integers(seen["rdata"]).tolist() == [0, 0, 3, 2, 2]
    found = activity.accesses["m"]
    # Enabled in each cycle; address 0, 1, then 1 again but written in between, 2, and 2 again.
    assert found["enabled"] == 5
    assert (found["writes"], found["bits_written"]) == (2, 4)
    assert (found["reads"], found["bits_read"]) == (4, 8)


def test_a_cell_of_no_library(library):
    found = module({"y": ("output", [2])}, {"g": ("NOR9", {"Y": 2})})
    with pytest.raises(ConfigError, match="cell NOR9: not in"):
        Netlist(found, library)


def test_a_memory_that_is_read_without_a_clock(library):
    found = memory()
    found["cells"]["m"]["parameters"]["RD_CLK_ENABLE"] = "0"
    with pytest.raises(ConfigError, match="memory m: is read without a clock"):
        Netlist(found, library)


@pytest.mark.parametrize("signed", [False, True])
def test_bits_and_integers(signed):
    values = np.array([0, 1, 5, 7]) - 4 * signed
    assert as_integers(as_bits(values, 3), signed=signed).tolist() == values.tolist()
