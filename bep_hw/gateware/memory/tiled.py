"""Tiled: a memory of tiles whose bits lie in blocks of a few rows and a few columns."""

from amaranth.hdl import Cat, Module, unsigned
from amaranth.lib import wiring
from amaranth.lib.memory import Memory

from bep_hw.gateware.parts.pipeline import memory_ports

BYTES = (9, 8)
"""Bits of a word of block RAM that are written together."""


class TiledMemory(wiring.Component):
    """Byte j of all rows lies before byte j + 1 of the first one.

    Synthesis puts neighbouring bytes of a word into one block RAM. In a row of a tile they would
    be one row and many columns, and the popcount of a column would need as many block RAMs as
    there are rows. In this order a block RAM has some rows of a few columns, and the first
    adders of both popcounts can be near it.

    A read of a word that is being written is undefined.

    Latency: 1 [cycle], from the address to the data. Throughput: a read and a write per cycle.

    Parameters
    ----------
    rows, columns : R, D, the shape of a tile; depth : tiles
    lanes : bits of a row that are written together; it divides D
    attributes : of the memory

    Members
    -------
    read, write : as those of amaranth.lib.memory; row r is in bits [r * D, (r + 1) * D)
    """

    def __init__(self, *, rows, columns, lanes, depth, attributes):
        self.lanes, self.depth, self.attributes = lanes, depth, attributes
        self.shape = unsigned(rows * columns)
        self.byte = byte_of(lanes)
        self.order = order(rows, columns // self.byte)
        super().__init__(memory_ports(self.shape, depth, granularity=lanes))

    def elaborate(self, platform):
        m = Module()
        m.submodules.memory = memory = Memory(
            shape=self.shape, depth=self.depth, init=[], attrs=self.attributes
        )
        read, write = memory.read_port(), memory.write_port(granularity=self.byte)
        bytes_of_piece = self.lanes // self.byte
        m.d.comb += [
            read.addr.eq(self.read.addr),
            read.en.eq(self.read.en),
            self.read.data.eq(self._picked(read.data, inverse(self.order))),
            write.addr.eq(self.write.addr),
            write.data.eq(self._picked(self.write.data, self.order)),
            write.en.eq(Cat(self.write.en[byte // bytes_of_piece] for byte in self.order)),
        ]
        return m

    def _picked(self, word, order):
        return Cat(word.word_select(byte, self.byte) for byte in order)


def byte_of(lanes):
    """Bits of a byte, so that bytes make up `lanes` bits."""
    return next((bits for bits in BYTES if lanes % bits == 0), lanes)


def order(rows, bytes_of_row):
    """Bytes of a tile, which is row by row, in the order of the memory."""
    return [r * bytes_of_row + j for j in range(bytes_of_row) for r in range(rows)]


def inverse(order):
    """Position in the memory of each byte of a tile."""
    return sorted(range(len(order)), key=order.__getitem__)
