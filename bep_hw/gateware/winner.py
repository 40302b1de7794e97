"""Winner: the neurons that learn from a sample, at most one per group."""

from amaranth.hdl import Cat, Const, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.layers import layer_layout, winner_layout
from bep_hw.gateware.pipeline import below
from bep_hw.gateware.select import Select, better, candidate


class Winner(wiring.Component):
    """In each group of gamma neurons: of the wrong ones, the one with the smallest |z| (Eq. 9).

    Walks all trainable layers of a sample. A step takes the rows of one block that belong to one
    group, so a layer takes at most row blocks + groups - 1 steps, whatever gamma is. The best of a
    group that spans blocks is kept from step to step.

    Golden twin: golden/winner.py (wrong: a* z < 0; the lowest index wins a tie).

    Latency: `latency` = Select + 2 [cycles], from the step that ends a group to its winner.
    Throughput: one step per cycle, one more cycle per layer.

    Members
    -------
    start : a sample's bank, once all its desired activations are there
    layers : rows of the layer table, the classifier included
    layer, table : which row of the layer table is wanted; that row, in the same cycle
    bank, read_enable : of both memories, whose data come one cycle after the address
    row_address : block of R rows -> magnitudes, activations
    desired_address : word of D bits -> desired
    winners : the neurons that learn, then a `last`
    """

    def __init__(self, config):
        self.config = config
        rows, key_bits = config.tile_rows, config.count_bits
        index_bits = bits_for(rows - 1)
        self.select = Select(entries=rows, key_bits=key_bits, payload_bits=index_bits + 1)
        self.latency = self.select.latency + 2
        layout = layer_layout(config)
        super().__init__(
            {
                "start": In(stream.Signature(range(config.banks))),
                "layers": In(bits_for(config.max_layers)),
                "layer": Out(bits_for(config.max_layers - 1)),
                "table": In(layout),
                "bank": Out(range(config.banks)),
                "read_enable": Out(1),
                "row_address": Out(layout["row_base"].shape),
                "magnitudes": In(data.ArrayLayout(key_bits, rows)),
                "activations": In(rows),
                "desired_address": Out(layout["output_base"].shape),
                "desired": In(config.tile_columns),
                "winners": Out(stream.Signature(winner_layout(config))),
            }
        )

    def elaborate(self, platform):
        m = Module()
        step = self._walk(m)
        self._choose(m, step)
        return m

    def _walk(self, m):
        """Issue steps; returns the control of the step whose data are here now."""
        rows = self.config.tile_rows
        parts = self.config.tile_columns // rows
        offset = range(rows + 1)
        row_bits = len(self.winners.payload.row)
        step = Signal(
            data.StructLayout(
                {
                    "valid": 1,
                    "last": 1,
                    "bank": range(self.config.banks),
                    "group_end": 1,
                    "low": bits_for(rows),
                    "high": bits_for(rows),
                    "part": bits_for(parts - 1),
                    "base": row_bits,
                    "block": len(self.row_address),
                    "layer": len(self.layer),
                }
            )
        )
        enable = self.read_enable
        low, high = Signal(offset), Signal(offset)
        group_left, rows_left = Signal.like(self.table.group), Signal.like(self.table.rows)
        taken = Signal(offset)
        base = Signal(row_bits + 1)
        part = Signal(bits_for(parts - 1))
        ends_block, ends_group = Signal(), Signal()
        m.d.comb += [
            ends_block.eq(low + group_left >= rows),
            high.eq(Mux(ends_block, rows, low + group_left)),
            taken.eq(high - low),
            ends_group.eq(group_left == taken),
            enable.eq(~self.winners.valid | self.winners.ready),
        ]
        with m.If(enable):
            m.d.sync += step.valid.eq(0)

        with m.FSM():
            with m.State("IDLE"):
                m.d.comb += self.start.ready.eq(1)
                with m.If(self.start.valid):
                    m.d.sync += [self.bank.eq(self.start.payload), self.layer.eq(0)]
                    m.next = "LAYER"
            with m.State("LAYER"):
                m.d.sync += [
                    self.row_address.eq(self.table.row_base),
                    self.desired_address.eq(self.table.output_base),
                    group_left.eq(self.table.group),
                    rows_left.eq(self.table.rows),
                    part.eq(0),
                    low.eq(0),
                    base.eq(0),
                ]
                m.next = "STEP"
            with m.State("STEP"), m.If(enable):
                m.d.sync += [
                    step.valid.eq(1),
                    step.last.eq(0),
                    step.bank.eq(self.bank),
                    step.group_end.eq(ends_group),
                    step.low.eq(low),
                    step.high.eq(high),
                    step.part.eq(part),
                    step.base.eq(base),
                    step.block.eq(self.row_address),
                    step.layer.eq(self.layer),
                    rows_left.eq(rows_left - taken),
                    group_left.eq(Mux(ends_group, self.table.group, group_left - taken)),
                    low.eq(high),
                ]
                with m.If(ends_block):
                    m.d.sync += [
                        low.eq(0),
                        base.eq(base + rows),
                        self.row_address.eq(self.row_address + 1),
                        part.eq(part + 1),
                    ]
                    with m.If(part == parts - 1):
                        m.d.sync += [
                            part.eq(0),
                            self.desired_address.eq(self.desired_address + 1),
                        ]
                with m.If(rows_left == taken):
                    m.d.sync += self.layer.eq(self.layer + 1)
                    m.next = "LAYER"
                    with m.If(self.layer + 2 == self.layers):
                        m.next = "LAST"
            with m.State("LAST"), m.If(enable):
                m.d.sync += [
                    step.valid.eq(1),
                    step.last.eq(1),
                    step.group_end.eq(1),
                    step.low.eq(0),
                    step.high.eq(0),
                ]
                m.next = "IDLE"
        return step

    def _choose(self, m, step):
        """Wrong rows of the step into the tournament; its result into the best of the group."""
        rows = self.config.tile_rows
        m.submodules.select = select = self.select
        enable = self.read_enable
        index_bits = bits_for(rows - 1)
        m.d.comb += [select.enable.eq(enable), select.valid.eq(step.valid)]
        to_high = below(m, step.high, rows, "to_high")
        to_low = below(m, step.low, rows, "to_low")
        desired = Signal(rows)
        m.d.comb += desired.eq(self.desired.word_select(step.part, rows))
        for row in range(rows):
            entry = select.entries[row]
            wrong = (desired[row] ^ self.activations[row]) & self.magnitudes[row].any()
            m.d.comb += [
                entry.valid.eq(to_high[row] & ~to_low[row] & wrong),
                entry.key.eq(self.magnitudes[row]),
                entry.payload.eq(Cat(desired[row], Const(row, index_bits))),
            ]

        # The control travels beside the tournament.
        for stage in range(select.latency):
            later = Signal(step.shape(), name=f"step{stage}")
            with m.If(enable):
                m.d.sync += later.eq(step)
            step = later
        learner = data.StructLayout(
            {name: len(self.winners.payload[name]) for name in ("desired", "index", "row", "block")}
        )
        layout = candidate(len(select.best.key), learner.size)
        running, selected = Signal(layout), Signal(layout)
        place = Signal(learner)
        m.d.comb += [
            Cat(place.desired, place.index).eq(select.best.payload),
            place.row.eq(step.base + place.index),
            place.block.eq(step.block),
            selected.valid.eq(select.best.valid),
            selected.key.eq(select.best.key),
            selected.payload.eq(place),
        ]
        best = better(m, running, selected, "group_best")
        with m.If(enable):
            m.d.sync += self.winners.valid.eq(
                step.valid & step.group_end & (step.last | best.valid)
            )
            m.d.sync += [
                self.winners.payload.bank.eq(step.bank),
                self.winners.payload.layer.eq(step.layer),
                self.winners.payload.last.eq(step.last),
            ]
            learns = data.View(learner, best.payload)
            m.d.sync += [self.winners.payload[name].eq(learns[name]) for name, _ in learner]
            with m.If(step.valid):
                m.d.sync += running.eq(best)
                with m.If(step.group_end):
                    m.d.sync += running.valid.eq(0)
