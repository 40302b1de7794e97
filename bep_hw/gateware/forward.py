"""Forward: R pre-activations from tiles of weights and words of activations."""

from amaranth.hdl import Cat, ClockSignal, Instance, Module, ResetSignal, Signal, signed, unsigned
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import delay, spread
from bep_hw.gateware.parts.planes import pitch
from bep_hw.gateware.parts.total import Total


class Forward(wiring.Component):
    """z = W a for one block of R rows, a tile of D columns a cycle: z = 2 * popcount - K.

    A total begins at -ceil(K / 2), so that z is the total with one more bit, that of an odd K. The
    totals of a chain begin at 0, and K is subtracted where they leave it: once for all samples.

    Golden twin: golden/forward.py (z_l = W_l a_{l-1}).

    Latency: `latency` = stages + 2 [cycles], from the last tile of a row block to its z.
    Throughput: one tile per cycle, row blocks back to back.

    Parameters
    ----------
    rows, columns : R, D, the shape of a tile
    count_bits : bits of the widest |z|
    stages, popcount_style : of the popcounts, see `XnorPopcount`
    chained : z of several samples leave one after the other: this one's, then the `following`
    leaf_samples : if it is the Verilog leaf for simulation: in so many cycles, from that of z_valid
        on, z has a meaning
    deep : for a large FPGA: no wire goes to all rows, or to all registers of the popcounts

    Members
    -------
    valid : a tile is here; first, last : it is the first, the last, of its row block
    tile : row r in the D bits from r * pitch on, where pitch is D, of a leaf see parts/planes
    activations : its D inputs, with `deep` a cycle earlier; columns that do not exist have 1 in the
        tile and 0 in the activations, and so never agree
    fan_in : K, with every tile; missing : of a leaf, the columns that do not exist, with every tile
    z_valid, z : the R pre-activations, for one cycle
    popcounts : those that `z` is made from
    following : popcounts of another sample, which are this one's in the cycle after `z_valid`
    """

    def __init__(
        self,
        *,
        rows,
        columns,
        count_bits,
        stages=1,
        popcount_style="tree",
        chained=False,
        deep=False,
        leaf_samples=None,
    ):
        self.rows, self.columns, self.chained, self.deep = rows, columns, chained, deep
        self.leaf_samples = leaf_samples
        counts = data.ArrayLayout(count_bits, rows)
        self.stages, self.popcount_style = stages, popcount_style
        self.latency = stages + 2
        super().__init__(
            {
                "valid": In(1),
                "first": In(1),
                "last": In(1),
                "tile": In(rows * (pitch(columns) if leaf_samples else columns)),
                "activations": In(columns),
                "fan_in": In(count_bits),
                "z_valid": Out(1),
                "z": Out(data.ArrayLayout(signed(count_bits + 1), rows)),
                **({"following": In(counts), "popcounts": Out(counts)} if chained else {}),
                **({"missing": In(columns)} if leaf_samples else {}),
            }
        )

    def elaborate(self, platform):
        m = Module()
        if self.leaf_samples:
            self._leaf(m)
            return m
        first, ends = self.valid & self.first, self.valid & self.last
        of_rows = {"sinks": self.rows, "apart": self.deep}
        counted = spread(m, self.valid, self.stages, "counted", **of_rows)
        first = spread(m, first, self.stages, "counted_first", **of_rows)
        summed = spread(m, ends, self.stages + 1, "summed", **of_rows)
        m.d.sync += self.z_valid.eq(summed[0])
        activations = spread(m, self.activations, int(self.deep), "activations", **of_rows)
        start = None if self.chained else self._start(m)
        fan_in = self._kept_fan_in(m, summed[0])
        for row in range(self.rows):
            shape = unsigned(len(self.fan_in)) if self.chained else start.shape()
            m.submodules[f"total{row}"] = total = Total(
                self.columns,
                shape,
                stages=self.stages,
                popcount_style=self.popcount_style,
                masked=False,
                from_zero=self.chained,
                held=not self.deep,
            )
            kept = Signal(shape, name=f"kept{row}", reset_less=True)
            m.d.comb += [
                total.valid.eq(self.valid),
                total.weights.eq(self.tile.word_select(row, self.columns)),
                total.inputs.eq(activations[row]),
                total.counted.eq(counted[row]),
                total.first.eq(first[row]),
            ]
            with m.If(summed[row]):
                m.d.sync += kept.eq(total.total)
            if self.chained:
                with m.Else():
                    m.d.sync += kept.eq(self.following[row])
                m.d.comb += [self.popcounts[row].eq(kept), self.z[row].eq((kept << 1) - fan_in)]
            else:
                m.d.comb += [total.start.eq(start), self.z[row].eq(Cat(fan_in, kept))]
        return m

    def _start(self, m):
        """-ceil(K / 2), in the cycle in which the first popcount of a row block is added."""
        fan_in = delay(m, self.fan_in, max(0, self.stages - 1), "fan_in")
        start = Signal(signed(len(fan_in)))
        starts = m.d.sync if self.stages else m.d.comb
        starts += start.eq(-((fan_in + 1) >> 1))
        return start

    def _kept_fan_in(self, m, summed):
        """K of the row block whose z is here; outside a chain, only whether it is odd."""
        fan_in = self.fan_in if self.chained else self.fan_in[0]
        late = delay(m, fan_in, self.stages + 1, "late")
        kept = Signal.like(late, name="kept_fan_in", reset_less=self.chained)
        with m.If(summed):
            m.d.sync += kept.eq(late)
        return kept

    def _leaf(self, m):
        chain = {}
        if self.chained:
            chain = {"i_following": self.following, "o_popcounts": self.popcounts}
        inputs = ("valid", "first", "last", "tile", "missing", "fan_in")
        m.submodules.leaf = Instance(
            "bep_forward",
            p_ROWS=self.rows,
            p_COLUMNS=self.columns,
            p_PITCH=pitch(self.columns),
            p_BITS=len(self.fan_in),
            p_STAGES=self.stages,
            p_SAMPLES=self.leaf_samples,
            i_clk=ClockSignal(),
            i_rst=ResetSignal(allow_reset_less=True),
            **{f"i_{name}": getattr(self, name) for name in inputs},
            i_activations=delay(m, self.activations, int(self.deep), "activations"),
            **{f"o_{name}": getattr(self, name) for name in ("z_valid", "z")},
            **chain,
        )
