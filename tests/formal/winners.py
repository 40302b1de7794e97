"""Proofs that the neurons that learn are those of the definition, of several layers and in time."""

from itertools import product
from types import SimpleNamespace

from amaranth.hdl import Array, Assert, Assume, Cat, Const, Mux, Signal, Value

from bep_hw.gateware import winner
from bep_hw.spec.core import CoreConfig
from bep_hw.support.integers import blocks
from tests.helpers.formal import Checked, Proof, anything, streams

SMALL = {"tile_rows": 2, "tile_columns": 4, "lanes": 2, "hidden_bits": 4, "banks": 2}
CONFIG = CoreConfig(**SMALL, max_width=6, max_layers=3)
STEPS = 2
"""Time steps of a sample, at most."""

IN_TIME = CoreConfig(**SMALL, max_width=6, max_layers=2, max_steps=STEPS)


def learners(layers, rows):
    """A rule: winners are those of the definition, in order, and `last` comes behind them.

    Layers of whole groups, each of up to `rows` neurons, whose memories do not change; a sample
    after the other.
    """

    def rule(m, dut):
        row_blocks, words = (
            blocks(rows, dut.config.tile_rows),
            blocks(rows, dut.config.tile_columns),
        )
        times = STEPS if dut.config.in_time else 1
        tables = [
            table_of(m, dut, layer, rows, layer * row_blocks, layer * words)
            for layer in range(layers)
        ]
        number = row_blocks * dut.config.tile_rows
        neurons = [
            [neuron(m, dut, f"{layer}_{row}", times) for row in range(number)]
            for layer in range(layers)
        ]
        m.d.comb += [
            Assume(dut.layers == layers + 1),
            Assume(Value.cast(dut.table) == Array(table.as_value() for table in tables)[dut.layer]),
        ]
        if dut.config.in_time:
            in_time(m, dut, tables[0], neurons[0], row_blocks, words)
        answer(m, dut, neurons, times)
        for table, layer in zip(tables, neurons, strict=True):
            for row, one in enumerate(layer[:rows]):
                one.wrong = one.wrong & (table.rows > row)
        ends(m, dut, tables, [layer[:rows] for layer in neurons])

    return rule


def table_of(m, dut, layer, rows, row_base, output_base):
    """The row of the layer table of a layer, of whole groups, that lies at these addresses."""
    table = anything(m, dut.table, f"table{layer}", constant=True)
    m.d.comb += [
        Assume((table.rows >= 1) & (table.rows <= rows)),
        *(Assume((table.rows != n) | sizes(n).bit_select(table.group, 1)) for n in range(rows + 1)),
        Assume((table.row_base == row_base) & (table.output_base == output_base)),
    ]
    return table


def sizes(rows):
    """Bit g says whether groups of g make up `rows` rows."""
    return Const(sum(1 << size for size in range(1, rows + 1) if rows % size == 0), 1 << 3)


def neuron(m, dut, name, times):
    """What the memories have of a neuron, at each time step; whether it is wrong, and by how much.

    It is wrong if a* z, the sum of all time steps, is below 0. Activations are the signs of z.
    """
    steps = [
        SimpleNamespace(
            magnitude=anything(m, dut.magnitudes[0], f"magnitude{name}_{time}", constant=True),
            activation=anything(m, Signal(), f"activation{name}_{time}", constant=True),
            desired=anything(m, Signal(), f"desired{name}_{time}", constant=True),
        )
        for time in range(times)
    ]
    z = [Mux(one.desired ^ one.activation, -one.magnitude, one.magnitude) for one in steps]
    return SimpleNamespace(steps=steps, wrong=sum(z) < 0, key=-sum(z))


def in_time(m, dut, table, neurons, row_blocks, words):
    """Time steps follow each other in memory; of a layer that is no state, one learns."""
    learning = anything(m, dut.learning, "learning", constant=True)
    state = table.state_blocks.any()
    m.d.comb += [
        Assume(dut.learning == learning),
        Assume((learning >= 1) & (learning <= STEPS)),
        Assume((dut.stride.rows == row_blocks) & (dut.stride.words == words)),
        # A layer without time has its one place behind those of the states; here there are none.
        Assume(dut.last_offset.rows == Mux(state, STEPS * row_blocks, 0)),
        Assume(dut.last_offset.words == Mux(state, STEPS * words, 0)),
    ]
    for one in neurons:
        z = [Mux(s.desired ^ s.activation, -s.magnitude, s.magnitude) for s in one.steps]
        last = z[-1] + Mux(learning > 1, z[0], 0)
        total = Mux(state, last, z[0])
        one.wrong, one.key = total < 0, -total


