"""Fuzzes a simulated core behind its serial line and its buses; see the package.

python -m sim.fuzz                       a million of each; started again it goes on
python -m sim.fuzz link --count 20000 --seed 5
"""

import argparse
import json
import sys
import time
from pathlib import Path

from sim.fuzz.hunt import BLOCK, SORTS, Found, Total, block, fails, shrunk
from sim.fuzz.report import page


def load(path):
    """{sort: {block: its Total as a dictionary}} of a file of results; empty if there is none."""
    return json.loads(path.read_text()) if path.exists() else {}


def hunt(name, options, results):
    """Send blocks of a sort until there are enough; False once something is found."""
    done = results.setdefault(name, {})
    blocks, end = -(-options.count // BLOCK), time.monotonic() + 60 * options.minutes
    for number in range(blocks):
        key = f"{options.seed}/{number}"
        if key in done:
            continue
        if time.monotonic() > end:
            print(f"{name}: time is over after {number} of {blocks} blocks")
            break
        try:
            total = block(name, f"{name}/{key}", min(BLOCK, options.count))
        except Found as found:
            tell(name, f"{name}/{key}", found)
            return False
        done[key] = vars(total)
        options.results.parent.mkdir(parents=True, exist_ok=True)
        options.results.write_text(json.dumps(results))
        sent = sum(total.kinds.values())
        print(
            f"{name}: block {number + 1} of {blocks}, {sent / total.seconds:,.0f}"
            f" {SORTS[name].unit} per second",
            flush=True,
        )
    return True


def tell(name, seed, found):
    """Print what was found, and the least that leads to it."""
    print(f"{name}, seed {seed}: {found}")
    if not fails(name, seed, found.start, found.sent):
        print("not found again from where the core was right the last time")
        return
    least = shrunk(lambda sent: fails(name, seed, found.start, sent), found.sent)
    print(f"{fails(name, seed, found.start, least)}: after {len(least)} of {SORTS[name].unit}")
    for item in least:
        print("   ", item.hex() if isinstance(item, bytes) else item)


def main(arguments=None):
    """Status 1 if something was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sorts", nargs="*", default=list(SORTS), metavar="SORT")
    parser.add_argument("--count", type=int, default=1_000_000, help="frames or accesses of each")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=600, help="for each, at most")
    parser.add_argument("--results", type=Path, default=Path("runs/fuzz.json"))
    parser.add_argument("--page", type=Path, help="write a page of all results")
    options = parser.parse_args(arguments)
    for name in options.sorts:
        if name not in SORTS:
            parser.error(f"{name}: must be one of {', '.join(SORTS)}")
    results = load(options.results)
    right = all([hunt(name, options, results) for name in options.sorts])
    totals = {name: Total.summed(blocks.values()) for name, blocks in results.items() if blocks}
    if options.page:
        options.page.write_text(page(totals))
    return int(not right)


if __name__ == "__main__":
    sys.exit(main())
