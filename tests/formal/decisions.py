"""Proofs of what is decided about a sample: its margin, and the neurons that learn from it."""

from itertools import product
from types import SimpleNamespace

from amaranth.hdl import Array, Assert, Assume, Cat, Const, Mux, Signal, Value, signed
from amaranth.lib import data

from bep_hw.gateware import margin, winner
from bep_hw.gateware.parts.pipeline import delay
from bep_hw.spec.core import CoreConfig
from bep_hw.support.integers import blocks as blocks_of
from tests.helpers.formal import Checked, Proof, anything, constant, streams

BLOCKS = 2
"""Row blocks of logits of a sample, at most."""

CONFIG = CoreConfig(
    tile_rows=2, tile_columns=4, lanes=2, max_width=6, hidden_bits=4, banks=2, max_layers=2
)
ROWS = 5
"""Neurons of a layer, at most."""


def turns(m, dut, blocks, members):
    """Logits come in turn; `(way, block, judged)`, registers: of the next ones, of the next margin.

    The first row blocks of all samples of a bundle come, then the second ones; the next bundle
    comes when all of this one are judged.
    """
    way, judged = Signal(range(dut.samples + 1)), Signal(range(dut.samples + 1))
    block, waits = Signal(range(BLOCKS)), Signal()
    m.d.comb += [
        Assume(dut.way == way),
        Assume(dut.ends == (way + 1 == members)),
        Assume(dut.first == (block == 0)),
        Assume(dut.last == (block + 1 == blocks)),
        Assume(~(dut.valid & waits)),
    ]
    with m.If(dut.valid):
        m.d.sync += way.eq(Mux(dut.ends, 0, way + 1))
        with m.If(dut.ends):
            m.d.sync += [block.eq(Mux(dut.last, 0, block + 1)), waits.eq(dut.last)]
    with m.If(dut.done):
        m.d.sync += judged.eq(judged + 1)
        with m.If(judged + 1 == members):
            m.d.sync += [judged.eq(0), waits.eq(0)]
    return way, block, judged


def judges(m, dut):
    """The lowest index of the largest logit, y_c - max over the others, and whether it trains."""
    blocks = anything(m, Signal(range(BLOCKS + 1)), "blocks", constant=True)
    members = anything(m, Signal(range(dut.samples + 1)), "members", constant=True)
    names = [f"label{way}" for way in range(dut.samples)]
    labels = Array(anything(m, dut.label, name, constant=True) for name in names)
    constant(m, dut.threshold)
    way, block, judged = turns(m, dut, blocks, members)
    m.d.comb += [
        Assume((blocks >= 1) & (blocks <= BLOCKS)),
        Assume((members >= 1) & (members <= dut.samples)),
        Assume(dut.label == labels[way]),
        *(Assume(logit > -(1 << len(logit) - 1)) for logit in dut.logits),
    ]
    logits = kept(m, dut, way, block, judged)
    everyone, others = [], []
    own, known = Const(0, signed(len(dut.margin))), Const(0, 1)
    for place, (logit, exists) in enumerate(logits):
        mine = exists & (labels[judged] == place)
        everyone.append((logit, exists))
        others.append((logit, exists & ~mine))
        own, known = Mux(mine, logit, own), known | mine
    index, _, _ = largest(everyone)
    _, rival, there = largest(others)
    with m.If(dut.done & there):
        m.d.comb += Assert(dut.prediction == index)
        with m.If(known):
            m.d.comb += [
                Assert(dut.margin == own - rival),
                Assert(dut.triggered == (own - rival < dut.threshold)),
            ]
    m.d.comb += Assert(dut.done == delay(m, dut.valid & dut.last, dut.latency, "late"))


def largest(logits):
    """(its lowest index, the largest of those that exist, whether one does)."""
    index, most, there = Const(0), Const(0, signed(1)), Const(0, 1)
    for place, (logit, exists) in enumerate(logits):
        better = exists & (~there | (logit > most))
        index, most, there = Mux(better, place, index), Mux(better, logit, most), there | exists
    return index, most, there


def kept(m, dut, way, block, judged):
    """[(logit, whether it exists)] of the sample `judged`, from all that have come."""
    shape = data.StructLayout({"logit": dut.logits[0].shape(), "exists": 1})
    layout = data.ArrayLayout(shape, BLOCKS * dut.rows)
    samples = [Signal(layout, name=f"seen{sample}") for sample in range(dut.samples)]
    for sample, seen in enumerate(samples):
        with m.If(dut.valid & (way == sample)):
            for place in range(BLOCKS * dut.rows):
                there, row = divmod(place, dut.rows)
                with m.If(block == there):
                    m.d.sync += [
                        seen[place].logit.eq(dut.logits[row]),
                        seen[place].exists.eq(dut.mask[row]),
                    ]
                with m.Elif(dut.first):
                    m.d.sync += seen[place].exists.eq(0)
    chosen = Signal(layout)
    m.d.comb += chosen.eq(Array(seen.as_value() for seen in samples)[judged])
    return [(chosen[place].logit, chosen[place].exists) for place in range(BLOCKS * dut.rows)]


