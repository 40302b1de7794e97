"""The page of what was fuzzed."""

from sim.fuzz.hunt import SORTS

HEAD = """# Fuzzing: frames and accesses that nobody meant

Written by `python -m sim.fuzz --page docs/results/fuzzing.md`; do not edit.

"""


def page(totals):
    """The page, as Markdown, of {sort: Total}."""
    return HEAD + "".join(_section(name, total) for name, total in totals.items())


def _section(name, total):
    sent = sum(total.kinds.values())
    rate = sent / total.seconds
    lines = [
        f"## {SORTS[name].title}",
        "",
        f"{sent:,} {SORTS[name].unit} in {total.seconds / 60:.0f} minutes ({rate:,.0f} a second),"
        f" {total.cycles / 1e6:,.0f} million clock cycles; nothing was found.",
        "",
    ]
    for title, counts in (
        ("sent", total.kinds),
        ("answers", total.answers),
        ("samples and comparisons", total.trained),
    ):
        lines += [f"| {title} | |", "|---|---:|"]
        lines += [f"| {what} | {count:,} |" for what, count in sorted(counts.items())]
        lines.append("")
    return "\n".join(lines) + "\n"
