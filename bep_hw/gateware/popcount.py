"""XNOR-popcount: the number of selected bits in which two words agree."""

from amaranth.hdl import Cat, ClockSignal, Const, Instance, Module, Signal, signed
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.fpga import ecp5
from bep_hw.gateware.technology import check_popcount_style
from bep_hw.support.errors import require


class XnorPopcount(wiring.Component):
    """Counts the positions in `mask` where `weights` and `inputs` agree.

    With +-1 as 1 and 0, the dot product of the masked positions is 2 * count - width.
    Golden twin: golden/popcount.py.

    Latency: `stages` [cycles]. Throughput: one word per cycle.

    Parameters
    ----------
    width : bits of a word
    stages : pipeline registers, the one at the output included; of more than one, the first is
        behind the XNOR; may be 0
    popcount_style : "tree" for synthesis and any simulator, "countones" for the Verilog leaf that
        Verilator runs ten times faster, "ccu2c" for the carry cells of an ECP5, which take in the
        XNOR; a test proves them equal
    masked : whether there is a mask; without, every position counts
    centred : whether the count is less half of the width, which must be even, and so signed;
        not masked

    Members
    -------
    enable : take the inputs of this cycle; otherwise the first register holds
    weights, inputs : the two words; mask : the bits that count
    count : the popcount, `latency` cycles later
    """

    def __init__(self, *, width, stages=1, popcount_style="tree", masked=True, centred=False):
        require(width >= 1, f"popcount width {width}: must be at least 1")
        require(stages >= 0, f"popcount stages {stages}: must be at least 0")
        check_popcount_style(popcount_style)
        if centred:
            require(width % 2 == 0, f"popcount width {width}: must be even if it is centred")
            require(not masked, "centred: not with a mask")
        self.width, self.latency, self.masked, self.centred = width, stages, masked, centred
        self.popcount_style = popcount_style
        super().__init__(
            {
                "enable": In(1),
                "weights": In(width),
                "inputs": In(width),
                **({"mask": In(width)} if masked else {}),
                "count": Out(range(-width // 2, width // 2 + 1) if centred else range(width + 1)),
            }
        )

    def elaborate(self, platform):
        m = Module()
        styles = {"tree": self._tree, "countones": self._leaf, "ccu2c": self._carries}
        count, stages = styles[self.popcount_style](m)
        if self.centred and self.popcount_style != "tree":
            count = count - self.width // 2
        for stage in range(stages, self.latency):
            count = self._register(m, count, stage)
        m.d.comb += self.count.eq(count)
        return m

    # Each style returns the count, and how many of the registers it has spent.

    def _leaf(self, m):
        count = Signal.like(self.count, name="first")
        m.submodules.leaf = Instance(
            "bep_xnor_popcount",
            p_WIDTH=self.width,
            p_COUNT=len(self.count),
            p_REGISTERED=int(self.latency > 0),
            i_clk=ClockSignal(),
            i_enable=self.enable,
            i_weights=self.weights,
            i_inputs=self.inputs,
            i_mask=self.mask if self.masked else Const(-1, self.width),
            o_count=count,
        )
        return count, min(1, self.latency)

    def _tree(self, m):
        agree = Signal(self.width)
        m.d.comb += agree.eq(~(self.weights ^ self.inputs) & (self.mask if self.masked else -1))
        terms, levels = list(agree), max(1, (self.width - 1).bit_length())
        cuts = self._cuts(levels)
        if 0 in cuts:
            terms = list(self._register(m, agree, 0, "agree"))
        for level in range(1, levels + 1):
            add = self._adder(level)
            terms = [
                add(m, f"sum{level}_{index}", terms[index : index + 2])
                for index in range(0, len(terms), 2)
            ]
            if level in cuts:
                terms = [self._register(m, term, cuts.index(level)) for term in terms]
        return terms[0], len(cuts)

    def _adder(self, level):
        if not self.centred or level > 2:
            return _sum
        return _centred if level == 1 else _rippled

    def _carries(self, m):
        words = (self.weights, self.inputs, *([self.mask] if self.masked else []))
        terms = agreements(*words)
        cuts = self._cuts(self.width.bit_length() - 1)
        if 0 in cuts:
            agree = Cat(term.value for term in terms)
            terms = [ecp5.bit(one) for one in self._register(m, agree, 0, "agree")]
        adders = ecp5.Adders(m, cuts=cuts)

        def register(value, level):
            return self._register(m, value, cuts.index(level), f"sum{level}")

        count = Cat(one.value for one in add_up(adders, terms, cuts=cuts, register=register))
        adders.place()
        return count, len(cuts)

    def _cuts(self, levels):
        """Levels behind which registers cut a tree into pieces of equal depth.

        Of several, the first is behind the XNOR: block RAM and long wires take a cycle.
        """
        if self.latency < 2:
            return [levels] * self.latency
        pieces = self.latency - 1
        return sorted({levels * stage // pieces for stage in range(self.latency)})

    def _register(self, m, term, stage, name=None):
        name = name or getattr(term, "name", "count")
        register = Signal(term.shape(), name=f"{name}_q{stage}", reset_less=True)
        if stage == 0:
            with m.If(self.enable):
                m.d.sync += register.eq(term)
        else:
            m.d.sync += register.eq(term)
        return register


def agreements(weights, inputs, mask=None):
    """Whether the bits agree, position by position, as terms for `add_up`."""
    words = (weights, inputs) if mask is None else (weights, inputs, mask)
    return [ecp5.Bit(signals, _agree) for signals in zip(*words, strict=True)]


def add_up(adders, terms, *, cuts=(), register=None):
    """Bits of the number of `terms` that are 1, in carry cells.

    Full adders take three terms, adders of two of these sums and a carry seven, and so on: of
    level n less than 2^(n + 1). `register(value, level)` is behind each level in `cuts`.
    """

    def total(terms, level):
        if level == 0:
            return terms or [ecp5.ZERO]
        if len(terms) < 1 << level:
            bits = total(terms, level - 1)
        else:
            # Sums of 2^n - 1 terms are best: none of the values of n bits is left out. So
            # the left sum is one, and what remains of the terms is the right one.
            left, right = terms[1 : 1 << level], terms[1 << level :]
            products = level == 1 and right and len(terms[0].signals) == 2
            parts = (total(part, level - 1) for part in (left, right))
            carry = total(terms[:1], level - 1)[0]
            bits = adders.add(level, *parts, carry, inverted=products)
        if level in cuts:
            bits = [ecp5.bit(one) for one in register(Cat(one.value for one in bits), level)]
        return bits

    return total(terms, len(terms).bit_length() - 1)


def _agree(weight, bit, mask=1):
    return (weight ^ bit ^ 1) & mask


def _sum(m, name, terms):
    total = sum(terms[1:], start=terms[0])
    result = Signal(total.shape(), name=name)
    m.d.comb += result.eq(total)
    return result


def _rippled(m, name, terms):
    """The sum of two terms in logic: of four bits, this is smaller than with carry cells."""
    result = Signal(sum(terms).shape(), name=name)
    bits, carry = [], Const(0)
    sides = [Signal(result.shape(), name=f"{name}_{index}") for index in range(2)]
    m.d.comb += [side.eq(term) for side, term in zip(sides, terms, strict=False)]
    for a, b in zip(*sides, strict=True):
        bits.append(a ^ b ^ carry)
        carry = (a & b) | ((a ^ b) & carry)
    m.d.comb += result.eq(Cat(bits))
    return result


def _centred(m, name, bits):
    """The sum of two bits less 1."""
    result = Signal(signed(2), name=name)
    m.d.comb += result.eq(Cat(~(bits[0] ^ bits[1]), ~(bits[0] | bits[1])))
    return result
