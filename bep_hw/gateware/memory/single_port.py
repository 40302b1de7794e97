"""Single port: one memory made of two that read or write a word per cycle, such as SPRAM."""

from amaranth.hdl import ClockSignal, Const, Instance, Module, Mux, Signal, unsigned
from amaranth.lib import wiring
from amaranth.lib.memory import Memory
from amaranth.utils import bits_for

from bep_hw.gateware.parts.pipeline import memory_ports
from bep_hw.gateware.technology import check_single_port_ram
from bep_hw.spec.core import SPRAM_DEPTH
from bep_hw.support.integers import blocks

SPRAM_WIDTH = 16
"""Size of one SPRAM of an iCE40 UltraPlus [bits]."""


class SinglePortMemory(wiring.Component):
    """Even words in one memory, odd words in another one, each with a single port.

    A read and a write in one cycle must be of words of different parity. If they are not, the
    write is done, and the word read is undefined.

    Latency: 1 [cycle], from the address to the data. Throughput: a read and a write per cycle.

    Parameters
    ----------
    width : of a word [bits]; depth : words
    single_port_ram : "inferred" for memories that any tool infers, "spram" for that of an iCE40
        UltraPlus

    Members
    -------
    read, write : as those of amaranth.lib.memory
    """

    def __init__(self, *, width, depth, single_port_ram="inferred"):
        check_single_port_ram(single_port_ram)
        self.shape, self.depth = unsigned(width), depth
        self.single_port_ram = single_port_ram
        super().__init__(memory_ports(self.shape, depth))

    def elaborate(self, platform):
        m = Module()
        read, write = self.read, self.write
        memory = self._spram if self.single_port_ram == "spram" else self._inferred
        found = []
        for parity in range(2):
            writes = Signal(name=f"writes{parity}")
            enable = Signal(name=f"enable{parity}")
            address = Signal(len(read.addr) - 1, name=f"address{parity}")
            m.d.comb += [
                writes.eq(write.en & (write.addr[0] == parity)),
                enable.eq(writes | (read.en & (read.addr[0] == parity))),
                address.eq(Mux(writes, write.addr[1:], read.addr[1:])),
            ]
            found.append(memory(m, parity, enable, writes, address))
        odd = Signal()
        with m.If(read.en):
            m.d.sync += odd.eq(read.addr[0])
        m.d.comb += read.data.eq(Mux(odd, found[1], found[0]))
        return m

    def _inferred(self, m, parity, enable, writes, address):
        memory = Memory(shape=self.shape, depth=blocks(self.depth, 2), init=[])
        m.submodules[("even", "odd")[parity]] = memory
        read, write = memory.read_port(), memory.write_port()
        m.d.comb += [
            read.addr.eq(address),
            read.en.eq(enable & ~writes),
            write.addr.eq(address),
            write.data.eq(self.write.data),
            write.en.eq(writes),
        ]
        return read.data

    def _spram(self, m, parity, enable, writes, address):
        data = Signal(self.shape, name=f"data{parity}")
        for low in range(0, self.shape.width, SPRAM_WIDTH):
            piece = slice(low, min(low + SPRAM_WIDTH, self.shape.width))
            word = Signal(SPRAM_WIDTH, name=f"word{parity}_{low}")
            m.d.comb += data[piece].eq(word)
            m.submodules[f"spram{parity}_{low}"] = Instance(
                "SB_SPRAM256KA",
                i_CLOCK=ClockSignal(),
                i_CHIPSELECT=enable,
                i_WREN=writes,
                i_MASKWREN=Const(0xF, 4),
                i_ADDRESS=_padded(m, address, bits_for(SPRAM_DEPTH - 1), f"place{parity}_{low}"),
                i_DATAIN=_padded(m, self.write.data[piece], SPRAM_WIDTH, f"changed{parity}_{low}"),
                i_STANDBY=Const(0),
                i_SLEEP=Const(0),
                i_POWEROFF=Const(1),  # low for off
                o_DATAOUT=word,
            )
        return data


def _padded(m, value, width, name):
    """`value` in a signal of exactly `width` bits."""
    result = Signal(width, name=name)
    m.d.comb += result.eq(value)
    return result
