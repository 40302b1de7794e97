"""Update: the hidden counters of a winner's row, one step towards its desired activation."""

from amaranth.hdl import Module, Mux, Signal, signed
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.layers import layer_layout, winner_layout
from bep_hw.gateware.pipeline import below


class Update(wiring.Component):
    """c += a*_j a_{l-1} for every winner j: a read-modify-write of its row (Eq. 8, 9).

    A word of counters is read, changed and written per cycle. Rows of one sample are all different,
    and a sample ends only when its last word is written, so no read overtakes a write.

    Golden twin: golden/update.py.

    Latency: `latency` = 4 [cycles], from a winner to the write of its first word.
    Throughput: ceil(K / lanes) + 2 cycles per winner.

    Members
    -------
    winners : the stream of bep_hw.gateware.winner
    layer, table : which row of the layer table is wanted; that row, in the same cycle
    bank, activation_address : -> activations, a cycle later (D bits)
    counter_address : -> counters, a cycle later
    write, write_address, write_counters : the changed word
    freed : the sample in bank `freed_bank` is done
    busy : a winner is being learnt
    """

    latency = 4

    def __init__(self, config):
        self.config = config
        layout = layer_layout(config)
        counters = data.ArrayLayout(signed(config.counter_bits), config.lanes)
        super().__init__(
            {
                "winners": In(stream.Signature(winner_layout(config))),
                "layer": Out(bits_for(config.max_layers - 1)),
                "table": In(layout),
                "bank": Out(1),
                "activation_address": Out(layout["input_base"].shape),
                "activations": In(config.tile_columns),
                "counter_address": Out(layout["counter_base"].shape),
                "counters": In(counters),
                "write": Out(1),
                "write_address": Out(layout["counter_base"].shape),
                "write_counters": Out(counters),
                "freed": Out(1),
                "freed_bank": Out(1),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        lanes = self.config.lanes
        parts = self.config.tile_columns // lanes
        winner = Signal.like(self.winners.payload)
        part = Signal(bits_for(parts - 1))
        words_left, columns_left = Signal.like(self.table.words), Signal.like(self.table.columns)
        m.d.comb += [self.layer.eq(winner.layer), self.bank.eq(winner.bank)]

        reading = Signal()
        read = Signal(
            data.StructLayout(
                {
                    "valid": 1,
                    "part": bits_for(parts - 1),
                    "columns_left": len(columns_left),
                    "address": len(self.counter_address),
                }
            )
        )
        m.d.sync += [
            read.valid.eq(reading),
            read.part.eq(part),
            read.columns_left.eq(columns_left),
            read.address.eq(self.counter_address),
        ]
        idle = Signal()
        m.d.comb += [
            self.busy.eq(~idle | read.valid | self.write),
            self.freed_bank.eq(self.winners.payload.bank),
        ]
        with m.FSM():
            with m.State("IDLE"):
                m.d.comb += idle.eq(1)
                with m.If(self.winners.payload.last):
                    m.d.comb += self.winners.ready.eq(~read.valid & ~self.write)
                    m.d.comb += self.freed.eq(self.winners.valid & self.winners.ready)
                with m.Else():
                    m.d.comb += self.winners.ready.eq(1)
                    m.d.sync += winner.eq(self.winners.payload)
                    with m.If(self.winners.valid):
                        m.next = "ROW"
            with m.State("ROW"):
                m.d.sync += [
                    self.counter_address.eq(
                        self.table.counter_base + winner.row * self.table.words
                    ),
                    self.activation_address.eq(self.table.input_base),
                    words_left.eq(self.table.words),
                    columns_left.eq(self.table.columns),
                    part.eq(0),
                ]
                m.next = "WORD"
            with m.State("WORD"):
                m.d.comb += reading.eq(1)
                m.d.sync += [
                    self.counter_address.eq(self.counter_address + 1),
                    words_left.eq(words_left - 1),
                    columns_left.eq(columns_left - lanes),
                    part.eq(part + 1),
                ]
                with m.If(part == parts - 1):
                    m.d.sync += [
                        part.eq(0),
                        self.activation_address.eq(self.activation_address + 1),
                    ]
                with m.If(words_left == 1):
                    m.next = "IDLE"

        inputs = Signal(lanes)
        exists = below(m, read.columns_left, lanes, "exists")
        m.d.comb += inputs.eq(self.activations.word_select(read.part, lanes))
        m.d.sync += [self.write.eq(read.valid), self.write_address.eq(read.address)]
        with m.If(read.valid):
            for lane in range(lanes):
                step = Mux(inputs[lane] == winner.desired, 1, -1)
                with m.If(exists[lane]):
                    m.d.sync += self.write_counters[lane].eq(self.counters[lane] + step)
                with m.Else():
                    m.d.sync += self.write_counters[lane].eq(self.counters[lane])
        return m
