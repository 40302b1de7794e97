"""The local rule of 2025 on the netlist of the core: every layer is trained as one by itself."""

from dataclasses import replace

from sim.measure.cost import measure
from sim.measure.cost.core import PASSES

ENERGIES = ("energy per sample", measure.CALM)
SAME = ("samples",)
"""Quantities that are not added up over the layers."""


def rows(item, config, netlist, moments, *, sram, say):
    """Rows of energies per sample, without those of the backward pass, which the rule has not.

    moments: of each epoch one `Moment` per layer, see `states.local_moments`
    """
    found = []
    for layers in moments:
        say(f"{item}: epoch {layers[0].epoch}")
        each = [measure.minibatch(item, config, netlist, layer, sram) for layer in layers]
        found += _without_backward(_added(each))
    return found


def _added(each):
    """Rows of the layers, added up; samples that learn are those of the top layer, as BEP's."""
    total = {row.quantity + row.part: row for row in each[0]}
    for row in (row for layer in each[1:] for row in layer):
        key = row.quantity + row.part
        if row.quantity == "samples that learn":
            total[key] = row
        elif row.quantity not in SAME:
            total[key] = replace(row, value=total[key].value + row.value)
    return list(total.values())


def _without_backward(rows):
    kept = [row for row in rows if row.part != "backward"]
    spent = {quantity: 0.0 for quantity in ENERGIES}
    for row in kept:
        if row.part in PASSES:
            spent[ENERGIES[row.quantity == measure.CALM]] += row.value
    return [
        replace(row, value=spent[row.quantity])
        if row.part == "all" and row.quantity in spent
        else row
        for row in kept
    ]
