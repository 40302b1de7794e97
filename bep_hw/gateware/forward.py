"""Forward: R pre-activations from tiles of weights and words of activations."""

from amaranth.hdl import Module, Signal, signed
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import data_register, delay
from bep_hw.gateware.popcount import XnorPopcount


class Forward(wiring.Component):
    """z = W a for one block of R rows, a tile of D columns a cycle: z = 2 * popcount - K.

    Golden twin: golden/forward.py (z_l = W_l a_{l-1}).

    Latency: `latency` = stages + 2 [cycles], from the last tile of a row block to its z.
    Throughput: one tile per cycle, row blocks back to back.

    Parameters
    ----------
    rows, columns : R, D, the shape of a tile
    count_bits : bits of the widest |z|
    stages, popcount_style : of the popcounts, see `XnorPopcount`

    Members
    -------
    valid : a tile is here; first, last : it is the first, the last, of its row block
    tile : row r in bits [r * D, (r + 1) * D); activations : its D inputs
    mask : columns that exist; fan_in : K, with every tile
    z_valid, z : the R pre-activations, for one cycle
    """

    def __init__(self, *, rows, columns, count_bits, stages=1, popcount_style="tree"):
        self.rows, self.columns = rows, columns
        self.stages, self.popcount_style = stages, popcount_style
        self.latency = stages + 2
        super().__init__(
            {
                "valid": In(1),
                "first": In(1),
                "last": In(1),
                "tile": In(rows * columns),
                "activations": In(columns),
                "mask": In(columns),
                "fan_in": In(count_bits),
                "z_valid": Out(1),
                "z": Out(data.ArrayLayout(signed(count_bits + 1), rows)),
            }
        )

    def elaborate(self, platform):
        m = Module()
        counted = delay(m, self.valid, self.stages, "counted")
        first = delay(m, self.first, self.stages, "counted_first")
        last = delay(m, self.last, self.stages, "counted_last")
        fan_in = delay(m, self.fan_in, self.stages + 1, "fan_in")
        summed = Signal()
        m.d.sync += [summed.eq(counted & last), self.z_valid.eq(summed)]
        for row in range(self.rows):
            popcount = XnorPopcount(
                width=self.columns, stages=self.stages, popcount_style=self.popcount_style
            )
            m.submodules[f"popcount{row}"] = popcount
            total = Signal(len(fan_in), name=f"total{row}", reset_less=True)
            z = data_register(m, self.z[row], f"z{row}")
            m.d.comb += [
                popcount.enable.eq(self.valid),
                popcount.weights.eq(self.tile.word_select(row, self.columns)),
                popcount.inputs.eq(self.activations),
                popcount.mask.eq(self.mask),
            ]
            with m.If(counted & first):
                m.d.sync += total.eq(popcount.count)
            with m.Elif(counted):
                m.d.sync += total.eq(total + popcount.count)
            with m.If(summed):
                m.d.sync += z.eq((total << 1) - fan_in)
        return m
