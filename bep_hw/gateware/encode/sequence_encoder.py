"""SequenceEncoder: the whole stage for series, from the words of a bus to those of the core."""

from amaranth.hdl import Module
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.encode.expansion import Codes, Expansion, Initial
from bep_hw.gateware.encode.pack import Pack
from bep_hw.gateware.encode.parts import connect, write_layout
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
        super().__init__(
            {
                "write": In(write_layout(shape.thresholds)),
                "i": In(stream.Signature(WORD)),
                "o": Out(stream.Signature(width)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        connect(m, self, self.parts)
        rows = self.write.address >= self.shape.first_row
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
