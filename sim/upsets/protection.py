"""Measures what check bits of the counters find, and what they cost.

    python -m sim.upsets.protection            # ten minutes on one core

Bits of a word of counters flip while a core trains, see `sim.upsets`; and Yosys counts the cells of
a core for an ECP5. All runs are in docs/results/protection.csv, the tables in protection.md.
"""

import argparse
import csv
import dataclasses
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np

from bep_hw.build.verilog.core import emit
from bep_hw.gateware.technology import PROTECTIONS
from bep_hw.spec import presets
from sim.measure.areas import TARGETS, counts, synthesise
from sim.upsets.trial import Trial, cut

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results" / "protection.csv"
SIZES = (1, 2, 3)
"""Bits of a word that flip together, anywhere in it."""

PRESETS = ("digits-icebreaker",)
FIELDS = ("protection", "bits", "run", "word", "cycle", "outcome")
CELLS = {"luts": "LUT4", "registers": "flip-flops", "block_rams": "block RAMs"}

HEAD = """# Check bits of the counters

Written by `python -m sim.upsets.protection`; do not edit.

The counters are the only large memory that nothing is made from: W is made from them anew in every
minibatch. With `bep-hw emit --technology parity` every word of them has a check bit, which finds an
odd number of flips. With `--technology secded` it has those of Hsiao's code: one flip is corrected
when the word is read, and the right word is written back with the row's next commit; two are found.
What is found and not corrected sets the bit `memory` of the register `errors`. A word that is never
read again is not checked.

## What is found

Bits of one word of counters flip in one cycle, at random, check bits included, while a small core
(256-32-32-10, words of 288 bits) trains 12 minibatches of digits; {runs} runs a line, in percent:

"""

COSTS = """

All runs: [protection.csv](protection.csv).

## What it costs

Yosys, `synth_ecp5`, without place and route. A word of digits-icebreaker has 4 counters of 8 bits,
and with SECDED 7 check bits; words of 288 bits have 10.

"""


def flips(trial, size, rng):
    """`size` flips of any bits of a word of counters, check bits included."""
    first = trial.draw("counters", 1, rng)[0]
    bits = rng.choice(first.variable.bits, size, replace=False)
    return [dataclasses.replace(first, bit=int(bit)) for bit in bits]


def rows_of(protection, count):
    """Rows of `count` runs for each size."""
    trial = Trial(cut(), protection)
    for size in SIZES:
        for number in range(count):
            drawn = flips(trial, size, np.random.default_rng([number, size]))
            outcome = trial.run(drawn).outcome
            yield protection, size, number, drawn[0].word, drawn[0].cycle, outcome


def found(rows):
    """Markdown: what came of flips, by protection and number of bits."""
    lines = [
        "| check bits | flips | told by `errors` | trains as without flips | else, in silence |",
        "|---|---:|---:|---:|---:|",
    ]
    for protection in PROTECTIONS:
        for size in SIZES:
            mine = Counter(
                row["outcome"]
                for row in rows
                if row["protection"] == protection and int(row["bits"]) == size
            )
            told, same = mine["told by errors"], mine["no effect"]
            shares = (told, same, mine.total() - told - same)
            percents = " | ".join(f"{100 * share / mine.total():.1f}" for share in shares)
            lines.append(f"| {protection} | {size} | {percents} |")
    return "\n".join(lines)


def price(names):
    """Markdown: cells of presets for an ECP5, by protection."""
    lines = [f"| core | check bits | {' | '.join(CELLS.values())} |", "|---|---|---:|---:|---:|"]
    for name in names:
        for protection in PROTECTIONS:
            technology = "portable" if protection == "none" else protection
            with tempfile.TemporaryDirectory() as folder:
                emit(presets.get(name), Path(folder), technology=technology)
                verilog = (Path(folder) / "bep_core.v").read_text()
            cells = counts(synthesise(verilog, TARGETS[0]), TARGETS[0])
            values = " | ".join(str(cells[kind]) for kind in CELLS)
            lines.append(f"| {name} | {protection} | {values} |")
            print(lines[-1], file=sys.stderr, flush=True)
    return "\n".join(lines)


def main(arguments=None):
    """Do all of it, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=200, help="for each line of the table")
    parser.add_argument("--out", type=Path, default=RESULTS)
    parser.add_argument("presets", nargs="*", default=list(PRESETS))
    options = parser.parse_args(arguments)
    with options.out.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        for protection in PROTECTIONS:
            writer.writerows(rows_of(protection, options.runs))
            file.flush()
    with options.out.open(encoding="utf-8") as file:
        table = found(list(csv.DictReader(file)))
    text = HEAD.format(runs=options.runs) + table + COSTS + price(options.presets) + "\n"
    options.out.with_suffix(".md").write_text(text)


if __name__ == "__main__":
    main()
