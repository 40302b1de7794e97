"""SequenceEncoder: the whole stage for series, from the words of a bus to those of the core."""

from itertools import pairwise

from amaranth.hdl import Cat, Module
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.encode.expansion import Codes, Expansion, Initial
from bep_hw.gateware.encode.pack import Pack
from bep_hw.spec.encoder_shape import PIXEL_BITS
from bep_hw.support.integers import blocks


class SequenceEncoder(wiring.Component):
    """Makes the words of a recurrent network's sample of series of 8-bit numbers.

    Golden twins: golden/encode/thermometer.py, golden/encode/expansion.py.

    Latency: `latency` [cycles], from the last number of a sample to its last word, if no other
    window is waiting then, and P bits fit a word.
    Throughput: a time step in `step_cycles` if two groups of P bits fit a word; else at most a
    cycle more per word. The words of s_0 take a cycle each, while the next time steps wait.

    Parameters
    ----------
    shape : SequenceShape
    width : D

    Members
    -------
    write : a byte of a threshold, then from `shape.first_row` on of a row, see `Codes`, `Expansion`
    i : words of four numbers, lowest one first, see `Codes`; all T time steps of a sample
    o : words of D bits: those of s_0, then those of every time step, the last one of each filled up
        with 0
    busy : a part of a sample is here
    """

    def __init__(self, shape, *, width):
        self.shape = shape
        self.codes, self.expansion = Codes(shape), Expansion(shape)
        pack = Pack(bits=shape.rows_per_cycle, width=width)
        self.parts = [self.codes, self.expansion, pack, Initial(shape, width=width)]
        groups = blocks(shape.width, shape.rows_per_cycle)
        self.latency = sum(part.latency for part in self.parts) + groups - 1
        self.step_cycles = max(shape.numbers, groups)
        write = data.StructLayout(
            {"enable": 1, "address": bits_for(shape.thresholds - 1), "data": PIXEL_BITS}
        )
        super().__init__(
            {
                "write": In(write),
                "i": In(stream.Signature(WORD)),
                "o": Out(stream.Signature(width)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        for part in self.parts:
            m.submodules[type(part).__name__.lower()] = part
        for part, following in pairwise(self.parts):
            wiring.connect(m, part.o, following.i)
        wiring.connect(m, wiring.flipped(self.i), self.parts[0].i)
        wiring.connect(m, self.parts[-1].o, wiring.flipped(self.o))
        rows = self.write.address >= self.shape.first_row
        m.d.comb += self.busy.eq(Cat(part.busy for part in self.parts).any())
        for part, base, mine in (
            (self.codes, 0, ~rows),
            (self.expansion, self.shape.first_row, rows),
        ):
            m.d.comb += [
                part.write.enable.eq(self.write.enable & mine),
                part.write.address.eq(self.write.address - base),
                part.write.data.eq(self.write.data),
            ]
        return m
