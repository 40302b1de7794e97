"""Reads: the one read port of the memory of tiles, which forward and backward share."""

from amaranth.hdl import Cat, Signal

from bep_hw.gateware.parts.pipeline import delay


def connect(m, core):
    """Which tile is read, and the tile at the popcounts. Backward goes first.

    P lies beside the first copy of W. Columns that do not exist are 1, so that they never agree
    with the 0 of their activations; leaves for simulation are told which these are.
    With `deep_pipeline` one register holds the tile for all popcounts, far from block RAM.
    """
    walk, memories, late = core.forward_walk, core.memories, core.late
    missing = Signal(core.config.tile_columns, reset_less=True)
    m.d.sync += missing.eq(~walk.mask & walk.valid.replicate(len(missing)))
    tile = memories.tiles_read.data
    if core.technology.leaves:
        told = delay(m, missing, late, "missing", reset_less=True)
        m.d.comb += [forward.missing.eq(told) for forward in core.forwards]
        m.d.comb += core.tile.eq(tile)
    else:
        tile |= missing.replicate(core.config.tile_rows)
        m.d.comb += core.tile.eq(delay(m, tile, late, "tile", reset_less=True))
    address = Signal.like(walk.tile_address)
    bank = Signal()
    m.d.comb += [
        address.eq(walk.tile_address),
        bank.eq(core.row_engine.bank & ~walk.classifier),
    ]
    if core.technology.leaves:
        _seldom(m, core, Cat(address, bank))
    else:
        m.d.comb += memories.tiles_read.addr.eq(Cat(address, bank))
    with m.If(core.tile_for_backward):
        m.d.comb += [
            address.eq(core.backward_walk.tile_address),
            bank.eq(core.row_engine.bank),
        ]


def _seldom(m, core, address):
    """Read only a tile that is used: a simulator copies it word by word, which takes long.

    With `deep_pipeline` it is read a cycle late, instead of kept in a register. What is read then
    is the same: nothing writes to the copy of W that is in use, nor for some cycles after a turn.
    """
    port = core.memories.tiles_read
    used = Signal()
    m.d.comb += used.eq(core.forward_walk.reading | core.tile_for_backward)
    m.d.comb += [
        port.addr.eq(delay(m, address, core.late, "read_address")),
        port.en.eq(delay(m, used, 1 + core.late, "reads")),  # the address has a register of its own
    ]
