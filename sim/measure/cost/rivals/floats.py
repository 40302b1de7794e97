"""Floating-point units: multiply, add, divide, square root, rounded to nearest, ties to even.

Subnormal numbers count as 0, at the inputs and at the outputs (a result is subnormal if it is below
the smallest normal number before it is rounded). This is what accelerators do, and it makes the
units smaller. Infinities and NaN are kept; every NaN that comes out is the same.

All units: Latency: `latency` [cycles]. Throughput: one operation per cycle. Members: a, b (not of
the square root), result. Golden twins: reference.py.
"""

from dataclasses import dataclass

from amaranth.hdl import Cat, Const, Module, Mux, Signal, signed
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out


@dataclass(frozen=True)
class Format:
    """A format: bits of the exponent E and of the fraction F; a number has 1 + E + F bits."""

    exponent: int
    fraction: int

    @property
    def bits(self):
        return 1 + self.exponent + self.fraction

    @property
    def bias(self):
        return (1 << self.exponent - 1) - 1

    @property
    def largest(self):
        """The exponent of infinities and NaN."""
        return (1 << self.exponent) - 1

    @property
    def nan(self):
        """The NaN that comes out."""
        return self.largest << self.fraction | 1 << self.fraction - 1


FP32, BF16 = Format(8, 23), Format(8, 7)


class Number:
    """The fields of a number in a signal: sign, exponent, significand with its leading one."""

    def __init__(self, m, value, form, name):
        f, e = form.fraction, form.exponent
        fraction, self.exponent, self.sign = value[:f], value[f : f + e], value[-1]
        self.zero, self.special, self.infinite, self.nan = (
            Signal(name=f"{name}_{fact}") for fact in ("zero", "special", "infinite", "nan")
        )
        self.significand = Signal(f + 1, name=f"{name}_significand")
        m.d.comb += [
            self.zero.eq(self.exponent == 0),
            self.special.eq(self.exponent.all()),
            self.infinite.eq(self.special & ~fraction.any()),
            self.nan.eq(self.special & fraction.any()),
            self.significand.eq(Cat(Mux(self.zero, 0, fraction), ~self.zero)),
        ]


def rounded(m, form, sign, exponent, significand, sticky, *, nan, infinite, zero):
    """The number of a significand of F + 2 bits: the leading one on top, the last one rounds.

    exponent: signed, of the leading one, with its bias; sticky: whether more bits follow
    """
    kept = significand[1:]
    up = significand[0] & (sticky | kept[0])
    total, final = Signal(form.fraction + 2), Signal(signed(form.exponent + 3))
    result = Signal(form.bits, name="rounded")
    m.d.comb += [
        total.eq(kept + up),
        final.eq(exponent + total[-1]),
        result.eq(Cat(total[: form.fraction], final[: form.exponent], sign)),
    ]
    with m.If(nan):
        m.d.comb += result.eq(form.nan)
    with m.Elif(infinite | (~zero & (final >= form.largest))):
        m.d.comb += result.eq(Cat(Const(form.largest << form.fraction, form.bits - 1), sign))
    with m.Elif(zero | (exponent < 1)):
        m.d.comb += result.eq(sign << form.bits - 1)
    return result


class _Unit(wiring.Component):
    """Registers at the output, and a function in front of them."""

    operands = ("a", "b")

    def __init__(self, form=FP32):
        self.form, self.latency = form, self.latency_of(form)
        ports = {name: In(form.bits) for name in self.operands}
        super().__init__({**ports, "result": Out(form.bits)})

    @staticmethod
    def latency_of(form):
        """Latency of a unit of this format [cycles]."""
        return 1

    def elaborate(self, platform):
        m = Module()
        register = Signal.like(self.result, name="result_q", reset_less=True)
        m.d.sync += register.eq(self.compute(m))
        m.d.comb += self.result.eq(register)
        return m

    def numbers(self, m):
        """The operands as `Number`s."""
        return [Number(m, getattr(self, name), self.form, name) for name in self.operands]


class Multiply(_Unit):
    """a * b."""

    def compute(self, m):
        f, (a, b) = self.form.fraction, self.numbers(m)
        product, shifted = Signal(2 * f + 2), Signal(2 * f + 2)
        exponent = Signal(signed(self.form.exponent + 3))
        m.d.comb += [
            product.eq(a.significand * b.significand),
            shifted.eq(Mux(product[-1], product, product << 1)),
            exponent.eq(a.exponent + b.exponent + product[-1] - self.form.bias),
        ]
        zero = a.zero | b.zero
        return rounded(
            *(m, self.form, a.sign ^ b.sign, exponent, shifted[f:], shifted[:f].any()),
            nan=a.nan | b.nan | (a.infinite | b.infinite) & zero,
            infinite=a.infinite | b.infinite,
            zero=zero,
        )


