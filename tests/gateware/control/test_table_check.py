"""The check of the layer table: tables of networks pass, and each wrong field is found."""

import dataclasses
import random

import pytest

from bep_hw.gateware.control.table_check import ROW_LATENCY, TableCheck
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table, network_registers
from bep_hw.spec.limits import limits
from bep_hw.spec.network import Network, Recurrent
from tests.helpers.bench import DEEP, SEEDS, simulate

TILE = {"tile_rows": 3, "tile_columns": 12, "lanes": 4}
NETWORKS = [
    Network(layers=(8, 4), classes=2),
    Network(layers=(40, 12, 7), classes=5),
    Network(layers=(24, 24, 3, 12), classes=4),
    Recurrent(layers=(10, 10, 8), classes=3, steps=4),
]
BY_LAYERS = {"ids": lambda network: "-".join(map(str, network.layers))}
DEPTHS = {
    "tile_base": "tile",
    "counter_base": "counter",
    "row_base": "row",
    "input_base": "activation",
}
FREE = ("gate", "reinforce", "reinforce_state", "matrix")


def config_for(network, **parameters):
    """A core of which the network fills every memory, but not every other size."""
    config = CoreConfig.for_network(network, **TILE, max_batch=64)
    larger = {"max_width": 50, "max_rows": 30, "max_layers": 5, "max_classes": 9, **parameters}
    return dataclasses.replace(config, **larger)


def registers_of(network, config):
    """({register: value}, [{register: value} of each row]) of what a host writes."""
    once, rows = {"batch_size": 8}, [{} for _ in layer_table(network, config)]
    for name, layer, value in network_registers(layer_table(network, config), config, 0):
        (once if layer is None else rows[layer])[name] = value
    return once, rows


def check(config, *tables):
    """[legal] of each (once, rows), one after the other, on the same block."""
    dut, found, wanted = TableCheck(config), [], [0] * (ROW_LATENCY + 1)

    async def look(ctx, rows):
        wanted.append(ctx.get(dut.layer))
        layer = wanted[-1 - ROW_LATENCY]
        ctx.set(dut.table, rows[layer] if layer < len(rows) else {})

    async def bench(ctx):
        for once, rows in tables:
            for name in ("layers", *(("steps", "horizon", "batch_size") if config.in_time else ())):
                ctx.set(getattr(dut, name), once[name])
            ctx.set(dut.start, 1)
            await look(ctx, rows)
            await ctx.tick()
            ctx.set(dut.start, 0)
            assert not ctx.get(dut.legal)
            cycles = 0
            while ctx.get(dut.busy):
                await look(ctx, rows)
                await ctx.tick()
                cycles += 1
                assert cycles < 20000
            legal = ctx.get(dut.legal)
            assert not legal or ctx.get(dut.classes) == rows[-1]["rows"]
            found.append(legal)

    simulate(dut, bench)
    return found


@DEEP
@pytest.mark.parametrize("network", NETWORKS, **BY_LAYERS)
def test_tables_of_networks_are_legal(network, deep):
    config = config_for(network, deep_pipeline=deep)
    assert check(config, *[registers_of(network, config)] * 2) == [1, 1]


@DEEP
@pytest.mark.parametrize("network", NETWORKS, **BY_LAYERS)
def test_every_wrong_field_is_found(network, deep):
    """One more, one less, or 0 is illegal; the areas of the layers leave no word free."""
    config = config_for(network, deep_pipeline=deep)
    once, rows = registers_of(network, config)
    bounds, tables, names = limits(config), [], []
    for index, row in enumerate(rows):
        last = index == len(rows) - 1
        unused = ("words", "counter_base", "output_base", "row_base", "group") if last else ()
        for name in row.keys() - {*FREE, *unused}:
            for value in {row[name] - 1, row[name] + 1, 0} - {row[name]}:
                fits = 0 <= value <= bounds[name][1]
                if fits and not harmless(name, index, row, value, network):
                    changed = [{**one} for one in rows]
                    changed[index][name] = value
                    tables.append((once, changed))
                    names.append((index, name, value))
    found = check(config, *tables)
    assert [name for name, legal in zip(names, found, strict=True) if legal] == []
    assert len(names) > 12 * len(rows)


def harmless(name, index, row, value, network):
    """Whether the change gives another network that is as good."""
    if name == "group":
        return value and row["rows"] % value == 0
    if name == "columns" and index == 0:
        inputs = row["column_blocks"] - row.get("state_blocks", 0)
        return -(-value // TILE["tile_columns"]) == inputs and (
            -(-value // TILE["lanes"]) + -(-row.get("state_columns", 0) // TILE["lanes"])
            == row["words"]
        )
    if name == "rows" and index == len(network.layer_shapes):
        return value and -(-value // TILE["tile_rows"]) == row["row_blocks"] and value < row["rows"]
    return False


@DEEP
@pytest.mark.parametrize("network", NETWORKS, **BY_LAYERS)
def test_areas_may_lie_apart_but_not_overlap(network, deep):
    """In memories that are larger, one word is left free below a layer, or taken twice.

    The last state is a part of the area of its layer: it lies behind the slots of all time steps.
    """
    config = config_for(network, deep_pipeline=deep)
    depths = {f"{name}_depth": getattr(config, f"{name}_depth") + 1 for name in DEPTHS.values()}
    config = dataclasses.replace(config, **depths)
    once, rows = registers_of(network, config)
    apart, overlapping, trained = [], [], len(rows) - 1
    for name in DEPTHS:
        within = len(rows) if name in ("tile_base", "input_base") else trained
        # The layer above a state reads where that is, and goes with it.
        first = 2 if network.recurrent and name == "input_base" else 1
        for index in range(first, within):
            apart.append((once, moved(rows, name, range(index, within), 1)))
            overlapping.append((once, moved(rows, name, range(index, within), -1)))
            overlapping.append((once, moved(rows, name, range(index), 1)))
    assert set(check(config, *apart)) == {1}
    assert set(check(config, *overlapping)) == {0}


def moved(rows, name, which, by):
    """The rows, with `name` of `which` of them higher by `by`; inputs lie where outputs do."""
    found = [{**row} for row in rows]
    for index in which:
        found[index][name] += by
        if name == "input_base" and index:
            found[index - 1]["output_base"] += by
    return found


@SEEDS
def test_what_was_never_written_is_illegal(seed):
    """Any row, and the number of rows; a table is right again when it is written anew."""
    network, source = NETWORKS[1], random.Random(seed)
    config = config_for(network)
    once, rows = registers_of(network, config)
    empty = dict.fromkeys(rows[0], 0)
    cut = [{**row} for row in rows]
    cut[source.randrange(len(rows))] = empty
    tables = [({**once, "layers": layers}, rows) for layers in (0, 1, 2, 4, 5)]
    padded = [*rows, empty, empty]
    tables = [(single, padded) for single, _ in tables]
    assert check(config, *tables, (once, cut), (once, rows)) == [0, 0, 0, 0, 0, 0, 1]


def test_a_minibatch_of_time_steps_must_fit_the_counters():
    network = NETWORKS[3]
    config = config_for(network)
    once, rows = registers_of(network, config)
    sizes = [(16, 4), (17, 4), (64, 1), (64, 2), (21, 3), (22, 3), (8, 0)]
    tables = [({**once, "batch_size": size, "horizon": steps}, rows) for size, steps in sizes]
    assert check(config, *tables) == [1, 0, 1, 0, 1, 0, 0]
