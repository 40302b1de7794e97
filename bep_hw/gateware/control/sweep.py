"""Sweep: every row of every trainable layer, once."""

from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import layer_layout, row_layout


class Sweep(wiring.Component):
    """Offers all rows, layer after layer from the bottom, each from its first row.

    Latency: 2 [cycles], from `start` to the first row.
    Throughput: one row per cycle, one more cycle per layer.

    Members
    -------
    start : begin; not while busy
    layers : rows of the layer table, the classifier included
    idle_layer : `layer` in the cycle after one in which it is not busy
    layer, table : which row of the layer table is wanted; that row, in the same cycle
    rows : the rows
    busy : there are rows to come
    """

    def __init__(self, config):
        self.config = config
        super().__init__(
            {
                "start": In(1),
                "layers": In(bits_for(config.max_layers)),
                "idle_layer": In(bits_for(config.max_layers - 1)),
                "layer": Out(bits_for(config.max_layers - 1)),
                "table": In(layer_layout(config)),
                "rows": Out(stream.Signature(row_layout(config))),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        rows = self.rows
        begins_layer = Signal()
        m.d.comb += [
            rows.payload.layer.eq(self.layer),
            self.busy.eq(begins_layer | rows.valid),
        ]
        with m.If(~self.busy):
            m.d.sync += self.layer.eq(self.idle_layer)
        with m.If(begins_layer):
            m.d.sync += [
                begins_layer.eq(0),
                rows.valid.eq(1),
                rows.payload.row.eq(0),
                rows.payload.block.eq(self.table.row_base),
                rows.payload.index.eq(0),
            ]
        with m.Elif(rows.valid & rows.ready):
            m.d.sync += [
                rows.payload.row.eq(rows.payload.row + 1),
                rows.payload.index.eq(rows.payload.index + 1),
            ]
            with m.If(rows.payload.index == self.config.tile_rows - 1):
                m.d.sync += [
                    rows.payload.block.eq(rows.payload.block + 1),
                    rows.payload.index.eq(0),
                ]
            with m.If(rows.payload.row + 1 == self.table.rows):
                m.d.sync += [
                    rows.valid.eq(0),
                    begins_layer.eq(self.layer + 2 != self.layers),
                    self.layer.eq(self.layer + 1),
                ]
        with m.If(self.start):
            m.d.sync += [begins_layer.eq(1), self.layer.eq(0)]
        return m
