"""Flips bits of a simulated core while it trains; see the package.

python -m sim.upsets                       4,000 runs; started again it goes on
python -m sim.upsets --runs 20 --out build/upsets.csv
"""

import argparse
import sys
from pathlib import Path

import numpy as np

from sim.measure.rows import grow, read
from sim.upsets.kinds import KINDS, REORDERED, sizes
from sim.upsets.report import picture, table
from sim.upsets.trial import Trial, cut

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results" / "upsets.csv"
SIZES = (1, 4)
"""Bits side by side that flip together."""

FIELDS = ("kind", "bits", "run", "variable", "word", "bit", "cycle")
FIELDS += ("outcome", "accuracy", "weights", "consistent", "recovered")


def row(trial, kind, size, number):
    """The row of a run, whose flips the other three determine."""
    if kind == REORDERED:
        place, result = ("", 0, 0, 0), trial.reordered(np.random.default_rng(number))
    else:
        rng = np.random.default_rng([number, size, KINDS.index(kind)])
        flips = trial.draw(kind, size, rng)
        result, first = trial.run(flips), flips[0]
        name = first.variable.name.rpartition(".core.")[2].strip()
        place = name, first.word, first.bit, first.cycle
    values = (result.outcome, result.accuracy, result.weights, result.consistent, result.recovered)
    return kind, size, number, *place, *values


def main(arguments=None):
    """Add the runs that are missing to a file; print tables, and draw a picture of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=250, help="for each kind of state and size")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    trial = Trial(cut())
    every = [(REORDERED, 0), *((kind, size) for kind in KINDS for size in SIZES)]
    keys = [(kind, size, number) for number in range(options.runs) for kind, size in every]

    def made(kind, size, number):
        print(f"{number + 1} of {options.runs}: {kind}", file=sys.stderr, flush=True)
        return row(trial, kind, size, number)

    grow(options.out, FIELDS, keys, made)
    found = read(options.out)
    bits = sizes(trial.parts)
    for size in SIZES:
        print(f"{size} bit" + "s side by side" * (size > 1), table(found, size, bits), sep="\n\n")
    hung = [r for r in found if r["outcome"] == "hangs"]
    print(f"\n{sum(r['recovered'] == 'True' for r in hung)} of {len(hung)} train after a reset")
    print(f"without flips: {trial.reference[2]:.2f} % right, {trial.cycles:,} cycles of training")
    picture(found, SIZES[0], options.out.with_suffix(".png"))


if __name__ == "__main__":
    main()
