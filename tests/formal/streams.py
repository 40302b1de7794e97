"""Proofs of the rule of every stream: what is offered stays as it is until it is taken."""

from amaranth.hdl import Assume, Signal

from bep_hw.gateware import winner
from bep_hw.gateware.bus import axi, framer, words
from bep_hw.gateware.control import host, row_jobs, sequencer, sweep
from bep_hw.gateware.memory.memories import Memories
from bep_hw.gateware.technology import PORTABLE
from bep_hw.spec.core import CoreConfig
from tests.helpers.formal import Checked, Proof, constant, steady, streams

CONFIG = CoreConfig(
    tile_rows=2, tile_columns=4, lanes=2, max_width=8, hidden_bits=4, max_batch=4, counter_depth=8
)
TWO = CoreConfig(
    **{**vars(CONFIG), "samples_per_read": 2, "banks": 4, "max_rows": 8, "deep_pipeline": True}
)
CLAIM = "what {} offers stays until it is taken"


def steady_proof(block, names, module, build, bug, *, proves, depth=2, within=16):
    return Proof(
        block=block,
        claim=CLAIM.format(names),
        module=module,
        build=build,
        bug=bug,
        depth=depth,
        within=within,
        proves=proves,
    )


def same_words(m, dut):
    """The registers are locked while a sample is under way."""
    constant(m, dut.words)


def idle_turns(m, dut):
    """Turns and refreshes come while nothing is under way; the table stays."""
    busy, kept = dut.busy | dut.working, Signal.like(dut.table)
    m.d.sync += kept.eq(dut.table)
    m.d.comb += Assume(~((dut.turn | dut.refresh) & (busy | dut.winners.valid)))
    m.d.comb += [Assume(~(dut.turn & dut.refresh))]
    with m.If(dut.jobs.valid):
        m.d.comb += Assume(dut.working | ~dut.turn)


def started_once(m, dut):
    m.d.comb += Assume(~(dut.start & dut.busy))


def withdraws(m, dut):
    """The output is steady though the input may take back what it offers."""
    steady(m, dut.o)


def host_of(module):
    """A host, and the memories whose ports it names."""
    memories = Memories(CONFIG, PORTABLE)

    def beside(m, dut):
        m.submodules.memories = memories

    return Checked(module.Host(CONFIG, memories), streams, beside)


PROOFS = (
    steady_proof(
        "join",
        "o, of 3 words,",
        words,
        lambda module: Checked(module.JoinWords(width=70), streams),
        (
            "a word comes in while a payload waits",
            "free = ~self.o.valid | self.o.ready",
            "free = 1",
        ),
        proves=("JoinWords.o",),
    ),
    steady_proof(
        "join",
        "o, of 10 words,",
        words,
        lambda module: Checked(module.JoinWords(width=320), streams),
        (
            "a word comes in while a payload waits",
            "free = ~self.o.valid | self.o.ready",
            "free = 1",
        ),
        depth=12,
        proves=("JoinWords.o",),
    ),
    steady_proof(
        "split",
        "o, of 3 words,",
        words,
        lambda module: Checked(module.SplitWords(width=70), streams),
        (
            "the next word comes while one waits",
            "there & (~self.o.valid | self.o.ready)",
            "there",
        ),
        proves=("SplitWords.o",),
    ),
    steady_proof(
        "framer",
        "samples or labels",
        framer,
        lambda module: Checked(module.Framer(CONFIG), streams, same_words),
        ("a label stays for a cycle", "self.labels.valid & self.labels.ready", "self.labels.valid"),
        depth=3,
        proves=("Framer.samples", "Framer.labels"),
    ),
    steady_proof(
        "offer",
        "m_axis",
        axi,
        lambda module: Checked(module.Offer(8), withdraws),
        ("it takes what comes", "~self.o.valid | self.o.ready", "1"),
        proves=("Offer.o",),
    ),
    steady_proof(
        "host",
        "fetched",
        host,
        host_of,
        ("a fetch while an answer waits", "any() | waits", "any()"),
        depth=6,
        proves=("Host.fetched",),
    ),
    steady_proof(
        "sweep",
        "rows",
        sweep,
        lambda module: Checked(module.Sweep(CONFIG), streams, started_once),
        ("rows pass untaken", "rows.valid & rows.ready", "rows.valid"),
        proves=("Sweep.rows",),
    ),
    steady_proof(
        "row jobs",
        "jobs",
        row_jobs,
        lambda module: Checked(module.RowJobs(CONFIG), streams, idle_turns),
        ("a job stays for a cycle", "self.jobs.valid & self.jobs.ready", "self.jobs.valid"),
        depth=4,
        proves=("RowJobs.jobs",),
    ),
    steady_proof(
        "winner",
        "winners",
        winner,
        lambda module: Checked(module.Winner(CONFIG), streams),
        ("it goes on while a winner waits", "~self.winners.valid | self.winners.ready", "1"),
        proves=("Winner.winners",),
    ),
    steady_proof(
        "backward sequencer",
        "complete",
        sequencer,
        lambda module: Checked(module.BackwardSequencer(CONFIG), streams),
        ("it waits for no one", "self.complete.ready", "1"),
        proves=("BackwardSequencer.complete",),
    ),
    steady_proof(
        "forward sequencer",
        "layers, with deep_pipeline,",
        sequencer,
        lambda module: Checked(module.ForwardSequencer(TWO), streams),
        ("another layer is chosen meanwhile", "chooses & ~layers.valid", "chooses"),
        proves=("ForwardSequencer.layers",),
    ),
)
