"""Measures cores that `bep-hw explore` fits its model of LUTs and Fmax to.

    python -m sim.measure.cores                    # build what points.json lacks, one at a time
    python -m sim.measure.cores --until synthesise # without place and route: no Fmax
    python -m sim.measure.cores --add build/mine   # add the report of a build; --held-out: to test
    python -m sim.measure.cores --errors           # how far the fitted model is off

Every core is added to bep_hw/build/explore/points.json as soon as it is measured, so that the
script can be stopped and started again. After the gateware has changed, delete the file's points
and start it. Cores that are held out are not fitted; their errors are those to expect.
"""

import argparse
import json
import statistics
import tempfile
from pathlib import Path

from rich.console import Console

from bep_hw.build.bitstream import boards
from bep_hw.build.bitstream.build import build
from bep_hw.build.explore import resources
from bep_hw.spec.network import Network
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.files import replace_file

COMB_PER_CARRY, COMB_PER_RAM = 3.1, 4
"""TRELLIS_COMBs that nextpnr makes of a CCU2C, chain ends included, and of a TRELLIS_DPR16X4.

Three routed cores of 3,700, 14,300 and 24,800 LUT4 have 3.19, 2.96 and 3.14 per CCU2C.
"""

ECP5 = [
    # K_l, (R, D), lanes, banks, S, B, held out
    ("32,32", (8, 8), 8, 4, 1, 9, False),
    ("32,32", (8, 16), 16, 8, 2, 9, False),
    ("32,32", (16, 16), 16, 4, 1, 9, False),
    ("32,32", (8, 8), 16, 8, 4, 12, True),
    ("48,48", (12, 24), 12, 4, 1, 9, False),
    ("48,48", (12, 12), 24, 16, 2, 9, True),
    ("48,48", (16, 32), 32, 8, 1, 12, True),
    ("48,48", (16, 16), 32, 8, 2, 12, False),
    ("48,48", (24, 24), 24, 8, 1, 9, False),
    ("32,32", (8, 16), 32, 16, 4, 9, False),
]
SYNTHESISED = [
    # The same, without place and route.
    ("32,32", (8, 8), 16, 8, 2, 9, False),
    ("32,32", (8, 8), 8, 16, 4, 9, False),
    ("32,32", (4, 8), 8, 8, 4, 9, False),
    ("48,48", (16, 32), 32, 8, 2, 9, False),
    ("48,48", (12, 12), 12, 8, 1, 12, False),
    ("32,32", (8, 8), 8, 8, 1, 12, False),
    ("32,32", (16, 16), 16, 32, 8, 9, False),
]
ICE40 = [
    ("32,32", (4, 8), 4, 2, 1, 8, False),
    ("48,64", (4, 16), 2, 2, 1, 8, True),
    ("32,32", (8, 8), 4, 2, 1, 8, True),
    ("32,32", (4, 4), 4, 2, 1, 8, True),
]
CORES = {
    "icebreaker": ICE40,
    "ecpix5-85f": [core for core in ECP5 if core[-1] or core[1:3] == ((16, 16), 16)],
    "ulx3s-85f": ECP5,
}


def preset_of(board, layers, tile, lanes, banks, shared, bits, _):
    """A Preset of one of CORES."""
    widths = tuple(map(int, layers.split(",")))
    return Preset(
        name=f"{board}-{tile[0]}x{tile[1]}-{lanes}-{banks}-{shared}-{bits}",
        dataset="digits",
        network=Network(layers=(256, *widths), classes=10),
        training=Training(hidden_bits=bits, group=8, batch_size=32),
        tile=tile,
        lanes=lanes,
        banks=banks,
        samples_per_read=shared,
        small=board == "icebreaker",
    )


def point(report, held_out):
    """The point of the dictionary in a build's report.json."""
    family, cells = boards.get(report["board"]).family, report["cells"]
    routed = report["utilisation"] or {}
    used = routed.get("TRELLIS_COMB" if family == "ecp5" else "ICESTORM_LC")
    luts = used[0] if used else None
    if luts is None and family == "ecp5":
        luts = round(
            cells["LUT4"]
            + COMB_PER_CARRY * cells["CCU2C"]
            + COMB_PER_RAM * cells.get("TRELLIS_DPR16X4", 0)
        )
    ended = [fmax or 0 for fmax in report["fmax_mhz"] or ()]
    return {
        "name": report["preset"],
        "board": report["board"],
        "family": family,
        "speed": boards.speed(boards.get(report["board"])),
        "core": {name: value for name, value in report["core"].items() if name != "fixed"},
        "lut": luts,
        "routed": bool(used),
        "ff": report["ff"],
        "bram": report["bram"],
        "fmax_mhz": statistics.median(ended) if ended else None,
        "seeds": len(ended),
        "held_out": held_out,
    }


def add(made):
    """Put a point into the file, in place of one of the same core and board."""
    kept = [
        other
        for other in resources.points()
        if (other["board"], other["core"]) != (made["board"], made["core"])
    ]
    replace_file(resources.POINTS, json.dumps([*kept, made], indent=1) + "\n")


def measure(until, seeds):
    """Build all of CORES and SYNTHESISED that are missing, one at a time."""
    wanted = [(board, core, until) for board, cores in CORES.items() for core in cores]
    wanted += [("ulx3s-85f", core, "synthesise") for core in SYNTHESISED]
    for board, core, last in wanted:
        preset = preset_of(board, *core)
        known = {(one["board"], one["name"]) for one in resources.points()}
        if (board, preset.name) in known:
            continue
        with tempfile.TemporaryDirectory() as folder:
            report = build(preset, board, folder, Console(), seeds=seeds, until=last)
        add(point(report, core[-1]))


def errors():
    """Print the errors of the fitted model, core by core and in the mean."""
    every = resources.points()
    for family in sorted({one["family"] for one in every}):
        own = [one for one in every if one["family"] == family]
        model = resources.Model(family, own)
        for held_out in (False, True):
            what = "held out" if held_out else "fitted"
            found = model.errors(own, held_out)
            for one, luts, fmax in found:
                print(f"{family} {what} {one['board']} {one['name']}: LUT", _percent(one["lut"],
                      luts), "Fmax", _percent(one["fmax_mhz"], fmax))  # fmt: skip
            for name, values in (("LUT", [f[1] for f in found]), ("Fmax", [f[2] for f in found])):
                known = [abs(value) for value in values if value is not None]
                if known:
                    print(f"{family} {what}: {name} mean {statistics.mean(known):.1%},"
                          f" worst {max(known):.1%}, {len(known)} cores")  # fmt: skip


def _percent(measured, error):
    return "-" if error is None else f"{measured:,} {error:+.1%}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--until", choices=("synthesise", "route"), default="route")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--add", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    if arguments.add:
        for folder in arguments.add:
            report = json.loads((folder / "report.json").read_text())
            add(point(report, arguments.held_out))
    elif not arguments.errors:
        measure(arguments.until, arguments.seeds)
    errors()


if __name__ == "__main__":
    main()
