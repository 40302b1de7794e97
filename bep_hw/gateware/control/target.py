"""Target: row c of the classifier becomes the desired activation of the top layer."""

from amaranth.hdl import Module, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import layer_layout


class Target(wiring.Component):
    """a*_L = row c of P, copied word by word (Eq. 5).

    Latency: words + 1 [cycles]. Throughput: one word per cycle.

    Members
    -------
    start, label, table : begin; the class c and the classifier's row of the layer table, steady
    class_address : -> word, a cycle later
    write, address : the word goes to this place of the desired activations
    done : the last word is written
    """

    def __init__(self, config, label_bits):
        layout = layer_layout(config)
        super().__init__(
            {
                "start": In(1),
                "label": In(label_bits),
                "table": In(layout),
                "class_address": Out(bits_for(config.class_depth - 1)),
                "write": Out(1),
                "address": Out(layout["input_base"].shape),
                "done": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        running = Signal()
        left = Signal.like(self.table.column_blocks)
        m.d.sync += self.write.eq(running)
        m.d.comb += self.done.eq(self.write & ~running)
        with m.If(self.write):
            m.d.sync += self.address.eq(self.address + 1)
        with m.If(running):
            m.d.sync += [self.class_address.eq(self.class_address + 1), left.eq(left - 1)]
            with m.If(left == 1):
                m.d.sync += running.eq(0)
        with m.If(self.start):
            m.d.sync += [
                running.eq(1),
                left.eq(self.table.column_blocks),
                self.class_address.eq(self.label * self.table.column_blocks),
                self.address.eq(self.table.input_base),
            ]
        return m
