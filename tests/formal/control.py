"""Proofs of the control: order of the samples, ends of minibatches, and rows of counters."""

from amaranth.hdl import Assert, Assume, Cat, Module, Mux, Signal, Value
from amaranth.lib.data import View
from amaranth.lib.wiring import Component

from bep_hw.gateware import reinforce
from bep_hw.gateware.control import minibatch, row_engine, row_jobs, sequencer
from bep_hw.spec.core import CoreConfig
from tests.helpers.formal import Checked, Proof, anything, constant, inside, streams

SMALL = {"tile_rows": 2, "tile_columns": 4, "lanes": 2, "max_width": 4, "hidden_bits": 4}
CONFIG = CoreConfig(**SMALL, max_batch=3, counter_depth=8, row_depth=2, tile_depth=4, banks=2)
WIDE = CoreConfig(**{**SMALL, "lanes": 4}, max_batch=3)
WIDE_IN_TIME = CoreConfig(**{**SMALL, "lanes": 4}, max_batch=3, max_steps=3, deep_pipeline=True)
FOUR = CoreConfig(**SMALL, max_batch=3, banks=4)


def ends(m, dut):
    """No sample of a minibatch enters before all of the one before are finished and W is new."""
    for register in (dut.train, dut.batch_size):
        constant(m, register)
    entered, flying, late = Signal(4), Signal(4), Signal()
    deep = bool(dut.registers)
    m.d.sync += [
        late.eq(dut.entered.any()),
        flying.eq(flying + dut.entered - dut.dropped - dut.freed),
        entered.eq(Mux(dut.done, 0, entered + dut.entered)),
    ]
    idle = (flying == 0) & ~dut.rows_busy & ~late
    m.d.comb += [
        Assume(dut.train & dut.batch_size.any()),
        Assume(~dut.entered.any() | (dut.enter & (flying < dut.banks))),
        Assume(~(deep & late & dut.entered.any())),
        Assume(dut.dropped + dut.freed <= flying),
        Assume(~(dut.flush | dut.resized | dut.refresh) | (idle & ~dut.entered.any())),
        # Samples that are learnt keep the row engine at work.
        Assume(~dut.freed | dut.rows_busy),
    ]
    m.d.comb += [
        Assert(~(dut.entered.any() & (entered >= dut.batch_size))),
        Assert(~dut.done | ((flying == 0) & ~dut.entered.any())),
        Assert(~dut.turn | dut.done),
        Assert(entered <= dut.batch_size),
    ]


def order(m, dut):
    """Bundles enter and are judged in turn, one at a time; each goes through layer after layer."""
    bundles, job = dut.bundles, dut.layers.payload
    constant(m, dut.row_count)
    at = [Signal(3, name=f"at{bundle}") for bundle in range(bundles)]
    under_way, judging = Signal(bundles), Signal()
    loads, enters, judges = (Signal(range(bundles), name=name) for name in ("ln", "en", "jn"))
    taken = dut.layers.valid & dut.layers.ready
    head, tail = Signal(4), Signal(4)
    walked = [Signal(range(bundles), name=f"walked{place}") for place in range(16)]
    m.d.comb += [
        Assume((dut.row_count >= 2) & (dut.row_count <= 3)),
        Assume(~dut.loaded | (dut.loaded_bundle == loads)),
        Assume(~(dut.loaded & under_way.bit_select(loads, 1))),
        Assume(~dut.answered | judging),
        Assume(~dut.z_last | (head != tail)),
    ]
    for place, bundle in enumerate(walked):
        with m.If(dut.z_last & (head == place)):
            m.d.comb += Assume(dut.z_bundle == bundle)
        with m.If(taken & ~job.classifier & (tail == place)):
            m.d.sync += bundle.eq(job.bundle)
    m.d.sync += [head.eq(head + dut.z_last), tail.eq(tail + (taken & ~job.classifier))]
    with m.If(dut.loaded):
        m.d.sync += [loads.eq(loads + 1), under_way.bit_select(loads, 1).eq(1)]
    with m.If(dut.answered):
        m.d.sync += [judging.eq(0), under_way.bit_select(dut.judged, 1).eq(0)]
    with m.If(dut.entered):
        m.d.sync += enters.eq(enters + 1)
        m.d.comb += [Assert(dut.enter), Assert(dut.entered_bundle == enters)]
    for bundle, layer in enumerate(at):
        with m.If(taken & (job.bundle == bundle)):
            m.d.sync += layer.eq(layer + 1)
            m.d.comb += [
                Assert(job.layer == layer),
                Assert(job.classifier == (layer + 1 == dut.row_count)),
                Assert(under_way[bundle]),
            ]
        with m.If(dut.loaded & (loads == bundle)):
            m.d.sync += layer.eq(0)
    with m.If(taken & job.classifier):
        m.d.sync += [judging.eq(1), judges.eq(judges + 1)]
        m.d.comb += [Assert(~judging), Assert(job.bundle == judges)]


