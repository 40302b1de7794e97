"""Filters: looks for every filter in Q patches at once, and joins what is found in a cell."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.encode.pack import group_layout
from bep_hw.gateware.encode.parts import write_layout
from bep_hw.gateware.popcount import XnorPopcount
from bep_hw.spec.encoder_shape import FILTER_BYTES, PIXEL_BITS
from bep_hw.support.integers import blocks


class Filters(wiring.Component):
    """Whether, in one of Q patches, the bits that agree with a filter reach its threshold.

    Golden twin: golden/encode/filters.py. A memory has the filters, P in a word, each as bytes: its
    threshold, unless all have the same, then its bits.

    Latency: `latency` = 2 [cycles], from patches to the bits of the first filters.
    Throughput: P filters per cycle, and so Q patches in F / P cycles, with P Q popcounts.

    Parameters
    ----------
    bits : of a patch
    count : F; together : P, a power of two that divides it
    patches : Q
    content : bytes of the filters at the addresses of `write`, if they never change; there is no
        `write` then
    least : the threshold of all filters; None if each has its own
    stride : addresses of a filter, a power of two

    Members
    -------
    write : a byte of a filter: byte b of filter f is at the address `stride` f + b
    i : Q patches; o : P bits for each P filters, in their order
    busy : patches are here
    """

    latency = 2

    def __init__(
        self, *, bits, count, together, patches=1, content=None, least=None, stride=FILTER_BYTES
    ):
        self.bits, self.together, self.patches, self.content = bits, together, patches, content
        self.least, self.stride = least, stride
        self.groups, self.bytes = count // together, (least is None) + blocks(bits, 8)
        super().__init__(
            {
                **({"write": In(write_layout(count * stride))} if content is None else {}),
                "i": In(stream.Signature(data.ArrayLayout(bits, patches))),
                "o": Out(stream.Signature(together)),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        group, counted = Signal(range(self.groups)), Signal()
        last, step = group == self.groups - 1, Signal()
        next_group = Mux(last, 0, group + 1)
        words = self._memory(m, Mux(step & self.i.valid, next_group, group))
        m.d.comb += [
            step.eq(~self.o.valid | self.o.ready),
            self.i.ready.eq(step & last),
            self.busy.eq(group.any() | counted | self.o.valid),
        ]
        found = []
        for place in range(self.together):
            word = words.word_select(place, self.bytes * PIXEL_BITS)
            least, filter_ = self._split(m, step, word, place)
            counts = [
                self._agreement(m, f"popcount{place}_{index}", step, filter_, patch)
                for index, patch in enumerate(self.i.payload)
            ]
            found.append(Cat(count >= least for count in counts).any())
        with m.If(step):
            m.d.sync += [
                *(counted.eq(self.i.valid), self.o.valid.eq(counted)),
                self.o.payload.eq(Cat(found)),
            ]
            with m.If(self.i.valid):
                m.d.sync += group.eq(next_group)
        return m

    def _split(self, m, step, word, place):
        """(threshold, in the next step; bits) of the filter with these bytes."""
        if self.least is not None:
            return self.least, word
        least = Signal(PIXEL_BITS, name=f"least{place}", reset_less=True)
        with m.If(step):
            m.d.sync += least.eq(word[:PIXEL_BITS])
        return least, word[PIXEL_BITS:]

    def _agreement(self, m, name, step, filter_, patch):
        """The bits in which they agree, in the next step."""
        popcount = XnorPopcount(width=self.bits, masked=False)
        m.submodules[name] = popcount
        m.d.comb += [
            popcount.enable.eq(step),
            *(popcount.weights.eq(filter_), popcount.inputs.eq(patch)),
        ]
        return popcount.count

    def _memory(self, m, group):
        """The filters of a group, each `bytes` bytes."""
        size = self.together * self.bytes
        m.submodules.memory = memory = Memory(
            shape=size * PIXEL_BITS, depth=self.groups, init=self._content()
        )
        read = memory.read_port()
        m.d.comb += read.addr.eq(group)
        if self.content is None:
            write = memory.write_port(granularity=PIXEL_BITS)
            byte = self.write.address[: (self.stride - 1).bit_length()]
            number = self.write.address[len(byte) :]  # of the filter
            place = number[: (self.together - 1).bit_length()]
            m.d.comb += [
                write.addr.eq(number[len(place) :]),
                write.data.eq(self.write.data.replicate(size)),
                write.en.eq(
                    Cat(
                        self.write.enable & (place == index) & (byte == part)
                        for index in range(self.together)
                        for part in range(self.bytes)
                    )
                ),
            ]
        return read.data

    def _content(self):
        """The words of the memory, of filters that never change."""
        if self.content is None:
            return []
        size, words = self.bytes * PIXEL_BITS, [0] * self.groups
        for index in range(self.groups * self.together):
            filter_ = self.content[index * FILTER_BYTES :][: self.bytes]
            number = int.from_bytes(bytes(filter_), "little")
            words[index // self.together] |= number << index % self.together * size
        return words


class Squares(wiring.Component):
    """ORs what was found in the slices of a cell, each of Q pixels.

    Latency: `latency` = 0 [cycles], from the last slice of a cell to its bits.
    Throughput: P bits per cycle.

    Parameters
    ----------
    shape : EncoderShape with filters

    Members
    -------
    i : P bits for each P filters of every slice, row by row
    o : the same of a cell, cell by cell, see `group_layout`
    busy : a part of an image is here
    """

    latency = 0

    def __init__(self, shape):
        self.shape, self.bits = shape, shape.filters_per_cycle
        super().__init__(
            {
                "i": In(stream.Signature(self.bits)),
                "o": Out(stream.Signature(group_layout(self.bits))),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        (height, width), side, bits = self.shape.image, self.shape.cell, self.bits
        groups = self.shape.filters // bits
        slices, of_cell = (size // self.shape.pixels_per_cycle for size in (width, side))
        group, x, y = Signal(range(groups)), Signal(range(slices)), Signal(range(height))
        right, down = Signal(range(of_cell)), Signal(range(side))  # places in the cell
        step, slice_ends, last = Signal(), Signal(), group == groups - 1
        rightmost, lowest = x == slices - 1, y == height - 1
        column_ends, row_ends = rightmost | (right == of_cell - 1), lowest | (down == side - 1)
        begins = ~Cat(right, down).any()
        joined = self._joined(m, step, slice_ends & column_ends, rightmost, begins, last)
        m.d.comb += [
            step.eq(self.i.valid & self.i.ready),
            slice_ends.eq(step & last),
            self.i.ready.eq(self.o.ready | ~(column_ends & row_ends)),
            self.o.valid.eq(self.i.valid & column_ends & row_ends),
            *(self.o.payload.bits.eq(joined), self.o.payload.count.eq(bits)),
            self.o.payload.last.eq(rightmost & lowest & last),
            self.busy.eq(Cat(group, x, y).any()),
        ]
        with m.If(step):
            m.d.sync += group.eq(Mux(last, 0, group + 1))
        with m.If(slice_ends):
            m.d.sync += [
                x.eq(Mux(rightmost, 0, x + 1)),
                right.eq(Mux(column_ends, 0, right + 1)),
            ]
            with m.If(rightmost):
                m.d.sync += [y.eq(Mux(lowest, 0, y + 1)), down.eq(Mux(row_ends, 0, down + 1))]
        return m

    def _joined(self, m, step, next_cell, rightmost, first, last):
        """The bits of the present cell and group, with those of this slice."""
        groups, columns = self.shape.filters // self.bits, self.shape.cells[1]
        m.submodules.begun = begun = Memory(shape=self.bits, depth=columns * groups, init=[])
        write = begun.write_port()
        read = begun.read_port(transparent_for=(write,))
        place, joined = Signal(range(columns * groups)), Signal(self.bits)
        m.d.comb += [
            joined.eq(self.i.payload | Mux(first, 0, read.data)),
            *(write.addr.eq(place), write.data.eq(joined), write.en.eq(step)),
            read.addr.eq(place),
        ]
        with m.If(step):
            with m.If(~last | (next_cell & ~rightmost)):
                m.d.comb += read.addr.eq(place + 1)
            with m.Elif(next_cell):
                m.d.comb += read.addr.eq(0)
            with m.Else():
                m.d.comb += read.addr.eq(place - (groups - 1))
        m.d.sync += place.eq(read.addr)
        return joined
