"""From a board's top to bitstreams: synthesis and a floorplan once, then every seed.

What a step has finished stays in the folder, with a key of all that went into it, and is not
done again while the key is the same.
"""

import json
import re
import time
from dataclasses import dataclass

from bep_hw.build.bitstream import floorplan
from bep_hw.support.cache import digest
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import replace_file

TOP = "top"
NETLIST = f"{TOP}.json"
PLANNED = "planned.json"
"""The netlist with sites for its block RAMs, if the family wants a floorplan."""

PLACED = "placed.json"
CELLS = "cells.json"

PASSES = 2
"""Placements from which sites are chosen, each with those that the one before has led to."""


PLACING = 700
"""Iterations after which nextpnr's static placer is given up; what ended took 535 to 570."""

ROUTING = 400
"""Iterations after which its router2 is given up; what ended took 24 to 138."""

ARCS = 500_000
"""Arcs, with those that are ripped up and routed again, after which its router1 is given up; what
ended took 59,000 and 76,000 in an FPGA that is full to 97 %."""

STALLED = {"after": 20, "window": 10, "wires": 300, "left": 0.75}
"""Its router2 is given up as well when, `after` some iterations, more than so many `wires` are
overused, and `left` of those that were `window` iterations before; what ended left 0.14 to 0.25."""


class Endless(ConfigError):
    """Place and route comes to no end."""


def hopeless(log):
    """Whether nextpnr, which has printed `log`, turns in circles."""
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


@dataclass(frozen=True, kw_only=True)
class Routed:
    """A placed and routed design.

    fmax: of the clock of the core [MHz]
    used: {cell: [used, available]}, cells as nextpnr calls them
    bitstream: name of the file in the folder
    """

    seed: int
    fmax: float
    used: dict
    bitstream: str
    seconds: float


def check_space(text, where):
    """Raise ConfigError if, as nextpnr's log says, there are more cells of a kind than places."""
    for name, used, available in re.findall(r"Info:\s+(\w+):\s+(\d+)/\s*(\d+)\s+\d+%", text):
        require(
            int(used) <= int(available),
            f"{name}: the design needs {int(used):,}, and the device has {int(available):,};"
            f" see {where}",
        )


def _talkative(arguments):
    """Arguments of a tool without those that make it quiet or write a log."""
    words = _without(arguments, ("-l", "--log"))
    return [word for word in words if word not in ("-q", "--quiet")]


def _without(arguments, options):
    """Arguments of a tool without these options, each of which has a value."""
    words = iter(arguments)
    for word in words:
        if word in options:
            next(words)
        else:
            yield word


