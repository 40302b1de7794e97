"""Measures what learning costs, in gates, bits and energy: docs/results/cost.md.

    python -m sim.measure.cost --out build/cost          # everything
    python -m sim.measure.cost --only blocks,small       # without the large core
    python -m sim.measure.cost --library other.lib       # with other cells

Mapped netlists, trained states and finished sections are kept: a run that was stopped goes on where
it was. Ends with exit status 2, and one line, if a tool, a library or a data set is missing.
"""

import argparse
import sys
from pathlib import Path

from rich.console import Console

import bep_hw.support.threads  # noqa: F401 (before anything imports numpy)
from bep_hw.support.display import say
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import replace_file
from bep_hw.support.processors import cores
from sim.measure.cost import joules, liberty, plot, report, rows, sections, table2
from sim.measure.cost.measure import SRAM_ENERGY
from sim.measure.cost.netlist import WIRE
from sim.measure.cost.side_by_side import measured


def arguments(words=None):
    """The parsed command line."""
    parser = argparse.ArgumentParser(
        prog="python -m sim.measure.cost",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--out", type=Path, default=Path("build/cost"), help="folder of results")
    parser.add_argument(
        "--library",
        dest="cell_library",
        metavar="FILE",
        type=Path,
        default=liberty.DEFAULT,
        help="Liberty file of the cells",
    )
    parser.add_argument(
        "--wire", type=float, default=WIRE, help="wire capacitance per driven pin [pF]"
    )
    parser.add_argument(
        "--sram", type=float, default=SRAM_ENERGY, help="energy of 64 bits from a memory [pJ]"
    )
    parser.add_argument("--data", type=Path, help="folder of data sets")
    parser.add_argument(
        "--only", default=",".join(sections.SECTIONS), help="sections, separated by commas"
    )
    parser.add_argument(
        "--jobs", type=int, default=cores(), help="sections that are measured side by side"
    )
    return parser.parse_args(words)


def main(words=None):
    """Measure, and write cost.csv, cost_tables.md and cost.png; the exit status."""
    options, console = arguments(words), Console()
    try:
        require(options.jobs >= 1, f"--jobs {options.jobs}: must be at least 1")
        wanted = options.only.split(",")
        for name in wanted:
            require(
                name in sections.SECTIONS,
                f"--only {name}: must be of {', '.join(sections.SECTIONS)}",
            )
        require(options.wire >= 0, f"--wire {options.wire}: must be at least 0")
        require(options.sram >= 0, f"--sram {options.sram}: must be at least 0")
        library = liberty.read(options.cell_library)
        options.out.mkdir(parents=True, exist_ok=True)
        found = measured(wanted, options)
        found += joules.rows(found)
    except (ConfigError, OSError) as error:
        print(f"sim.measure.cost: {error}", file=sys.stderr)
        return 2
    replace_file(options.out / "cost.csv", rows.text(found))
    lines = (*table2.lines(found), *joules.lines(found))
    page = report.tables(found, library, options.wire) + "\n" + "\n".join(lines)
    replace_file(options.out / "cost_tables.md", page.rstrip() + "\n")
    missing = plot.write(options.out / "cost.png", found)
    if missing:
        say(console, missing)
    say(console, f"{options.out}: cost.csv, cost_tables.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
