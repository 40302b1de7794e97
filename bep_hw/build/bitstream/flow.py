"""From a board's top to bitstreams: synthesis and a floorplan once, then every seed.

What a step has finished stays in the folder, with a key of all that went into it: files, options
and the version of its tool. While the key is the same it is taken over, and not done again.
"""

import json
import time
from dataclasses import dataclass, field

from bep_hw.build.bitstream import floorplan, logs
from bep_hw.support import eda
from bep_hw.support.cache import digest
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import replace_file

TOP = "top"
NETLIST = f"{TOP}.json"
PLANNED = "planned.json"
"""The netlist with sites for its block RAMs, if the family wants a floorplan."""

SITES = "sites.json"
"""{block RAM: site} of the floorplan, which another build of the design may take."""

PLACED = "placed.json"
CELLS = "cells.json"

PASSES = 2
"""Placements from which sites are chosen, each with those that the one before has led to."""


class Unrouted(ConfigError):
    """Place and route comes to no end, or crashes; another seed may do better."""


@dataclass(frozen=True, kw_only=True)
class Done:
    """The outcome of a step.

    found: {name: value}, by the step
    seconds: that it took, when it was done
    taken_over: whether that was before, so that no tool was run
    """

    found: dict
    seconds: float
    taken_over: bool = field(default=False, compare=False)


@dataclass(frozen=True, kw_only=True)
class Routed:
    """A placed and routed design.

    fmax: of the clock of the core [MHz]
    used: {cell: [used, available]}, cells as nextpnr calls them
    seconds, taken_over: as of `Done`
    """

    seed: int
    fmax: float
    used: dict
    seconds: float
    taken_over: bool = field(default=False, compare=False)


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


def _quiet(text):
    """Hears how far a step is, if nobody else wants to."""