class Flow:
    """The steps for one top on one platform, in one folder.

    family: a `Family`; tools: its `tools`, found; folder: where all files go
    styles: commands of Yosys for the design as it is read
    """

    def __init__(self, top, platform, family, tools, folder, *, styles=""):
        self.family, self.tools, self.folder = family, tools, folder
        self.device = platform.device
        self.netlist = PLANNED if family.floorplan else NETLIST
        plan = platform.prepare(
            top,
            TOP,
            emit_src=False,
            script_after_read=styles,
            script_after_synth=f"tee -q -o {CELLS} stat -json",
            **family.options,
        )
        self.files = {
            name: text
            for name, text in plan.files.items()
            if not name.startswith("build_") and not name.endswith(".debug.v")
        }
        steps = json.loads(plan.files[f"build_{TOP}.json"])["commands"]
        # The tools in them are ours, and their output is in logs of ours.
        self.commands = [_talkative(arguments) for _, *arguments in steps]
        self.commands[1] = [self.netlist if word == NETLIST else word for word in self.commands[1]]
        self.key = self._key(*(name + text for name, text in sorted(self.files.items())))

    def synthesise(self):
        """{type: number} of the cells of the netlist, and the time that it took [s]."""
        command, tool = self.commands[0], self.tools[0]

        def work():
            for name, text in self.files.items():
                replace_file(self.folder / name, text)
            tool.run(command, self.folder, "yosys.log")
            statistics = self._read(CELLS)
            return {"cells": statistics["design"]["num_cells_by_type"]}

        done = self._once("synthesis", self._key(self.key, *command), work, [NETLIST])
        return done["cells"], done["seconds"]

    def floorplan(self):
        """Choose sites for all block RAMs; how many there are, and the time that it took [s].

        Nothing for a family without floorplans. `Endless` if no placer comes to an end.
        """
        if not self.family.floorplan:
            return 0, 0
        kind = self.family.cells["bram"]
        place = [*self.commands[1], "--timing-allow-fail", "--no-route", "--write", PLACED]

        def work():
            netlist = self._read(NETLIST)
            count = len(floorplan.cells_of(netlist, kind))
            sites = self._sites(kind) if count else []
            for number in range(PASSES if count else 0):
                self._write(PLANNED, netlist)
                self._place_and_route(place, f"floorplan{number + 1}")
                plan = floorplan.matched(self._read(PLACED), kind, sites)
                floorplan.fix(netlist, plan)
            self._write(PLANNED, netlist)
            return {"count": count}

        done = self._once("floorplan", self._key(self.key, *place, str(PASSES)), work, [PLANNED])
        return done["count"], done["seconds"]

    def _sites(self, kind):
        plan, number = self.family.floorplan, self.family.block_rams[self.device]
        device = [*_without(self.commands[1], plan.design_options)]
        return floorplan.sites(self.tools[1], device, plan.without_pins, kind, number, self.folder)

    def route(self, seed):
        """The design placed and routed from this seed, as `Routed`; or `Endless`."""
        place, pack = ([self._of_seed(word, seed) for word in step] for step in self.commands[1:])
        report = f"seed{seed}.report.json"
        place = [*place, "--seed", str(seed), "--report", report, "--timing-allow-fail"]
        bitstream = f"seed{seed}.{self.family.suffix}"

        def work():
            packer = self.tools[2]
            self._place_and_route(place, f"seed{seed}")
            packer.run(pack, self.folder, f"seed{seed}.{packer.name}.log")
            found = self._read(report)
            return {
                "fmax": min(clock["achieved"] for clock in found["fmax"].values()),
                "used": {
                    name: [cell["used"], cell["available"]]
                    for name, cell in found["utilization"].items()
                    if cell["used"]
                },
            }

        netlist = (self.folder / self.netlist).read_text()
        key = self._key(self.key, digest(netlist), *place, *pack)
        done = self._once(f"seed{seed}", key, work, [bitstream])
        del done["key"]
        return Routed(seed=seed, bitstream=bitstream, **done)

    def _place_and_route(self, arguments, name):
        """Run nextpnr; once more, with the other placer, if the first one turns in circles.

        `Endless` if that one does as well, or the router.
        """
        router = self.tools[1]
        # That one places whatever fits, but longer wires make it slower, and harder to route.
        other = ["heap" if word == "static" else word for word in arguments]
        for words, again in ((arguments, ""), (other, ".again")):
            log = self.folder / f"{name}.{router.name}{again}.log"
            try:
                if router.run(words, self.folder, log.name, hopeless=hopeless):
                    return
            except ConfigError:
                check_space(log.read_text(errors="replace"), log)
                raise
            if re.search(r"wires=|Routing \d+ arcs", log.read_text(errors="replace")):
                break
        raise Endless(f"{router.name} does not end; see {log}")

    def _read(self, name):
        return json.loads((self.folder / name).read_text())

    def _write(self, name, netlist):
        replace_file(self.folder / name, json.dumps(netlist))

    def _of_seed(self, word, seed):
        """An argument of a command; a file that it writes gets a name of its own."""
        stem, _, suffix = word.partition(".")
        ours = stem == TOP and word not in self.files and word != NETLIST
        return f"seed{seed}.{suffix}" if ours else word

    def _key(self, *parts):
        return digest(*parts, *(tool.version for tool in self.tools))

    def _once(self, name, key, work, products):
        """What `work` returns, with key and seconds; or what it returned before for this key."""
        place = self.folder / f"{name}.done.json"
        if place.exists() and all((self.folder / product).exists() for product in products):
            done = json.loads(place.read_text())
            if done["key"] == key:
                return done
        place.unlink(missing_ok=True)
        began = time.monotonic()
        done = {**work(), "seconds": round(time.monotonic() - began, 1), "key": key}
        for product in products:
            require((self.folder / product).exists(), f"{self.folder / product}: was not written")
        replace_file(place, json.dumps(done) + "\n")
        return done
