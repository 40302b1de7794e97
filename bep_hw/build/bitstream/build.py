"""`bep-hw build`: from a preset to a board's bitstream, and report.json on what came out."""

import dataclasses
import json
import os
import shutil
import statistics
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from bep_hw.build.bitstream import boards, families
from bep_hw.build.bitstream.flow import Endless, Flow
from bep_hw.cycles.estimate import cycles_per_sample
from bep_hw.support import eda
from bep_hw.support.display import Steps, quantity, say
from bep_hw.support.errors import require
from bep_hw.support.files import replace_file
from bep_hw.train import outputs

REPORT = "report.json"
MOST = 1000
"""Seeds of place and route, and jobs."""


def check_options(board, seeds, clock, baud, jobs):
    """Raise ConfigError unless a user may ask for this; imports nothing large."""
    boards.check_name(board)
    for name, value in (("seeds", seeds), ("jobs", jobs)):
        require(1 <= value <= MOST, f"{name} {value}: must be from 1 to {MOST}")
    require(clock is None or 0 < clock <= 1000, f"clock {clock} MHz: must be above 0, at most 1000")
    require(baud is None or baud > 0, f"baud {baud}: must be above 0")


def build(preset, board, folder, console, *, seeds=1, clock=None, baud=None, jobs=1):
    """Build the core of `preset` for `board` into `folder`; returns the report.

    clock: of the core [MHz], baud: of the serial port; None for the board's own
    seeds: of place and route, 1 to this; jobs: how many of them at the same time
    ConfigError if the design does not fit the board, or a tool is missing or fails.
    """
    check_options(board, seeds, clock, baud, jobs)
    preset.check()
    top = boards.get(board)
    clock = top.clock if clock is None else round(clock * 1e6)
    baud = top.baud if baud is None else baud
    folder = Path(folder)
    outputs.check_writable(folder)

    from amaranth.hdl import Fragment

    from bep_hw.build.bitstream.fit import fit, script
    from bep_hw.gateware.bus.tops import BUSES, component
    from bep_hw.gateware.fpga.board import divisor
    from bep_hw.gateware.verilog import convert

    family, platform = families.get(top.family), top.platform()
    top.check(platform, clock)
    cycles_per_bit = divisor(clock, baud)
    tools = [eda.find(*tool) for tool in family.tools.items()]
    with Steps(console, "elaboration") as steps:
        design = (preset.core, "uart", family.technology, cycles_per_bit)
        fragment = Fragment.get(component(*design), None)
        memories = fit(fragment, family, platform.device, f"{preset.name} with the link")
        verilog = convert(component(*design), BUSES["uart"].top)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / REPORT).unlink(missing_ok=True)
        flow = Flow(
            top(verilog, clock),
            platform,
            family,
            tools,
            folder,
            styles=script(memories, BUSES["uart"].top),
        )
        steps.done("elaboration")

        steps.now("synthesis")
        cells, seconds = flow.synthesise()
        steps.done("synthesis", f"{seconds:.0f} s")

        steps.now("floorplan")
        count, seconds = flow.floorplan()
        if count:
            steps.done("floorplan", f"{count} block RAMs, {seconds:.0f} s")

        runs = _route(flow, seeds, jobs, steps)
    report = summary(preset, board, platform.device, clock, baud, family, flow, cells, runs)
    replace_file(folder / REPORT, json.dumps(report, indent=2) + "\n")
    show(console, report, folder)
    return report


def _route(flow, seeds, jobs, steps):
    """[Routed, or None where it did not finish] of seeds 1 to `seeds`, `jobs` at the same time.

    Raises the last `Endless` if no seed finished.
    """
    runs = {}
    with ThreadPoolExecutor(jobs) as pool:
        waiting = {pool.submit(flow.route, seed): seed for seed in range(1, seeds + 1)}
        try:
            for future in as_completed(waiting):
                seed = waiting[future]
                try:
                    runs[seed] = run = future.result()
                    steps.done(f"seed {seed}", f"{run.fmax:.2f} MHz, {run.seconds:.0f} s")
                except Endless as error:
                    runs[seed], endless = None, error
                    steps.done(f"seed {seed}", str(error))
                steps.now(f"place and route, {len(runs)} of {seeds}")
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            eda.stop()
            raise
    if not any(runs.values()):
        raise endless
    return [runs[seed] for seed in sorted(runs)]


def summary(preset, board, device, clock, baud, family, flow, cells, runs):
    """The dictionary that becomes report.json; keeps the best seed's bitstream.

    runs: of all seeds; None is one without an end, and 0 MHz in the median
    """
    best = max(filter(None, runs), key=lambda run: run.fmax)
    median = statistics.median(run.fmax if run else 0 for run in runs)
    bitstream = None
    if best.fmax * 1e6 >= clock:
        bitstream = flow.folder / f"{board}.{family.suffix}"
        shutil.copyfile(flow.folder / best.bitstream, bitstream)
    used = {name: best.used.get(cell, (0, 0))[0] for name, cell in family.cells.items()}
    for name, prefix in family.netlist.items():
        used[name] = sum(number for cell, number in cells.items() if cell.startswith(prefix))
    cycles = cycles_per_sample(preset)
    return {
        **{name: used[name] for name in ("lut", "ff", "bram", "dsp")},
        "fmax_mhz": [run and round(run.fmax, 2) for run in runs],
        "fmax_median_mhz": round(median, 2),
        "bitstream": None if bitstream is None else os.path.abspath(bitstream),
        "versions": {tool.name: tool.version for tool in flow.tools},
        "board": board,
        "device": device,
        "preset": preset.name,
        "layers": list(preset.network.layers),
        "core": dataclasses.asdict(preset.core),
        "clock_mhz": clock / 1e6,
        "baud": baud,
        "best_seed": best.seed,
        "utilisation": best.used,
        "cells": cells,
        "cycles_per_sample": round(cycles, 2),
        "samples_per_second": round(clock / cycles),
        "samples_per_second_at_fmax_median": round(median * 1e6 / cycles),
        "seconds": [run and run.seconds for run in runs],
    }


def show(console, report, folder):
    """What the report says, in a few lines."""
    parts = ", ".join(
        f"{name} {used:,} of {available:,}"
        for name, (used, available) in report["utilisation"].items()
        if available > 1
    )
    say(console, f"{report['device']}: {parts}")
    fmax, clock = report["fmax_median_mhz"], report["clock_mhz"]
    say(
        console,
        f"median Fmax {fmax} MHz, {report['cycles_per_sample']} cycles per sample:"
        f" {quantity(report['samples_per_second_at_fmax_median'])} samples/s;"
        f" {quantity(report['samples_per_second'])} at {clock:g} MHz",
    )
    if report["bitstream"] is None:
        best = max(filter(None, report["fmax_mhz"]))
        say(
            console,
            f"no bitstream: no seed reaches {clock:g} MHz, the best {best} MHz;"
            " try a lower --clock, or more --seeds",
            style="yellow",
        )
    say(console, str(folder / REPORT))
