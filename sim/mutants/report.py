"""What came of the mutants: as text, and as the page docs/results/mutants.md."""

from collections import Counter

from sim.mutants.trial import ENDLESS, SURVIVED

PAGE = """# Mutants

Written by `{command}`; do not edit.

{tried:,} mutants were tried, beside {equivalent} that
`sim/mutants/equivalent.toml` lists as equivalent, each with the reason.
Tests noticed {killed:,}: **{score:.1f} %**. Those that ran out of time are among them.
What a mutant is, and when it counts as killed, is in [verification](../verification.md#mutants).

| file | tried | killed | out of time | survive | equivalent |
|---|---:|---:|---:|---:|---:|
{rows}

## Survivors

{survivors}
"""


def score_of(wanted, results):
    """Killed, in percent of the mutants `wanted`; 100 if there are none."""
    killed = sum(results[mutant.key] != SURVIVED for mutant in wanted)
    return 100 * killed / len(wanted) if wanted else 100.0


def counts_of(wanted, results):
    """{file: Counter of results}."""
    files = {}
    for mutant in wanted:
        files.setdefault(mutant.file, Counter())[results[mutant.key]] += 1
    return files


def show(wanted, results):
    """Print a line for each file, every survivor and the score."""
    for file, counts in counts_of(wanted, results).items():
        print(f"{file}: {counts.total()} mutants, {counts[SURVIVED]} survive")
    for m in wanted:
        if results[m.key] == SURVIVED:
            print(f"survived: {m.file}:{m.line}: {m.change}\n    {m.text}")
    killed = sum(results[mutant.key] != SURVIVED for mutant in wanted)
    print(f"{killed} of {len(wanted)} mutants killed: {score_of(wanted, results):.1f} %")


def page(wanted, results, equivalent, command):
    """The page; equivalent: those that were left out; command: that which writes it."""
    files, left_out = counts_of(wanted, results), Counter(m.file for m in equivalent)
    rows = [_row(f"`{file}`", counts, left_out[file]) for file, counts in sorted(files.items())]
    total = sum(files.values(), Counter())
    rows.append(_row("all", total, left_out.total()))
    survivors = [
        f"- `{m.file}:{m.line}`, `{m.function or 'outside'}`: `{m.text}` becomes `{m.becomes}`"
        for m in wanted
        if results[m.key] == SURVIVED
    ]
    return PAGE.format(
        command=command,
        tried=total.total(),
        equivalent=left_out.total(),
        killed=total.total() - total[SURVIVED],
        score=score_of(wanted, results),
        rows="\n".join(rows),
        survivors="\n".join(survivors) or "None.",
    )


def _row(name, counts, equivalent):
    killed = counts.total() - counts[SURVIVED]
    cells = (counts.total(), killed, counts[ENDLESS], counts[SURVIVED], equivalent)
    return f"| {name} | {' | '.join(f'{cell:,}' for cell in cells)} |"
