"""The layer table: where each layer of a network lives in the memories of a core.

The sequencer steps through this table and uses nothing else about the network. Every source and
destination is an address in it, so a new kind of network is a new table and not a new state
machine. The last row is the classifier P, which is read like a layer and never trained.

A layer is applied at one place of a sample, or at several: the time steps of a series. A layer
that is applied at time steps reads its own output of the step before, s_{t-1}, and then the input
a_t. Both lie in one slot of the activation memory; the slots of the time steps follow each other,
and so do the row blocks of z_t. Each of the two inputs has a weight matrix, and each matrix has a
segment of the layer's columns.
"""

from dataclasses import dataclass

from bep_hw.spec.reinforce import REINFORCE_GROUP
from bep_hw.support.errors import require
from bep_hw.support.integers import blocks


@dataclass(frozen=True, kw_only=True)
class Segment:
    """The columns of a layer that belong to one weight matrix.

    matrix: its number in `Network.shapes`, which the random source sees; not used of P
    columns: fan-in
    blocks: tiles across
    first, words: first counter word in each row of the layer, and how many; P has none
    """

    matrix: int
    columns: int
    blocks: int
    first: int
    words: int


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One row of the table; all addresses count words of the memory they point into.

    rows: K_l
    row_blocks: tiles down
    segments: `Segment` of each weight matrix, in the order of the columns
    places: how many times a sample goes through the layer
    tile_base: first tile in the weight memory
    counter_base: first word in the counter memory (0 for the classifier, which has none)
    input_base, output_base: first D-bit word of a_{l-1} and of a_l in the activation memory
    row_base: first R-row block of z_l in the pre-activation memory
    """

    rows: int
    row_blocks: int
    segments: tuple[Segment, ...]
    places: int
    tile_base: int
    counter_base: int
    input_base: int
    output_base: int
    row_base: int

    @property
    def inputs(self):
        """The segment of the inputs from the layer below: the last one."""
        return self.segments[-1]

    @property
    def state(self):
        """The segment of the layer's own output at the time step before, or None."""
        return self.segments[0] if len(self.segments) > 1 else None

    @property
    def columns(self):
        """Inputs from below, K_{l-1}."""
        return self.inputs.columns

    @property
    def column_blocks(self):
        """Tiles across, of all segments; also the length of a slot."""
        return sum(segment.blocks for segment in self.segments)

    @property
    def words(self):
        """Counter words per row, of all segments."""
        return sum(segment.words for segment in self.segments)

    @property
    def reach(self):
        """The largest |z|."""
        return sum(segment.columns for segment in self.segments)

    def registers(self, core):
        """{register: value} of this row in a core of these parameters; no thresholds."""
        names = ("rows", "columns", "row_blocks", "column_blocks", "words", "tile_base")
        names = (*names, "counter_base", "input_base", "output_base", "row_base")
        values = {name: getattr(self, name) for name in names}
        if core.in_time:
            values["state_columns"] = self.state.columns if self.state else 0
            values["state_blocks"] = self.state.blocks if self.state else 0
            values["matrix"] = self.inputs.matrix
        return values


def trained_segments(table):
    """(Layer, Segment) of every trainable weight matrix, in the order of `Network.shapes`."""
    found = [(layer, segment) for layer in table[:-1] for segment in layer.segments]
    return sorted(found, key=lambda pair: pair[1].matrix)


def network_registers(table, core, seed):
    """(name, layer or None, value) of all registers that no epoch changes and that take writes.

    Thresholds get values that suit prediction; `settings_registers` has those to train with.
    """
    constant = {(name, layer) for name, layer, _ in constant_registers(core)}
    for name, layer, value in _of_network(table, core, seed):
        if (name, layer) not in constant:
            yield name, layer, value


def constant_registers(core):
    """(name, layer or None, value) of registers that are constants of a core for one network."""
    if core.fixed is None:
        return
    settings = ("gate", "group", "reinforce", "reinforce_state")
    table = layer_table(core.fixed, core)
    for name, layer, value in _of_network(table, core, 0):
        trained = layer is not None and layer < len(table) - 1
        if name not in ("seed", "horizon") and not (trained and name in settings):
            yield name, layer, value


def _of_network(table, core, seed):
    """`network_registers`, the constant ones included."""
    thresholds = {"gate": 0, "group": 1, "reinforce": 0}
    if core.in_time:
        thresholds["reinforce_state"] = 0
    # The classifier stores nothing there, and behind the last layer there may be no memory.
    unused = {"output_base": 0, "row_base": 0}
    for index, layer in enumerate(table):
        values = layer.registers(core) | thresholds | (unused if layer is table[-1] else {})
        for name, value in values.items():
            yield name, index, value
    yield "layers", None, len(table)
    yield "seed", None, seed
    if core.in_time:
        steps = max(layer.places for layer in table)
        yield "steps", None, steps
        yield "horizon", None, steps


