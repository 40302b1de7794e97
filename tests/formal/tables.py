"""Proof of the check of the layer table: it finds what plain arithmetic says of the whole table."""

from amaranth.hdl import Array, Assert, Assume, Cat, Signal
from amaranth.lib import data

from bep_hw.gateware.control import table_check
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.limits import limits
from tests.helpers.formal import Checked, Proof, anything

CONFIG = CoreConfig(
    **{"tile_rows": 1, "tile_columns": 2, "lanes": 2, "max_width": 2, "max_rows": 2},
    **{"max_classes": 2, "max_layers": 2, "max_batch": 1, "hidden_bits": 4, "banks": 2},
    **{"tile_depth": 3, "counter_depth": 3, "activation_depth": 3, "row_depth": 2},
    class_depth=2,
)
CYCLES = 168
"""In which every table of CONFIG is decided; that is proved, too."""


def legal(config, hidden, top):
    """Whether a hidden layer and a classifier of these fields lie within the memories of a core."""

    def covers(size, many, things):
        return (things != 0) & (many * size >= things) & (many * size < things + size)

    good = [
        *(covers(config.tile_rows, row.row_blocks, row.rows) for row in (hidden, top)),
        *(covers(config.tile_columns, row.column_blocks, row.columns) for row in (hidden, top)),
        covers(config.lanes, hidden.words, hidden.columns),
        hidden.group.any() & (hidden.rows % hidden.group == 0),
        (top.columns == hidden.rows) & (top.input_base == hidden.output_base),
        top.rows <= config.max_classes,
        top.rows * top.column_blocks <= config.class_depth,
    ]
    ends = [row.tile_base + row.row_blocks * row.column_blocks for row in (hidden, top)]
    good += [ends[0] <= top.tile_base, ends[1] <= config.tile_depth]
    ends = [row.input_base + row.column_blocks for row in (hidden, top)]
    good += [ends[0] <= top.input_base, ends[1] <= config.activation_depth]
    good += [
        hidden.counter_base + hidden.rows * hidden.words <= config.counter_depth,
        hidden.row_base + hidden.row_blocks <= config.row_depth,
    ]
    return Cat(good).all()


def decided(m, dut):
    """The check begins once, and says that the table is legal if and only if it is."""
    rows, layer = [], [dut.layer]
    for index in range(CONFIG.max_layers):
        bits = anything(m, Signal(dut.table.shape().size), f"row{index}", constant=True)
        row = data.View(dut.table.shape(), bits)
        most = limits(CONFIG)
        m.d.comb += [Assume(row[name] <= most[name][1]) for name in dut.table.shape().members]
        rows.append(row)
    for cycle in range(table_check.ROW_LATENCY):
        layer.append(Signal.like(dut.layer, name=f"layer{cycle}"))
        m.d.sync += layer[-1].eq(layer[-2])
    layers = anything(m, dut.layers, "rows", constant=True)
    cycle = Signal(range(CYCLES + 2))
    m.d.sync += cycle.eq(cycle + (cycle <= CYCLES))
    m.d.comb += [
        Assume(dut.start == (cycle == 0)),
        Assume(dut.layers == layers),
        Assume(layers <= CONFIG.max_layers),
        Assume(dut.table.as_value() == Array(row.as_value() for row in rows)[layer[-1]]),
        Assert((cycle < CYCLES) | ~dut.busy),
    ]
    right = (layers == 2) & legal(CONFIG, *rows)
    with m.If(cycle != 0):
        m.d.comb += Assert((dut.busy & ~dut.legal) | (~dut.busy & (dut.legal == right)))
    with m.If(dut.legal):
        m.d.comb += Assert(dut.classes == rows[1].rows)


PROOFS = (
    Proof(
        block="table check",
        claim="a table of two layers is legal if and only if plain arithmetic says so",
        module=table_check,
        build=lambda module: Checked(module.TableCheck(CONFIG), decided),
        bug=(
            "a layer of several groups is refused",
            "within & (~there | divides)",
            "within & ~there",
        ),
        depth=CYCLES + 2,
        bounded="a core for two rows and columns, in which every check is over by then",
        within=80,
    ),
)
