"""A whole core without its memories: a minibatch of a real run on its mapped netlist."""

import copy
import dataclasses

import numpy as np

from bep_hw.gateware.core import Core
from bep_hw.gateware.technology import Technology
from bep_hw.gateware.verilog import convert_shared
from bep_hw.golden.train_step import train_step
from bep_hw.host.driver import Driver
from sim.measure.cost.mapping import mapped
from sim.measure.cost.netlist import Netlist
from sim.measure.cost.port import NetlistPort

PLAIN = Technology(block_ram_layout=False)
"""Memories are one array each, not cut up for the block RAM of an FPGA."""

PASSES = {
    "forward": (
        "forward",
        "forward_walk",
        "forward_sequencer",
        "in_turn",
        "gate",
        "margin",
        "given",
    ),
    "backward": ("backward", "backward_walk", "backward_sequencer", "target", "to_backward"),
    "winner": ("winner",),
    "update, reinforce, commit": ("row_engine",),
    "operands": ("top", "memories"),
    "control": ("host", "loader", "minibatch", "registers", "table_check", "unroll"),
}
"""Parts of a core by pass. Operands: registers and multiplexers between memories and passes."""


class Mismatch(Exception):
    """A netlist does not compute what the golden model does."""


SPARING = dataclasses.replace(PLAIN, isolate=True)
"""The same, and operands of the backward pass that rest while no tile is for it."""


def core_netlist(config, library, *, wire, sparing=False):
    """The `Netlist` of Core(config), memories outside.

    sparing: with clock gates and operand isolation
    """
    text, _ = convert_shared(Core(config, SPARING if sparing else PLAIN), "bep_core")
    module = mapped(text, "bep_core", library, parts=True, gated=sparing)
    return Netlist(module, library, wire=wire)


def trained(netlist, config, moment):
    """Train the minibatch of a `Moment` on the netlist; (`Activity`, samples that triggered).

    Predictions, margins, triggers and all counters must equal the golden model's; Mismatch.
    """
    state = copy.deepcopy(moment.state)
    port = NetlistPort(netlist)
    driver = Driver(port, state.network, state.classifier, core=config, seed=state.seed)
    driver.load(state.counters, state.minibatch)
    got = driver.step(moment.bits, moment.labels, moment.settings, len(moment.labels))
    step = train_step(state, moment.bits, moment.labels, moment.settings)
    expected = (step.predictions, step.margins, step.triggered)
    same = all(np.array_equal(a, b) for a, b in zip(expected, got, strict=True))
    counters = driver.counters()
    same &= all(np.array_equal(a, b) for a, b in zip(state.counters, counters, strict=True))
    if not same:
        raise Mismatch(
            f"the netlist of the core differs from the golden model, epoch {moment.epoch}"
        )
    return port.simulation.activity(), int(step.triggered.sum())


def by_pass(of_parts):
    """Values of parts added up by pass; `of_parts`: {part: array-like}."""
    passes = {part: name for name, parts in PASSES.items() for part in parts}
    total = {}
    for part, values in of_parts.items():
        name = passes.get(part, "control")
        total[name] = total.get(name, 0) + np.array(values, float)
    return {name: total[name].tolist() for name in PASSES if name in total}
