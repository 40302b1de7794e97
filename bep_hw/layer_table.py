"""The layer table: where each layer of a network lives in the memories of a core.

The sequencer walks this table and knows nothing else about the network. Every source and
destination is an address in it, so a new kind of network is a new table and not a new state
machine. The last row is the classifier P, which is read like a layer and never trained.
"""

from dataclasses import dataclass

from bep_hw.config import REINFORCE_GROUP, blocks, require


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One row of the table; all addresses count words of the memory they point into.

    rows, columns: K_l and K_{l-1}
    row_blocks, column_blocks: tiles down and across
    words: counter words per row
    tile_base: first tile in the weight memory
    counter_base: first word in the counter memory (0 for the classifier, which has none)
    input_base, output_base: first D-bit word of a_{l-1} and of a_l in the activation memory
    row_base: first R-row block of z_l in the pre-activation memory
    """

    rows: int
    columns: int
    row_blocks: int
    column_blocks: int
    words: int
    tile_base: int
    counter_base: int
    input_base: int
    output_base: int
    row_base: int


def network_registers(table, seed):
    """(name, layer or None, value) of all registers that no epoch changes.

    Thresholds get values that suit prediction; `settings_registers` has those to train with.
    """
    for index, row in enumerate(table):
        for name, value in vars(row).items():
            yield name, index, value
        for name, value in (("gate", 0), ("group", 1), ("reinforce", 0)):
            yield name, index, value
    yield "layers", None, len(table)
    yield "seed", None, seed


def settings_registers(network, settings):
    """(name, layer or None, value) of the registers that hold the settings of an epoch."""
    yield "margin", None, settings.margin
    for index, (_, fan_in) in enumerate(network.shapes):
        # No |z| exceeds the fan-in, which is also all that the register must hold.
        yield "gate", index, min(settings.gates[index], fan_in)
        yield "group", index, settings.groups[index]
        yield "reinforce", index, settings.reinforce[index]


def layer_table(network, core):
    """Rows for every trainable layer, then the classifier; ConfigError if it does not fit."""
    shapes = [*network.shapes, (network.classes, network.layers[-1])]
    require(
        len(shapes) <= core.max_layers,
        f"{len(shapes)} layers, the classifier included:"
        f" the core's layer table holds {core.max_layers}",
    )
    require(
        network.classes <= core.max_classes,
        f"classes {network.classes}: the core was generated for at most {core.max_classes}",
    )
    require(
        max(network.layers) <= core.max_width,
        f"layer width {max(network.layers)}: the core was generated for at most {core.max_width}",
    )
    widest = max(network.layers[1:])
    require(
        widest <= core.max_rows,
        f"{widest} neurons in a layer: the core was generated for at most {core.max_rows}",
    )
    require(
        core.fixed in (None, network),
        f"network {_text(network)}: the core was generated for {_text(core.fixed)} alone",
    )

    for _, fan_in in network.shapes:
        require(
            not core.serial_draws or fan_in % REINFORCE_GROUP == 0,
            f"fan-in {fan_in}: a core with serial_draws needs a multiple of {REINFORCE_GROUP}",
        )

    table = []
    tiles = words = activations = row_blocks = 0
    for index, (rows, columns) in enumerate(shapes):
        classifier = index == network.depth
        layer = Layer(
            rows=rows,
            columns=columns,
            row_blocks=blocks(rows, core.tile_rows),
            column_blocks=blocks(columns, core.tile_columns),
            words=0 if classifier else blocks(columns, core.lanes),
            tile_base=tiles,
            counter_base=0 if classifier else words,
            input_base=activations,
            output_base=activations + blocks(columns, core.tile_columns),
            row_base=row_blocks,
        )
        table.append(layer)
        tiles += layer.row_blocks * layer.column_blocks
        words += rows * layer.words
        activations = layer.output_base
        row_blocks += 0 if classifier else layer.row_blocks
    used = {
        "tile_depth": (tiles, "weight memory", "tiles"),
        "counter_depth": (words, "counter memory", f"words of {core.lanes} counters"),
        "activation_depth": (
            activations,
            "activation memory",
            f"words of {core.tile_columns} bits",
        ),
        "row_depth": (row_blocks, "pre-activation memory", f"blocks of {core.tile_rows} rows"),
        "class_depth": (
            network.classes * table[-1].column_blocks,
            "classifier memory",
            f"words of {core.tile_columns} bits",
        ),
    }
    for name, (need, memory, unit) in used.items():
        have = getattr(core, name)
        require(
            need <= have,
            f"network {_text(network)} needs {need} {unit}: the core's {memory} holds {have}",
        )
    return tuple(table)


def _text(network):
    return network and "-".join(map(str, network.layers))
