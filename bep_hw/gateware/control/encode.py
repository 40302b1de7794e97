"""Encode: the samples stream of a core, through its encoder if it has one, to the loader."""

from amaranth.lib import wiring

from bep_hw.gateware.encode.encoder import Encoder
from bep_hw.gateware.encode.sequence_encoder import SequenceEncoder
from bep_hw.spec.payloads import THRESHOLDS


def connect(m, core):
    """Connect the samples of a `Core`; returns whether a part of a sample is on its way."""
    loader, load = core.loader, core.load
    if not core.config.encoder:
        wiring.connect(m, wiring.flipped(core.samples), loader.samples)
        return loader.busy
    kind = SequenceEncoder if core.config.in_time else Encoder
    m.submodules.encoder = encoder = kind(core.config.encoder, width=core.config.tile_columns)
    wiring.connect(m, wiring.flipped(core.samples), encoder.i)
    wiring.connect(m, encoder.o, loader.samples)
    m.d.comb += [
        loader.coming.eq(encoder.busy),
        encoder.write.enable.eq(load.valid & load.ready & (load.payload.kind == THRESHOLDS)),
        encoder.write.address.eq(load.payload.address),
        encoder.write.data.eq(load.payload.data),
    ]
    return loader.busy | encoder.busy
