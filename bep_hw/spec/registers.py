"""The register map, described once: gateware, drivers, C header and docs are built from it.

Every register is one 32-bit word and has a word address; on a bus its byte address is 4 times
that. A layer's registers repeat every LAYER_STRIDE words from LAYER_BASE on, one set per row of
the layer table; those of LAYER_IN_TIME, which only a core for recurrent networks has, every
TIME_STRIDE words from TIME_BASE on. Registers that only a bus has follow all registers of the core;
a register of WINDOWS answers at WINDOW addresses, all alike, so that a burst may count its
addresses up.
"""

from dataclasses import dataclass

ADDRESS_BITS = 9
LAYER_BASE = 0x40
LAYER_STRIDE = 0x10
TIME_BASE = 0x180
TIME_STRIDE = 0x4

BUS_ADDRESS_BITS = 10
WINDOW = 0x40

VERSION = 0xBE90_0004
"""The value of the register `version`."""

MAP_VERSION = VERSION & 0xFFFF
"""Version of the register map."""

STEPS_LOW = 16
"""Lowest bit of the time steps in `label`."""

TRAIN, REFRESH, FLUSH = 1, 2, 4
"""Bits of `control`."""

COMMANDS = TRAIN | REFRESH | FLUSH

ERRORS = {
    "value": "a register was written with a value that it does not take, or there is no such one",
    "busy": "a register was written while the core was busy",
    "table": "samples or a refresh came while the layer table, or another register that they need,"
    " was not legal",
    "label": "a label was no class, or its time steps were none or too many: not trained on",
    "address": "a load or a fetch went beyond its memory: nothing was loaded",
    "frame": "behind a bus: a sample had too few words, or too many, or words without some of their"
    " bytes: it was filled up with 0, or cut off",
    "memory": "in a core with protected memories: a word had wrong bits, which were not corrected",
}
"""Bits of `errors`, lowest first: name, and what happened."""

INTERRUPTS = {
    "result": "A result waits in `results`; reading all of them clears it, and nothing else does.",
    "minibatch": "A minibatch is over.",
    "error": "Something went wrong; `errors` says what.",
}
"""Bits of `interrupt_mask` and `interrupt_pending`, lowest first: name, and what it says."""


@dataclass(frozen=True)
class Field:
    """Bits of a word: name, lowest bit, number of bits, whether in two's complement."""

    name: str
    low: int
    bits: int
    signed: bool = False

    def of(self, word):
        """The field's value in a word, or in an array of words."""
        value = (word >> self.low) & ((1 << self.bits) - 1)
        sign = 1 << (self.bits - 1)
        return (value ^ sign) - sign if self.signed else value


@dataclass(frozen=True)
class Part(Field):
    """A field of a register: what it says, in one sentence.

    pulse: writing 1 starts something; the field reads as 0
    level: it shows what is so now; writing does not change it, whatever the register's access is
    """

    text: str = ""
    pulse: bool = False
    level: bool = False


@dataclass(frozen=True)
class Register:
    """Name, word address (of a layer register: its offset in the set), access, one sentence.

    access: "rw", "ro" for reads alone, "wo" for writes alone
    parts: fields of the word, lowest first; none if the whole word is one value
    clears: writing 1 to a bit clears it
    takes: a read takes what it returns, so that the next one returns something else
    """

    name: str
    address: int
    access: str
    text: str
    parts: tuple[Part, ...] = ()
    clears: bool = False
    takes: bool = False

    @property
    def fields(self):
        """Parts of the word; the whole word as the field `value` if it has none."""
        return self.parts or (Part("value", 0, 32, text=self.text),)

    def access_to(self, part):
        """Access of a host to a part of the word, as `access`."""
        return "ro" if part.level else "wo" if part.pulse else self.access

    def cleared(self, part):
        """Whether writing 1 clears a part of the word."""
        return self.clears and not part.level

    def word(self, values):
        """The word whose parts have the values {name: value}."""
        return sum(values[part.name] << part.low for part in self.parts)

    @property
    def readable(self):
        return self.access != "wo"

    @property
    def writable(self):
        return self.access != "ro"