class Add(_Unit):
    """a + b."""

    def compute(self, m):
        f, form, (a, b) = self.form.fraction, self.form, self.numbers(m)
        swap, minus = Signal(), Signal()
        large, small = Signal(f + 1), Signal(f + 1)
        top, distance = Signal(form.exponent), Signal(form.exponent)
        m.d.comb += [
            swap.eq(self.a[:-1] < self.b[:-1]),
            minus.eq(a.sign ^ b.sign),
            large.eq(Mux(swap, b.significand, a.significand)),
            small.eq(Mux(swap, a.significand, b.significand)),
            top.eq(Mux(swap, b.exponent, a.exponent)),
            distance.eq(top - Mux(swap, a.exponent, b.exponent)),
        ]
        total = self._total(m, large, small, distance, minus)
        shifted, lost = _normalised(m, total)
        exponent = Signal(signed(form.exponent + 3))
        m.d.comb += exponent.eq(top + 1 - lost)
        cancelled, both = ~total.any(), a.zero & b.zero
        sign = Mux(cancelled, a.sign & b.sign & both, Mux(swap, b.sign, a.sign))
        return rounded(
            *(m, form, sign, exponent, shifted[-(f + 2) :], shifted[: -(f + 2)].any()),
            nan=a.nan | b.nan | a.infinite & b.infinite & minus,
            infinite=a.infinite | b.infinite,
            zero=cancelled,
        )

    def _total(self, m, large, small, distance, minus):
        """The sum or difference with three more bits below, the last of which is sticky."""
        width = self.form.fraction + 4
        wide, aligned, total = Signal(2 * width), Signal(width), Signal(width + 1)
        far = Signal()
        m.d.comb += [
            far.eq(distance >= width),
            wide.eq(Cat(Const(0, width + 3), small) >> distance[: width.bit_length()]),
            aligned.eq(
                Mux(far, small.any(), Cat(wide[width] | wide[:width].any(), wide[width + 1 :]))
            ),
            total.eq(Mux(minus, (large << 3) - aligned, (large << 3) + aligned)),
        ]
        return total


def _normalised(m, value):
    """(value shifted until its top bit is 1, by how many places)."""
    places, bits = Signal(range(len(value))), len(value)
    for index in range(bits):
        with m.If(value[index]):
            m.d.comb += places.eq(bits - 1 - index)
    shifted = Signal(bits, name="normalised")
    m.d.comb += shifted.eq(value << places)
    return shifted, places


class _Rows(_Unit):
    """A quotient or a root, a bit in each row of subtractors; registers behind every few rows.

    ROWS: rows between two registers
    """

    ROWS = 4

    def __init__(self, form=FP32):
        self.rows = form.fraction + 2
        super().__init__(form)

    @staticmethod
    def latency_of(form):
        return 1 + (form.fraction + 1) // _Rows.ROWS

    def later(self, m, row, values):
        """The values behind a register, if one is behind this row."""
        if (row + 1) % self.ROWS or row + 1 == self.rows:
            return values
        registers = [Signal.like(value, name=f"row{row}_{i}", reset_less=True)
                     for i, value in enumerate(values)]  # fmt: skip
        m.d.sync += [register.eq(value) for register, value in zip(registers, values, strict=True)]
        return registers

    def signal(self, m, value, width, name):
        signal = Signal(width, name=name)
        m.d.comb += signal.eq(value)
        return signal


class Divide(_Rows):
    """a / b."""

    def compute(self, m):
        f, form, (a, b) = self.form.fraction, self.form, self.numbers(m)
        less = self.signal(m, a.significand < b.significand, 1, "less")
        rest = self.signal(m, Mux(less, a.significand << 1, a.significand), f + 2, "first")
        exponent = Signal(signed(form.exponent + 3))
        m.d.comb += exponent.eq(a.exponent - b.exponent + form.bias - less)
        flags = Cat(
            a.nan | b.nan | a.zero & b.zero | a.infinite & b.infinite,
            a.infinite | b.zero,
            a.zero | b.infinite,
            a.sign ^ b.sign,
        )
        flags = self.signal(m, flags, 4, "flags")
        divisor, quotient = b.significand, Const(0, 0)
        for row in range(self.rows):
            left = self.signal(m, rest - divisor, f + 3, f"left{row}")
            rest = self.signal(m, Mux(left[-1], rest, left[:-1]) << 1, f + 2, f"rest{row}")
            quotient = Cat(~left[-1], quotient)
            kept = (rest, divisor, quotient, exponent, flags)
            rest, divisor, quotient, exponent, flags = self.later(m, row, kept)
        nan, infinite, zero, sign = flags
        sticky = rest.any()
        return rounded(m, form, sign, exponent.as_signed(), quotient, sticky, nan=nan,
                       infinite=infinite, zero=zero)  # fmt: skip


class Root(_Rows):
    """The square root of a."""

    operands = ("a",)

    def compute(self, m):
        f, form, (a,) = self.form.fraction, self.form, self.numbers(m)
        # 2^(e - bias) is an even power if the bias is odd and e is odd as well.
        odd = ~a.exponent[0]
        radicand = self.signal(m, Mux(odd, a.significand << 1, a.significand), f + 2, "radicand")
        radicand = Cat(Const(0, 2 * self.rows - f - 2), radicand)
        exponent = Signal(signed(form.exponent + 3))
        m.d.comb += exponent.eq((a.exponent + form.bias - odd) >> 1)
        negative = a.sign & ~a.zero
        flags = self.signal(m, Cat(a.nan | negative, a.infinite, a.zero, a.sign), 4, "flags")
        rest, root = Const(0, 2), Const(0, 0)
        for row in range(self.rows):
            low = 2 * (self.rows - 1 - row)
            width = row + 3
            taken = self.signal(m, Cat(radicand[low : low + 2], rest), width + 1, f"taken{row}")
            left = self.signal(m, taken - Cat(Const(1, 2), root), width + 2, f"left{row}")
            rest = self.signal(m, Mux(left[-1], taken, left), width, f"rest{row}")
            root = Cat(~left[-1], root)
            kept = (rest, root, radicand, exponent, flags)
            rest, root, radicand, exponent, flags = self.later(m, row, kept)
        nan, infinite, zero, sign = flags
        return rounded(m, form, sign, exponent.as_signed(), root, rest.any(), nan=nan,
                       infinite=infinite, zero=zero)  # fmt: skip
