"""Gate: activation, magnitude and stability gate of a block of pre-activations."""

from amaranth.hdl import Cat, ClockSignal, Instance, Module, Mux, Signal, signed, unsigned
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import at_most, data_register


class Gate(wiring.Component):
    """a = sign(z), |z|, and g = 1 iff |z| <= threshold (Eq. 6), for R neurons at once.

    Golden twin: golden/gate.py.

    Latency: `latency` = 1 [cycle]. Throughput: one block per cycle.

    Parameters
    ----------
    rows : R; count_bits : bits of the widest |z|
    leaf : whether all but `done` is the Verilog leaf for simulation

    Members
    -------
    valid, z : a block of pre-activations; mask : rows that exist, the others give zeros
    threshold : floor(nu K)
    done : the outputs are new
    activations, gates : one bit per row; magnitudes : |z| per row
    """

    def __init__(self, *, rows, count_bits, leaf=False):
        self.rows, self.leaf, self.latency = rows, leaf, 1
        super().__init__(
            {
                "valid": In(1),
                "z": In(data.ArrayLayout(signed(count_bits + 1), rows)),
                "mask": In(rows),
                "threshold": In(count_bits),
                "done": Out(1),
                "activations": Out(rows),
                "gates": Out(rows),
                "magnitudes": Out(data.ArrayLayout(unsigned(count_bits), rows)),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.d.sync += self.done.eq(self.valid)
        if self.leaf:
            self._leaf(m)
            return m
        rows = [self.z[row] for row in range(self.rows)]
        magnitudes = [self._magnitude(z) for z in rows]
        threshold = Signal.like(self.threshold, reset_less=True)
        mask = Signal.like(self.mask, reset_less=True)
        kept = data_register(m, self.magnitudes, "magnitudes_q")
        activations = data_register(m, self.activations, "activations_q")
        with m.If(self.valid):
            m.d.sync += [
                activations.eq(Cat(~z[-1] for z in rows) & self.mask),
                kept.eq(Cat(magnitudes)),
                threshold.eq(self.threshold),
                mask.eq(self.mask),
            ]
        m.d.comb += self.gates.eq(Cat(at_most(z, threshold) for z in self.magnitudes) & mask)
        return m

    def _leaf(self, m):
        m.submodules.leaf = Instance(
            "bep_gate",
            p_ROWS=self.rows,
            p_BITS=len(self.threshold),
            i_clk=ClockSignal(),
            **{f"i_{name}": getattr(self, name) for name in ("valid", "z", "mask", "threshold")},
            **{f"o_{name}": getattr(self, name) for name in ("activations", "gates", "magnitudes")},
        )

    def _magnitude(self, z):
        """|z|: all bits of z - 1 turned if it is negative, so that z itself is what is added to."""
        bits = len(self.threshold)
        return Mux(z[-1], ~(z.as_unsigned() - 1)[:bits], z.as_unsigned()[:bits])
