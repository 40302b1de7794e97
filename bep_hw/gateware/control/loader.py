"""Loader: writes a sample's words and its label into the next free bank."""

from amaranth.hdl import Cat, Const, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import layer_layout

PATIENCE = 15
"""Cycles without a word after which a bundle goes forward with the samples that it has."""


class Loader(wiring.Component):
    """Takes words and labels in any order and at any pace; a sample is loaded when it has both.

    Banks are filled in turn, so that the order of the banks is the order of the samples. A bundle
    of S banks is closed when its last bank is loaded, when the minibatch ends, or when no word has
    come for `PATIENCE` cycles. What follows goes to the next bundle.

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
    closes, bundle, members : for one cycle, so many banks of the bundle are all it will have
    train, batch_size : registers
    cut : the minibatch has ended early
    busy : a sample is partly there
    coming : with an encoder: it has a part of a sample, so that words will come
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
                "closes": Out(1),
                "bundle": Out(range(config.bundles)),
                "members": Out(range(config.samples_per_read + 1)),
                "train": In(1),
                "batch_size": In(bits_for(config.max_batch)),
                "cut": In(1),
                "busy": Out(1),
                **(in_time if config.in_time else {}),
                **({"coming": In(1)} if config.encoder else {}),
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
        if self.config.samples_per_read == 1:
            m.d.comb += [self.closes.eq(self.loaded), self.bundle.eq(self.bank)]
            m.d.comb += self.members.eq(1)
        else:
            begun = count.any() | words_here
            self._bundles(m, begun | self.coming if self.config.encoder else begun)
        return m

    def _bundles(self, m, begun):
        """Close a bundle, and go on in the next one."""
        samples = self.config.samples_per_read
        way, bundle = self.bank[: bits_for(samples - 1)], self.bank[bits_for(samples - 1) :]
        loaded, ends, waited = Signal.like(self.batch_size), Signal(), Signal(range(PATIENCE + 1))
        m.d.comb += [
            ends.eq(self.train & (loaded + 1 == self.batch_size)),
            self.closes.eq(Mux(self.loaded, ends | way.all(), waited == PATIENCE)),
            self.bundle.eq(bundle),
            self.members.eq(way + self.loaded),
        ]
        with m.If(self.loaded & self.train):
            m.d.sync += loaded.eq(Mux(ends, 0, loaded + 1))
        with m.If(self.cut):
            m.d.sync += loaded.eq(0)
        m.d.sync += waited.eq(waited + 1)
        with m.If(begun | self.samples.valid | ~way.any() | self.closes):
            m.d.sync += waited.eq(0)
        with m.If(self.closes):
            m.d.sync += self.bank.eq(Cat(Const(0, len(way)), bundle + 1))

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
