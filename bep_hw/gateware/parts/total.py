"""Total: adds up the popcounts of the tiles of a row block, or of a column block."""

from amaranth.hdl import Cat, Module, Mux
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.fpga import ecp5
from bep_hw.gateware.parts.pipeline import data_register
from bep_hw.gateware.popcount import XnorPopcount, add_up, agreements

SITES = 96
"""Of a row of carry cells: what adds to a total lies beside what counts."""


class Total(wiring.Component):
    """total' = (first ? start : total) + popcount, a word per cycle.

    Latency: `stages` + 1 [cycles].

    Parameters
    ----------
    width : bits of a word; total : shape of the total
    stages, popcount_style, masked : of the popcount, see `XnorPopcount`
    from_zero : it always begins at 0, and there is no `start`
    held : the popcount takes words only while `valid`, which saves power; on a large FPGA a wire to
        all of its registers is slow

    Members
    -------
    valid : words are here; weights, inputs, mask : see `XnorPopcount`
    counted : `stages` cycles later; with it, and never without,
    first, start : the total begins anew, from `start`
    total : after the words that have been counted
    """

    def __init__(
        self,
        width,
        total,
        *,
        stages=1,
        popcount_style="tree",
        masked=True,
        from_zero=False,
        held=True,
    ):
        self.width, self.stages, self.popcount_style = width, stages, popcount_style
        self.masked, self.from_zero, self.held = masked, from_zero, held
        super().__init__(
            {
                "valid": In(1),
                "weights": In(width),
                "inputs": In(width),
                **({"mask": In(width)} if masked else {}),
                "counted": In(1),
                "first": In(1),
                **({} if from_zero else {"start": In(total)}),
                "total": Out(total),
            }
        )

    def elaborate(self, platform):
        m = Module()
        total = data_register(m, self.total, "total_q")
        words = {name: getattr(self, name) for name in ("weights", "inputs")}
        if self.masked:
            words["mask"] = self.mask
        if self.popcount_style == "ccu2c":
            following = self._carries(m, words, total)
        elif self.from_zero:
            count = self._count(m, words)
            grown, low = total + count, len(count)
            following = Cat(Mux(self.first, count, grown[:low]), grown[low:])
        else:
            following = Mux(self.first, self.start, total) + self._count(m, words)
        with m.If(self.counted):
            m.d.sync += total.eq(following)
        if self.popcount_style != "ccu2c" and self.from_zero:
            # The high bits of a total that begins are the reset of their flip-flops.
            with m.If(self.first):
                m.d.sync += total[low:].eq(0)
        return m

    def _count(self, m, words):
        m.submodules.popcount = popcount = XnorPopcount(
            width=self.width,
            stages=self.stages,
            popcount_style=self.popcount_style,
            masked=self.masked,
        )
        m.d.comb += popcount.enable.eq(self.valid if self.held else 1)
        m.d.comb += [getattr(popcount, name).eq(word) for name, word in words.items()]
        return popcount.count

    def _carries(self, m, words, total):
        """The site that adds a bit to the total takes in the choice of the start."""
        adders = ecp5.Adders(m, sites=SITES)
        if self.stages:
            count = [ecp5.bit(one) for one in self._count(m, words)]
        else:
            count = add_up(adders, agreements(**words))
        starts = () if self.from_zero else (self.start,)
        bits = [ecp5.Bit((self.first, *of), _begin) for of in zip(total, *starts, strict=True)]
        following = adders.add(self.width.bit_length(), count, bits, ecp5.ZERO)
        adders.place()
        return Cat(one.value for one in following[: len(total)])


def _begin(first, total, start=0):
    return (first & start) | ((first ^ 1) & total)
