"""Families of FPGAs: how they are synthesised for, and what their cells are called."""

from dataclasses import dataclass, field

from bep_hw.build.bitstream import block_ram
from bep_hw.gateware.technology import ICE40, PORTABLE, Technology


@dataclass(frozen=True, kw_only=True)
class Family:
    """tools: the steps, as `bep_hw.support.eda` names them: synthesis, place and route, bitstream
    technology: of the core
    options: overrides of Amaranth's build for the family
    rams: of bep_hw.build.bitstream.block_ram
    block_rams: how many a device has
    sprams: how many SPRAMs it has, if any
    cells: what nextpnr calls LUTs, flip-flops, block RAMs and multipliers
    floorplan: whether its block RAMs get their sites before place and route
    netlist: what begins the names that Yosys has for those of them that nextpnr does not count
    suffix: of a bitstream
    """

    tools: tuple[str, str, str]
    technology: Technology
    options: dict
    rams: tuple
    block_rams: dict
    cells: dict
    suffix: str
    sprams: dict = field(default_factory=dict)
    floorplan: bool = False
    netlist: dict = field(default_factory=dict)

    @property
    def ignores_collisions(self):
        """Whether Yosys may leave open what is read from a word that is being written."""
        return "-no-rw-check" in self.options["synth_opts"]


FAMILIES = {
    "ecp5": Family(
        tools=("yosys", "nextpnr-ecp5", "ecppack"),
        technology=PORTABLE,
        # Look-up tables of more than four inputs cost twice the area. The other placer needs longer
        # wires, and the other router does not finish a large core.
        options={
            "synth_opts": "-nowidelut",
            "nextpnr_opts": "--placer static --router router2",
            "ecppack_opts": "--compress",
        },
        # That placer finds the last of many block RAMs sites far from where it wants them.
        floorplan=True,
        rams=block_ram.ECP5,
        block_rams={
            "LFE5U-12F": 56,
            "LFE5U-25F": 56,
            "LFE5U-45F": 108,
            "LFE5U-85F": 208,
            "LFE5UM5G-45F": 108,
            "LFE5UM5G-85F": 208,
        },
        cells={"lut": "TRELLIS_COMB", "bram": "DP16KD", "dsp": "MULT18X18D"},
        netlist={"ff": "TRELLIS_FF"},
        suffix="bit",
    ),
    "ice40": Family(
        tools=("yosys", "nextpnr-ice40", "icepack"),
        technology=ICE40,
        # No memory is read where it is written, and what Yosys adds for that is 400 cells.
        options={"synth_opts": "-dsp -no-rw-check"},
        rams=block_ram.ICE40,
        block_rams={"iCE40UP5K": 30, "iCE40HX4K": 32, "iCE40HX8K": 32},
        sprams={"iCE40UP5K": 4},
        cells={"bram": "ICESTORM_RAM", "dsp": "ICESTORM_DSP"},
        # A logic cell has one of each.
        netlist={"lut": "SB_LUT4", "ff": "SB_DFF"},
        suffix="bin",
    ),
}
