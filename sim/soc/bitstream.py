"""A bitstream whose processor trains by itself: LiteX makes the system, the firmware is in it.

    python -m sim.soc.bitstream -o build/soc                        # digits on the ULX3S
    python -m sim.soc.bitstream -o build/soc --until elaborate      # whether it fits
    python -m sim.soc.bitstream -o build/soc --preset digits-icebreaker --epochs 5

Pins, PLL, tools and steps are those of `bep-hw build`; what is done stays valid in the same way.
"""

import argparse
import dataclasses
import json
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from bep_hw.build.bitstream import boards, families
from bep_hw.build.bitstream.block_ram import Memory, block_rams
from bep_hw.build.bitstream.build import LAST, check_options
from bep_hw.build.bitstream.report import used
from bep_hw.build.bitstream.steps import REPORT, STEPS, TOOLS, Build
from bep_hw.spec import presets
from bep_hw.support import eda
from bep_hw.support.display import Tasks
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import check_writable, replace_file
from bep_hw.train import run as runs
from bep_hw.train import session
from bep_hw.train.outputs import weights_sha256
from bep_hw.train.signals import Ending
from sim.soc import reference
from sim.soc.build import SERIAL_TOP, cross_compiler, firmware, litex_systems, of_litex
from sim.soc.task import Task

BOARD = "ulx3s-85f"
GRAIN = 8192
"""The memory is a multiple of it [bytes]: four block RAMs of an ECP5, one for each byte lane."""


@dataclasses.dataclass(frozen=True)
class Contents:
    """What is in the memory of the system.

    words: of the firmware, text for $readmemh
    needed: of the memory by firmware and stack; size: of the memory [bytes]
    """

    words: str
    needed: int
    size: int


