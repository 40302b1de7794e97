"""The layer table: where each layer of a network lives in the memories of a core.

The sequencer walks this table and knows nothing else about the network. Every source and
destination is an address in it, so a new kind of network is a new table and not a new state
machine. The last row is the classifier P, which is read like a layer and never trained.

In a core for recurrent networks the first row may be a state, which is walked once per time step.
Its inputs are the words of s_{t-1}, then those of a_t, in a slot of the activation memory; the
slots of the time steps follow each other, and so do the row blocks of z_t.
"""

from dataclasses import dataclass

from bep_hw.spec.reinforce import REINFORCE_GROUP
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks


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


@dataclass(frozen=True, kw_only=True)
class TimedLayer(Layer):
    """A row of the table of a core for recurrent networks.

    Of a state, columns is K_0, and column_blocks and words are those of W_ss and W_xs together:
    column_blocks is also the length of a slot.

    state_columns, state_blocks: K_s, and tiles across of W_ss; 0 unless the row is a state
    matrix: number of the weights that meet the inputs, for the random source; W_ss has the next
    """

    state_columns: int = 0
    state_blocks: int = 0
    matrix: int


@dataclass(frozen=True)
class Matrix:
    """Where the counters of a weight matrix lie: in each row of `layer`, `words` from `first`.

    columns: fan-in
    """

    layer: Layer
    first: int
    words: int
    columns: int


def matrices(table, core):
    """The Matrix of every trainable weight matrix, in the order of `network.shapes`."""
    found = []
    for layer in table[:-1]:
        state = getattr(layer, "state_columns", 0)
        before = blocks(state, core.lanes)
        found.append(Matrix(layer, before, layer.words - before, layer.columns))
        if state:
            found.append(Matrix(layer, 0, before, state))
    return found


def network_registers(table, seed, steps=None):
    """(name, layer or None, value) of all registers that no epoch changes.

    steps: T; only for a core for recurrent networks, see `sample_steps`
    Thresholds get values that suit prediction; `settings_registers` has those to train with.
    """
    thresholds = [("gate", 0), ("group", 1), ("reinforce", 0)]
    if steps is not None:
        thresholds.append(("reinforce_state", 0))
    for index, row in enumerate(table):
        for name, value in (*vars(row).items(), *thresholds):
            yield name, index, value
    yield "layers", None, len(table)
    yield "seed", None, seed
    if steps is not None:
        yield "steps", None, steps
        yield "horizon", None, steps


def sample_steps(network, core):
    """Time steps that a sample of `network` is sent with; None if `core` knows no time."""
    return network.steps if core.timed else None


def settings_registers(network, settings):
    """(name, layer or None, value) of the registers that hold the settings of an epoch."""
    yield "margin", None, settings.margin
    rows = range(network.depth)  # of the layer table; of each the matrix that it is
    if network.recurrent:
        # W_xs and W_ss are one row, with the gate of W_ss and a draw for each.
        rows = (1, 2)
        yield "horizon", None, settings.horizon
        yield "reinforce_state", 0, settings.reinforce[1]
    for index, matrix in enumerate(rows):
        # No |z| exceeds its reach, which is also all that the register must hold.
        yield "gate", index, min(settings.gates[matrix], network.reaches[matrix])
        yield "group", index, settings.groups[matrix]
        draws = 0 if network.recurrent and index == 0 else matrix
        yield "reinforce", index, settings.reinforce[draws]


def layer_table(network, core):
    """Rows for every trainable layer, then the classifier; ConfigError if it does not fit."""
    shapes = [*_rows(network), (network.classes, network.layers[-1])]
    require(
        not network.recurrent or core.timed,
        "a recurrent network: the core was generated without time steps",
    )
    require(
        network.steps <= core.max_steps,
        f"{network.steps} time steps: the core was generated for at most {core.max_steps}",
    )
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
    require(
        max(network.reaches) <= core.max_width,
        f"{max(network.reaches)} inputs of a neuron: the core was generated for at most"
        f" {core.max_width}",
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
        classifier = index == len(shapes) - 1
        state = rows if network.recurrent and index == 0 else 0
        state_blocks = blocks(state, core.tile_columns)
        column_blocks = state_blocks + blocks(columns, core.tile_columns)
        # What reads the last of the states finds it by the number of time steps of the sample.
        of_state = network.recurrent and index == 1
        inputs = 0 if of_state else activations
        activations += column_blocks
        values = {
            "rows": rows,
            "columns": columns,
            "row_blocks": blocks(rows, core.tile_rows),
            "column_blocks": column_blocks,
            "words": 0 if classifier else blocks(columns, core.lanes) + blocks(state, core.lanes),
            "tile_base": tiles,
            "counter_base": 0 if classifier else words,
            "input_base": inputs,
            "output_base": activations,
            "row_base": row_blocks,
        }
        if core.timed:
            in_time = {"state_columns": state, "state_blocks": state_blocks}
            layer = TimedLayer(**values, **in_time, matrix=index + of_state)
        else:
            layer = Layer(**values)
        table.append(layer)
        tiles += layer.row_blocks * layer.column_blocks
        words += rows * layer.words
        times = network.steps if state else 1
        activations += (times - 1) * column_blocks
        row_blocks += 0 if classifier else times * layer.row_blocks
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


def _rows(network):
    """(K_l, K_{l-1}) of every trainable row of the table."""
    return (network.shapes[0], network.shapes[2]) if network.recurrent else network.shapes


def _text(network):
    return network and "-".join(map(str, network.layers))
