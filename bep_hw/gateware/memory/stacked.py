"""Stacked: one memory made of a few levels, each as deep as a block RAM."""

from amaranth.hdl import Array, Module, Signal, unsigned
from amaranth.lib import wiring
from amaranth.lib.memory import Memory
from amaranth.utils import bits_for

from bep_hw.gateware.parts.pipeline import memory_ports
from bep_hw.support.integers import blocks

LEVEL = 1024
"""Words of a level: the depth of an ECP5's block RAM at 18 bits."""

TURN = 1
"""Bits by which a level is rotated against the level below."""


class StackedMemory(wiring.Component):
    """The first LEVEL words lie in one memory, the next ones in another.

    Synthesis would do the same, and put the same bits of all levels into equal block RAMs on the
    same wires. A placer that minimises the length of wires puts such block RAMs in one place, and
    may not separate them. So the words of a level are rotated against those of the other levels.

    A read of a word that is being written is undefined.

    Latency: 1 [cycle], from the address to the data. Throughput: a read and a write per cycle.

    Parameters
    ----------
    width : of a word [bits]; depth : words
    attributes : of the memories

    Members
    -------
    read, write : as those of amaranth.lib.memory
    """

    def __init__(self, *, width, depth, attributes):
        self.shape, self.depth, self.attributes = unsigned(width), depth, attributes
        super().__init__(memory_ports(self.shape, depth))

    def elaborate(self, platform):
        m = Module()
        low = bits_for(LEVEL - 1)
        words = []
        for level in range(blocks(self.depth, LEVEL)):
            depth = min(LEVEL, self.depth - level * LEVEL)
            memory = Memory(shape=self.shape, depth=depth, init=[], attrs=self.attributes)
            m.submodules[f"level{level}"] = memory
            read, write = memory.read_port(), memory.write_port()
            m.d.comb += [
                read.addr.eq(self.read.addr[:low]),
                read.en.eq(self.read.en),
                write.addr.eq(self.write.addr[:low]),
                write.en.eq(self.write.en & (self.write.addr[low:] == level)),
                write.data.eq(self.write.data.rotate_left(level * TURN)),
            ]
            words.append(read.data.rotate_right(level * TURN))
        chosen = Signal(range(len(words)))
        with m.If(self.read.en):
            m.d.sync += chosen.eq(self.read.addr[low:])
        m.d.comb += self.read.data.eq(Array(words)[chosen])
        return m
