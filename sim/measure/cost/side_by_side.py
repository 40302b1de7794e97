"""Measures sections in processes side by side, and keeps what each of them has found."""

import json
import os
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console

from bep_hw.support.cache import digest
from bep_hw.support.display import say
from bep_hw.support.files import replace_file
from sim.measure.cost import liberty, rows, sections

SHOWN = ("__main__.py", "report.py", "plot.py", "table2.py", "joules.py", "side_by_side.py")
"""Files that change no number."""

SOURCES = [
    path
    for path in sorted(Path(__file__).parent.rglob("*"))
    if path.suffix in (".py", ".cpp") and path.name not in SHOWN
]


def measured(wanted, options):
    """Rows of these sections, in processes side by side, in the order of `sections.SECTIONS`."""
    names = [name for name in sections.SECTIONS if name in wanted]
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as pool:
        work = {n: pool.submit(_section, n, options) for n in names if n not in sections.AFTER}
        for name in names:
            if name in sections.AFTER:
                first = work.get(sections.AFTER[name])
                if first:
                    first.result()
                work[name] = pool.submit(_section, name, options)
        try:
            return [row for name in names for row in work[name].result()]
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _section(name, options):
    """Rows of a section, measured unless the folder has them."""
    started, before, console = time.monotonic(), sum(os.times()[:4]), Console()
    library = liberty.read(options.cell_library)
    texts = [path.read_bytes() for path in SOURCES]
    cells = library.path.read_bytes()
    key = digest(name, repr((options.wire, options.sram)), cells, *texts)
    path = options.out / f"{name}.json"
    if path.exists():
        kept = json.loads(path.read_text())
        if kept["key"] == key:
            say(console, f"{name}: measured before")
            return [rows.Row(*row) for row in kept["rows"]]
    tell = lambda text: say(console, text)  # noqa: E731
    found = sections.SECTIONS[name](options, library, tell)
    kept = {"key": key, "rows": [list(vars(row).values()) for row in found]}
    replace_file(path, json.dumps(kept))
    took, busy = time.monotonic() - started, sum(os.times()[:4])
    say(console, f"{name}: {took:.0f} s, and of the processors {busy - before:.0f} s")
    return found
