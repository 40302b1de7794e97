"""Backward: D desired activations from tiles of weights and gated desired activations above."""

from amaranth.hdl import Cat, Module, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import data_register, delay
from bep_hw.gateware.parts.total import Total


class Backward(wiring.Component):
    """a*_l = sign(W^T (g * a*_{l+1})) for D columns, a tile of R rows a cycle (Eq. 5 to 7).

    Golden twin: golden/backward.py. A gated row adds nothing, so a column's sum over a tile is
    2 * popcount - (open gates).

    Latency: `latency` = stages + 2 [cycles], from the last tile of a column block to its word.
    Throughput: one tile per cycle, column blocks back to back.

    Parameters
    ----------
    rows, columns : R, D, the shape of a tile
    sum_bits : bits that hold the largest fan-out
    stages, popcount_style : of the popcounts, see `XnorPopcount`

    Members
    -------
    valid : a tile is here; first, last : it is the first, the last, of its column block
    tile : row r in bits [r * D, (r + 1) * D)
    desired, gates : a* and g of the tile's rows; rows that do not exist have gate 0
    done, word : the D desired activations below
    """

    def __init__(self, *, rows, columns, sum_bits, stages=1, popcount_style="tree"):
        self.rows, self.columns, self.sum_bits = rows, columns, sum_bits
        self.stages, self.popcount_style = stages, popcount_style
        self.latency = stages + 2
        super().__init__(
            {
                "valid": In(1),
                "first": In(1),
                "last": In(1),
                "tile": In(rows * columns),
                "desired": In(rows),
                "gates": In(rows),
                "done": Out(1),
                "word": Out(columns),
            }
        )

    def elaborate(self, platform):
        m = Module()
        counted = delay(m, self.valid, self.stages, "counted")
        first = delay(m, self.first, self.stages, "counted_first")
        last = delay(m, self.last, self.stages, "counted_last")
        summed = Signal()
        m.d.sync += [summed.eq(counted & last), self.done.eq(summed)]

        def total(name, weights, inputs):
            """The agreements of a column block's open gates."""
            m.submodules[name] = total = Total(
                self.rows,
                self.sum_bits,
                stages=self.stages,
                popcount_style=self.popcount_style,
                from_zero=True,
            )
            m.d.comb += [
                total.valid.eq(self.valid),
                total.weights.eq(weights),
                total.inputs.eq(inputs),
                total.mask.eq(self.gates),
                total.counted.eq(counted),
                total.first.eq(first),
            ]
            return total.total

        # A column is not negative iff at least half of its open gates agree.
        gates = total("opened", self.gates, self.gates)
        word = Signal(self.columns)
        for column in range(self.columns):
            weights = Cat(self.tile[column :: self.columns])
            agree = total(f"total{column}", weights, self.desired)
            m.d.comb += word[column].eq((agree << 1) >= gates)
        register = data_register(m, self.word, "word_q")
        with m.If(summed):
            m.d.sync += register.eq(word)
        return m
