"""Pieces: a memory whose words are written in pieces, for block RAM that writes whole words."""

from amaranth.hdl import Cat, Module, unsigned
from amaranth.lib import wiring
from amaranth.lib.memory import Memory, ReadPort, WritePort
from amaranth.utils import bits_for


class PieceMemory(wiring.Component):
    """One memory for each piece of a word.

    Block RAM of some families, as Yosys maps it, has one write enable for a whole word. Yosys would
    make registers of a memory whose words are written in pieces.

    A read of a word that is being written is undefined.

    Latency: 1 [cycle], from the address to the data. Throughput: one read a cycle from each read
    port, and one write.

    Parameters
    ----------
    width : of a word [bits]; depth : words
    granularity : bits that are written together; it divides `width`
    attributes : of the memories

    Ports are those of amaranth.lib.memory: one `write_port`, and a `read_port` for each call.
    """

    def __init__(self, *, width, depth, granularity, attributes):
        self.shape, self.depth, self.granularity = unsigned(width), depth, granularity
        self.attributes = attributes
        address = bits_for(depth - 1)
        self.written = WritePort.Signature(
            addr_width=address, shape=self.shape, granularity=granularity
        ).create(path=("write",))
        self.readers, self._reader = [], ReadPort.Signature(addr_width=address, shape=self.shape)
        super().__init__({})

    def write_port(self, *, granularity):
        """The only one, for pieces of the memory's granularity."""
        assert granularity == self.granularity, "pieces are chosen with the memory"
        return self.written

    def read_port(self):
        """Another one."""
        port = self._reader.create(path=(f"read{len(self.readers)}",))
        self.readers.append(port)
        return port

    def elaborate(self, platform):
        m = Module()
        ports = []
        shape = unsigned(self.granularity)
        for index in range(self.shape.width // self.granularity):
            memory = Memory(shape=shape, depth=self.depth, init=[], attrs=self.attributes)
            m.submodules[f"piece{index}"] = memory
            write = memory.write_port()
            m.d.comb += [
                write.addr.eq(self.written.addr),
                write.data.eq(self.written.data.word_select(index, self.granularity)),
                write.en.eq(self.written.en[index]),
            ]
            ports.append([memory.read_port() for _ in self.readers])
        for reader, parts in zip(self.readers, zip(*ports, strict=True), strict=True):
            m.d.comb += reader.data.eq(Cat(part.data for part in parts))
            for part in parts:
                m.d.comb += [part.addr.eq(reader.addr), part.en.eq(reader.en)]
        return m


def memory_in_pieces(*, width, depth, granularity, attributes, write_enables=True):
    """A memory for such pieces, or for whole words if None; a `PieceMemory` where it must be."""
    if write_enables or granularity in (None, width):
        return Memory(shape=unsigned(width), depth=depth, init=[], attrs=attributes)
    return PieceMemory(width=width, depth=depth, granularity=granularity, attributes=attributes)
