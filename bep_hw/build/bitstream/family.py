"""Describes a family of FPGAs to `bep-hw build`; families/ has one file for each."""

from dataclasses import dataclass, field

from bep_hw.gateware.technology import Technology


@dataclass(frozen=True, kw_only=True)
class Floorplan:
    """Options for sites of block RAMs before place and route, see `floorplan`.

    design_options: options of place and route that have a value and are those of the design; what
        is left names the device
    without_pins: option for a design without constraints
    """

    design_options: tuple[str, ...]
    without_pins: str


@dataclass(frozen=True, kw_only=True)
class Family:
    """A family of FPGAs, with tools that Amaranth's platform of the family calls.

    title: its name as its maker writes it
    tools: {name: package of pip} of synthesis, place and route, and bitstream, in this order
    technology: of the core
    popcount_styles: those that can be built for it
    synthesis: the command of Yosys
    mapped_alone: patterns of modules that it maps to cells one by one; large ones whose outputs are
        registers: together with all the rest they take many times as long, and gain nothing
    options: overrides of Amaranth's build for the family
    rams: each way to build a memory, as a `block_ram.Ram`
    luts, block_rams: {device: how many it has}; LUTs as place and route counts them
    spram, sprams: type of the cell, if the family has SPRAM, and {device: how many it has}
    floorplan: a `Floorplan`, or None if its block RAMs get their sites in place and route
    cells: what nextpnr calls LUTs, flip-flops, block RAMs and multipliers; without block RAMs they
        are those of the elaborated design
    netlist: what begins the names that Yosys has for those of them that nextpnr does not count
    lut: what begins the names that Yosys has for look-up tables; carry: its carry cell
    carry_luts: the places of look-up tables that a carry cell takes
    suffix: of a bitstream
    """

    title: str
    tools: dict[str, str]
    technology: Technology
    popcount_styles: tuple[str, ...] = ("tree",)
    synthesis: str
    mapped_alone: tuple[str, ...] = ()
    options: dict[str, str]
    rams: tuple
    luts: dict[str, int]
    block_rams: dict[str, int]
    spram: str | None = None
    sprams: dict[str, int] = field(default_factory=dict)
    floorplan: Floorplan | None = None
    cells: dict[str, str]
    netlist: dict[str, str] = field(default_factory=dict)
    lut: str
    carry: str
    carry_luts: int
    suffix: str

    def before_synthesis(self):
        """Commands of Yosys for the modules that are mapped alone.

        In them, registers that the gateware wants to be kept must not become one that is equal.
        Second names of wires go: ABC9 takes a wire `a[31]` for bit 31 of a wire `a`
        (https://github.com/YosysHQ/yosys/issues/4349).
        """
        if not self.mapped_alone:
            return ""
        alone = f"setattr -mod -set keep_hierarchy 1 {' '.join(self.mapped_alone)}"
        return f"{alone}\nproc\nsetattr -set keep 1 a:keep %ci:+[Q]\nopt_clean -purge"

    def after_synthesis(self):
        """Commands of Yosys that make one module of all of them again."""
        if not self.mapped_alone:
            return ""
        return "setattr -mod -unset keep_hierarchy *\nflatten\nopt_clean\n"

    @property
    def ignores_collisions(self):
        """Whether Yosys may leave open what is read from a word that is being written."""
        return "-no-rw-check" in self.options["synth_opts"]
