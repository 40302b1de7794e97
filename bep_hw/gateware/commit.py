"""Commit: one pass over all hidden counters at the end of a minibatch."""

from amaranth.hdl import Cat, Module, Mux, Signal, signed
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.config import (
    POSITION_GROUP_BITS,
    POSITION_LAYER_BITS,
    POSITION_ROW_BITS,
    REINFORCE_GROUP,
    counter_range,
)
from bep_hw.gateware.layers import layer_layout
from bep_hw.gateware.pipeline import below, delay
from bep_hw.gateware.reinforce import Reinforce


class Commit(wiring.Component):
    """Reinforce, clip to B bits, and make W = sign(c) visible, a word of counters per cycle.

    The draws start before the counters are read, so that only addresses wait for them.

    Golden twin: golden/commit.py.

    Latency: `latency` = Reinforce + 1 [cycles], from the issue of a word to its write.
    Throughput: one word per cycle, `latency` + 1 more cycles per layer.

    Members
    -------
    start : begin; reinforce : with reinforcement, else only clip and W; steady until done
    seed, minibatch : the key of the random source
    layers : rows of the layer table, the classifier included
    layer, table : which row of the layer table is wanted; that row, in the same cycle
    counter_address : -> counters, a cycle later
    write, write_address, write_counters : the new word of counters
    tile_address, tile_row, tile_part, weights : its signs, written with it
    busy : a pass is under way
    """

    latency = Reinforce.latency + 1

    def __init__(self, config):
        self.config = config
        layout = layer_layout(config)
        counters = data.ArrayLayout(signed(config.counter_bits), config.lanes)
        super().__init__(
            {
                "start": In(1),
                "reinforce": In(1),
                "seed": In(32),
                "minibatch": In(32),
                "layers": In(bits_for(config.max_layers)),
                "layer": Out(bits_for(config.max_layers - 1)),
                "table": In(layout),
                "counter_address": Out(layout["counter_base"].shape),
                "counters": In(counters),
                "write": Out(1),
                "write_address": Out(layout["counter_base"].shape),
                "write_counters": Out(counters),
                "tile_address": Out(layout["tile_base"].shape),
                "tile_row": Out(bits_for(config.tile_rows - 1)),
                "tile_part": Out(bits_for(config.tile_columns // config.lanes - 1)),
                "weights": Out(config.lanes),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        word = self._walk(m)
        chosen = self._draw(m, word)
        word = delay(m, word, Reinforce.latency - 1, "drawing")
        m.d.comb += self.counter_address.eq(word.address)
        word = delay(m, word, 1, "reading")
        self._change(m, word, chosen)
        return m

    def _walk(self, m):
        """Issue one word per cycle; returns the word's control."""
        config = self.config
        parts = config.tile_columns // config.lanes
        word = Signal(
            data.StructLayout(
                {
                    "valid": 1,
                    "address": len(self.counter_address),
                    "tile_address": len(self.tile_address),
                    "tile_row": len(self.tile_row),
                    "tile_part": len(self.tile_part),
                    "columns_left": config.count_bits,
                    "row": POSITION_ROW_BITS,
                    "word": len(self.table.words),
                }
            )
        )
        tile_first = Signal.like(self.tile_address)
        waiting = Signal(range(self.latency))
        idle = Signal()
        m.d.comb += self.busy.eq(~idle)
        with m.FSM():
            with m.State("IDLE"):
                m.d.comb += idle.eq(1)
                m.d.sync += self.layer.eq(0)
                with m.If(self.start):
                    m.next = "LAYER"
            with m.State("LAYER"):
                m.d.sync += [
                    word.eq(0),
                    word.valid.eq(1),
                    word.address.eq(self.table.counter_base),
                    word.tile_address.eq(self.table.tile_base),
                    word.columns_left.eq(self.table.columns),
                    tile_first.eq(self.table.tile_base),
                    waiting.eq(self.latency - 1),
                ]
                m.next = "WORD"
            with m.State("WORD"):
                m.d.sync += [
                    word.address.eq(word.address + 1),
                    word.word.eq(word.word + 1),
                    word.columns_left.eq(word.columns_left - config.lanes),
                    word.tile_part.eq(word.tile_part + 1),
                ]
                with m.If(word.tile_part == parts - 1):
                    m.d.sync += [
                        word.tile_part.eq(0),
                        word.tile_address.eq(word.tile_address + 1),
                    ]
                with m.If(word.word + 1 == self.table.words):
                    m.d.sync += [
                        word.word.eq(0),
                        word.columns_left.eq(self.table.columns),
                        word.tile_part.eq(0),
                        word.row.eq(word.row + 1),
                        word.tile_row.eq(word.tile_row + 1),
                        word.tile_address.eq(tile_first),
                    ]
                    with m.If(word.tile_row == config.tile_rows - 1):
                        below_this = tile_first + self.table.column_blocks
                        m.d.sync += [
                            word.tile_row.eq(0),
                            word.tile_address.eq(below_this),
                            tile_first.eq(below_this),
                        ]
                    with m.If(word.row + 1 == self.table.rows):
                        m.d.sync += word.valid.eq(0)
                        m.next = "DRAIN"
            # The threshold and the layer must stay until the last word has been written.
            with m.State("DRAIN"):
                m.d.sync += waiting.eq(waiting - 1)
                with m.If(waiting == 0):
                    m.d.sync += self.layer.eq(self.layer + 1)
                    m.next = "LAYER"
                    with m.If(self.layer + 2 == self.layers):
                        m.next = "IDLE"
        return word

    def _draw(self, m, word):
        """One bit per lane, Reinforce.latency cycles after `word`."""
        lanes = self.config.lanes
        sources = max(1, lanes // REINFORCE_GROUP)
        words_per_group = max(1, REINFORCE_GROUP // lanes)
        layer = Signal(POSITION_LAYER_BITS)
        m.d.comb += layer.eq(self.layer)
        chosen = []
        for index in range(sources):
            m.submodules[f"reinforce{index}"] = source = Reinforce()
            group = Signal(POSITION_GROUP_BITS, name=f"group{index}")
            m.d.comb += [
                group.eq(word.word // words_per_group * sources + index),
                source.position.eq(Cat(group, word.row, layer)),
                source.seed.eq(self.seed),
                source.minibatch.eq(self.minibatch),
                source.threshold.eq(self.table.reinforce),
            ]
            chosen.append(source.chosen)
        part = delay(m, word.word[: (words_per_group - 1).bit_length()], Reinforce.latency, "part")
        return Cat(chosen).word_select(part, lanes)

    def _change(self, m, word, chosen):
        lanes = self.config.lanes
        lowest, highest = counter_range(self.config.hidden_bits)
        exists = below(m, word.columns_left, lanes, "exists")
        m.d.sync += [
            self.write.eq(word.valid),
            self.write_address.eq(word.address),
            self.tile_address.eq(word.tile_address),
            self.tile_row.eq(word.tile_row),
            self.tile_part.eq(word.tile_part),
        ]
        with m.If(word.valid):
            for lane in range(lanes):
                counter = self.counters[lane]
                moved = Signal(signed(self.config.counter_bits + 1), name=f"moved{lane}")
                picked = self.reinforce & exists[lane] & chosen[lane]
                away = Mux(counter < 0, -1, 1)
                m.d.comb += moved.eq(counter + Mux(picked, away, 0))
                clipped = Mux(moved > highest, highest, Mux(moved < lowest, lowest, moved))
                m.d.sync += self.write_counters[lane].eq(clipped)
                m.d.sync += self.weights[lane].eq(counter >= 0)
