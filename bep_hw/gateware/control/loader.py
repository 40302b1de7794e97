"""Loader: writes a sample's words and its label into the next free bank."""

from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import layer_layout


class Loader(wiring.Component):
    """Takes words and labels in any order and at any pace; a sample is loaded when it has both.

    Banks are filled in turn, so that the order of the banks is the order of the samples.

    A sample of a recurrent network has the words of s_0, then the words of a_t for t = 1..`steps`.
    Each a_t goes into the slot of its time step, behind the words of the state.

    Throughput: one word per cycle, one more cycle per sample.

    Parameters
    ----------
    label : shape of the label

    Members
    -------
    samples, labels : the streams from outside
    words : D-bit words per sample, or of a time step with its state; base : where they go, within
        a bank
    steps, state_blocks : time steps of a sample, words of a state
    free : per bank, it may be filled
    hold : no write this cycle
    write, bank, address, word : to the activation memory
    loaded, label : for one cycle, the sample in `bank` is complete
    busy : a sample is partly there
    """

    def __init__(self, config, label):
        self.config = config
        layout = layer_layout(config)
        in_time = {
            "steps": In(bits_for(config.max_steps)),
            "state_blocks": In(layout["column_blocks"].shape),
        }
        super().__init__(
            {
                "samples": In(stream.Signature(config.tile_columns)),
                "labels": In(stream.Signature(label)),
                "words": In(layout["column_blocks"].shape),
                "base": In(layout["input_base"].shape),
                "free": In(config.banks),
                "hold": In(1),
                "write": Out(1),
                "bank": Out(range(config.banks)),
                "address": Out(layout["input_base"].shape),
                "word": Out(config.tile_columns),
                "loaded": Out(1),
                "label": Out(label),
                "busy": Out(1),
                **(in_time if config.in_time else {}),
            }
        )

    def elaborate(self, platform):
        m = Module()
        count = Signal.like(self.words)
        words_here, label_here, free = Signal(), Signal(), Signal()
        m.d.comb += [
            free.eq(self.free.bit_select(self.bank, 1)),
            self.samples.ready.eq(free & ~words_here & ~self.hold),
            self.labels.ready.eq(free & ~label_here),
            self.write.eq(self.samples.valid & self.samples.ready),
            self.address.eq(self.base + count),
            self.word.eq(self.samples.payload),
            self.loaded.eq(words_here & label_here),
            self.busy.eq(count.any() | words_here | label_here),
        ]
        with m.If(self.write):
            m.d.sync += count.eq(count + 1)
            with m.If(count + 1 == self.words):
                m.d.sync += [count.eq(0), words_here.eq(1)]
        if self.config.in_time:
            self._steps(m, count, words_here)
        with m.If(self.labels.valid & self.labels.ready):
            m.d.sync += [self.label.eq(self.labels.payload), label_here.eq(1)]
        with m.If(self.loaded):
            m.d.sync += [words_here.eq(0), label_here.eq(0), self.bank.eq(self.bank + 1)]
        return m

    def _steps(self, m, count, words_here):
        """After a time step go on in the next slot, behind the words of the state."""
        step, behind = Signal.like(self.steps), Signal.like(self.base)
        m.d.comb += self.address.eq(self.base + behind + count)
        with m.If(self.write & (count + 1 == self.words)):
            m.d.sync += [step.eq(0), behind.eq(0)]
            with m.If(step + 1 != self.steps):
                m.d.sync += [
                    step.eq(step + 1),
                    behind.eq(behind + self.words),
                    count.eq(self.state_blocks),
                    words_here.eq(0),
                ]
