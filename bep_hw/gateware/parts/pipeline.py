"""Small pieces that several stages share."""

from amaranth.hdl import Cat, Instance, Signal, Value
from amaranth.lib.memory import ReadPort, WritePort
from amaranth.lib.wiring import Out
from amaranth.utils import bits_for


def delay(m, value, cycles, name, *, reset_less=False):
    """`value` delayed by `cycles` cycles."""
    for cycle in range(cycles):
        register = Signal.like(value, name=f"{name}{cycle}", reset_less=reset_less)
        m.d.sync += register.eq(value)
        value = register
    return value


ROWS_PER_COPY = 9
"""Rows, or columns, of a tile that share a copy of a control register, see `spread`."""


def spread(m, value, cycles, name, sinks, *, apart):
    """[`value` delayed by `cycles` cycles] for each of the `sinks`.

    apart : neighbours share a last register, and synthesis keeps those of others apart. For large
        FPGAs: a wire to one place is fast, one to hundreds of flip-flops is not.
    """
    if not apart or not cycles:
        return [delay(m, value, cycles, name)] * sinks
    early, copies = delay(m, value, cycles - 1, name), []
    for copy in range(-(-sinks // ROWS_PER_COPY)):
        register = Signal.like(
            value, name=f"{name}_copy{copy}", reset_less=len(value) > 1, attrs={"keep": 1}
        )
        m.d.sync += register.eq(early)
        copies.append(register)
    return [copies[sink // ROWS_PER_COPY] for sink in range(sinks)]


def data_register(m, port, name):
    """The register behind an output that has a valid beside it: no reset reaches it.

    There are thousands of such registers, so the reset drives far fewer flip-flops.
    """
    register = Signal.like(port, name=name, reset_less=True)
    m.d.comb += port.eq(register)
    return register


def memory_ports(shape, depth, granularity=None):
    """Members `read` and `write` of a memory of our own, as the ports of amaranth.lib.memory."""
    ports = {"addr_width": bits_for(depth - 1), "shape": shape}
    return {
        "read": Out(ReadPort.Signature(**ports)),
        "write": Out(WritePort.Signature(**ports, granularity=granularity)),
    }


def at_most(value, limit):
    """value <= limit. Synthesis makes < from a carry chain, and <= from that and a ==."""
    return ~(limit < value)


def below(m, limit, width, name, *, leaf=False):
    """A word of `width` bits whose bit i says i < limit; with `leaf` a Verilog leaf works it out.

    A simulator compares for each bit alone, where the leaf shifts 64 of them at once.
    """
    word = Signal(width, name=name)
    if leaf:
        parameters = {"p_WIDTH": width, "p_BITS": len(limit)}
        m.submodules += Instance("bep_below", **parameters, i_limit=limit, o_word=word)
    else:
        m.d.comb += word.eq(Cat(limit > index for index in range(width)))
    return word


def picked(m, words, index, width, name, *, leaf=False):
    """Word `index` of `words`, each of `width` bits, or 0; with `leaf` a Verilog leaf picks it."""
    words = Value.cast(words)
    if not leaf or len(words) == width:
        return words.word_select(index, width)
    word = Signal(width, name=name)
    m.submodules += Instance(
        "bep_pick",
        p_WIDTH=width,
        p_COUNT=len(words) // width,
        p_BITS=len(index),
        i_words=words,
        i_index=index,
        o_word=word,
    )
    return word


def first_from(m, start, bits, name):
    """Index of the first bit that is set, counted from bit `start` and around the end.

    `bits` has a power of two of them; if none is set, the result has no meaning.
    """
    count = len(bits)
    turned = Signal(count, name=f"{name}_turned")
    distance = Signal(bits_for(count - 1), name=f"{name}_distance")
    m.d.comb += turned.eq(Cat(bits, bits) >> start)
    for index in reversed(range(count)):
        with m.If(turned[index]):
            m.d.comb += distance.eq(index)
    return (start + distance)[: len(distance)]
