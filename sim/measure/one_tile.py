"""Measures one tile with 1, 2 and 4 samples per tile read: cycles, LUTs, block RAMs.

    python -m sim.measure.one_tile           # ten minutes; needs FashionMNIST

A network trains in numpy; at the start of some epochs, minibatches go through the cycle model and
the simulated core; exit code 1 unless the cycles are equal. Every core is then synthesised for a
board. The results go into docs/results/one_tile.csv; a synthesis that the output folder holds is
not done again.
"""

import argparse
import csv
import dataclasses
import json
from pathlib import Path

from rich.console import Console

from bep_hw.build.bitstream.build import build
from bep_hw.cycles.model import predict
from bep_hw.spec import presets
from sim.measure.cores import point
from sim.measure.measure_cycles import MINIBATCHES, epochs, events, simulated_cycles

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results" / "one_tile.csv"
PRESET, BOARD, EPOCHS = "fmnist-135", "ulx3s-85f", (1, 10)
CLOCK = 50_000_000
"""[Hz], for LUTs per 1,000 samples per second."""

TILE, LANES, POPCOUNT_STAGES = (27, 27), 54, 2
SAMPLES = (1, 2, 4)


def presets_of():
    """{S: Preset} of the cores; banks grow with S, as each sample has its own."""
    shape = {"tile": TILE, "lanes": LANES, "popcount_stages": POPCOUNT_STAGES}
    return {
        count: dataclasses.replace(
            presets.get(PRESET),
            **shape,
            name=f"{PRESET}-s{count}",
            samples_per_read=count,
            banks=4 * count,
        )
        for count in SAMPLES
    }


def cycles(cores):
    """{(S, epoch): (predicted, simulated)} cycles per sample."""
    preset, found = cores[SAMPLES[0]], {}
    batch = preset.training.batch_size
    for epoch, golden, settings, bits, labels in epochs(preset, max(EPOCHS)):
        if epoch not in EPOCHS:
            continue
        bits, labels = (part[: MINIBATCHES * batch] for part in (bits, labels))
        happened = events(golden, settings, bits, labels, batch, TILE[0])
        for count, one in cores.items():
            usage = predict(preset.network, one.core, settings.groups, batch, happened)
            simulated = simulated_cycles(preset, golden, one.core, settings, bits, labels)
            found[count, epoch] = usage.cycles / len(labels), simulated / len(labels)
            print(f"S = {count}, epoch {epoch}: predicted {usage.cycles}, simulated {simulated}",
                  flush=True)  # fmt: skip
    return found


def built(preset, folder):
    """The measured core, as in points.json; LUTs are estimated from the netlist's cells."""
    kept = folder / preset.name / "report.json"
    if not kept.exists():
        build(preset, BOARD, kept.parent, Console(), until="synthesise")
    return point(json.loads(kept.read_text()), held_out=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", type=Path, default=Path("build/one_tile"))
    arguments = parser.parse_args()
    cores = presets_of()
    found = cycles(cores)
    rows = []
    for count, preset in cores.items():
        row = {"samples_per_read": count, "banks": preset.banks}
        for epoch in EPOCHS:
            predicted, simulated = found[count, epoch]
            row |= {f"predicted_{epoch}": predicted, f"simulated_{epoch}": simulated}
        core = built(preset, arguments.output)
        row |= {name: core[name] for name in ("lut", "ff", "bram")}
        cycles_late = found[count, EPOCHS[-1]][0]
        row["luts_per_1000_samples_per_s"] = round(core["lut"] * cycles_late * 1000 / CLOCK, 1)
        rows.append(row)
    with RESULTS.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    raise SystemExit(any(predicted != simulated for predicted, simulated in found.values()))


if __name__ == "__main__":
    main()
