"""Small components of their own around stages that a core only has inside larger ones."""

from amaranth.hdl import Cat, Const, Module
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.select import Select


class WinnerWord(wiring.Component):
    """Of `rows` neurons, the wrong one that is easiest to correct: a step of the stage winner.

    Golden twin: golden/winner.py. Latency: that of Select [cycles]. Throughput: one step per cycle.

    Members
    -------
    valid : a step is here; activations, desired : signs of z, and a*; magnitudes : |z|
    found, row : whether a neuron learns, and which
    """

    def __init__(self, *, rows, count_bits):
        self.select = Select(entries=rows, key_bits=count_bits, payload_bits=bits_for(rows - 1))
        self.rows, self.latency = rows, self.select.latency
        super().__init__(
            {
                "valid": In(1),
                "activations": In(rows),
                "desired": In(rows),
                "magnitudes": In(data.ArrayLayout(count_bits, rows)),
                "found": Out(1),
                "row": Out(bits_for(rows - 1)),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.select = select = self.select
        m.d.comb += [
            select.enable.eq(1),
            select.valid.eq(self.valid),
            Cat(self.found, self.row).eq(Cat(select.best.valid, select.best.payload)),
        ]
        for row in range(self.rows):
            wrong = (self.desired[row] ^ self.activations[row]) & self.magnitudes[row].any()
            m.d.comb += [
                select.entries[row].valid.eq(wrong),
                select.entries[row].key.eq(self.magnitudes[row]),
                select.entries[row].payload.eq(Const(row, bits_for(self.rows - 1))),
            ]
        return m
