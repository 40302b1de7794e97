"""Banked: one memory made of a few that are as deep as a block RAM."""

from amaranth.hdl import Array, Module, Signal, unsigned
from amaranth.lib import wiring
from amaranth.lib.memory import Memory, ReadPort, WritePort
from amaranth.lib.wiring import Out
from amaranth.utils import bits_for

from bep_hw.config import blocks

BANK = 1024
"""Words of a bank: the depth of an ECP5's block RAM at its width for memories."""

TURN = 6
"""Bits by which a bank is turned against the one before, a third of a block RAM's width."""


class BankedMemory(wiring.Component):
    """Words of BANK addresses lie in one memory, those of the next ones in another.

    Synthesis would do the same, and put the same bits of all banks into like block RAMs, on the
    same wires. A placer that minimises the length of wires wants such block RAMs in one place, and
    may not get them apart. So the words of a bank are turned against those of the other ones.

    What a read of the very word that is being written gives is undefined.

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
        ports = {"addr_width": bits_for(depth - 1), "shape": self.shape}
        super().__init__(
            {
                "read": Out(ReadPort.Signature(**ports)),
                "write": Out(WritePort.Signature(**ports)),
            }
        )

    def elaborate(self, platform):
        m = Module()
        low = bits_for(BANK - 1)
        words = []
        for bank in range(blocks(self.depth, BANK)):
            depth = min(BANK, self.depth - bank * BANK)
            memory = Memory(shape=self.shape, depth=depth, init=[], attrs=self.attributes)
            m.submodules[f"bank{bank}"] = memory
            read, write = memory.read_port(), memory.write_port()
            m.d.comb += [
                read.addr.eq(self.read.addr[:low]),
                read.en.eq(self.read.en),
                write.addr.eq(self.write.addr[:low]),
                write.en.eq(self.write.en & (self.write.addr[low:] == bank)),
                write.data.eq(self.write.data.rotate_left(bank * TURN)),
            ]
            words.append(read.data.rotate_right(bank * TURN))
        chosen = Signal(range(len(words)))
        with m.If(self.read.en):
            m.d.sync += chosen.eq(self.read.addr[low:])
        m.d.comb += self.read.data.eq(Array(words)[chosen])
        return m
