"""The page of what was fuzzed."""

from sim.fuzz.hunt import AFTER, EVERY, SORTS

HEAD = f"""# Fuzzing: frames and accesses that nobody meant

Written by `python -m sim.fuzz --page docs/results/fuzzing.md`; do not edit.
[Verification](../verification.md#fuzzing) says what is sent and judged. Nothing was found in what
this page counts; the command stops with what it finds.

After every {EVERY} of what is sent the core is compared with the golden model, and after {AFTER} if
something was written since by which another network is trained. `trained as golden` counts
comparisons in which samples had been learnt, and results and counters were equal; `untouched`
those in which the network had been changed and no sample learnt, and counters were as before.
`learnt`, `predicted` and `label is no class` are samples that the core took for the former.

"""


def page(totals):
    """The page, as Markdown, of {sort: Total}."""
    every = sum(sum(total.kinds.values()) for total in totals.values())
    return HEAD + f"{every:,} in all.\n\n" + "\n".join(map(_section, totals, totals.values()))


def _section(name, total):
    """A table of one sort for each thing that is counted."""
    sent, unit = sum(total.kinds.values()), SORTS[name].unit
    lines = [
        f"## {SORTS[name].title}",
        "",
        f"{sent:,} {unit}, {total.cycles / 1e6:,.0f} million clock cycles,"
        f" {total.seconds / 60:,.0f} minutes on a shared machine.",
        "",
    ]
    for title, counts in (
        ("sent", total.kinds),
        ("answers", total.answers),
        ("samples and comparisons", total.trained),
    ):
        found = [(what, count) for what, count in sorted(counts.items()) if count]
        lines += [f"| {title} | |", "|---|---:|"]
        lines += [*(f"| {what} | {count:,} |" for what, count in found), ""]
    return "\n".join(lines)
