"""report.json: what a build found, as far as it went."""

import dataclasses
import os
import statistics

from bep_hw.cycles.estimate import cycles_per_sample
from bep_hw.support.display import quantity, say


def report(build):
    """The dictionary that becomes report.json; None for what later steps would have found.

    build: a `steps.Build`; seeds that did not end have None, and count as 0 MHz in the median
    """
    runs, best, preset = build.routed or None, build.best, build.preset
    median = runs and statistics.median(run.fmax if run else 0 for run in runs)
    cycles = _cycles(preset)
    return {
        **used(build),
        "fmax_mhz": runs and [run and round(run.fmax, 2) for run in runs],
        "fmax_median_mhz": runs and round(median, 2),
        "bitstream": build.bitstream and os.path.abspath(build.bitstream),
        "versions": {tool.name: tool.version for tool in build.tools},
        "step": build.step,
        "board": build.board,
        "device": build.platform.device,
        "preset": preset.name,
        "layers": list(preset.network.layers),
        "core": dataclasses.asdict(preset.core),
        "clock_mhz": build.clock / 1e6,
        "baud": build.baud,
        "best_seed": best and best.seed,
        "utilisation": best and best.used,
        "cells": build.cells,
        "cycles_per_sample": round(cycles, 2),
        "samples_per_second": round(build.clock / cycles),
        "samples_per_second_at_fmax_median": runs and round(median * 1e6 / cycles),
        "seconds": runs and [run and run.seconds for run in runs],
    }


def _cycles(preset):
    """Cycles per sample of the core, or those of its encoder if that takes more."""
    core = preset.core
    encoder = core.encoder.most_cycles(core.tile_columns) if core.encoder else 0
    return max(cycles_per_sample(preset), encoder)


def used(build):
    """{name: number} of LUTs, flip-flops, block RAMs and multipliers, None where unknown."""
    family, numbers = build.family, dict.fromkeys(("lut", "ff", "bram", "dsp"))
    numbers["bram"] = build.block_rams
    if build.best:
        for name, cell in family.cells.items():
            numbers[name] = build.best.used.get(cell, (0, 0))[0]
    if build.cells:
        for name, prefix in family.netlist.items():
            found = [number for cell, number in build.cells.items() if cell.startswith(prefix)]
            numbers[name] = sum(found)
    return numbers


def show(console, report, folder):
    """The report in a few lines."""
    if report["utilisation"]:
        parts = ", ".join(
            f"{name} {used:,} of {available:,}"
            for name, (used, available) in report["utilisation"].items()
            if available > 1
        )
        say(console, f"{report['device']}: {parts}")
    show_speed(console, report)
    say(console, str(folder))


def show_speed(console, report):
    """Clock and samples per second, routed or not."""
    clock = report["clock_mhz"]
    cycles = f"{report['cycles_per_sample']} cycles per sample"
    at_clock = f"{quantity(report['samples_per_second'])} samples/s at {clock:g} MHz"
    if not report["fmax_mhz"]:
        say(console, f"{cycles}: {at_clock}, if it reaches that")
        return
    rate = quantity(report["samples_per_second_at_fmax_median"])
    at_clock = at_clock.replace(" samples/s", "")
    say(
        console,
        f"median Fmax {report['fmax_median_mhz']} MHz, {cycles}: {rate} samples/s; {at_clock}",
    )
    best = max(filter(None, report["fmax_mhz"]))
    if best < clock:
        say(
            console,
            f"no bitstream: no seed reaches {clock:g} MHz, the best {best} MHz;"
            " try a lower --clock, or more --seeds",
            style="yellow",
        )
