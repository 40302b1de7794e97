"""Connections that decide whether samples are taken, which of them may be learnt, and what is an
error."""

from amaranth.hdl import Cat, Const, Signal

from bep_hw.gateware.control.table_check import TableCheck
from bep_hw.gateware.parts.pipeline import delay


def connect(m, core):
    """Whether the registers make sense, and whether each label does; what else goes wrong.

    Gives the core `refresh`, once the table is known to be legal; `strange`, samples that are not
    to be learnt; and `strange_now`, whether that is so of the one that is loaded.
    """
    registers, config, loader = core.registers, core.config, core.loader
    unknown, legal, classes = _table(m, core)
    # A refresh waits until the table is known to be legal.
    asked, wanted, core.refresh = Signal(), Signal(), Signal()
    core.strange, core.strange_now = Signal(config.banks), Signal()
    m.d.sync += wanted.eq(asked & unknown)
    m.d.comb += [
        asked.eq(registers.refresh | wanted),
        core.unfit.eq(unknown | ~legal | (registers.train & ~registers.batch_size.any())),
        core.illegal.eq(core.unfit & ~unknown),
        core.refresh.eq(asked & ~unknown & legal),
        core.strange_now.eq(_strange(core, classes)),
        core.sample_words.eq(_words(core)),
    ]
    m.d.comb += [
        registers.busy.eq(core.under_way | unknown | wanted),
        # A minibatch that is ended meanwhile waits, as its sweep needs the table.
        core.minibatch.rows_busy.eq(core.row_engine.busy | unknown),
    ]
    with m.If(loader.loaded):
        m.d.sync += core.strange.bit_select(loader.bank, 1).eq(core.strange_now)
    failed = {
        "table": (core.samples.valid | core.labels.valid | asked) & core.illegal,
        "label": loader.loaded & core.strange_now,
        "address": core.host.beyond,
        "memory": core.memories.wrong,
    }
    m.d.comb += registers.failed.eq(
        core.failed_outside | Cat(failed.get(name, 0) for name in core.error_names)
    )


def locked(m, core, begins):
    """Whether no register may be written: something is under way.

    begins : whether a sample comes, or the end of a minibatch; with it everything begins. With
        `deep_pipeline` all else is known a cycle late, since it comes from all over the FPGA.
    """
    if not core.config.deep_pipeline:
        return core.under_way
    return delay(m, core.under_way, 1, "was_under_way") | begins


def _table(m, core):
    """(not known yet, legal, classes): of the table, which a core for one network need not check.

    The check sees the table as those do that use it later, and are idle until it is legal. All of
    them have the row two cycles after at the latest.
    """
    registers, network, unknown = core.registers, core.config.fixed, Signal()
    if network is not None:
        return unknown, Const(1), registers.table[len(network.layers) - 1].rows
    m.submodules.table_check = check = TableCheck(core.config)
    winner, rows, walk = core.winner, core.row_engine, core.backward_walk
    seen = {name: walk.table for name in registers.table.shape().elem_shape.members}
    seen |= dict.fromkeys(("rows", "group"), winner.table)
    names = ("columns", "words", "counter_base", "state_columns")
    seen |= {name: rows.table for name in names if name in seen}
    names = ("steps", "horizon", "batch_size") if core.config.in_time else ()
    m.d.comb += [
        unknown.eq(registers.tabling | registers.tabled | check.busy),
        check.start.eq(registers.tabled),
        check.layers.eq(registers.layers),
        *(user.idle_layer.eq(check.layer) for user in (winner, rows, core.backward_sequencer)),
        *(check.table[name].eq(row[name]) for name, row in seen.items()),
        *(getattr(check, name).eq(getattr(registers, name)) for name in names),
    ]
    return unknown, check.legal, check.classes


def _strange(core, classes):
    """Whether the label that was loaded is none."""
    label, steps = core.loader.label, getattr(core.registers, "steps", None)
    if not core.config.in_time:
        return label >= classes
    return (label.label >= classes) | (label.steps == 0) | (label.steps > steps)


def _words(core):
    """Words of a sample: of `steps` time steps these are the state, then the inputs of each."""
    first = core.registers.table[0]
    if not core.config.in_time:
        return first.column_blocks
    state = first.state_blocks
    return state + core.registers.steps * (first.column_blocks - state)