def contents(task):
    """The `Contents` for a `Task`."""
    with tempfile.TemporaryDirectory() as folder:
        made = firmware(task, Path(folder), "serial")
        return Contents(made.path.read_text(), made.size, -(-made.size // GRAIN) * GRAIN)


def count(build, size):
    """How many block RAMs core and memory take, without other ones; ConfigError if too many.

    size: of the memory [bytes]
    """
    from amaranth.hdl import Fragment

    from bep_hw.build.bitstream.fit import fit
    from bep_hw.gateware.bus.tops import component

    family, device, name = build.family, build.platform.device, build.preset.name
    core = Fragment.get(component(build.preset.core, "wishbone", family.technology), None)
    memory = Memory(name="memory", width=32, depth=size // 4, parts=4, collision="new")
    in_core = sum(number for _, number in fit(core, family, device, name))
    in_memory, there = block_rams(memory, family.rams), family.block_rams[device]
    require(
        in_core + in_memory <= there,
        f"{name} needs {in_core} block RAMs, and {in_memory} for a memory of {size:,} bytes;"
        f" the {device} has {there}; try fewer --epochs, or a smaller preset",
    )
    return in_core + in_memory


def for_system(family):
    """The `Family` with other names of modules, and nextpnr's usual placer, without a floorplan.

    An emitted module has the name of its path, with _ between. That placer finds a site for every
    block RAM, so it runs once, where the static one with its floorplan runs three times.
    """
    alone = tuple(pattern.replace(".", "_") for pattern in family.mapped_alone)
    options = {name: text.replace("static", "heap") for name, text in family.options.items()}
    return dataclasses.replace(family, mapped_alone=alone, options=options, floorplan=None)


def elaborate(build, made):
    """From preset and firmware to Verilog and a `Flow`, if all memories fit the device."""
    from bep_hw.build.bitstream.flow import Flow

    systems = litex_systems()
    build.tasks.begin("elaboration")
    build.block_rams = count(build, made.size)
    options = {"memory": made.size, "clock": build.clock, "baud": build.baud}
    text, _ = of_litex(build.preset, "wishbone", systems.SerialSystem, SERIAL_TOP, **options)
    family = for_system(build.family)
    build.folder.mkdir(parents=True, exist_ok=True)
    (build.folder / REPORT).unlink(missing_ok=True)
    build.platform.add_file(systems.FIRMWARE, made.words)
    top = build.top(text, build.clock, SERIAL_TOP)
    build.flow = Flow(top, build.platform, family, build.tools, build.folder)
    build.tasks.done("elaboration", f"{build.block_rams} block RAMs")


def report(build, made, digest):
    """The dictionary that becomes report.json.

    digest: what the board must print as weights_sha256, or None if it was not computed
    """
    best, preset = build.best, build.preset
    return {
        **used(build),
        "fmax_mhz": [run and round(run.fmax, 2) for run in build.routed] or None,
        "bitstream": build.bitstream and str(build.bitstream.absolute()),
        "weights_sha256": digest,
        "versions": {tool.name: tool.version for tool in build.tools},
        "step": build.step,
        "board": build.board,
        "device": build.platform.device,
        "preset": preset.name,
        "epochs": preset.training.epochs,
        "clock_mhz": build.clock / 1e6,
        "baud": build.baud,
        "memory_needed": made.needed,
        "memory_size": made.size,
        "best_seed": best and best.seed,
        "utilisation": best and best.used,
        "cells": build.cells,
    }


def build_system(task, board, folder, console, *, clock, seeds=1, jobs=1, until=LAST):
    """Build the system that trains a `Task` into `folder`; returns the report.

    board: its name, or the path of a file of the user's own; clock [Hz]
    seeds: of place and route, 1 to this; jobs: how many of them at the same time
    until: name of the last step, one of STEPS
    ConfigError if it does not fit the board, or if a tool is missing or fails.
    """
    check_options(board, seeds, clock / 1e6, None, jobs, until)
    cross_compiler()
    litex_systems()
    top = boards.get(board)
    check_writable(folder)
    platform, family = boards.platform(board, top), families.get(top.family)
    top.check(platform, clock)
    tools = [eda.find(*tool) for tool in [*family.tools.items()][: TOOLS[until]]]
    with Ending(), Tasks(console) as tasks:
        build = Build(
            preset=task.run.preset,
            board=boards.name_of(board),
            top=top,
            platform=platform,
            family=family,
            tools=tools,
            clock=clock,
            baud=top.baud,
            cycles_per_bit=clock // top.baud,
            folder=Path(folder),
            seeds=seeds,
            jobs=jobs,
            tasks=tasks,
        )
        made = contents(task)
        run_steps(build, made, until)
        digest = golden(task, tasks) if until == LAST else None
    values = report(build, made, digest)
    replace_file(build.folder / REPORT, json.dumps(values, indent=2) + "\n")
    return values


def run_steps(build, made, until):
    """All steps up to `until`; `made`: `Contents`."""
    for name, step in STEPS.items():
        if name == "elaborate":
            elaborate(build, made)
        else:
            step(build)
        build.step = name
        if name == until:
            break


def golden(task, tasks):
    """SHA-256 of the counters that the golden model ends with."""
    tasks.begin("golden model")
    digest = weights_sha256(reference.train(task).state.counters)
    tasks.done("golden model", digest)
    return digest


def show(report, console):
    """The report in a few lines."""
    sizes = ", ".join(f"{report[name]} {name}" for name in ("lut", "ff", "bram") if report[name])
    console.print(f"{report['device']}: {sizes}", soft_wrap=True)
    console.print(
        f"memory: {report['memory_size']:,} bytes, of which firmware and samples need"
        f" {report['memory_needed']:,}",
        soft_wrap=True,
    )
    if report["fmax_mhz"]:
        console.print(f"Fmax {report['fmax_mhz']} MHz, clock {report['clock_mhz']:g} MHz")
        made = report["bitstream"] or "no bitstream: too slow; try a lower --clock, or more --seeds"
        console.print(made, soft_wrap=True)


def arguments(words):
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m sim.soc.bitstream", description=__doc__.split("\n")[0]
    )
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder of all files")
    parser.add_argument("--board", default=BOARD, help="name, or a file of your own")
    parser.add_argument("--preset", default="digits", help="what is trained")
    parser.add_argument("--epochs", type=int, help="epochs, if not those of the preset")
    parser.add_argument("--seed", type=int, default=1, help="seed of the run")
    parser.add_argument("--clock", type=float, default=40, help="of the whole system [MHz]")
    parser.add_argument("--seeds", type=int, default=1, help="of place and route")
    parser.add_argument("--jobs", type=int, default=1, help="seeds at the same time")
    parser.add_argument("--until", default=LAST, help="the last step, as of bep-hw build")
    return parser.parse_args(words)


def main(words=None):
    """Build; the exit status is 2 if something is missing or does not fit."""
    given, console = arguments(words), Console()
    try:
        run = runs.fresh(presets.get(given.preset), {"epochs": given.epochs, "seed": given.seed})
        task = Task(run, session.load_data(run))
        clock = round(given.clock * 1e6)
        options = {"clock": clock, "seeds": given.seeds, "jobs": given.jobs, "until": given.until}
        show(build_system(task, given.board, given.out, console, **options), console)
    except ConfigError as error:
        print(f"sim.soc.bitstream: error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
