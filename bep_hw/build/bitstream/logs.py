"""Reads the logs of Yosys and nextpnr: their progress, and whether they come to an end."""

import re

from bep_hw.support.errors import require

TAIL = 20_000
"""Characters at the end of a log in which the last line of interest is looked for."""

PLACING = 700
"""Iterations after which nextpnr's static placer is given up; what ended took 535 to 570."""

ROUTING = 400
"""Iterations after which its router2 is given up; what ended took 24 to 151."""

ARCS = 500_000
"""Arcs, with those that are ripped up and routed again, after which its router1 is given up; what
ended took 59,000 and 76,000 in an FPGA that is full to 97 %."""

STALLED = {"after": 20, "window": 10, "wires": 300, "left": 0.75}
"""Its router2 is given up as well when, `after` some iterations, more than so many `wires` are
overused, and `left` of those that were `window` iterations before; what ended left 0.14 to 0.25."""

PASS = re.compile(r"^(\d+(?:\.\d+)*)\. (?:Executing |Finished |)([^(\n]*)", re.MULTILINE)
"""The line with which Yosys begins a pass: its number among all, and its name."""

LINES = (
    (r"Packing (\w[^.\n]*)", "packing {}"),
    (r"at initial placer iter (\d+)", "placer, start {}"),
    (r"iter=(\d+) steplen", "placer, iteration {}"),
    (r"at iteration #(\d+), type", "placer, iteration {}"),
    (r"at iteration #(\d+): temp", "placer, refinement {}"),
    (r"Routing (\d+) arcs", "router, {} arcs left"),
    (r"\d+ \| +\d+ +\d+ \| +\d+ +\d+ \| +(\d+)\|", "router, {} arcs left"),
    (r"iter=(\d+) wires=\d+ overused=(\d+)", "router, iteration {}, {} wires overused"),
    (r"check that route is legal", "router, check"),
)
"""Lines of nextpnr that say how far it is, and what is shown for each."""


def synthesis_at(log):
    """The pass that Yosys is in, such as "3.21 ABC pass"; "" before the first one."""
    found = PASS.findall(log[-TAIL:])
    return " ".join(found[-1]).strip(" .") if found else ""


def routing_at(log):
    """The present work of nextpnr, such as "router, 4804 arcs left"; "" before it says so."""
    tail, last, text = log[-TAIL:], -1, ""
    for pattern, shown in LINES:
        *_, found = [None, *re.finditer(pattern, tail)]
        if found and found.start() > last:
            last, text = found.start(), shown.format(*found.groups())
    return text


def hopeless(log):
    """Whether nextpnr, which has printed `log`, does not converge."""
    overused = [int(wires) for wires in re.findall(r"iter=\d+ wires=\d+ overused=(\d+)", log)]
    if len(overused) >= STALLED["after"]:
        before = overused[-1 - STALLED["window"]]
        if overused[-1] > max(STALLED["wires"], STALLED["left"] * before):
            return True
    arcs = re.findall(r"^Info: +(\d+) \| +\d+ +\d+ \|", log, re.MULTILINE)
    if arcs and int(arcs[-1]) >= ARCS:
        return True
    iterations = re.findall(r"^Info: +iter=(\d+) (steplen|wires)", log, re.MULTILINE)
    if not iterations:
        return False
    number, what = iterations[-1]
    if what == "steplen":
        return int(number) >= PLACING and "annealing" not in log
    return int(number) >= ROUTING


def is_placed(log):
    """Whether nextpnr has placed everything and begun to route."""
    return bool(re.search(r"wires=|Routing \d+ arcs", log))


def check_space(log, where):
    """Raise ConfigError if, as nextpnr's log says, there are more cells of a kind than places."""
    for name, used, available in re.findall(r"Info:\s+(\w+):\s+(\d+)/\s*(\d+)\s+\d+%", log):
        require(
            int(used) <= int(available),
            f"{name}: the design needs {int(used):,}, and the device has {int(available):,};"
            f" see {where}",
        )