def settings_registers(table, settings):
    """(name, layer or None, value) of the registers that hold the settings of an epoch.

    `Settings` has an entry for every weight matrix, the table a row for every layer. A layer takes
    gate and group from the entry of its first segment, and a draw from each segment's own entry.
    """
    yield "margin", None, settings.margin
    for index, layer in enumerate(table[:-1]):
        if layer.state:
            yield "horizon", None, settings.horizon
            yield "reinforce_state", index, settings.reinforce[layer.state.matrix]
    for index, layer in enumerate(table[:-1]):
        first = layer.segments[0].matrix
        # No |z| exceeds the reach, which is also all that the register must hold.
        yield "gate", index, min(settings.gates[first], layer.reach)
        yield "group", index, settings.groups[first]
        yield "reinforce", index, settings.reinforce[layer.inputs.matrix]


def layer_table(network, core):
    """Rows for every trainable layer, then the classifier; ConfigError if it does not fit."""
    _check(network, core)
    table = placed(network, core)
    units = {
        "tile_depth": ("weight memory", "tiles"),
        "counter_depth": ("counter memory", f"words of {core.lanes} counters"),
        "activation_depth": ("activation memory", f"words of {core.tile_columns} bits"),
        "row_depth": ("pre-activation memory", f"blocks of {core.tile_rows} rows"),
        "class_depth": ("classifier memory", f"words of {core.tile_columns} bits"),
    }
    for name, need in depths(table).items():
        have, (memory, unit) = getattr(core, name), units[name]
        require(
            need <= have,
            f"network {_text(network)} needs {need} {unit}: the core's {memory} holds {have}",
        )
    return table


def placed(network, core):
    """The rows of `layer_table`, whether or not they fit a core of this tile and these lanes."""
    table = []
    tiles = words = activations = row_blocks = 0
    for shape in network.layer_shapes:
        segments = _segments(shape.matrices, network, core)
        # The last output of a layer with a state is found by the sample's number of time steps.
        above_state = table and table[-1].state
        across = sum(segment.blocks for segment in segments)
        slot = _aligned(across, core)
        layer = Layer(
            rows=shape.rows,
            row_blocks=blocks(shape.rows, core.tile_rows),
            segments=segments,
            places=shape.places,
            tile_base=tiles,
            counter_base=words,
            input_base=table[-1].input_base if above_state else activations,
            output_base=activations + slot,
            row_base=row_blocks,
        )
        table.append(layer)
        tiles += layer.row_blocks * across
        words += layer.rows * layer.words
        activations += layer.places * slot
        row_blocks += layer.places * layer.row_blocks
    width = network.layers[-1]
    across = blocks(width, core.tile_columns)
    classifier = Layer(
        rows=network.classes,
        row_blocks=blocks(network.classes, core.tile_rows),
        segments=(Segment(matrix=len(table), columns=width, blocks=across, first=0, words=0),),
        places=1,
        tile_base=tiles,
        counter_base=0,
        input_base=activations,
        output_base=activations + _aligned(across, core),
        row_base=row_blocks,
    )
    return (*table, classifier)


def _aligned(words, core):
    """So many words of activations, or more: a word of counters meets whole pairs of them."""
    return blocks(words, core.tiles_per_word) * core.tiles_per_word


def _segments(matrices, network, core):
    """The `Segment`s of a layer of these matrices, in order."""
    found, first = [], 0
    for matrix in matrices:
        _, columns = network.shapes[matrix]
        words = blocks(columns, core.lanes)
        across = blocks(columns, core.tile_columns)
        found.append(
            Segment(matrix=matrix, columns=columns, blocks=across, first=first, words=words)
        )
        first += words
    return tuple(found)


def depths(table):
    """{parameter of `CoreConfig`: depth that this table needs in that memory}."""
    *layers, classifier = table
    return {
        "tile_depth": sum(row.row_blocks * row.column_blocks for row in table),
        "counter_depth": sum(layer.rows * layer.words for layer in layers),
        "activation_depth": classifier.output_base,
        "row_depth": sum(layer.places * layer.row_blocks for layer in layers),
        "class_depth": classifier.rows * classifier.column_blocks,
    }


def _check(network, core):
    """Raise ConfigError unless the core was generated for such a network."""
    rows = len(network.layer_shapes) + 1
    require(
        network.targets == 1,
        f"{network.targets} targets a sample: a core has one class a sample",
    )
    require(
        core.in_time or not network.has_state,
        "a recurrent network: the core was generated without time steps",
    )
    require(
        network.steps <= core.max_steps,
        f"{network.steps} time steps: the core was generated for at most {core.max_steps}",
    )
    require(
        rows <= core.max_layers,
        f"{rows} layers, the classifier included: the core's layer table holds {core.max_layers}",
    )
    require(
        network.classes <= core.max_classes,
        f"classes {network.classes}: the core was generated for at most {core.max_classes}",
    )
    require(
        core.encoder is None or core.encoder.suits(network),
        f"inputs {network.layers[0]}: the encoder of the core makes"
        f" {core.encoder and core.encoder.described}",
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


def _text(network):
    return network and "-".join(map(str, network.layers))
