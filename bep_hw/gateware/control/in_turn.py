"""InTurn: row blocks of S samples, which come together, leave one after the other."""

from amaranth.hdl import Module, Mux, Signal, signed
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.layouts import block_layout


class InTurn(wiring.Component):
    """Gives the pre-activations of a bundle to the gate and the margin, a sample per cycle.

    So all that follows works on one sample at a time, whatever S is.

    Latency: 0, with `deep_pipeline` 1 [cycle], for the first sample. Throughput: one sample per
    cycle; the next row block comes S cycles later at the earliest.

    Members
    -------
    start, block : a row block is here, for one cycle; what it is
    members : with it, samples of `bundle`
    z : R pre-activations of the first sample, then of each following one in a cycle
    bundle : the one that `members` is asked of
    valid, way : a sample of it is here; its place in the bundle
    ends : it is the last one
    out, own : its row block, and its R pre-activations
    next_way, next_out : `way` and `out` of the next cycle with `deep_pipeline`, else of this one
    """

    def __init__(self, config):
        self.samples, self.deep = config.samples_per_read, config.deep_pipeline
        block = block_layout(config)
        z = data.ArrayLayout(signed(config.count_bits + 1), config.tile_rows)
        super().__init__(
            {
                "start": In(1),
                "block": In(block),
                "members": In(range(self.samples + 1)),
                "z": In(z),
                "bundle": Out(block["bundle"].shape),
                "valid": Out(1),
                "way": Out(range(self.samples)),
                "next_way": Out(range(self.samples)),
                "ends": Out(1),
                "out": Out(block),
                "next_out": Out(block),
                "own": Out(z),
            }
        )

    def elaborate(self, platform):
        m = Module()
        if self.samples == 1:
            valid, way, ends, block = self.start, 0, 1, self.block
            m.d.comb += self.bundle.eq(block.bundle)
        else:
            valid, way, ends, block = self._turns(m)
        own = Signal.like(self.own, name="z_own", reset_less=True)
        outputs = m.d.sync if self.deep else m.d.comb
        outputs += [self.valid.eq(valid), self.way.eq(way), self.ends.eq(ends)]
        outputs += [self.out.eq(block), own.eq(self.z)]
        m.d.comb += [self.own.eq(own), self.next_way.eq(way), self.next_out.eq(block)]
        return m

    def _turns(self, m):
        """The outputs before the register that may follow."""
        valid, way, ends = Signal(), Signal.like(self.way), Signal()
        block, kept = Signal.like(self.block), Signal.like(self.block, reset_less=True)
        # Before the last turn the first bank may be freed, and have the next samples.
        members = Signal.like(self.members, reset_less=True)
        with m.If(self.start):
            m.d.sync += [kept.eq(self.block), members.eq(self.members)]
        m.d.comb += [
            valid.eq(self.start | way.any()),
            ends.eq(way + 1 == Mux(self.start, self.members, members)),
            block.eq(Mux(self.start, self.block, kept)),
            self.bundle.eq(block.bundle),
        ]
        with m.If(valid):
            m.d.sync += way.eq(Mux(ends, 0, way + 1))
        return valid, way, ends, block
