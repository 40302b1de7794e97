"""Store: what the gate gives, and the words of new samples, into the memories of a sample."""

from amaranth.hdl import Cat, Signal
from amaranth.utils import bits_for

from bep_hw.gateware.parts.pipeline import delay


def connect(m, core):
    """What the gate gives -> activation, row and gate memories."""
    memories, gate, loader = core.memories, core.gate, core.loader
    stored, way = Signal.like(core.block), Signal.like(core.in_turn.way)
    with m.If(core.in_turn.valid):
        m.d.sync += [stored.eq(core.block), way.eq(core.in_turn.way)]
    loads = loader.bank[: len(way)]
    parts = core.config.tile_columns // core.config.tile_rows
    pair = bits_for(core.config.tiles_per_word) - 1  # bits of an address within a pair of words
    m.d.comb += loader.hold.eq(gate.done & (way == loads))
    # Perhaps from registers: nobody looks at these memories until some cycles later.
    writes = m.d.sync if core.config.deep_pipeline else m.d.comb
    for number, write in enumerate(memories.activations_write):
        with m.If(gate.done & (way == number)):
            writes += [
                write.addr.eq(Cat(stored.word, stored.bundle) >> pair),
                write.data.eq(gate.activations.replicate(len(write.en))),
                write.en.eq((1 << stored.part) << stored.word[:pair] * parts),
            ]
        with m.Else():
            words = len(write.data) // len(loader.word)
            here = loader.write & (loads == number)
            every = here.replicate(len(write.en) // words)
            writes += [
                write.addr.eq(Cat(loader.address, loader.bundle) >> pair),
                write.data.eq(loader.word.replicate(words)),
                write.en.eq(every << loader.address[:pair] * len(every)),
            ]
    bank = Cat(way, stored.bundle)
    for port, word in (
        (memories.rows_write, Cat(gate.activations, gate.magnitudes)),
        (memories.gates_write, gate.gates),
    ):
        m.d.comb += [
            port.addr.eq(Cat(stored.row, bank)),
            port.data.eq(word),
            port.en.eq(gate.done),
        ]
    # Gates come from everywhere: with `deep_pipeline` they are in registers when any is looked for.
    port, deep = memories.opened_write, int(core.config.deep_pipeline)
    row, gates, done = (
        delay(m, value, deep, f"opened_{name}")
        for name, value in (
            ("row", Cat(stored.row, bank)),
            ("gates", gate.gates),
            ("done", gate.done),
        )
    )
    writes += [port.addr.eq(row), port.data.eq(gates.any()), port.en.eq(done)]
