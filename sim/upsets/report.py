"""Tables and the picture of runs in which bits flipped."""

from collections import Counter

from sim.upsets.kinds import KINDS, REORDERED
from sim.upsets.trial import OUTCOMES

COLOURS = ("#c9d3dc", "#7fb38a", "#e3c56b", "#c8553d", "#1763a6", "#3a2f45")


def shares(rows, size):
    """{kind: Counter of outcomes} of the runs with so many bits."""
    found = {kind: Counter() for kind in (REORDERED, *KINDS)}
    for row in rows:
        if int(row["bits"]) == size or row["kind"] == REORDERED:
            found[row["kind"]][row["outcome"]] += 1
    return {kind: counts for kind, counts in found.items() if counts}


def table(rows, size, bits):
    """Markdown: the share of every outcome, a line for each kind; bits: {kind: bits of state}."""
    lines = [
        f"| state | bits | runs | {' | '.join(OUTCOMES)} | W as its counters say |",
        f"|---|{'---:|' * (len(OUTCOMES) + 3)}",
    ]
    for kind, counts in shares(rows, size).items():
        total = counts.total()
        percents = " | ".join(f"{100 * counts[outcome] / total:.1f}" for outcome in OUTCOMES)
        mine = [r for r in rows if r["kind"] == kind and int(r["bits"]) in (0, size)]
        known = [r for r in mine if r["consistent"]]
        right = sum(r["consistent"] == "True" for r in known)
        share = f"{100 * right / len(known):.1f}" if known else "-"
        lines.append(f"| {kind} | {bits.get(kind, 0):,} | {total} | {percents} | {share} |")
    return "\n".join(lines)


def picture(rows, size, path):
    """A bar for each kind, divided by outcomes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    found = shares(rows, size)
    figure = Figure(figsize=(8, 3.6), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    left = [0.0] * len(found)
    for outcome, colour in zip(OUTCOMES, COLOURS, strict=True):
        widths = [100 * counts[outcome] / counts.total() for counts in found.values()]
        axes.barh(list(found), widths, left=left, color=colour, label=outcome)
        left = [a + b for a, b in zip(left, widths, strict=True)]
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xlabel("runs [%]")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, ncols=3, loc="lower center", bbox_to_anchor=(0.45, 1.0))
    figure.savefig(path, dpi=110)
