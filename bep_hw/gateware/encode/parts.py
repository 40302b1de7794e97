"""What encoders are put together from: parts one behind the other, and bytes that are loaded."""

from itertools import pairwise

from amaranth.hdl import Cat
from amaranth.lib import data, wiring
from amaranth.utils import bits_for

from bep_hw.spec.encoder_shape import PIXEL_BITS


def write_layout(count):
    """A write of one of `count` bytes."""
    return data.StructLayout({"enable": 1, "address": bits_for(count - 1), "data": PIXEL_BITS})


def connect(m, outside, parts):
    """The stream `i` of `outside` goes through the parts to `o`; it is busy if one of them is."""
    for part in parts:
        m.submodules[type(part).__name__.lower()] = part
    for part, following in pairwise(parts):
        wiring.connect(m, part.o, following.i)
    wiring.connect(m, wiring.flipped(outside.i), parts[0].i)
    wiring.connect(m, parts[-1].o, wiring.flipped(outside.o))
    m.d.comb += outside.busy.eq(Cat(part.busy for part in parts).any())