class Flow:
    """The steps for one top on one platform, in one folder.

    Each step has an argument `tell`: a function that hears from time to time how far its tool is.

    family: a `Family`; tools: the first of its `tools`, found, as many as the steps need
    folder: where all files go
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
            script_after_read=f"{styles}\n{family.before_synthesis()}",
            script_after_synth=f"{family.after_synthesis()}tee -q -o {CELLS} stat -json",
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
        self.key = digest(*(name + text for name, text in sorted(self.files.items())))

    def synthesise(self, tell=_quiet):
        """`Done` with `cells`, {type: number} of the netlist."""
        command, tool = self.commands[0], self.tools[0]

        def work():
            for name, text in self.files.items():
                replace_file(self.folder / name, text)
            tool.run(
                command, self.folder, "yosys.log", hear=lambda log: tell(logs.synthesis_at(log))
            )
            statistics = self._read(CELLS)
            return {"cells": statistics["design"]["num_cells_by_type"]}

        key = digest(self.key, *command, tool.version)
        return self._once("synthesis", key, work, [NETLIST])

    def floorplan(self, tell=_quiet, plan=None):
        """Choose sites for all block RAMs; `Done` with `count`, how many there are.

        plan: {cell: site} to take instead, of an earlier build of the design, or None
        None for a family without floorplans. `Unrouted` if no placer comes to an end.
        """
        if not self.family.floorplan:
            return None
        kind, router = self.family.cells["bram"], self.tools[1]
        place = [*self.commands[1], "--timing-allow-fail", "--no-route", "--write", PLACED]
        key = digest(self._text(NETLIST), *place, str(PASSES), router.version)

        def passes(netlist):
            """The plan that a few placements lead to."""
            rams = floorplan.cells_of(netlist, kind)
            sites = self._sites(kind) if rams else []
            before = {}

            def work_pass():
                self._write(PLANNED, netlist)
                self._place_and_route(place, name, lambda text: tell(f"{at}: {text}"))
                return {"plan": floorplan.matched(self._read(PLACED), kind, sites)}

            for number in range(1, 1 + PASSES if rams else 1):
                name, at = f"floorplan{number}", f"pass {number} of {PASSES}"
                done = self._once(name, digest(key, json.dumps(before)), work_pass, [])
                before = done.found["plan"]
                floorplan.fix(netlist, before)
            return before

        def work():
            netlist = self._read(NETLIST)
            if plan is None:
                found = passes(netlist)
            else:
                floorplan.check(netlist, kind, plan)
                floorplan.fix(netlist, found := plan)
            self._write(PLANNED, netlist)
            self._write(SITES, found)
            return {"count": len(found)}

        return self._once("floorplan", digest(key, json.dumps(plan)), work, [PLANNED, SITES])

    def _sites(self, kind):
        plan, number = self.family.floorplan, self.family.block_rams[self.device]
        device = [*_without(self.commands[1], plan.design_options)]
        return floorplan.sites(self.tools[1], device, plan.without_pins, kind, number, self.folder)

    def route(self, seed, tell=_quiet, *, netlist=False):
        """The design placed and routed from this seed, as `Routed`; or `Unrouted`.

        netlist: whether what nextpnr has made of the netlist is written too, into seedN.json
        """
        place = [self._of_seed(word, seed) for word in self.commands[1]]
        report = f"seed{seed}.report.json"
        place = [*place, "--seed", str(seed), "--report", report, "--timing-allow-fail"]
        written = [f"seed{seed}.json"] if netlist else []
        for name in written:
            place += ["--write", name]

        def work():
            self._place_and_route(place, f"seed{seed}", tell)
            found = self._read(report)
            return {
                "fmax": min(clock["achieved"] for clock in found["fmax"].values()),
                "used": {
                    name: [cell["used"], cell["available"]]
                    for name, cell in found["utilization"].items()
                    if cell["used"]
                },
            }

        key = digest(self._text(self.netlist), *place, self.tools[1].version)
        done = self._once(f"seed{seed}", key, work, [*self._routed(seed), *written])
        return Routed(seed=seed, seconds=done.seconds, taken_over=done.taken_over, **done.found)

    def pack(self, seed):
        """Name of the bitstream of what was routed from this seed."""
        packer, bitstream = self.tools[2], f"seed{seed}.{self.family.suffix}"
        pack = [self._of_seed(word, seed) for word in self.commands[2]]

        def work():
            packer.run(pack, self.folder, f"seed{seed}.{packer.name}.log")
            return {}

        key = digest(*map(self._text, self._routed(seed)), *pack, packer.version)
        self._once(f"seed{seed}.pack", key, work, [bitstream])
        return bitstream

    def _place_and_route(self, arguments, name, tell):
        """Run nextpnr; once more, with the other placer, if the first one does not converge.

        `Unrouted` if that one does not either, or the router, or if nextpnr crashes.
        """
        router = self.tools[1]
        # That one places whatever fits, but longer wires make it slower, and harder to route.
        other = ["heap" if word == "static" else word for word in arguments]
        for words, again in ((arguments, ""), (other, ".again")):
            path = self.folder / f"{name}.{router.name}{again}.log"
            try:
                if router.run(
                    words,
                    self.folder,
                    path.name,
                    hopeless=logs.hopeless,
                    hear=lambda log: tell(logs.routing_at(log)),
                ):
                    return
            except eda.Crashed as error:
                raise Unrouted(str(error)) from None
            except ConfigError:
                logs.check_space(path.read_text(errors="replace"), path)
                raise
            if logs.is_placed(path.read_text(errors="replace")):
                break
        raise Unrouted(f"{router.name} does not end; see {path}")

    def _text(self, name):
        return (self.folder / name).read_text()

    def _read(self, name):
        return json.loads(self._text(name))

    def _write(self, name, netlist):
        replace_file(self.folder / name, json.dumps(netlist))

    def _of_seed(self, word, seed):
        """An argument of a command; a file that it writes gets a name of its own.

        The name may be behind an option of the architecture, as in out=top.config.
        """
        option, equals, name = word.rpartition("=")
        stem, _, suffix = name.partition(".")
        ours = stem == TOP and name not in self.files and name != NETLIST
        return f"{option}{equals}seed{seed}.{suffix}" if ours else word

    def _routed(self, seed):
        """Names of the files that place and route writes for the tool behind it."""
        words = (self._of_seed(word, seed).rpartition("=")[2] for word in self.commands[1])
        return [word for word in words if word.startswith(f"seed{seed}.")]

    def _once(self, name, key, work, products):
        """`Done` with what `work` finds; what it found before, if that was for the same key."""
        place = self.folder / f"{name}.done.json"
        if place.exists() and all((self.folder / product).exists() for product in products):
            done = json.loads(place.read_text())
            if done.pop("key") == key:
                return Done(**done, taken_over=True)
        place.unlink(missing_ok=True)
        began = time.monotonic()
        done = {"found": work(), "seconds": round(time.monotonic() - began, 1)}
        for product in products:
            require((self.folder / product).exists(), f"{self.folder / product}: was not written")
        replace_file(place, json.dumps({**done, "key": key}) + "\n")
        return Done(**done)
