"""Backward: D desired activations from tiles of weights and gated desired activations above."""

from amaranth.hdl import Cat, ClockSignal, Const, Instance, Module, Mux, ResetSignal, Signal, signed
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import at_most, data_register, delay, spread
from bep_hw.gateware.parts.planes import pitch
from bep_hw.gateware.parts.total import Total
from bep_hw.gateware.popcount import XnorPopcount

BALANCED_ROWS = 8
"""Of more rows, the Verilog of a balanced column is longer than that of a comparator."""


class Backward(wiring.Component):
    """a*_l = sign(W^T (g * a*_{l+1})) for D columns, a tile of R rows a cycle (Eq. 5 to 7).

    Golden twin: golden/backward.py. A gated row adds nothing, so a column's sum over a tile is
    2 * popcount - (open gates), and a comparator for each column finds its sign.

    With `balanced` no column has a comparator: of the gated rows every second one counts as one
    that agrees, the others as ones that do not. So what they add is 0 or -1 in all, and half the
    sum, rounded down, has the same sign as the sum.

    Latency: `latency` = stages + 2 [cycles], from the last tile of a column block to its word.
    Throughput: one tile per cycle, column blocks back to back.

    Parameters
    ----------
    rows, columns : R, D, the shape of a tile
    sum_bits : bits that hold the largest fan-out
    stages, popcount_style : of the popcounts, see `XnorPopcount`
    balanced : see above; None for tiles of at most BALANCED_ROWS rows
    deep : as of `Forward`
    leaf : whether it is the Verilog leaf for simulation

    Members
    -------
    valid : a tile is here; first, last : it is the first, the last, of its column block
    tile : row r in the D bits from r * pitch on, where pitch is D, of a leaf see parts/planes
    desired, gates : a* and g of the tile's rows, with `deep` a cycle earlier; rows that do not
        exist have gate 0
    done, word : the D desired activations below
    """

    def __init__(
        self,
        *,
        rows,
        columns,
        sum_bits,
        stages=1,
        popcount_style="tree",
        balanced=None,
        deep=False,
        leaf=False,
    ):
        self.rows, self.columns, self.sum_bits, self.deep = rows, columns, sum_bits, deep
        self.leaf = leaf
        self.balanced = rows <= BALANCED_ROWS if balanced is None else balanced
        self.stages, self.popcount_style = stages, popcount_style
        self.latency = stages + 2
        super().__init__(
            {
                "valid": In(1),
                "first": In(1),
                "last": In(1),
                "tile": In(rows * (pitch(columns) if leaf else columns)),
                "desired": In(rows),
                "gates": In(rows),
                "done": Out(1),
                "word": Out(columns),
            }
        )

    def elaborate(self, platform):
        m = Module()
        if self.leaf:
            self._leaf(m)
            return m
        ends = self.valid & self.last
        summed = delay(m, ends, self.stages + 1, "summed")
        m.d.sync += self.done.eq(summed)
        columns = [Cat(self.tile[column :: self.columns]) for column in range(self.columns)]
        word = self._balanced(m, columns) if self.balanced else self._compared(m, columns)
        register = data_register(m, self.word, "word_q")
        with m.If(summed):
            m.d.sync += register.eq(word)
        return m

    def _compared(self, m, columns):
        """A column is not negative iff at least half of its open gates agree."""
        of_columns = {"sinks": len(columns) + 1, "apart": self.deep}
        counted = spread(m, self.valid, self.stages, "counted", **of_columns)
        first = spread(m, self.valid & self.first, self.stages, "counted_first", **of_columns)
        desired = spread(m, self.desired, int(self.deep), "desired", **of_columns)
        gates = spread(m, self.gates, int(self.deep), "gates", **of_columns)

        def total(name, weights, inputs, index):
            """The agreements of a column block's open gates."""
            m.submodules[name] = total = Total(
                self.rows,
                self.sum_bits,
                stages=self.stages,
                popcount_style=self.popcount_style,
                from_zero=True,
                held=not self.deep,
            )
            m.d.comb += [
                total.valid.eq(self.valid),
                total.weights.eq(weights),
                total.inputs.eq(inputs),
                total.mask.eq(gates[index]),
                total.counted.eq(counted[index]),
                total.first.eq(first[index]),
            ]
            return total.total

        opened = total("opened", gates[-1], gates[-1], len(columns))
        return Cat(
            at_most(opened, total(f"total{index}", column, desired[index], index) << 1)
            for index, column in enumerate(columns)
        )

    def _balanced(self, m, columns):
        """A column is not negative iff its sum is not, in which every second closed gate agrees.

        The last tile clears the sums, of which only the signs are kept, so no adder is behind a
        multiplexer.
        """
        counted = delay(m, self.valid, self.stages, "counted")
        last = delay(m, self.last, self.stages, "counted_last")
        desired = delay(m, self.desired, int(self.deep), "desired", reset_less=True)
        gates = delay(m, self.gates, int(self.deep), "gates", reset_less=True)
        width = self.rows + self.rows % 2  # a row that does not exist has a closed gate
        closed, parity, before = (Signal(width, name=n) for n in ("closed", "parity", "before"))
        odd = Signal()  # the closed gates of the column block so far are odd in number
        m.d.comb += [
            closed.eq(~Cat(gates, Const(0, width - self.rows))),
            parity.eq(_parities(closed) ^ odd.replicate(width)),
            before.eq(Cat(odd, parity)),
        ]
        with m.If(self.valid):
            m.d.sync += odd.eq(parity[-1] & ~self.last)
        inputs = Signal(width)
        m.d.comb += inputs.eq((desired & gates) | (closed & ~before))
        word = []
        for index, column in enumerate(columns):
            popcount = self._popcount(m, f"popcount{index}", width, masked=False, centred=True)
            m.d.comb += [popcount.weights.eq(column & gates), popcount.inputs.eq(inputs)]
            total = Signal(signed(self.sum_bits), name=f"total{index}")
            grown = Signal.like(total, name=f"grown{index}")
            negative = Signal(name=f"negative{index}", reset_less=True)
            m.d.comb += grown.eq(total + popcount.count)
            with m.If(counted):
                m.d.sync += [total.eq(Mux(last, 0, grown)), negative.eq(grown[-1])]
            word.append(~negative)
        return Cat(word)

    def _leaf(self, m):
        late = {
            f"i_{name}": delay(m, getattr(self, name), int(self.deep), name)
            for name in ("desired", "gates")
        }
        m.submodules.leaf = Instance(
            "bep_backward",
            p_ROWS=self.rows,
            p_COLUMNS=self.columns,
            p_PITCH=pitch(self.columns),
            p_BITS=self.sum_bits,
            p_STAGES=self.stages,
            i_clk=ClockSignal(),
            i_rst=ResetSignal(allow_reset_less=True),
            **{f"i_{name}": getattr(self, name) for name in ("valid", "first", "last", "tile")},
            **late,
            **{f"o_{name}": getattr(self, name) for name in ("done", "word")},
        )

    def _popcount(self, m, name, width, **options):
        styles = {"stages": self.stages, "popcount_style": self.popcount_style}
        m.submodules[name] = popcount = XnorPopcount(width=width, **styles, **options)
        m.d.comb += popcount.enable.eq(self.valid)
        return popcount


def _parities(bits):
    """Bit i: whether bits 0 to i are odd in number."""
    step = 1
    while step < len(bits):
        bits = bits ^ (bits << step)[: len(bits)]
        step *= 2
    return bits
