"""Framer: splits the words of a bus into the core's streams of samples and labels."""

from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.bus.words import WORD, JoinWords
from bep_hw.gateware.parts.layouts import layer_layout, stream_signature
from bep_hw.spec import payloads
from bep_hw.spec.registers import STEPS_LOW

BEAT = data.StructLayout({"data": WORD, "last": 1})
"""A word of a bus, and whether it ends the packet."""


class Framer(wiring.Component):
    """Takes a packet per sample: the words of its inputs, then its class, marked as the last. In a
    core for recurrent networks the sample's time steps are above the class.

    Every D-bit word begins with a new word of the bus. A packet that is too short is filled up with
    0 and one that is too long cut off, so that the next sample begins where the next packet does.

    Latency: 1 [cycle], from the class to the label. Throughput: one word per cycle, and a cycle
    more per sample.

    Members
    -------
    i : the packets
    words : D-bit words per sample; for an encoder words of numbers
    samples, labels : to the core
    busy : a sample is partly there
    misframed : a packet has a wrong length; for one cycle, or more if it is too long
    """

    latency = 1

    def __init__(self, config):
        self.config = config
        self.words_shape = layer_layout(config)["column_blocks"].shape
        if config.encoder:
            self.words_shape = bits_for(config.encoder.words)
        elif config.in_time:
            # Words that no other word of the sample replaces in the activation memory.
            self.words_shape = bits_for(config.activation_depth)
        fields = payloads.sample_fields(config)
        self.join = JoinWords(width=payloads.width(fields))
        super().__init__(
            {
                "i": In(stream.Signature(BEAT)),
                "words": In(self.words_shape),
                "samples": Out(stream_signature(fields)),
                "labels": Out(stream_signature(payloads.label_fields(config))),
                "busy": Out(1),
                "misframed": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.join = join = self.join
        need = self.words * join.parts
        count = Signal(need.shape())
        full, ending, taken = Signal(), Signal(), Signal()
        wiring.connect(m, join.o, wiring.flipped(self.samples))
        m.d.comb += [
            full.eq(count == need),
            join.i.payload.eq(Mux(ending, 0, self.i.payload.data)),
            join.i.valid.eq(~full & (ending | (self.i.valid & ~self.i.payload.last))),
            self.i.ready.eq(~ending & (full | self.i.payload.last | join.i.ready)),
            taken.eq(self.i.valid & self.i.ready),
            self.labels.valid.eq(ending & full),
            self.busy.eq(count.any() | ending | join.o.valid),
        ]
        with m.If(join.i.valid & join.i.ready):
            m.d.sync += count.eq(count + 1)
        with m.If(taken & self.i.payload.last):
            m.d.sync += ending.eq(1)
            self._label(m)
        m.d.sync += self.misframed.eq(taken & (full ^ self.i.payload.last))
        with m.If(self.labels.valid & self.labels.ready):
            m.d.sync += [ending.eq(0), count.eq(0)]
        return m

    def _label(self, m):
        """The class; all ones, which is none, if the word does not fit."""
        word, label = self.i.payload.data, self.labels.payload
        if self.config.in_time:
            label, steps = label.label, label.steps
            too_much = word[len(label) : STEPS_LOW].any() | word[STEPS_LOW + len(steps) :].any()
            m.d.sync += steps.eq(word[STEPS_LOW:])
        else:
            too_much = word[len(label) :].any()
        m.d.sync += label.eq(Mux(too_much, ~0, word))
