"""Something simple behind an access port, for tests of what is in front of it."""

from amaranth.hdl import Elaboratable, Module
from amaranth.lib.memory import Memory

from bep_hw.gateware.bus.words import WORD


class AccessMemory(Elaboratable):
    """Words that can be read and written.

    access : the port, as of `Shell`; refused : addresses from here on answer with an error
    """

    def __init__(self, access, refused):
        self.access, self.refused = access, refused

    def elaborate(self, platform):
        m, access = Module(), self.access
        depth = 1 << len(access.address)
        m.submodules.memory = memory = Memory(shape=WORD, depth=depth, init=[])
        read, write = memory.read_port(), memory.write_port()
        good = access.address < self.refused
        m.d.comb += [
            read.addr.eq(access.address),
            read.en.eq(access.strobe),
            access.read_data.eq(read.data),
            write.addr.eq(access.address),
            write.data.eq(access.write_data),
            write.en.eq(access.strobe & access.write & good & access.mask.all()),
        ]
        m.d.sync += access.error.eq(~(access.strobe & good))
        return m
