"""Which values each register of a core takes; it refuses all others."""

from bep_hw.spec.registers import COMMANDS, ERRORS
from bep_hw.spec.reinforce import POSITION_LAYER_BITS, REINFORCE_FRACTION_BITS, REINFORCE_GROUP
from bep_hw.support.integers import blocks

ANY = 0xFFFF_FFFF
"""Highest value of a register that takes any."""


def limits(core):
    """{register: (lowest, highest value)} of all registers of a core that can be written.

    Each register has the bits of its highest value. Between them the layer table must fit too, see
    `bep_hw.gateware.control.table_check`.
    """
    rows = max(core.max_rows, core.max_classes)
    # Two segments may each end in a block, or a word, that is not full.
    more = int(core.in_time)
    across = blocks(core.max_width, core.tile_columns) + more
    draws = (0, REINFORCE_GROUP << REINFORCE_FRACTION_BITS)
    in_time = {
        "steps": (1, core.max_steps),
        "horizon": (1, core.max_steps),
        "state_columns": (0, core.max_width),
        "state_blocks": (0, across),
        "matrix": (0, (1 << POSITION_LAYER_BITS) - 1),
        "reinforce_state": draws,
    }
    return {
        "control": (0, COMMANDS),
        "batch_size": (1, core.max_batch),
        "margin": (0, (2 << core.row_bits) - 1),
        "layers": (2, core.max_layers),
        "seed": (0, ANY),
        "minibatch": (0, ANY),
        "rows": (1, rows),
        "columns": (1, core.max_width),
        "row_blocks": (1, blocks(rows, core.tile_rows)),
        "column_blocks": (1, across),
        "words": (0, blocks(core.max_width, core.lanes) + more),
        "tile_base": (0, core.tile_depth - 1),
        "counter_base": (0, core.counter_depth - 1),
        "input_base": (0, core.activation_depth - 1),
        "output_base": (0, core.activation_depth - 1),
        "row_base": (0, core.row_depth - 1),
        "gate": (0, core.max_width),
        "group": (1, core.max_rows),
        "reinforce": draws,
        **(in_time if core.in_time else {}),
    }


def errors_of(protected):
    """Names of the errors of a core; protected: whether a memory of it has check bits."""
    return [name for name in ERRORS if protected or name != "memory"]
