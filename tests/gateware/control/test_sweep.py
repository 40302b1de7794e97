"""Sweep: all rows of all trainable layers, in order, whatever the pace at which they are taken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.control.sweep import Sweep
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network
from tests.helpers.bench import STALLS, Stalls, receive, simulate, table_lookup, table_rows
from tests.helpers.ports import ports


def check(widths, tile_rows, *, sweeps=1, stall=0.0):
    network = Network(layers=(5, *widths), classes=2)
    config = CoreConfig.for_network(network, tile_rows=tile_rows, tile_columns=tile_rows, lanes=1)
    table = layer_table(network, config)
    dut, stalls = Sweep(config), Stalls(stall, 0)
    expected = [
        {
            "layer": index,
            "row": row,
            "block": layer.row_base + row // tile_rows,
            "index": row % tile_rows,
        }
        for index, layer in enumerate(table[:-1])
        for row in range(layer.rows)
    ]

    async def bench(ctx):
        ctx.set(dut.layers, len(table))
        for _ in range(sweeps):
            assert not ctx.get(dut.busy)
            ctx.set(dut.start, 1)
            await ctx.tick()
            ctx.set(dut.start, 0)
            if not stall:
                cycles = 0
                ctx.set(dut.rows.ready, 1)
                while ctx.get(dut.busy):
                    await ctx.tick()
                    cycles += 1
                assert cycles == len(expected) + len(widths)
                continue
            for row in expected:
                assert ctx.get(dut.busy)
                assert await receive(ctx, dut.rows, stalls) == row

    taken = []

    async def watch(ctx):
        while True:
            _, _, valid, ready, row = await ctx.tick().sample(
                dut.rows.valid, dut.rows.ready, dut.rows.payload
            )
            if valid and ready:
                taken.append({name: row[name] for name in expected[0]})

    simulate(dut, bench, background=[watch, table_lookup(dut, table_rows(table, config))])
    assert taken == expected * sweeps


@STALLS
@pytest.mark.parametrize("tile_rows", [1, 3, 4])
def test_two_sweeps(tile_rows, stall):
    check((7, 1, 12), tile_rows, sweeps=2, stall=stall)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=4), st.integers(1, 5))
@settings(max_examples=6, deadline=None)
def test_any_shape(widths, tile_rows):
    check(tuple(widths), tile_rows)


@pytest.mark.parametrize("max_layers", [2, 4, 5])
def test_ports(max_layers):
    """A number of layers from 0 to the maximum, and the number of one of them from 0."""
    config = CoreConfig(tile_rows=2, tile_columns=4, lanes=4, max_layers=max_layers)
    found = ports(Sweep(config))
    assert found["start"] == "in 1" and found["busy"] == "out 1"
    assert found["layers"] == f"in {max_layers.bit_length()}"
    assert found["layer"] == f"out {(max_layers - 1).bit_length()}"
