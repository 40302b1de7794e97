"""Protected: a memory whose words carry check bits, which find flipped bits or correct one."""

from itertools import combinations, count, islice

from amaranth.hdl import Cat, Module, Signal, unsigned
from amaranth.lib import wiring
from amaranth.lib.wiring import Out

from bep_hw.gateware.parts.pipeline import memory_ports


def columns(width, protection):
    """For each bit of a word the check bits that it counts for, as an integer.

    protection: "parity", one check bit over all, or "secded", the code of Hsiao (1970): each bit
        counts for an odd number of check bits, at least 3, and no two for the same ones. So one
        flip has an odd syndrome that names the bit, and two have an even one that is not 0
    """
    if protection == "parity":
        return [1] * width
    checks = next(r for r in count(4) if 2 ** (r - 1) - r >= width)
    odd = (
        sum(1 << place for place in places)
        for size in range(3, checks + 1, 2)
        for places in combinations(range(checks), size)
    )
    return list(islice(odd, width))


def ports(memory, granularity=None):
    """(write, read) of a memory, which has them or makes them; granularity: see `write_port`."""
    if hasattr(memory, "write"):
        return memory.write, memory.read
    # Amaranth names the ports after these variables.
    write = memory.write_port(granularity=granularity)
    read = memory.read_port()
    return write, read


class ProtectedMemory(wiring.Component):
    """The memory that `make` makes, with check bits in every word.

    Words of zeros, with which it begins, are right. A word that is read while it is written is
    undefined, and is not checked.

    Latency: 1 [cycle], from the address to the data; `wrong` a cycle later. Throughput: a read and
    a write per cycle.

    Parameters
    ----------
    width : of a word without its check bits [bits]
    protection : see `columns`
    make : takes the width with them; gives a memory of which `ports` gives the ports

    Members
    -------
    read, write : as those of amaranth.lib.memory
    wrong : a word was read that had wrong bits, and with "secded" more than one
    """

    def __init__(self, *, width, depth, protection, make):
        self.shape, self.depth = unsigned(width), depth
        self.columns, self.corrects = columns(width, protection), protection == "secded"
        self.checks = max(self.columns).bit_length()
        self.inner = make(width + self.checks)
        self._write, self._read = ports(self.inner)
        super().__init__({**memory_ports(self.shape, depth), "wrong": Out(1)})

    def elaborate(self, platform):
        m = Module()
        m.submodules.inner = self.inner
        width, read, write = len(self.read.data), self.read, self.write
        found, syndrome, known = self._read.data, Signal(self.checks), Signal()
        m.d.comb += [
            self._write.addr.eq(write.addr),
            self._write.en.eq(write.en),
            self._write.data.eq(Cat(write.data, self._check(write.data))),
            self._read.addr.eq(read.addr),
            self._read.en.eq(read.en),
            read.data.eq(found[:width]),
            syndrome.eq(self._check(found[:width]) ^ found[width:]),
        ]
        m.d.sync += known.eq(read.en & ~(write.en & (write.addr == read.addr)))
        corrected = Signal()
        if self.corrects:
            flips = Cat(syndrome == column for column in self.columns)
            alone = Cat(syndrome == 1 << check for check in range(self.checks))
            m.d.comb += [
                read.data.eq(found[:width] ^ flips),
                corrected.eq(flips.any() | alone.any()),
            ]
        # A branch, which a simulator does not take for an address of X before the first access.
        m.d.sync += self.wrong.eq(0)
        with m.If(known & syndrome.any() & ~corrected):
            m.d.sync += self.wrong.eq(1)
        return m

    def _check(self, data):
        """The check bits of a word."""
        return Cat(
            Cat(
                bit for bit, column in zip(data, self.columns, strict=True) if column >> k & 1
            ).xor()
            for k in range(self.checks)
        )
