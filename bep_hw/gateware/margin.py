"""Margin: prediction, margin and trigger of a sample from its logits."""

from amaranth.hdl import (
    Array,
    ClockSignal,
    Const,
    Instance,
    Module,
    Mux,
    ResetSignal,
    Signal,
    signed,
)
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import delay
from bep_hw.gateware.parts.select import Select, better, candidate, levels


class Margin(wiring.Component):
    """argmax of the logits, m = y_c - max over the others, and whether m < threshold (Eq. 1).

    Golden twin: golden/margin.py.

    Latency: `latency` = Select + 1, with `deep` Select + 2 [cycles], from the last row block of
    logits.
    Throughput: one row block per cycle. S samples are judged together: their first row blocks come
    one after the other, then their second ones, and so on. The next S samples may come when these
    are done.

    Parameters
    ----------
    rows : R; count_bits : bits of the widest |logit|; label_bits : bits of a class; samples : S
    deep : the best of the others goes to a register before the margin is computed
    leaf : whether the tournament is the Verilog leaf for simulation

    Members
    -------
    valid, first, last : a block of logits is here, the first, the last, of its sample
    way, ends : which sample it belongs to; it is the last one with such a row block
    logits : R logits; mask : rows that exist
    label : the class c; steady if S is 1; one that does not exist only asks for the prediction
    threshold : ceil(r K_L)
    done : the outputs are new
    prediction : lowest index of the largest logit; margin; triggered
    """

    def __init__(self, *, rows, count_bits, label_bits, samples=1, deep=False, leaf=False):
        self.rows, self.label_bits, self.samples = rows, label_bits, samples
        self.deep, self.leaf = deep, leaf
        self._layout = candidate(count_bits + 1, label_bits)
        self._rounds = levels(rows)
        self.latency = self._rounds + 1 + deep
        super().__init__(
            {
                "valid": In(1),
                "first": In(1),
                "last": In(1),
                "way": In(range(samples)),
                "ends": In(1, init=1),
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
        key_bits = self._layout["key"].shape
        # Inverting all bits but the sign turns the largest logit into the smallest key.
        flip = Const((1 << (key_bits - 1)) - 1, key_bits)
        kept = [self._kept(key_bits, way) for way in range(self.samples)]
        best = self._leaf(m) if self.leaf else self._contend(m, flip, kept)
        self._judge(m, flip, kept, best)
        return m

    def _contend(self, m, flip, kept):
        """The best of all logits but the sample's own, which is kept."""
        m.submodules.select = select = Select(
            entries=self.rows, key_bits=len(flip), payload_bits=self.label_bits
        )
        base = Signal(self.label_bits)
        position = Signal(self.label_bits)
        m.d.comb += [
            position.eq(Mux(self.first, 0, base)),
            select.enable.eq(1),
            select.valid.eq(self.valid),
        ]
        with m.If(self.valid & self.ends):
            m.d.sync += base.eq(position + self.rows)
        for way, mine in enumerate(kept):
            with m.If(self.valid & self.first & (self.way == way)):
                m.d.sync += mine.known.eq(0)
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
            for way, mine in enumerate(kept):
                with m.If(exists & (index == self.label) & (self.way == way)):
                    m.d.sync += [mine.own.eq(logit), mine.known.eq(1)]

        return select.best

    def _leaf(self, m):
        """As `_contend`, but own logits are in `_own`, and in `_known` whether they are known."""
        best = Signal(self._layout)
        self._own = Signal(self.samples * len(best.key))
        self._known = Signal(self.samples)
        inputs = ("valid", "first", "ends", "way", "logits", "mask", "label")
        m.submodules.leaf = Instance(
            "bep_rivals",
            p_ROWS=self.rows,
            p_BITS=len(best.key),
            p_LABEL=self.label_bits,
            p_SAMPLES=self.samples,
            p_WAY=len(self.way),
            p_LATENCY=self._rounds,
            i_clk=ClockSignal(),
            i_rst=ResetSignal(allow_reset_less=True),
            **{f"i_{name}": getattr(self, name) for name in inputs},
            o_own=self._own,
            o_known=self._known,
            o_best=best,
        )
        return best

    def _judge(self, m, flip, kept, best_now):
        """The best of the others, over all row blocks, against the sample's own logit."""
        rounds, key_bits = self._rounds, len(flip)
        selected = delay(m, self.valid, rounds, "selected")
        first = delay(m, self.first, rounds, "selected_first")
        last = delay(m, self.last, rounds, "selected_last")
        way, label = self.way, self.label
        if self.samples > 1:
            way = delay(m, way, rounds, "selected_way")
            label = delay(m, label, rounds, "selected_label")
        mine = Array(kept)[way]
        own, own_known, running = mine.own, mine.known, mine.running
        if self.leaf:
            own = self._own.word_select(way, key_bits).as_signed()
            own_known = self._known.bit_select(way, 1)
        earlier = Signal(candidate(key_bits, self.label_bits))
        m.d.comb += earlier.eq(running)
        with m.If(first):
            m.d.comb += earlier.valid.eq(0)
        best = better(m, earlier, best_now, "best")
        with m.If(selected):
            m.d.sync += running.eq(best)
        other, payload = Signal(signed(key_bits)), best.payload
        m.d.comb += other.eq(best.key ^ flip)
        judged = selected & last
        if self.deep:
            now = (other, payload, own, own_known, label, judged)
            other, payload, own, own_known, label, judged = (
                delay(m, value, 1, f"best{index}_") for index, value in enumerate(now)
            )
        wins, margin = Signal(), Signal.like(self.margin)
        m.d.comb += [
            margin.eq(own - other),
            # It wins if the margin is above 0, or 0 and its index is lower.
            wins.eq(own_known & ~margin[-1] & (margin.any() | (label < payload))),
        ]
        m.d.sync += self.done.eq(judged)
        with m.If(judged):
            m.d.sync += [
                self.prediction.eq(Mux(wins, label, payload)),
                self.margin.eq(margin),
                self.triggered.eq(margin < self.threshold),
            ]

    def _kept(self, key_bits, way):
        """Registers of a sample: its own logit, once it is known, and the best of the others."""
        layout = data.StructLayout(
            {
                "own": signed(key_bits),
                "known": 1,
                "running": candidate(key_bits, self.label_bits),
            }
        )
        return Signal(layout, name=f"sample{way}", reset_less=True)
