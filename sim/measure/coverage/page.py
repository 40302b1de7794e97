"""Writes docs/results/coverage.md, and every number as CSV."""

import csv
import io
from collections import Counter
from pathlib import Path

from sim.measure.coverage.blocks import by_block
from sim.measure.coverage.cores import REFERENCES
from sim.measure.coverage.counted import functional
from sim.measure.coverage.result import CONSTANT, COVERED, OPEN, STRUCTURAL, WAIVED, share

COMMAND = "python -m sim.measure.coverage"
TEXT = Path(__file__).with_name("page.txt").read_text()


def _percent(value):
    return "-" if value is None else "100" if value == 100 else f"{min(value, 99.99):.2f}"


def _cell(found):
    return f"{found[COVERED]:,} of {found[COVERED] + found[OPEN]:,}"


def _table(header, rows):
    aligned = "|---|" + "---:|" * (len(header) - 1)
    lines = [f"| {' | '.join(header)} |", aligned, *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)


def summary(results):
    """Table of the reference cores; {name: Result}."""
    rows = []
    for name, found in results.items():
        shares = [_percent(share(found.total(kind))) for kind in STRUCTURAL]
        toggles = found.total("toggle")
        waived = sum(found.total(kind)[WAIVED] for kind in STRUCTURAL)
        rows.append(
            (f"`{name}`", REFERENCES[name].what, *shares, f"{toggles[CONSTANT]:,}", f"{waived:,}")
        )
    kinds = [f"{kind} [%]" for kind in STRUCTURAL]
    return _table(("core", "what", *kinds, "constant", "waived"), rows)


def modules(found):
    """Table of the modules of a core."""
    names = sorted({module for module, _, _ in found.counts})
    rows = [
        (f"`{module}`", *(_cell(found.total(kind, module)) for kind in STRUCTURAL))
        for module in names
    ]
    return _table(("module", *STRUCTURAL), rows)


def blocks(results):
    """Table of the blocks, each with its modules of all reference cores."""
    rows = [
        (block, *(_percent(share(kinds.get(kind, Counter()))) for kind in STRUCTURAL))
        for block, kinds in by_block(results).items()
    ]
    return _table(("block", *(f"{kind} [%]" for kind in STRUCTURAL)), rows)


def cases(results):
    """(table of the functional points, how many of them occurred, how many there are)."""
    rows, hit, every = [], 0, 0
    for point in functional():
        cells = []
        for name in point.cores:
            if name not in results:
                continue
            count = cycles(results[name], point)
            every, hit = every + 1, hit + (count > 0)
            cells.append(f"{name} {count:,}")
        rows.append((f"`{point.module}`", point.case.replace("|", r"\|"), ", ".join(cells)))
    table = _table(("module", "case", "clock cycles in which it occurred"), rows)
    return table.replace("|---|---:|---:|", "|---|---|---|"), hit, every


def cycles(found, point):
    """Clock cycles in which a functional point occurred in a core."""
    return sum(
        count
        for (module, source), count in found.functional.items()
        if module == point.module and f"{point.when} )" in source
    )


def open_points(results, most=40):
    """List of points that are neither covered nor excused, but toggles only by module."""
    lines = []
    for name, found in results.items():
        lines += [
            f"- `{name}`, `{module}`, {point.kind}: `{source}` ({point.what})"
            for module, point, source in found.open
            if point.kind in ("line", "branch")
        ]
    return "\n".join(lines[:most]) or "None."


def text(results, python, waived, seconds):
    """The page.

    python: {room: numbers} of `rooms`, or None; waived: list of Waiver; seconds: {run: time}
    """
    table, hit, every = cases(results)
    details = "\n\n".join(f"### {name}\n\n{modules(found)}" for name, found in results.items())
    return TEXT.format(
        command=COMMAND,
        summary=summary(results),
        blocks=blocks(results),
        missing=_missing(results),
        open=open_points(results),
        cases=table,
        hit=hit,
        every=every,
        waived=_waived(waived),
        python=_python(python),
        details=details,
        minutes=f"{sum(seconds.values()) / 60:.0f}",
        runs=len(seconds),
    )


def _missing(results):
    left = [f"`{name}` ({REFERENCES[name].what})" for name in REFERENCES if name not in results]
    return f"Not measured in this run: {'; '.join(left)}." if left else "All reference cores."


def _waived(waived):
    rows = [
        (f"`{one.module}`", one.kind, f"`{one.source}`".replace("|", "\\|"), one.reason)
        for one in waived
    ]
    return _table(("module", "kind", "line", "reason"), rows).replace("---:", "---")


def _python(python):
    if python is None:
        return "Not measured in this run (`--only python`)."
    rows = [
        (f"`{room}`", f"{a:,} of {b:,}", _percent(100 * a / b if b else None), f"{c:,} of {d:,}")
        for room, (a, b, c, d) in python.items()
    ]
    a, b, c, d = (sum(numbers[i] for numbers in python.values()) for i in range(4))
    rows.append(("all", f"{a:,} of {b:,}", _percent(100 * a / b), f"{c:,} of {d:,}"))
    return _table(("room of `bep_hw`", "branches", "[%]", "statements"), rows)


def numbers(results):
    """CSV of every count."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    states = (COVERED, OPEN, CONSTANT, WAIVED)
    writer.writerow(("core", "module", "kind", *states))
    for name, found in results.items():
        for module, kind in sorted({(module, kind) for module, kind, _ in found.counts}):
            row = found.total(kind, module)
            writer.writerow((name, module, kind, *(row[state] for state in states)))
    return stream.getvalue()
