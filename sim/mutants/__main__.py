"""Makes mutants of the package, runs the tests of each, and names those that survive.

python -m sim.mutants bep_hw/host --shard 1/2
python -m sim.mutants --sample 40
"""

import argparse
import json
import random
import shlex
import sys
import tempfile
import tomllib
from pathlib import Path

from sim.mutants.mutations import mutants
from sim.mutants.report import page, score_of, show
from sim.mutants.trial import SURVIVED, Trial

ROOMS = ("golden", "spec", "host", "train", "data", "gateware")
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
NAMES = ("file", "function", "line", "becomes")


def equivalents(path=EQUIVALENT):
    """{(file, function, line, what it becomes)} of the mutants that no test can notice."""
    entries = tomllib.loads(path.read_text()).get("mutant", [])
    return {tuple(entry[name] for name in NAMES) for entry in entries}


def made(root, places):
    """(mutants, equivalent ones) of all files at or below `places`."""
    listed, found = equivalents(), []
    for place in places:
        path = root / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            found += mutants(str(file.relative_to(root)), file.read_text())
    wanted = [mutant for mutant in found if mutant.entry not in listed]
    return wanted, [mutant for mutant in found if mutant.entry in listed]


def part(text):
    """(i, n) of "i/n"."""
    index, _, count = text.partition("/")
    if not (index.isdecimal() and count.isdecimal() and 1 <= int(index) <= int(count)):
        raise argparse.ArgumentTypeError(f"{text}: must be i/n with i from 1 to n")
    return int(index), int(count)


def known(path):
    """{key: result} of a file of earlier results, one object a line; the last one counts."""
    if not path.exists():
        return {}
    lines = map(json.loads, path.read_text().splitlines())
    return {line["key"]: line["result"] for line in lines}


def judge(root, wanted, path, again=False, beside=False):
    """Try the mutants that have no result in the file `path`, and add theirs; {key: result}.

    again: whether those that survived before are tried once more, after tests were added
    beside: as in `Trial.judge`
    """
    results = known(path)
    todo = [m for m in wanted if m.key not in results or (again and results[m.key] == SURVIVED)]
    if not todo:
        return results
    with tempfile.TemporaryDirectory() as folder, Trial(root, Path(folder)) as trial:
        for number, mutant in enumerate(todo, 1):
            result = trial.judge(mutant, beside)
            results[mutant.key] = result
            line = {"key": mutant.key, "result": result, "file": mutant.file}
            line |= {"line": mutant.line, "change": mutant.change, "becomes": mutant.becomes}
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a") as file:
                file.write(json.dumps(line) + "\n")
            place = f"{mutant.file}:{mutant.line}"
            print(f"{number}/{len(todo)} {result}: {place}: {mutant.change}", file=sys.stderr)
    return results


def main(arguments=None, root=None):
    """Print the report; status 1 if the score is below `--least`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("places", nargs="*", default=[f"bep_hw/{room}" for room in ROOMS])
    parser.add_argument("--shard", type=part, default="1/1", metavar="I/N", help="part I of N")
    parser.add_argument("--sample", type=int, metavar="N", help="only N of them, drawn at random")
    parser.add_argument("--seed", type=int, default=0, help="of the sample")
    parser.add_argument("--results", type=Path, default=Path("runs/mutants.jsonl"))
    parser.add_argument("--again", action="store_true", help="try the survivors once more")
    beside = "what survives the tests of its file meets all tests of their folder"
    parser.add_argument("--beside", action="store_true", help=beside)
    parser.add_argument("--page", type=Path, help="write docs/results/mutants.md, or another page")
    parser.add_argument("--least", type=float, default=0.0, metavar="PERCENT")
    options = parser.parse_args(arguments)
    root = root or Path.cwd()
    wanted, equivalent = made(root, options.places)
    if options.sample is not None:
        drawn = random.Random(options.seed).sample(wanted, min(options.sample, len(wanted)))
        wanted = sorted(drawn, key=lambda mutant: (mutant.file, mutant.line))
    index, count = options.shard
    wanted = wanted[index - 1 :: count]  # so every part has mutants of all files
    results = judge(root, wanted, options.results, options.again, options.beside)
    show(wanted, results)
    if options.page:
        command = shlex.join(["python", "-m", "sim.mutants", *(arguments or sys.argv[1:])])
        options.page.write_text(page(wanted, results, equivalent, command))
    return int(score_of(wanted, results) < options.least)


if __name__ == "__main__":
    sys.exit(main())
