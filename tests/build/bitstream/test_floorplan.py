"""The floorplan: the best sites of all, found on every device."""

import itertools
import random
import re

import pytest

from bep_hw.build.bitstream import floorplan
from bep_hw.build.bitstream.families.ecp5 import FAMILY
from bep_hw.support import eda
from bep_hw.support.errors import ConfigError
from tests.helpers.bench import SEEDS

KIND = "DP16KD"
SITES = [f"X{x}/Y{y}/EBR{index}" for y in (3, 9) for index, x in enumerate((2, 5, 7))]


def placed(rng, rams=4, logic=9):
    """A placed netlist: block RAMs and logic at random, on random nets."""
    cells = {}
    for index in range(rams + logic):
        kind = KIND if index < rams else "TRELLIS_COMB"
        site = SITES[index] if index < rams else f"X{rng.randrange(12)}/Y{rng.randrange(12)}/SLICE"
        bits = rng.sample(range(2, 20), 4)
        connections = {"A": bits[:3], "Q": bits[3:]}
        attributes = {floorplan.PLACED: site}
        cells[f"cell{index}"] = {"type": kind, "attributes": attributes, "connections": connections}
    # A pin of the device has no place.
    cells["pin"] = {"type": "PIN", "attributes": {}, "connections": {"O": [2, 3]}}
    return {"modules": {"top": {"cells": cells}}}


def added(netlist, name, site):
    """What a cell at a site adds to the half perimeters of its nets while all others stay."""
    cells = {n: c for n, c in floorplan.cells_of(netlist).items() if c["attributes"]}
    places = {n: floorplan._place(c["attributes"][floorplan.PLACED]) for n, c in cells.items()}
    total = 0
    for bit in {bit for bits in cells[name]["connections"].values() for bit in bits}:
        others = [
            places[n]
            for n, c in cells.items()
            if n != name and any(bit in bits for bits in c["connections"].values())
        ]
        if others:
            both = [*others, floorplan._place(site)]
            total += sum(max(axis) - min(axis) for axis in zip(*both, strict=True))
            total -= sum(max(axis) - min(axis) for axis in zip(*others, strict=True))
    return total


@SEEDS
def test_no_other_sites_are_better(seed):
    """Every way to put the block RAMs on the sites is tried."""
    netlist = placed(random.Random(seed))
    rams = sorted(floorplan.cells_of(netlist, KIND))
    plan = floorplan.matched(netlist, KIND, SITES)
    assert sorted(plan) == rams and len(set(plan.values())) == len(rams)
    cost = {(ram, site): added(netlist, ram, site) for ram in rams for site in SITES}
    ways = itertools.permutations(SITES, len(rams))
    best = min(sum(cost[pair] for pair in zip(rams, way, strict=True)) for way in ways)
    assert sum(cost[pair] for pair in plan.items()) == best


def test_fix():
    netlist = placed(random.Random(1))
    floorplan.fix(netlist, {"cell1": SITES[5]})
    fixed = {n: c["attributes"].get("BEL") for n, c in floorplan.cells_of(netlist, KIND).items()}
    assert fixed == {"cell0": None, "cell1": SITES[5], "cell2": None, "cell3": None}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({}, None),
        ({"cell4": SITES[4]}, "sites: no cell cell4, and 0 more"),
        ({"cell3": None, "cell1": None}, "sites: no site for cell1, and 1 more"),
        ({"cell3": SITES[0]}, f"sites: {SITES[0]} is given to 2 cells"),
    ],
)
def test_plans_of_other_builds(change, message):
    """A plan is taken only if it is one of all block RAMs of the design, and of no others."""
    netlist = placed(random.Random(1))
    plan = {f"cell{index}": SITES[index] for index in range(4)} | change
    plan = {name: site for name, site in plan.items() if site}
    if message is None:
        floorplan.check(netlist, KIND, plan)
    else:
        with pytest.raises(ConfigError, match=re.escape(message)):
            floorplan.check(netlist, KIND, plan)


@pytest.mark.parametrize("device", FAMILY.block_rams)
def test_sites(device, tmp_path):
    """There are as many as the family says, and no two are one."""
    grade = {"LFE5U": "", "LFE5UM5G": "um5g-"}[device.partition("-")[0]]
    argument = f"--{grade}{device.partition('-')[2].replace('F', 'k')}"
    number = FAMILY.block_rams[device]
    router = eda.find("nextpnr-ecp5", FAMILY.tools["nextpnr-ecp5"])
    names = floorplan.sites(
        router, [argument], FAMILY.floorplan.without_pins, KIND, number, tmp_path
    )
    assert len(set(names)) == len(names) == number
    assert all(floorplan._place(name) for name in names)