def ends(m, dut, tables, neurons):
    """Each winner is the best of its group, after all groups before it; `last` after all."""
    winner, rows = dut.winners.payload, len(neurons[0])
    done = [Signal(range(rows + 1), name=f"done{layer}") for layer in range(len(neurons))]
    passed = [
        [Assert(~one.wrong | (there > row)) for row, one in enumerate(layer)]
        for layer, there in zip(neurons, done, strict=True)
    ]
    with m.If(dut.winners.valid & dut.winners.ready):
        with m.If(winner.last):
            for layer, there in enumerate(done):
                m.d.comb += passed[layer]
                m.d.sync += there.eq(0)
        with m.Else():
            m.d.comb += Assert(winner.layer < len(neurons))
        for number, layer in enumerate(neurons):
            with m.If(~winner.last & (winner.layer == number)):
                for earlier in range(number):
                    m.d.comb += passed[earlier]
                m.d.comb += [Assert(there == 0) for there in done[number + 1 :]]
                m.d.comb += Assert(winner.row < tables[number].rows)
                chooses(m, dut, tables[number], layer, done[number])


def chooses(m, dut, table, neurons, done):
    """The winner is the best of its group, and none is passed over in the groups before."""
    winner, rows, most = dut.winners.payload, dut.config.tile_rows, len(neurons)
    for row, size in product(range(most), range(1, most + 1)):
        with m.If((winner.row == row) & (table.group == size)):
            start = row // size * size
            others = [other for other in range(start, min(start + size, most)) if other != row]
            m.d.comb += [
                Assert(neurons[row].wrong),
                Assert(winner.block == table.row_base + row // rows),
                Assert(winner.index == row % rows),
                Assert(done <= start),
                *(Assert(~neurons[other].wrong | (done > other)) for other in range(start)),
            ]
            if not dut.config.in_time:
                m.d.comb += Assert(winner.desired == neurons[row].steps[0].desired)
            for other in others:
                mine, its = neurons[row].key, neurons[other].key
                m.d.comb += Assert(~neurons[other].wrong | (mine < its + (other > row)))
            m.d.sync += done.eq(min(start + size, most))


def answer(m, dut, neurons, times):
    """The memories: a cycle after the address, if the read is enabled.

    Of one layer all time steps, one after the other, or one time step of each layer.
    """
    rows, columns = dut.config.tile_rows, dut.config.tile_columns
    there = [[one.steps[time] for one in layer] for time in range(times) for layer in neurons]
    row_blocks = [part[at : at + rows] for part in there for at in range(0, len(part), rows)]
    words = [part[at : at + columns] for part in there for at in range(0, len(part), columns)]
    for port, address, values in (
        (dut.magnitudes, dut.row_address, [[n.magnitude for n in one] for one in row_blocks]),
        (dut.activations, dut.row_address, [[n.activation for n in one] for one in row_blocks]),
        (dut.desired, dut.desired_address, [[n.desired for n in one] for one in words]),
    ):
        port = Value.cast(port)
        read = Signal(len(port), name="read")
        with m.If(dut.read_enable):
            m.d.sync += read.eq(Array(Cat(*value) for value in values)[address])
        m.d.comb += Assume(port == read)


def winner_proof(block, config, layers, rows, depth, bug, bounded):
    return Proof(
        block=block,
        claim="in every group the wrong neuron of the smallest |z| learns, the first one of them",
        module=winner,
        build=lambda module: Checked(module.Winner(config), streams, learners(layers, rows)),
        bug=bug,
        depth=depth,
        bounded=bounded,
    )


PROOFS = (
    winner_proof(
        "winner",
        CONFIG,
        1,
        5,
        13,
        ("a group begins anew in every block", "running.valid.eq(0)", "running.valid.eq(1)"),
        "a layer of up to 5 rows in blocks of 2, of all group sizes",
    ),
    winner_proof(
        "winner, 2 layers",
        CONFIG,
        2,
        2,
        13,
        ("it ends a layer early", "self.layer + 2 == self.layers", "self.layer + 3 == self.layers"),
        "two layers of up to 2 rows, of all group sizes",
    ),
    winner_proof(
        f"winner, {STEPS} time steps",
        IN_TIME,
        1,
        3,
        15,
        ("the last time step alone counts", "Mux(self._read.first, 0, total) + z", "z"),
        "a layer of up to 3 rows in blocks of 2, of all group sizes",
    ),
)
