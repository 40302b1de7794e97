"""Proofs of what is decided about a sample: prediction, margin, and whether it trains."""

from amaranth.hdl import Array, Assert, Assume, Cat, Const, Mux, Signal, signed
from amaranth.lib import data

from bep_hw.gateware import margin
from bep_hw.gateware.parts.pipeline import delay
from tests.helpers.formal import Checked, Proof, anything, constant

BLOCKS = 2
"""Row blocks of logits of a sample, at most."""


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
    # They stay until the next ones: with S = 1 the result of the core is these registers.
    outcome = Cat(dut.prediction, dut.margin, dut.triggered)
    before = Signal(len(outcome))
    m.d.sync += before.eq(outcome)
    m.d.comb += Assert(dut.done | (outcome == before))


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
        for samples, deep, depth in ((1, False, 8), (2, False, 11), (2, True, 12))
    ),
)
