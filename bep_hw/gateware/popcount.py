"""XNOR-popcount: how many of the selected bits of two words agree."""

from amaranth.hdl import ClockSignal, Instance, Module, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.config import require

BODIES = ("tree", "countones")


class XnorPopcount(wiring.Component):
    """Count of the positions where `weights` and `inputs` agree, among those in `mask`.

    With +-1 as 1 and 0, the dot product of the masked positions is 2 * count - width.
    Golden twin: golden/popcount.py.

    Latency: `stages` [cycles]. Throughput: one word per cycle.

    Parameters
    ----------
    width : bits of a word
    stages : pipeline registers, the one at the output included
    body : "tree" for synthesis and any simulator, "countones" for the Verilog leaf that
        Verilator runs ten times faster; a test proves the two equal

    Members
    -------
    enable : take the inputs of this cycle; otherwise the first register holds
    weights, inputs, mask : the two words, and the bits that count
    count : the popcount, `latency` cycles later
    """

    def __init__(self, *, width, stages=1, body="tree"):
        require(width >= 1, f"popcount width {width}: must be at least 1")
        require(stages >= 1, f"popcount stages {stages}: must be at least 1")
        require(body in BODIES, f"popcount body {body}: must be one of {', '.join(BODIES)}")
        self.width, self.latency, self.body = width, stages, body
        super().__init__(
            {
                "enable": In(1),
                "weights": In(width),
                "inputs": In(width),
                "mask": In(width),
                "count": Out(range(width + 1)),
            }
        )

    def elaborate(self, platform):
        m = Module()
        if self.body == "countones":
            first = Signal.like(self.count, name="first")
            m.submodules.leaf = Instance(
                "bep_xnor_popcount",
                p_WIDTH=self.width,
                p_COUNT=len(self.count),
                i_clk=ClockSignal(),
                i_enable=self.enable,
                i_weights=self.weights,
                i_inputs=self.inputs,
                i_mask=self.mask,
                o_count=first,
            )
            delayed = first
            for stage in range(1, self.latency):
                register = Signal.like(first, name=f"stage{stage}")
                m.d.sync += register.eq(delayed)
                delayed = register
            m.d.comb += self.count.eq(delayed)
            return m

        agree = Signal(self.width)
        m.d.comb += agree.eq(~(self.weights ^ self.inputs) & self.mask)
        terms, levels = list(agree), max(1, (self.width - 1).bit_length())
        # Registers cut the tree into pieces of equal depth; the last one sits at the output.
        cuts = {levels * (stage + 1) // self.latency for stage in range(self.latency)}
        extra = self.latency - len(cuts - {0})
        stage = 0
        for level in range(1, levels + 1):
            terms = [
                _sum(m, f"sum{level}_{index}", terms[index : index + 2])
                for index in range(0, len(terms), 2)
            ]
            if level in cuts:
                terms = [self._register(m, term, stage) for term in terms]
                stage += 1
        for _ in range(extra):
            terms = [self._register(m, term, stage) for term in terms]
            stage += 1
        m.d.comb += self.count.eq(terms[0])
        return m

    def _register(self, m, term, stage):
        register = Signal.like(term, name=f"{term.name}_q{stage}")
        if stage == 0:
            with m.If(self.enable):
                m.d.sync += register.eq(term)
        else:
            m.d.sync += register.eq(term)
        return register


def _sum(m, name, terms):
    total = sum(terms[1:], start=terms[0])
    result = Signal(total.shape(), name=name)
    m.d.comb += result.eq(total)
    return result
