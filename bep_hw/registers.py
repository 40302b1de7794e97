"""The register map of the core, described once; gateware and drivers are built from it.

Every register is one 32-bit word and has a word address. A layer's registers repeat every
LAYER_STRIDE words from LAYER_BASE on, one set per row of the layer table.
"""

from dataclasses import dataclass

ADDRESS_BITS = 9
LAYER_BASE = 0x40
LAYER_STRIDE = 0x10


@dataclass(frozen=True)
class Register:
    """Name, word address (of a layer register: its offset in the set), access, one sentence."""

    name: str
    address: int
    access: str
    text: str


GLOBAL = (
    Register(
        "control",
        0x00,
        "rw",
        "Bit 0: 1 trains, 0 only predicts. Writing bit 1 rebuilds the visible"
        " weights from the counters; do so after loading counters, while idle.",
    ),
    Register(
        "status",
        0x01,
        "ro",
        "Bit 0: a sample, its update, a sweep or a transfer is under way.",
    ),
    Register(
        "batch_size",
        0x02,
        "rw",
        "Samples per minibatch; after the last of them the new weights come into use.",
    ),
    Register("margin", 0x03, "rw", "A sample trains iff its margin is below this: ceil(r K_L)."),
    Register(
        "layers",
        0x04,
        "rw",
        "Rows of the layer table in use, the classifier (the last one) included.",
    ),
    Register("seed", 0x05, "rw", "Seed of the random source."),
    Register(
        "minibatch",
        0x06,
        "rw",
        "Number of the current minibatch since the run began; counts by itself.",
    ),
)

LAYER = (
    Register("rows", 0x0, "rw", "Neurons of the layer, K_l."),
    Register("columns", 0x1, "rw", "Fan-in of the layer, K_(l-1)."),
    Register("row_blocks", 0x2, "rw", "Tiles down: ceil(rows / tile rows)."),
    Register("column_blocks", 0x3, "rw", "Tiles across: ceil(columns / tile columns)."),
    Register("words", 0x4, "rw", "Counter words per row: ceil(columns / lanes)."),
    Register("tile_base", 0x5, "rw", "First tile of the layer in the weight memory."),
    Register("counter_base", 0x6, "rw", "First word of the layer in the counter memory."),
    Register("input_base", 0x7, "rw", "First word of the layer's input in the activation memory."),
    Register(
        "output_base", 0x8, "rw", "First word of the layer's output in the activation memory."
    ),
    Register("row_base", 0x9, "rw", "First row block of the layer in the pre-activation memory."),
    Register(
        "gate", 0xA, "rw", "A neuron passes errors down iff |z| is at most this: floor(nu K_(l-1))."
    ),
    Register("group", 0xB, "rw", "Neurons per winner group, gamma_l."),
    Register("reinforce", 0xC, "rw", "Reinforced weights per 16, in units of 2^-16."),
)


def address(name, layer=None):
    """Word address of a global register, or with `layer` of one in that layer's set."""
    for register in GLOBAL if layer is None else LAYER:
        if register.name == name:
            return (
                register.address
                if layer is None
                else LAYER_BASE + LAYER_STRIDE * layer + register.address
            )
    raise KeyError(name)
