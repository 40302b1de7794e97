"""Contest: which of a block's wrong rows wins, in one piece for simulators."""

from amaranth.hdl import ClockSignal, Instance, Module, ResetSignal
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.select import candidate, levels


class Contest(wiring.Component):
    """What a `Winner` does with the rows of a step up to the end of its `Select`, as Verilog leaf.

    Latency: `latency` = that of the Select, with `deep` one more [cycles in which `enable` is
    high]. Throughput: one step per cycle.

    Parameters
    ----------
    rows : R; key_bits : bits of |z|
    deep : as of the Winner

    Members
    -------
    enable : advance; otherwise every register holds
    valid : a step is here; the output of other cycles has no meaning
    desired, activations, magnitudes : of R rows; low, high : those from `low` to before `high` may
        win, if a*z < 0
    best : the one with the smallest |z|, the lowest index on a tie, or none valid
    """

    def __init__(self, *, rows, key_bits, deep):
        self.rows, self.latency = rows, levels(rows) + deep
        end = bits_for(rows)
        super().__init__(
            {
                "enable": In(1),
                "valid": In(1),
                "desired": In(rows),
                "activations": In(rows),
                "magnitudes": In(data.ArrayLayout(key_bits, rows)),
                "low": In(end),
                "high": In(end),
                "best": Out(candidate(key_bits, 1 + bits_for(rows - 1))),
            }
        )

    def elaborate(self, platform):
        m = Module()
        inputs = ("enable", "valid", "desired", "activations", "magnitudes", "low", "high")
        m.submodules.leaf = Instance(
            "bep_contest",
            p_ROWS=self.rows,
            p_BITS=len(self.best.key),
            p_PLACE=len(self.low),
            p_INDEX=bits_for(self.rows - 1),
            p_LATENCY=self.latency,
            i_clk=ClockSignal(),
            i_rst=ResetSignal(allow_reset_less=True),
            **{f"i_{name}": getattr(self, name) for name in inputs},
            o_best=self.best,
        )
        return m