def one_layer(m, dut, table):
    """A layer of up to 3 rows, which does not change; winners are rows of it."""
    constant(m, table)
    constant(m, dut.layers)
    winner = dut.winners.payload
    m.d.comb += [
        Assume(dut.layers == 2),
        Assume((table.rows >= 1) & (table.rows <= 3)),
        Assume(table.row_base == 0),
        Assume(winner.row < table.rows),
        Assume(winner.block == winner.row >> 1),
        Assume(winner.index == winner.row[0]),
        Assume(winner.layer == 0),
    ]


def commits_once(m, dut):
    """After a turn the first job of a row is due, no other one is, and each row has one."""
    one_layer(m, dut, dut.table)
    row = anything(m, Signal(2), "row", constant=True)
    turned, due = Signal(), Signal(2)
    job, taken = dut.jobs.payload, dut.jobs.valid & dut.jobs.ready
    here = taken & ~job.last & (job.row == row)
    m.d.comb += [
        Assume(row < dut.table.rows),
        Assume(~dut.refresh),
        Assume(~dut.turn | ~(dut.busy | dut.working | dut.winners.valid)),
        Assert(~here | (job.due == (turned & (due == 0)))),
        Assert(dut.busy | ~turned | (due == 1)),
    ]
    with m.If(dut.turn):
        m.d.sync += [turned.eq(1), due.eq(0)]
    with m.Elif(here & job.due):
        m.d.sync += due.eq(due + 1)


class AnySource(Component):
    """Stands for the random source: any draw."""

    def __init__(self, *, deep):
        source = reinforce.Reinforce(deep=deep)
        source._MustUse__used = True
        self.latency = source.latency
        super().__init__(source.signature)

    def elaborate(self, platform):
        m = Module()
        m.d.comb += self.chosen.eq(anything(m, self.chosen, "any"))
        return m


def engine(module, config=CONFIG, rule=None):
    module.Reinforce = AnySource
    rules = (rule,) if rule else (streams, written_first)
    return Checked(module.RowEngine(config), *rules)


def one_segment(m, dut):
    """If a word has as many counters as a tile has columns, a tile is one segment: segment 0."""
    first = View(dut._word_layout(), inside(dut, "first"))
    m.d.comb += [Assert(first.segment == 0), Assert(dut.write.segment == 0)]


def written_first(m, dut):
    """Writes of a word are so far apart that the later one has read what the earlier one wrote."""
    one_layer(m, dut, dut.table)
    table, write = dut.table, dut.write
    m.d.comb += [
        Assume(Value.cast(table) == Value.cast(dut.sweep_table)),
        Assume((table.columns >= 1) & (table.columns <= 4)),
        Assume(table.words == (table.columns + 1) >> 1),
        Assume(table.counter_base == 0),
        Assume(~dut.refresh),
        Assume(~dut.turn | ~(dut.busy | dut.winners.valid)),
    ]
    valid, address = write.valid, write.address
    for cycle in range(dut.latency - dut._read):
        earlier = Signal(Cat(valid, address).shape(), name=f"write{cycle}")
        m.d.sync += earlier.eq(Cat(valid, address))
        valid, address = earlier[0], earlier[1:]
        m.d.comb += Assert(~(write.valid & valid & (write.address == address)))


PROOFS = (
    *(
        Proof(
            block="minibatch, deep_pipeline" if deep else "minibatch",
            claim="none enters beyond batch_size or before all are finished",
            module=minibatch,
            build=lambda module, config=config: Checked(module.Minibatch(config), ends),
            bug=("samples in flight do not count", "complete & ~in_flight.any()", "complete"),
            depth=9,
            bounded="two minibatches of up to 3 samples",
        )
        for deep, config in (
            (False, CONFIG),
            (True, CoreConfig(**SMALL, max_batch=3, banks=2, deep_pipeline=True)),
        )
    ),
    Proof(
        block="forward sequencer",
        claim="bundles enter and are judged in turn, one at a time, layer after layer",
        module=sequencer,
        build=lambda module: Checked(module.ForwardSequencer(FOUR), order),
        bug=("two are judged at a time", "| (highest & judging)", ""),
        depth=10,
        bounded="the first bundles, through up to 3 layers",
    ),
    Proof(
        block="row jobs",
        claim="each row is committed once after a turn, by its first job",
        module=row_jobs,
        build=lambda module: Checked(module.RowJobs(CONFIG), streams, commits_once),
        bug=("a tag keeps the turn before", "set_tag.data.eq(parity)", "set_tag.data.eq(~parity)"),
        depth=12,
        bounded="a turn of up to 3 rows; tags in a memory are no invariant",
    ),
    Proof(
        block="row engine",
        claim="no word is read while an earlier write of it is under way",
        module=row_engine,
        build=engine,
        bug=(
            "a row waits a cycle less",
            "words[: self.latency - self._read]",
            "words[: self.latency - self._read - 1]",
        ),
        depth=20,
        bounded="rows of up to 2 words; addresses in flight are no invariant",
    ),
    *(
        Proof(
            block=block,
            claim="a word that is as wide as a tile is segment 0 of it",
            module=row_engine,
            build=lambda module, config=config: engine(module, config, one_segment),
            bug=("a tile has two segments", "word.segment == parts - 1", "word.segment == parts"),
            depth=12,
            within=20,
        )
        for block, config in (
            ("row engine, D lanes", WIDE),
            ("row engine, D lanes, recurrent", WIDE_IN_TIME),
        )
    ),
)
