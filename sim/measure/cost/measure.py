"""Measures blocks and cores: rows of gate equivalents, bits, transitions, energies."""

import dataclasses

import numpy as np

from bep_hw.gateware.verilog import convert
from sim.measure.cost import blocks, core
from sim.measure.cost.mapping import mapped
from sim.measure.cost.netlist import Netlist
from sim.measure.cost.rows import COMPUTED, COUNTED, MEASURED, Row
from sim.measure.cost.simulator import Simulation

SRAM_BITS = 64
SRAM_ENERGY = 10.0
"""Energy of an access of SRAM_BITS bits to an SRAM of 8 kB [pJ], see SRAM_SOURCE."""

MOVED, CLOCK = "transitions, energy per sample", "clock, energy per sample"
CALM = "energy per sample without glitches"
"""Quantities of the passes of a core."""

SRAM_SOURCE = "Horowitz, ISSCC 2014 (45 nm)"


def sizes(item, part, areas, elements=None):
    """Rows of (gate equivalents, flip-flops); per element as well if there are some."""
    total, flops = areas
    rows = [
        Row(item, part, None, "size", float(total), "GE", MEASURED),
        Row(item, part, None, "flip-flops", int(flops), "bits", MEASURED),
    ]
    if elements:
        rows.append(Row(item, part, None, "size per element", total / elements, "GE", MEASURED))
    return rows


def block(one, moments, library, *, wire):
    """Rows of a `blocks.Block`; core.Mismatch if an output differs from the golden model's."""
    module = mapped(convert(one.make(), one.name), one.name, library)
    netlist = Netlist(module, library, wire=wire)
    areas = np.sum(list(netlist.gate_equivalents().values()), axis=0)
    registers = library.cells[netlist.flop_cell].area / library.gate_area if len(netlist.d) else 0
    logic = areas[0] - registers * areas[1]
    item = f"{one.name}, {one.width}"
    rows = [
        *sizes(item, one.name, areas, one.elements),
        Row(item, one.name, None, "logic per element", logic / one.elements, "GE", MEASURED),
        Row(item, one.name, None, "elements", one.elements, "", COUNTED),
    ]
    for moment in moments:
        rows += _activity(one, item, netlist, moment)
    return rows


def _activity(one, item, netlist, moment):
    feed = one.feed(moment)
    operations = len(feed.inputs["valid"])
    simulation = Simulation(netlist)
    simulation.count(True)
    seen = simulation.drive(feed.inputs)
    simulation.count(False)
    rest = simulation.drive(blocks.idle(feed.inputs, blocks.DRAIN))
    outputs = {name: np.concatenate([seen[name], rest[name]]) for name in seen}
    wrong = blocks.differences(feed, outputs)
    if wrong:
        raise core.Mismatch(f"{item}: {wrong} outputs differ from the golden model's")
    activity, per = simulation.activity(), 1 / (operations * one.elements)
    whole, clock = np.sum(list(activity.energy(netlist).values()), axis=0)
    settled, _ = np.sum(list(activity.energy(netlist, glitches=False).values()), axis=0)
    values = (
        ("operations", operations, "", COUNTED),
        ("transitions per element", activity.transitions.sum() * per, "", MEASURED),
        ("transitions without glitches", activity.settled.sum() * per, "", MEASURED),
        ("energy per element", (whole + clock) * per, "pJ", MEASURED),
        ("of it the clock", clock * per, "pJ", MEASURED),
        ("energy without glitches", (settled + clock) * per, "pJ", MEASURED),
    )
    return [Row(item, one.name, moment.epoch, name, float(value), unit, source)
            for name, value, unit, source in values]  # fmt: skip


def whole_core(item, config, netlist, moments, *, sram=SRAM_ENERGY, say=lambda text: None):
    """Rows of a core, whose `Netlist` is that of Core(config).

    core.Mismatch if a minibatch differs from the golden model's.
    """
    of_parts = netlist.gate_equivalents()
    rows = []
    for part, areas in core.by_pass(of_parts).items():
        rows += sizes(item, part, areas)
    rows += sizes(item, "all", np.sum(list(of_parts.values()), axis=0))
    tile, lanes = config.tile_rows * config.tile_columns, config.lanes
    for part, count in (("forward", tile), ("backward", tile), ("row_engine", lanes)):
        rows.append(Row(item, part, None, "size per element", of_parts[part][0] / count, "GE",
                        MEASURED))  # fmt: skip
    for memory in netlist.memories:
        bits = memory.width * memory.depth
        rows.append(Row(item, memory.name, None, "memory", bits, "bits", COUNTED))
    for moment in moments:
        say(f"{item}: epoch {moment.epoch}")
        rows += minibatch(item, config, netlist, moment, sram)
    return rows


def minibatch(item, config, netlist, moment, sram):
    """Rows of a `Moment` that the netlist trains; core.Mismatch as of `whole_core`."""
    activity, triggered = core.trained(netlist, config, moment)
    count = len(moment.labels)
    passes = core.by_pass(activity.energy(netlist))
    calm = core.by_pass(activity.energy(netlist, glitches=False))
    add = lambda part, name, value, unit, source: Row(  # noqa: E731
        item, part, moment.epoch, name, float(value), unit, source
    )
    rows = [
        add("all", "samples", count, "", COUNTED),
        add("all", "samples that learn", triggered, "", COUNTED),
        add("all", "cycles per sample", activity.cycles / count, "", COUNTED),
        add("all", "transitions per sample", activity.transitions.sum() / count, "", MEASURED),
        add("all", "without glitches", activity.settled.sum() / count, "", MEASURED),
    ]
    for part, (moved, clock) in passes.items():
        rows += [
            add(part, MOVED, moved / count, "pJ", MEASURED),
            add(part, CLOCK, clock / count, "pJ", MEASURED),
            add(part, CALM, sum(calm[part]) / count, "pJ", MEASURED),
        ]
    rows += [
        add("all", "energy per sample", np.sum(list(passes.values())) / count, "pJ", MEASURED),
        add("all", CALM, np.sum(list(calm.values())) / count, "pJ", MEASURED),
    ]
    return rows + _memories(add, netlist, activity, count, sram)


def _memories(add, netlist, activity, count, sram):
    """Accesses of the memories, and their energy: kept apart from what is measured."""
    rows, total = [], 0.0
    source = SRAM_SOURCE if sram == SRAM_ENERGY else "user"
    for memory in netlist.memories:
        found = activity.accesses[memory.name]
        bits = found["bits_read"] + found["bits_written"]
        energy = bits / SRAM_BITS * sram / count
        total += energy
        rows += [
            add(memory.name, "reads per sample", found["reads"] / count, "", COUNTED),
            add(memory.name, "writes per sample", found["writes"] / count, "", COUNTED),
            add(memory.name, "bits moved per sample", bits / count, "bits", COUNTED),
            add(memory.name, "energy per sample", energy, "pJ", f"{COMPUTED}, {source}"),
        ]
    rows.append(add("memories", "energy per sample", total, "pJ", f"{COMPUTED}, {source}"))
    return rows


def plain(config):
    """The parameters of a core that is to save energy: as few registers as its timing needs."""
    return dataclasses.replace(config, popcount_stages=1, deep_pipeline=False)
