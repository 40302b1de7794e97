"""Thermometers: numbers are compared with thresholds, the lowest first."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.memory import Memory, WritePort
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.encode.edges import thresholds_layout
from bep_hw.gateware.encode.pack import group_layout
from bep_hw.spec.encoder_shape import PIXEL_BITS, PIXELS_PER_WORD
from bep_hw.support.integers import blocks


class Levels(wiring.Component):
    """Compares the numbers of a sample, a word of them at once, with the same thresholds.

    Golden twin: golden/encode/thermometer.py, where all features have the same thresholds.

    Latency: `latency` = 0 [cycles]. Throughput: one word per cycle.

    Parameters
    ----------
    count : numbers of a sample; levels : thresholds

    Members
    -------
    levels : thresholds, ascending
    i : words of numbers, lowest one first; a sample begins with a new word
    o : a group of bits for each word, see `group_layout`
    busy : a part of a sample is here
    """

    latency = 0

    def __init__(self, *, count, levels):
        self.count = count
        super().__init__(
            {
                "levels": In(thresholds_layout(levels)),
                "i": In(stream.Signature(WORD)),
                "o": Out(stream.Signature(group_layout(PIXELS_PER_WORD * levels))),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        words = blocks(self.count, PIXELS_PER_WORD)
        place, group = Signal(range(words)), self.o.payload
        numbers = [
            self.i.payload.word_select(index, PIXEL_BITS) for index in range(PIXELS_PER_WORD)
        ]
        bits = Cat(number > level for number in numbers for level in self.levels)
        m.d.comb += [
            self.o.valid.eq(self.i.valid),
            self.i.ready.eq(self.o.ready),
            group.bits.eq(bits),
            group.count.eq(len(bits)),
            group.last.eq(place == words - 1),
            self.busy.eq(place.any()),
        ]
        with m.If(group.last):
            there = self.count - (words - 1) * PIXELS_PER_WORD
            some = bits[: there * len(self.levels)]
            m.d.comb += [group.bits.eq(some), group.count.eq(len(some))]
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += place.eq(Mux(group.last, 0, place + 1))
        return m


THRESHOLD = data.StructLayout({"threshold": PIXEL_BITS, "bit": 1, "next": 1, "last": 1})
"""A comparison: the threshold; whether it makes a bit, as it does unless the feature is constant;
whether the next one is of the next feature; whether this is the last bit of a sample."""


class Thermometer(wiring.Component):
    """Compares every number of a sample with thresholds of its own, one after the other.

    Golden twin: golden/encode/thermometer.py.

    Latency: `latency` = 0 [cycles], from a number to its first bit.
    Throughput: a number of b thresholds in b cycles, one without any in one.

    Parameters
    ----------
    comparisons : of a sample: its bits, and one for each number without a bit

    Members
    -------
    write : of the memory of comparisons, see `THRESHOLD`, in the order of the bits
    i : numbers; o : a group of one bit for each bit, see `group_layout`
    busy : a part of a sample is here
    """

    latency = 0

    def __init__(self, *, comparisons):
        self.comparisons = comparisons
        address_bits = bits_for(comparisons - 1)
        super().__init__(
            {
                "write": Out(WritePort.Signature(addr_width=address_bits, shape=THRESHOLD)),
                "i": In(stream.Signature(PIXEL_BITS)),
                "o": Out(stream.Signature(group_layout(1))),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.memory = memory = Memory(shape=THRESHOLD, depth=self.comparisons, init=[])
        wiring.connect(m, wiring.flipped(self.write), memory.write_port())
        read, place = memory.read_port(), Signal(range(self.comparisons))
        now, step = read.data, Signal()
        # Nothing is known of the memory in the cycle after it was written.
        known = Signal()
        m.d.sync += known.eq(~self.write.en)
        m.d.comb += [
            step.eq(known & self.i.valid & (self.o.ready | ~now.bit)),
            self.i.ready.eq(step & now.next),
            self.o.valid.eq(known & self.i.valid & now.bit),
            self.o.payload.bits.eq(self.i.payload > now.threshold),
            self.o.payload.count.eq(1),
            self.o.payload.last.eq(now.last),
            read.addr.eq(place),
            self.busy.eq(place.any()),
        ]
        with m.If(step):
            m.d.comb += read.addr.eq(place + 1)
            m.d.sync += place.eq(place + 1)
            with m.If(place == self.comparisons - 1):
                m.d.comb += read.addr.eq(0)
                m.d.sync += place.eq(0)
        return m
