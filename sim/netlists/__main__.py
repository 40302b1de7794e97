"""Builds boards' netlists, and trains with them; see the package."""

import argparse
import dataclasses
import time
from pathlib import Path

from rich.console import Console

from bep_hw.build.bitstream import boards
from bep_hw.build.bitstream.build import build, rates
from bep_hw.build.bitstream.flow import NETLIST
from bep_hw.spec import presets
from bep_hw.spec.network import Network
from bep_hw.support.errors import ConfigError
from sim.netlists.flat import verilog
from sim.netlists.train import differences

SMALL = dataclasses.replace(
    presets.get("digits"),
    name="digits-small",
    network=Network(layers=(256, 16, 16), classes=10),
    tile=(4, 8),
    lanes=8,
    banks=4,
).with_training(group=4)
DESIGNS = {"icebreaker": presets.get("digits-icebreaker"), "ulx3s-85f": SMALL, "ecpix5-85f": SMALL}
"""{board: Preset}"""


def check(board, folder, console):
    """Whether both netlists of a board train as the golden model does; prints a line for each."""
    preset, right = DESIGNS[board], True
    build(preset, board, folder, console, netlists=True, until="route")
    *_, divisor = rates(board, None, None)
    for stage, name in (("synthesis", NETLIST), ("place and route", "seed1.json")):
        began = time.monotonic()
        text = verilog(folder / name, boards.get(board).family, folder / stage.replace(" ", "_"))
        wrong, cycles = differences(preset, text, divisor)
        outcome = f"differs in {', '.join(wrong)}" if wrong else "equal"
        seconds = time.monotonic() - began
        console.print(f"{board} {preset.name}, after {stage}: {outcome}; {cycles:,} cycles,"
                      f" {seconds:.0f} s")  # fmt: skip
        right &= not wrong
    return right


def main():
    parser = argparse.ArgumentParser(prog="python -m sim.netlists", description=__doc__)
    parser.add_argument("boards", nargs="*", metavar="BOARD", help=", ".join(DESIGNS))
    parser.add_argument("-o", "--output", type=Path, default=Path("build/netlists"))
    arguments = parser.parse_args()
    console = Console(highlight=False, soft_wrap=True)
    unknown = set(arguments.boards) - set(DESIGNS)
    if unknown:
        parser.error(f"{min(unknown)}: must be one of {', '.join(DESIGNS)}")
    try:
        found = [
            check(board, arguments.output / board, console) for board in arguments.boards or DESIGNS
        ]
    except ConfigError as error:
        parser.exit(2, f"{error}\n")
    raise SystemExit(not all(found))


if __name__ == "__main__":
    main()
