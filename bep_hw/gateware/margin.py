"""Margin: prediction, margin and trigger of a sample from its logits."""

from amaranth.hdl import Const, Module, Mux, Signal, signed
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import delay
from bep_hw.gateware.parts.select import Select, better, candidate


class Margin(wiring.Component):
    """argmax of the logits, m = y_c - max over the others, and whether m < threshold (Eq. 1).

    Golden twin: golden/margin.py.

    Latency: `latency` = Select + 1 [cycles], from the last row block of logits.
    Throughput: one row block per cycle; the next sample may come when this one is done.

    Parameters
    ----------
    rows : R; count_bits : bits of the widest |logit|; label_bits : bits of a class

    Members
    -------
    valid, first, last : a block of logits is here, the first, the last, of its sample
    logits : R logits; mask : rows that exist
    label : the class c, steady; a class that does not exist only asks for the prediction
    threshold : ceil(r K_L)
    done : the outputs are new
    prediction : lowest index of the largest logit; margin; triggered
    """

    def __init__(self, *, rows, count_bits, label_bits):
        self.rows, self.label_bits = rows, label_bits
        self.select = Select(entries=rows, key_bits=count_bits + 1, payload_bits=label_bits)
        self.latency = self.select.latency + 1
        super().__init__(
            {
                "valid": In(1),
                "first": In(1),
                "last": In(1),
                "logits": In(data.ArrayLayout(signed(count_bits + 1), rows)),
                "mask": In(rows),
                "label": In(label_bits),
                "threshold": In(signed(count_bits + 2)),
                "done": Out(1),
                "prediction": Out(label_bits),
                "margin": Out(signed(count_bits + 2)),
                "triggered": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.select = select = self.select
        key_bits = len(select.best.key)
        # Inverting all bits but the sign turns the largest logit into the smallest key.
        flip = Const((1 << (key_bits - 1)) - 1, key_bits)

        base = Signal(self.label_bits)
        position = Signal(self.label_bits)
        own, own_known = Signal(signed(key_bits)), Signal()
        m.d.comb += [
            position.eq(Mux(self.first, 0, base)),
            select.enable.eq(1),
            select.valid.eq(self.valid),
        ]
        with m.If(self.valid):
            m.d.sync += base.eq(position + self.rows)
            with m.If(self.first):
                m.d.sync += own_known.eq(0)
        for row in range(self.rows):
            logit, entry = self.logits[row], select.entries[row]
            exists = Signal(name=f"exists{row}")
            index = Signal(self.label_bits, name=f"index{row}")
            m.d.comb += [
                exists.eq(self.valid & self.mask[row]),
                index.eq(position + row),
                entry.valid.eq(exists & (index != self.label)),
                entry.key.eq(logit.as_unsigned() ^ flip),
                entry.payload.eq(index),
            ]
            with m.If(exists & (index == self.label)):
                m.d.sync += [own.eq(logit), own_known.eq(1)]

        selected = delay(m, self.valid, select.latency, "selected")
        first = delay(m, self.first, select.latency, "selected_first")
        last = delay(m, self.last, select.latency, "selected_last")
        running = Signal(candidate(key_bits, self.label_bits))
        earlier = Signal.like(running)
        m.d.comb += earlier.eq(running)
        with m.If(first):
            m.d.comb += earlier.valid.eq(0)
        best = better(m, earlier, select.best, "best")
        other = Signal(signed(key_bits))
        wins = Signal()
        margin = Signal.like(self.margin)
        m.d.comb += [
            other.eq(best.key ^ flip),
            wins.eq(own_known & ((own > other) | ((own == other) & (self.label < best.payload)))),
            margin.eq(own - other),
        ]
        m.d.sync += self.done.eq(selected & last)
        with m.If(selected):
            m.d.sync += [
                running.eq(best),
                self.prediction.eq(Mux(wins, self.label, best.payload)),
                self.margin.eq(margin),
                self.triggered.eq(margin < self.threshold),
            ]
        return m
