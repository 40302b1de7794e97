"""Floorplan: a site for every block RAM of a design, near what it is connected to.

An analytic placer lets block RAMs overlap until the end. Then each gets a site of its own, one
after the other, and in a device that they nearly fill the last ones go far. So their sites are
chosen for all at once instead, around a first placement, and stay.
"""

import json
import re
from collections import Counter, defaultdict

import numpy as np

from bep_hw.support.errors import require
from bep_hw.support.files import replace_file

PLACED = "NEXTPNR_BEL"
"""Attribute with which nextpnr says where it put a cell."""

FIXED = "BEL"
"""Attribute with which it is told."""


def cells_of(netlist, kind=None):
    """{name: cell} of a netlist's top module; of one kind, if there is one."""
    cells = netlist["modules"]["top"]["cells"]
    return {name: cell for name, cell in cells.items() if kind in (None, cell["type"])}


def sites(nextpnr, device, without_pins, kind, number, folder):
    """Names of all places that a device has for a kind of cell: those of a full one.

    nextpnr: the tool; device: its arguments that say which; number: of the places
    without_pins: its option for a design without constraints
    """
    empty = ("parameters", "attributes", "port_directions", "connections")
    cell = {"type": kind, **{name: {} for name in empty}}
    cells = {f"cell{index}": cell for index in range(number)}
    module = {"attributes": {"top": "1"}, "ports": {}, "netnames": {}, "cells": cells}
    netlist, placed = folder / "full.json", folder / "filled.json"
    replace_file(netlist, json.dumps({"creator": "bep-hw", "modules": {"top": module}}))
    words = ["--json", netlist.name, without_pins, "--no-route"]
    nextpnr.run([*device, *words, "--write", placed.name], folder, "sites.log")
    found = cells_of(json.loads(placed.read_text()), kind)
    return sorted(cell["attributes"][PLACED] for cell in found.values())


def matched(placed, kind, sites):
    """{cell: site} of all cells of a kind, for the shortest wires while nothing else moves.

    A net is as long as half the way round all that it connects; what a cell adds to its nets at
    each of the sites is what a matching of cells and sites minimises in all.
    """
    from scipy.optimize import linear_sum_assignment

    cells = cells_of(placed)
    where = {
        name: _place(cell["attributes"][PLACED])
        for name, cell in cells.items()
        if PLACED in cell["attributes"]
    }
    nets = defaultdict(set)
    for name in where:
        for bits in cells[name]["connections"].values():
            for bit in bits:
                nets[bit].add(name)
    movable = {name: index for index, name in enumerate(sorted(cells_of(placed, kind)))}
    grid = np.array([_place(site) for site in sites])  # (S, 2)
    added = np.zeros((len(movable), len(sites)), np.int64)
    for net in nets.values():
        for name in net & movable.keys():
            others = np.array([where[other] for other in net if other != name])
            if len(others):
                outside = np.maximum(others.min(0) - grid, grid - others.max(0))
                added[movable[name]] += np.maximum(outside, 0).sum(1)
    rows, columns = linear_sum_assignment(added)
    names = list(movable)
    return {names[row]: sites[column] for row, column in zip(rows, columns, strict=True)}


def check(netlist, kind, plan):
    """Raise ConfigError unless a plan has a site of its own for each of a netlist's cells."""
    names = cells_of(netlist, kind).keys()
    for found, what in ((names - plan.keys(), "no site for"), (plan.keys() - names, "no cell")):
        require(not found, f"sites: {what} {min(found, default='')}, and {len(found) - 1} more")
    taken = Counter(plan.values())
    site = max(taken, key=taken.get, default=None)
    require(taken[site] <= 1, f"sites: {site} is given to {taken[site]} cells")


def fix(netlist, plan):
    """Write into a netlist where the cells of a plan, {cell: site}, have to be."""
    cells = cells_of(netlist)
    for name, site in plan.items():
        cells[name]["attributes"][FIXED] = site


def _place(site):
    """(x, y) of a site."""
    return tuple(int(number) for number in re.match(r"X(\d+)/Y(\d+)/", site).groups())
