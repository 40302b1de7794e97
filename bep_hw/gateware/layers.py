"""Layouts that several stages share: a row of the layer table, and a winner on its way."""

from amaranth.lib import data
from amaranth.utils import bits_for

from bep_hw.config import REINFORCE_FRACTION_BITS, REINFORCE_GROUP, blocks


def layer_layout(config):
    """One row of the layer table: the fields of registers.LAYER, as wide as the core needs."""
    widest = max(config.max_width, config.max_classes)
    return data.StructLayout(
        {
            "rows": bits_for(widest),
            "columns": config.count_bits,
            "row_blocks": bits_for(blocks(widest, config.tile_rows)),
            "column_blocks": bits_for(blocks(config.max_width, config.tile_columns)),
            "words": bits_for(blocks(config.max_width, config.lanes)),
            "tile_base": bits_for(config.tile_depth - 1),
            "counter_base": bits_for(config.counter_depth - 1),
            "input_base": bits_for(config.activation_depth - 1),
            "output_base": bits_for(config.activation_depth - 1),
            "row_base": bits_for(config.row_depth - 1),
            "gate": config.count_bits,
            "group": bits_for(config.max_width),
            "reinforce": bits_for(REINFORCE_GROUP << REINFORCE_FRACTION_BITS),
        }
    )


def winner_layout(config):
    """A neuron that learns from a sample, or, with `last`, the end of the sample's winners."""
    return data.StructLayout(
        {
            "bank": 1,
            "layer": bits_for(config.max_layers - 1),
            "row": bits_for(config.max_width - 1),
            "desired": 1,
            "last": 1,
        }
    )
