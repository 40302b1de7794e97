"""Builds the bitstreams of all boards, with a manifest: `make bitstreams`.

    python -m sim.bitstreams                          # into build/bitstreams, five seeds of each
    python -m sim.bitstreams --boards icebreaker      # of some boards
    python -m sim.bitstreams --until elaborate        # only look whether every core fits its board

Each board has a folder, as `bep-hw build` writes it, so that what is done there stays valid:
started again, it does only what is missing. manifest.json is written after every board.
"""

import argparse
import hashlib
import json
import sys
import tomllib
from pathlib import Path

from rich.console import Console

from bep_hw import __version__
from bep_hw.build.bitstream import boards
from bep_hw.build.bitstream.build import LAST, build
from bep_hw.spec import presets
from bep_hw.support.errors import ConfigError, check_known
from bep_hw.support.files import replace_file

CHOSEN = "bitstreams.toml"
"""{board: preset and options}, in the folder of the boards."""

MANIFEST = "manifest.json"

FROM_REPORT = (
    *("preset", "device", "clock_mhz", "baud", "step", "best_seed", "fmax_mhz"),
    *("fmax_median_mhz", "versions"),
)


def chosen():
    """{board: {"preset": name, and options of `build`}} of all boards."""
    table = tomllib.loads((boards.folder() / CHOSEN).read_text())
    for options in table.values():
        if "sites" in options:
            options["sites"] = boards.folder() / options["sites"]
    return table


def entry(report, folder):
    """What the manifest says of a board, from the dictionary in its report.json.

    Its files are named relative to `folder`, each with its SHA-256.
    """
    found = {name: report[name] for name in FROM_REPORT}
    files = [Path(report["bitstream"])] if report["bitstream"] else []
    found["sha256"] = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }
    return found


def build_all(names, out, console, *, seeds, jobs, until=LAST):
    """Build for the boards called `names` into `out`; the names of those that failed.

    seeds, jobs, until: as of `build`
    """
    table, out, failed = chosen(), Path(out).absolute(), []
    place = out / MANIFEST
    known = json.loads(place.read_text())["boards"] if place.exists() else {}
    for name in names:
        options = dict(table[name])
        preset = presets.get(options.pop("preset"))
        console.print(f"{name}: {preset.name}", style="bold")
        try:
            report = build(preset, name, out / name, console,
                           seeds=seeds, jobs=jobs, until=until, **options)  # fmt: skip
        except ConfigError as error:
            console.print(f"{name}: {error}", style="red", soft_wrap=True)
            failed.append(name)
            known.pop(name, None)
        else:
            known[name] = {"seeds": seeds, **entry(report, out)}
        out.mkdir(parents=True, exist_ok=True)
        manifest = {"bep_hw": __version__, "boards": dict(sorted(known.items()))}
        replace_file(place, json.dumps(manifest, indent=2) + "\n")
    console.print(str(place), soft_wrap=True)
    return failed


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("build/bitstreams"))
    parser.add_argument("--boards", help="only these, with commas between")
    parser.add_argument("--seeds", type=int, default=5, help="of place and route")
    parser.add_argument("--jobs", type=int, default=1, help="seeds at the same time")
    parser.add_argument("--until", default=LAST, help="the last step, as of bep-hw build")
    given = parser.parse_args(arguments)
    names = list(chosen()) if given.boards is None else given.boards.split(",")
    try:
        for name in names:
            check_known("board", name, chosen())
        failed = build_all(
            names, given.out, Console(), seeds=given.seeds, jobs=given.jobs, until=given.until
        )
    except ConfigError as error:
        print(f"sim.bitstreams: error: {error}", file=sys.stderr)
        return 2
    if failed:
        print(f"not built: {', '.join(failed)}; see the messages above", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