GLOBAL = (
    Register(
        "control",
        0x00,
        "rw",
        "Bit 0: 1 trains, 0 only predicts. Writing bit 1 rebuilds the visible"
        " weights from the counters; do so after loading counters. Writing bit 2 ends a minibatch"
        " of fewer samples than `batch_size`.",
        (
            Part("train", 0, 1, text="1 trains, 0 only predicts."),
            Part("refresh", 1, 1, text="Rebuilds the visible weights.", pulse=True),
            Part("flush", 2, 1, text="Ends a minibatch early.", pulse=True),
        ),
    ),
    Register(
        "status",
        0x01,
        "ro",
        "Bit 0: a sample, its update, a sweep or a transfer is under way.",
        (Part("busy", 0, 1, text="Something is under way."),),
    ),
    Register(
        "batch_size",
        0x02,
        "rw",
        "Samples per minibatch; after the last of them the new weights come into use. If it is"
        " written while as many have been trained on, or more, that ends the minibatch.",
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
    Register(
        "errors",
        0x09,
        "rw",
        "What went wrong since it was cleared, a bit for each kind of error, see below. Writing 1"
        " to a bit clears it.",
        tuple(
            Part(name, bit, 1, text=f"{text[0].upper()}{text[1:]}.")
            for bit, (name, text) in enumerate(ERRORS.items())
        ),
        clears=True,
    ),
)

GLOBAL_IN_TIME = (
    Register(
        "steps",
        0x07,
        "rw",
        "Time steps that every sample is sent with, T; those behind its own are not looked at.",
    ),
    Register(
        "horizon", 0x08, "rw", "Time steps that learn, counted back from the last one; at least 1."
    ),
)
"""Only in a core for recurrent networks."""

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

LAYER_IN_TIME = (
    Register(
        "state_columns",
        0x0,
        "rw",
        "Of the first row, if it is a state: fan-in of W_ss, which comes before that of W_xs, K_s;"
        " of all others 0.",
    ),
    Register(
        "state_blocks",
        0x1,
        "rw",
        "Tiles across of W_ss, which `column_blocks` includes: ceil(state_columns / tile columns).",
    ),
    Register(
        "matrix",
        0x2,
        "rw",
        "Number of the weight matrix, from 0, that the random source sees; W_ss has the next one.",
    ),
    Register("reinforce_state", 0x3, "rw", "As `reinforce`, of W_ss."),
)
"""Only in a core for recurrent networks."""

SHELL = (
    Register("version", 0x200, "ro", "Reads 0xBE900004: a core is there, with this map."),
    Register(
        "reset",
        0x201,
        "wo",
        "Writing bit 0 resets the core and its bus, as the reset input does. Memories keep"
        " what they hold.",
        (Part("reset", 0, 1, text="Resets the core and its bus.", pulse=True),),
    ),
    Register("room", 0x202, "ro", "Words that `samples` and `label` still take."),
    Register("waiting", 0x203, "ro", "Results that can be read."),
    Register(
        "packet",
        0x205,
        "rw",
        "AXI alone: with 0 results go to the register `results`; else to the AXI4-Stream, in"
        " packets of so many, the last one with TLAST. Writing it begins a packet.",
    ),
    Register(
        "tile",
        0x206,
        "ro",
        "Rows of a tile in bits 0 to 15, its columns in bits 16 to 31.",
        (
            Part("rows", 0, 16, text="Rows of a tile."),
            Part("columns", 16, 16, text="Columns of a tile."),
        ),
    ),
    Register("fetch", 0x207, "wo", "Address of a counter word, which `fetched` then gives."),
    Register(
        "lanes",
        0x208,
        "ro",
        "Counters per word in bits 0 to 15, bits of a hidden weight in bits 16 to 31.",
        (
            Part("lanes", 0, 16, text="Counters per word."),
            Part("hidden_bits", 16, 16, text="Bits of a hidden weight."),
        ),
    ),
    Register(
        "fingerprint",
        0x209,
        "ro",
        "CRC-32 of the parameters of the core that a host has to know, see `CoreConfig`.",
    ),
    Register(
        "max_batch",
        0x20A,
        "ro",
        "Samples of a minibatch at most; in a core for recurrent networks samples times `horizon`.",
    ),
    Register(
        "limits",
        0x20B,
        "ro",
        "Rows of the layer table in bits 0 to 7, classes at most in bits 8 to 23, and samples that"
        " share every tile that is read, S, in bits 24 to 31.",
        (
            Part("max_layers", 0, 8, text="Rows of the layer table."),
            Part("max_classes", 8, 16, text="Classes at most."),
            Part("samples_per_read", 24, 8, text="Samples that share every tile that is read, S."),
        ),
    ),
    Register(
        "interrupt_mask",
        0x20C,
        "rw",
        "AXI and Wishbone alone: the bits of `interrupt_pending` that raise the output `irq`.",
        tuple(Part(name, bit, 1, text=text) for bit, (name, text) in enumerate(INTERRUPTS.items())),
    ),
    Register(
        "interrupt_pending",
        0x20D,
        "rw",
        "AXI and Wishbone alone: what has happened, whatever the mask is. Writing 1 to a bit clears"
        " it, except `result`.",
        tuple(
            Part(name, bit, 1, text=text, level=name == "result")
            for bit, (name, text) in enumerate(INTERRUPTS.items())
        ),
        clears=True,
    ),
    Register(
        "label",
        0x280,
        "wo",
        "Class of the sample whose words went into `samples`, in a core for recurrent networks in"
        " bits 0 to 15, and its own time steps in bits 16 to 31. It lies behind that window, so"
        " that a burst that ends here may bring both.",
        (
            Part("label", 0, STEPS_LOW, text="Class of the sample."),
            Part("steps", STEPS_LOW, 32 - STEPS_LOW, text="Its own time steps, if it has any."),
        ),
    ),
)

ONLY = {
    "packet": ("axi",),
    "interrupt_mask": ("axi", "wishbone"),
    "interrupt_pending": ("axi", "wishbone"),
}
"""The buses that have a register of SHELL, if not all have it."""

RESULT = (
    Part("prediction", 0, 12, text="Predicted class."),
    Part("margin", 12, 19, signed=True, text="Margin, in two's complement."),
    Part("triggered", 31, 1, text="Whether the sample triggered."),
)
"""A result as a bus returns it, the same for all cores."""

WINDOWS = (
    Register(
        "samples",
        0x240,
        "wo",
        "Inputs of a sample, 32 a word; a word of D inputs begins with a new one.",
    ),
    Register("results", 0x2C0, "ro", "The next result; reading takes it.", RESULT, takes=True),
    Register(
        "load", 0x300, "wo", "A word for the memories, 32 bits at a time, lowest first; while idle."
    ),
    Register(
        "fetched",
        0x340,
        "ro",
        "The fetched counter word, 32 bits at a time, lowest first.",
        takes=True,
    ),
)


def address(name, layer=None):
    """Word address of a register; with `layer`, of a register in that layer's set."""
    if layer is None:
        places = {r.name: r.address for r in (*GLOBAL, *GLOBAL_IN_TIME, *SHELL, *WINDOWS)}
    else:
        places = {r.name: LAYER_BASE + LAYER_STRIDE * layer + r.address for r in LAYER}
        places |= {r.name: TIME_BASE + TIME_STRIDE * layer + r.address for r in LAYER_IN_TIME}
    return places[name]


def byte_address(place):
    """Byte address, on AXI and Wishbone, of what has the word address `place`."""
    return 4 * place


def of_bus(bus):
    """Registers that the bus of this name has, besides those of the core and windows."""
    return tuple(register for register in SHELL if bus in ONLY.get(register.name, (bus,)))


def of_core(core):
    """(global registers, registers of a row of the layer table) of a core of these parameters."""
    if core.in_time:
        return (*GLOBAL, *GLOBAL_IN_TIME), (*LAYER, *LAYER_IN_TIME)
    return GLOBAL, LAYER