def learns(m, dut):
    """Winners are those of the definition, in the order of the groups, then comes `last`.

    One layer of whole groups, whose memories do not change; a sample after the other.
    """
    rows, wide = dut.config.tile_rows, dut.config.count_bits
    table, winner = dut.table, dut.winners.payload
    constant(m, table)
    constant(m, dut.layers)
    m.d.comb += [
        Assume(dut.layers == 2),
        Assume((table.rows >= 1) & (table.rows <= ROWS)),
        *(Assume((table.rows != n) | sizes(n).bit_select(table.group, 1)) for n in range(ROWS + 1)),
        Assume((table.row_base == 0) & (table.output_base == 0)),
    ]
    neurons = [
        SimpleNamespace(
            magnitude=anything(m, Signal(wide), f"magnitude{row}", constant=True),
            activation=anything(m, Signal(), f"activation{row}", constant=True),
            desired=anything(m, Signal(), f"desired{row}", constant=True),
        )
        for row in range(rows * blocks_of(ROWS, rows))
    ]
    answer(m, dut, neurons)
    wrong = [
        (one.desired ^ one.activation) & one.magnitude.any() & (table.rows > row)
        for row, one in enumerate(neurons[:ROWS])
    ]
    done = Signal(range(ROWS + 1))  # rows of the groups of the winners so far
    with m.If(dut.winners.valid & dut.winners.ready):
        m.d.comb += Assert(winner.layer == 0)
        with m.If(winner.last):
            m.d.comb += [Assert(~bad | (done > row)) for row, bad in enumerate(wrong)]
            m.d.sync += done.eq(0)
        with m.Else():
            m.d.comb += Assert(winner.row < table.rows)
            chooses(m, dut, neurons, wrong, done)


def sizes(rows):
    """Bit g says whether groups of g make up `rows` rows."""
    return Const(sum(1 << size for size in range(1, rows + 1) if rows % size == 0), 1 << 3)


def chooses(m, dut, neurons, wrong, done):
    """The winner is the best of its group, and none is passed over in the groups before."""
    winner, rows = dut.winners.payload, dut.config.tile_rows
    for row, size in product(range(ROWS), range(1, ROWS + 1)):
        with m.If((winner.row == row) & (dut.table.group == size)):
            start = row // size * size
            others = [other for other in range(start, min(start + size, ROWS)) if other != row]
            m.d.comb += [
                Assert(wrong[row]),
                Assert(winner.block == row // rows),
                Assert(winner.index == row % rows),
                Assert(winner.desired == neurons[row].desired),
                Assert(done <= start),
                *(Assert(~wrong[other] | (done > other)) for other in range(start)),
            ]
            for other in others:
                mine, its = neurons[row].magnitude, neurons[other].magnitude
                m.d.comb += Assert(~wrong[other] | (mine < its + (other > row)))
            m.d.sync += done.eq(min(start + size, ROWS))


def answer(m, dut, neurons):
    """The memories: a cycle after the address, if the read is enabled."""
    rows = dut.config.tile_rows
    columns = dut.config.tile_columns
    words = [neurons[at : at + columns] for at in range(0, len(neurons), columns)]
    row_blocks = [neurons[at : at + rows] for at in range(0, len(neurons), rows)]
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


PROOFS = (
    *(
        Proof(
            block=f"margin, S = {samples}" + (", deep" if deep else ""),
            claim="prediction, margin and trigger of every sample, in `latency` cycles",
            module=margin,
            build=lambda module, samples=samples, deep=deep: Checked(
                module.Margin(rows=2, count_bits=3, label_bits=3, samples=samples, deep=deep),
                judges,
            ),
            bug=("the higher index wins a tie", "label < payload", "label > payload"),
            depth=depth,
            bounded=f"bundles of up to {BLOCKS} blocks of 2 logits: one, and the next in part",
        )
        for samples, deep, depth in ((2, False, 11), (2, True, 12))
    ),
    Proof(
        block="winner",
        claim="in every group the wrong neuron of the smallest |z| learns, the first one of them",
        module=winner,
        build=lambda module: Checked(module.Winner(CONFIG), streams, learns),
        bug=("a group begins anew in every block", "running.valid.eq(0)", "running.valid.eq(1)"),
        depth=13,
        bounded=f"a layer of up to {ROWS} rows in blocks of 2, of all group sizes",
    ),
)
