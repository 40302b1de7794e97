"""`bep-hw build`: from a preset to a board's bitstream, and report.json on what came out."""

import json
from pathlib import Path

from bep_hw.build.bitstream import boards, families
from bep_hw.build.bitstream.report import report, show
from bep_hw.build.bitstream.steps import REPORT, STEPS, TOOLS, Build, check_until
from bep_hw.support import eda
from bep_hw.support.display import Tasks
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import check_writable, replace_file
from bep_hw.train.signals import Ending

MOST = 1000
"""Seeds of place and route, and jobs."""

LAST = next(reversed(STEPS))
"""The step that a build ends with, unless the user wants to stop before."""


def check_options(board, seeds, clock, baud, jobs, until=LAST):
    """Raise ConfigError unless a user may ask for this; imports nothing large."""
    boards.check(board)
    for name, value in (("seeds", seeds), ("jobs", jobs)):
        require(1 <= value <= MOST, f"{name} {value}: must be from 1 to {MOST}")
    require(clock is None or 0 < clock <= 1000, f"clock {clock} MHz: must be above 0, at most 1000")
    require(baud is None or baud > 0, f"baud {baud}: must be above 0")
    check_until(until)


def rates(board, clock, baud):
    """(Clock of the core [Hz], rate of the serial port [bits/s], cycles per bit) on a board.

    clock, baud: as in `build`; ConfigError if its PLL or the serial port cannot have them
    """
    from bep_hw.gateware.fpga.board import divisor

    top = boards.get(board)
    clock = top.clock if clock is None else round(clock * 1e6)
    baud = top.baud if baud is None else baud
    top.check(boards.platform(board, top), clock)
    return clock, baud, divisor(clock, baud)


def read_sites(path, board):
    """{block RAM: site} of a file that a build for the board has written, or None for None."""
    if path is None:
        return None
    family = families.get(boards.get(board).family)
    require(family.floorplan, f"sites: {family.title} FPGAs have no floorplan")
    try:
        sites = json.loads(Path(path).read_text())
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    except (ValueError, RecursionError):
        sites = None
    require(
        isinstance(sites, dict) and all(isinstance(site, str) for site in sites.values()),
        f"{path}: must be sites.json of a build",
    )
    return sites


def build(
    preset,
    board,
    folder,
    console,
    *,
    seeds=1,
    clock=None,
    baud=None,
    jobs=1,
    until=LAST,
    sites=None,
    netlists=False,
):
    """Build the core of `preset` for `board` into `folder`; returns the report.

    board: its name, or the path of a file of the user's own
    clock: of the core [MHz], baud: of the serial port; None for the board's own
    seeds: of place and route, 1 to this; jobs: how many of them at the same time
    until: name of the last step, one of STEPS
    sites: path of sites.json of an earlier build, to have its floorplan; None for a new one
    netlists: whether netlists after place and route are written too, seedN.json
    ConfigError if the design does not fit the board, or a tool is missing or fails.
    """
    check_options(board, seeds, clock, baud, jobs, until)
    sites = read_sites(sites, board)
    preset.check()
    top = boards.get(board)
    check_writable(folder)
    clock, baud, cycles_per_bit = rates(board, clock, baud)
    family, platform = families.get(top.family), boards.platform(board, top)
    needed = [*family.tools.items()][: TOOLS[until]]
    # However it is stopped, no tool goes on without it.
    with Ending(), Tasks(console) as tasks:
        made = Build(
            preset=preset,
            board=boards.name_of(board),
            top=top,
            platform=platform,
            family=family,
            tools=[eda.find(*tool) for tool in needed],
            clock=clock,
            baud=baud,
            cycles_per_bit=cycles_per_bit,
            folder=Path(folder),
            seeds=seeds,
            jobs=jobs,
            tasks=tasks,
            sites=sites,
            netlists=netlists,
        )
        for name, step in STEPS.items():
            step(made)
            made.step = name
            if name == until:
                break
    values, place = report(made), made.folder / REPORT
    replace_file(place, json.dumps(values, indent=2) + "\n")
    show(console, values, place)
    return values
