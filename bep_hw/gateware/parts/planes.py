"""Planes: a word of counters bit by bit, which a simulator changes many lanes at a time.

The lanes lie in groups of PLANE, the last one perhaps with some that do not exist. A group has bit
0 of all of its counters, then bit 1, and so on. Only Verilog leaves for simulation use this order.
"""

from amaranth.hdl import Cat, Instance, Signal

from bep_hw.support.integers import blocks

PLANE = 64
"""Most lanes of a group [bits of a word of the processor]."""


def pitch(columns):
    """Bits from a row of a tile to the next one, where rows begin with a word of the processor."""
    return blocks(columns, PLANE) * PLANE


def plane_shape(lanes):
    """(lanes of a group, groups) of a word of so many counters."""
    plane = min(PLANE, lanes)
    return plane, blocks(lanes, plane)


def plane_bits(config):
    """Bits of a word of counters in planes."""
    plane, groups = plane_shape(config.lanes)
    return plane * groups * config.counter_bits


def converted(m, name, word, config, *, enable, back):
    """A word of counters in planes, or `back` from there lane by lane; while `enable`."""
    plane, _ = plane_shape(config.lanes)
    bits = config.counter_bits
    result = Signal(config.lanes * bits if back else plane_bits(config), name=name)
    m.submodules[name] = Instance(
        "bep_planes",
        p_LANES=config.lanes,
        p_PLANE=plane,
        p_BITS=bits,
        p_BACK=int(back),
        p_FROM=len(word),
        p_TO=len(result),
        i_enable=enable,
        i_from=word,
        o_to=result,
    )
    return result


def weights(counters, config, planes):
    """W at the places of a word of counters, perhaps in planes: whether each is not negative."""
    if not planes:
        return Cat(~counter[-1] for counter in counters)
    plane, groups = plane_shape(config.lanes)
    size = plane * config.counter_bits
    ends = [size * (group + 1) for group in range(groups)]
    return ~Cat(counters[end - plane : end] for end in ends)[: config.lanes]
