"""Technology: the primitives of a core. It changes no result, only cells and speed."""

from dataclasses import dataclass

from bep_hw.support.errors import require

POPCOUNT_STYLES = ("tree", "countones", "ccu2c")
"""Adder tree; Verilog leaf for simulation; carry cells of an ECP5. See `XnorPopcount`."""

SINGLE_PORT_RAMS = ("inferred", "spram")
"""Memory that synthesis infers; SPRAM of an iCE40 UltraPlus. See `SinglePortMemory`."""

PROTECTIONS = ("none", "parity", "secded")
"""No check bits; one that finds a flipped bit; as many as correct one and find two."""


@dataclass(frozen=True, kw_only=True)
class Technology:
    """The primitives that the parts of a core are built from; components pass it on.

    popcount_style: of all popcounts, one of POPCOUNT_STYLES
    single_port_ram: of memories with one port, one of SINGLE_PORT_RAMS
    block_ram_layout: whether the words of the two large memories are arranged so that neighbouring
        bits share a block RAM, see `TiledMemory` and `StackedMemory`; it slows a simulation down
    leaves: whether the parts with the most equal rows, columns and lanes are Verilog leaves for
        simulation: `Tiles`, `Forward`, `Backward`, `Gate`, `Margin`, `Winner`, `Draws`, `Commit`,
        `Update`, `below` and `picked`; words of counters then lie in planes, and rows of a tile in
        words of the processor, see bep_hw.gateware.parts.planes
    lut_ram: whether the device has RAM in its look-up tables; without it a small memory of many
        words is built from block RAM, and not from registers
    isolate: whether the backward pass has closed gates in cycles in which no tile is for it, so
        that its adders rest; saves energy, costs R AND gates; no effect with `deep_pipeline`
    write_enables: whether block RAM can write a piece of a word alone; without it a memory that
        needs this is one RAM for each piece, see `PieceMemory`; `block_ram_layout` needs it
    zeroed: whether synthesis is told that memories start as zeros; RAM in look-up tables that
        cannot be told would become registers
    protection: of the counters, one of PROTECTIONS, see `ProtectedMemory`; all else that training
        needs for long, W, is made from them anew in every minibatch
    ConfigError for a style that is not in these lists.
    """

    popcount_style: str = "tree"
    single_port_ram: str = "inferred"
    block_ram_layout: bool = True
    leaves: bool = False
    lut_ram: bool = True
    isolate: bool = False
    write_enables: bool = True
    zeroed: bool = True
    protection: str = "none"

    def __post_init__(self):
        check_popcount_style(self.popcount_style)
        check_single_port_ram(self.single_port_ram)
        require(
            self.protection in PROTECTIONS,
            f"protection {self.protection!r}: must be one of {', '.join(PROTECTIONS)}",
        )
        require(
            self.write_enables or not self.block_ram_layout,
            "block_ram_layout: needs write_enables, as it arranges the pieces of a word",
        )


def check_popcount_style(style):
    """Raise ConfigError unless there is such a style."""
    require(
        style in POPCOUNT_STYLES,
        f"popcount_style {style!r}: must be one of {', '.join(POPCOUNT_STYLES)}",
    )


def named(name):
    """The technology of emitted Verilog that has this name; ConfigError if there is none."""
    require(name in NAMED, f"technology {name!r}: must be one of {', '.join(NAMED)}")
    return NAMED[name]


def check_single_port_ram(kind):
    """Raise ConfigError unless there is such a RAM."""
    require(
        kind in SINGLE_PORT_RAMS,
        f"single_port_ram {kind!r}: must be one of {', '.join(SINGLE_PORT_RAMS)}",
    )


PORTABLE = Technology()
"""No vendor primitives: for any synthesis tool and any simulator. ECP5 boards use it as well."""

CYCLONE_V = Technology(block_ram_layout=False, write_enables=False, zeroed=False)
"""No vendor primitives, but for M10K and MLAB as Yosys maps them; they start as zeros anyway."""

NAMED = {
    "portable": PORTABLE,
    "cyclone-v": CYCLONE_V,
    "parity": Technology(protection="parity"),
    "secded": Technology(protection="secded"),
}
"""Technologies of emitted Verilog."""

SIMULATION = Technology(popcount_style="countones", block_ram_layout=False, leaves=True)
"""The technology that Verilator runs fastest."""
