"""InTurn: row blocks of S samples, which come together, leave one after the other."""

from amaranth.hdl import Array, Module, Mux, Signal, signed
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.layouts import block_layout


class InTurn(wiring.Component):
    """Gives the pre-activations of a bundle to the gate and the margin, a sample per cycle.

    So all that follows works on one sample at a time, whatever S is.

    Latency: 0 [cycles] for the first sample. Throughput: one sample per cycle; the next row block
    comes S cycles later at the earliest, and z stays until then.

    Members
    -------
    start, block : a row block is here, for one cycle; what it is
    members : samples of `bundle`, steady
    z : R pre-activations of each of S samples
    bundle : the one that is at work
    valid, way : a sample of it is here; its place in the bundle
    ends : it is the last one
    out, own : its row block, and its R pre-activations
    """

    def __init__(self, config):
        self.samples = config.samples_per_read
        block = block_layout(config)
        z = data.ArrayLayout(signed(config.count_bits + 1), config.tile_rows)
        super().__init__(
            {
                "start": In(1),
                "block": In(block),
                "members": In(range(self.samples + 1)),
                "z": In(data.ArrayLayout(z, self.samples)),
                "bundle": Out(block["bundle"].shape),
                "valid": Out(1),
                "way": Out(range(self.samples)),
                "ends": Out(1),
                "out": Out(block),
                "own": Out(z),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.d.comb += self.bundle.eq(self.out.bundle)
        if self.samples == 1:
            m.d.comb += [
                self.valid.eq(self.start),
                self.ends.eq(1),
                self.out.eq(self.block),
                self.own.eq(self.z[0]),
            ]
            return m
        kept = Signal.like(self.block)
        with m.If(self.start):
            m.d.sync += kept.eq(self.block)
        m.d.comb += [
            self.valid.eq(self.start | self.way.any()),
            self.ends.eq(self.way + 1 == self.members),
            self.out.eq(Mux(self.start, self.block, kept)),
            self.own.eq(Array(self.z[way] for way in range(self.samples))[self.way]),
        ]
        with m.If(self.valid):
            m.d.sync += self.way.eq(Mux(self.ends, 0, self.way + 1))
        return m
