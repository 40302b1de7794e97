"""Expansion: thermometers of a window, compared with the rows of a fixed ±1 matrix."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.encode.filters import Filters
from bep_hw.gateware.encode.pack import group_layout
from bep_hw.gateware.encode.parts import write_layout
from bep_hw.spec.encoder_shape import PIXEL_BITS, PIXELS_PER_WORD
from bep_hw.support.integers import blocks


class Codes(wiring.Component):
    """Compares the numbers of a window, one after the other, with the thresholds of its feature.

    Golden twin: golden/encode/thermometer.py. A memory has a word of b thresholds for every
    feature.

    Latency: `latency` = 1 [cycle], from the last number of a window to its bits.
    Throughput: one number per cycle.

    Parameters
    ----------
    shape : SequenceShape

    Members
    -------
    write : a threshold: number k of feature f is at the address `shape.feature_bytes` f + k
    i : words of numbers, lowest one first: the F of a value, value by value; a window begins with a
        new word
    o : W F b bits of a window, those of each number from its lowest threshold on
    busy : a part of a window is here
    """

    latency = 1

    def __init__(self, shape):
        self.shape = shape
        super().__init__(
            {
                "write": In(write_layout(shape.first_row)),
                "i": In(stream.Signature(WORD)),
                "o": Out(stream.Signature(shape.codes)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        shape, known, step = self.shape, Signal(), Signal()
        feature, number = Signal(range(shape.features)), Signal(range(shape.numbers))
        place = Signal(range(PIXELS_PER_WORD))
        last, following = number == shape.numbers - 1, Signal.like(feature)
        thresholds = self._memory(m, Mux(step, following, feature))
        value = self.i.payload.word_select(place, PIXEL_BITS)
        bits = Cat(value > threshold for threshold in thresholds)
        begun = Signal(shape.codes - shape.levels)  # the bits of a window so far, at its upper end
        joined = Cat(begun, bits)
        # Nothing is known of the memory in the cycle after it was written.
        m.d.sync += known.eq(~self.write.enable)
        m.d.comb += [
            step.eq(known & self.i.valid & (~last | ~self.o.valid | self.o.ready)),
            self.i.ready.eq(step & (last | place.all())),
            following.eq(Mux(feature == shape.features - 1, 0, feature + 1)),
            self.busy.eq(number.any() | self.o.valid),
        ]
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(step):
            m.d.sync += [
                begun.eq(joined[shape.levels :]),
                feature.eq(following),
                number.eq(Mux(last, 0, number + 1)),
                place.eq(Mux(last, 0, place + 1)),
            ]
            with m.If(last):
                m.d.sync += [self.o.valid.eq(1), self.o.payload.eq(joined)]
        return m

    def _memory(self, m, feature):
        """The thresholds of a feature, in the next cycle."""
        shape = self.shape
        layout = data.ArrayLayout(PIXEL_BITS, shape.levels)
        m.submodules.memory = memory = Memory(shape=layout, depth=shape.features, init=[])
        write, read = memory.write_port(granularity=1), memory.read_port()
        index_bits = shape.feature_bytes.bit_length() - 1
        m.d.comb += [
            write.addr.eq(self.write.address[index_bits:]),
            *(each.eq(self.write.data) for each in write.data),
            write.en.eq(
                Cat(
                    self.write.enable & (self.write.address[:index_bits] == index)
                    for index in range(shape.levels)
                )
            ),
            read.addr.eq(feature),
        ]
        return read.data


class Expansion(wiring.Component):
    """Makes K_0 bits of the N bits of a window: sign(row window) for every row, sign(0) = +1.

    Golden twin: golden/encode/expansion.py. The rows stand in the place of `Filters`. A row agrees
    with a window in a bits, their product is 2 a - N, and so the sign is +1 if a >= N / 2.

    Latency: `latency` = 2 [cycles], from a window to its first P bits.
    Throughput: P rows per cycle, and so a window in ceil(K_0 / P) cycles.

    Parameters
    ----------
    shape : SequenceShape

    Members
    -------
    write : a byte of a row: byte b of row r is at the address `shape.row_bytes` r + b
    i : windows; o : P bits of a time step, row by row, see `group_layout`
    busy : a window is here
    """

    latency = Filters.latency

    def __init__(self, shape):
        self.shape = shape
        self.rows = Filters(
            bits=shape.codes,
            count=blocks(shape.width, shape.rows_per_cycle) * shape.rows_per_cycle,
            together=shape.rows_per_cycle,
            least=blocks(shape.codes, 2),
            stride=shape.row_bytes,
        )
        super().__init__(
            {
                "write": In(self.rows.write.shape()),
                "i": In(stream.Signature(shape.codes)),
                "o": Out(stream.Signature(group_layout(shape.rows_per_cycle))),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.rows = rows = self.rows
        together, group = self.shape.rows_per_cycle, Signal(range(self.rows.groups))
        rest = self.shape.width - (rows.groups - 1) * together
        last, bits = group == rows.groups - 1, rows.o.payload
        m.d.comb += [
            rows.write.eq(self.write),
            *(rows.i.payload[0].eq(self.i.payload), rows.i.valid.eq(self.i.valid)),
            *(self.i.ready.eq(rows.i.ready), rows.o.ready.eq(self.o.ready)),
            self.o.valid.eq(rows.o.valid),
            self.o.payload.bits.eq(Mux(last, bits[:rest], bits)),
            self.o.payload.count.eq(Mux(last, rest, together)),
            self.o.payload.last.eq(last),
            self.busy.eq(rows.busy | group.any()),
        ]
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += group.eq(Mux(last, 0, group + 1))
        return m


class Initial(wiring.Component):
    """Puts s_0, whose K_s bits are all 1, before the words of the time steps of a sample.

    Latency: `latency` = 0 [cycles]. Throughput: one word per cycle.

    Parameters
    ----------
    shape : SequenceShape; width : D

    Members
    -------
    i : words of D bits of every time step; o : those of s_0, then those of the time steps
    busy : a part of a sample has gone
    """

    latency = 0

    def __init__(self, shape, *, width):
        self.shape, self.width = shape, width
        word = stream.Signature(width)
        super().__init__({"i": In(word), "o": Out(word), "busy": Out(1)})

    def elaborate(self, platform):
        m = Module()
        before = blocks(self.shape.state, self.width)
        words = before + self.shape.steps * blocks(self.shape.width, self.width)
        place, rest = Signal(range(words)), self.shape.state - (before - 1) * self.width
        m.d.comb += [
            *(self.o.valid.eq(self.i.valid), self.o.payload.eq(self.i.payload)),
            self.i.ready.eq(self.o.ready & (place >= before)),
            self.busy.eq(place.any()),
        ]
        with m.If(place < before):
            ones = (1 << self.width) - 1
            m.d.comb += self.o.payload.eq(Mux(place == before - 1, (1 << rest) - 1, ones))
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += place.eq(Mux(place == words - 1, 0, place + 1))
        return m
