"""Small pieces that several stages share."""

from amaranth.hdl import Cat, Signal


def delay(m, value, cycles, name):
    """`value` as it was `cycles` cycles ago."""
    for cycle in range(cycles):
        register = Signal.like(value, name=f"{name}{cycle}")
        m.d.sync += register.eq(value)
        value = register
    return value


def below(m, limit, width, name):
    """A word of `width` bits whose bit i says i < limit."""
    word = Signal(width, name=name)
    m.d.comb += word.eq(Cat(limit > index for index in range(width)))
    return word
