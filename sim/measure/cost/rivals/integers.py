"""Integer units of training in 8 bits: a multiplier, and an adder of 32 bits for its products.

Both: Latency: `latency` [cycles]. Throughput: one operation per cycle. Members: a, b, result; two's
complement. Golden twins: `multiply`, `add`.
"""

import numpy as np
from amaranth.hdl import Module, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

BITS, PRODUCT, SUM = 8, 16, 32
"""Bits of an operand, a product, a sum [bits]."""

LARGEST = 127
"""Magnitude of the largest operand: -128 is not used, so that magnitudes are symmetrical."""


class _Unit(wiring.Component):
    """A register at the output, and a function of two operands in front of it."""

    widths = (BITS, BITS, PRODUCT)
    latency = 1

    def __init__(self):
        a, b, result = self.widths
        super().__init__({"a": In(a), "b": In(b), "result": Out(result)})

    def elaborate(self, platform):
        m = Module()
        register = Signal.like(self.result, name="result_q", reset_less=True)
        m.d.sync += register.eq(self.compute(self.a.as_signed(), self.b.as_signed()))
        m.d.comb += self.result.eq(register)
        return m


class Multiply(_Unit):
    """a * b of 8 bits each, in 16 bits."""

    def compute(self, a, b):
        return a * b


class Add(_Unit):
    """A sum of 32 bits and a product of 16 bits; what does not fit is cut off."""

    widths = (SUM, PRODUCT, SUM)

    def compute(self, a, b):
        return a + b


def multiply(a, b):
    """Products (n,) of integers (n,), as the unit's bits."""
    return a.astype(np.int8).astype(np.int64) * b.astype(np.int8) & (1 << PRODUCT) - 1


def add(a, b):
    """Sums (n,) of integers (n,), as the unit's bits."""
    total = a.astype(np.int32).astype(np.int64) + b.astype(np.int16)
    return total & (1 << SUM) - 1


def scale(numbers):
    """What an integer stands for: the largest magnitude becomes LARGEST; signs stay -1 and 1."""
    magnitudes = np.abs(numbers)
    largest = magnitudes.max()
    return 1.0 if (magnitudes == 1).all() or largest == 0 else float(largest) / LARGEST


def encoded(numbers):
    """int64 of float numbers, from -LARGEST to LARGEST, in steps of their `scale`."""
    return np.rint(numbers / scale(numbers)).astype(np.int64)


def rounded(numbers):
    """float32 numbers that are multiples of their `scale`."""
    return (encoded(numbers) * scale(numbers)).astype(np.float32)
