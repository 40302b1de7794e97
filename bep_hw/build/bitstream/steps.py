"""The steps of a build, by name. Each can be the last one that is done."""

import shutil
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from bep_hw.build.bitstream.family import Family
from bep_hw.build.bitstream.flow import Flow, Unrouted
from bep_hw.spec.preset import Preset
from bep_hw.support import eda
from bep_hw.support.display import Tasks
from bep_hw.support.errors import ConfigError, check_known

REPORT = "report.json"


@dataclass(kw_only=True)
class Build:
    """A build: the core and its board, and the findings of the steps so far.

    preset: whose core it is; board: name; top: class of the board; platform: of amaranth-boards
    clock: of the core [Hz]; cycles_per_bit: on the line; folder: where all files go
    seeds: of place and route, 1 to this; jobs: how many of them at the same time
    sites: {block RAM: site} instead of a floorplan of its own, or None
    netlists: whether netlists after place and route are written, seedN.json

    step: name of the last step that is done
    block_rams: as counted in the elaborated design
    cells: {type: number} of the netlist
    routed: [Routed, or None where place and route did not end, or crashed] of each seed
    bitstream: path of the best seed's, if it reaches the clock
    """

    preset: Preset
    board: str
    top: type
    platform: object
    family: Family
    tools: list[eda.Tool]
    clock: int
    baud: int
    cycles_per_bit: int
    folder: Path
    seeds: int
    jobs: int
    tasks: Tasks
    sites: dict[str, str] | None = None
    netlists: bool = False

    step: str | None = None
    flow: Flow | None = None
    block_rams: int | None = None
    cells: dict | None = None
    routed: list = field(default_factory=list)
    bitstream: Path | None = None

    @property
    def best(self):
        """The fastest `Routed`, or None before there is one."""
        return max(filter(None, self.routed), key=lambda run: run.fmax, default=None)


def elaborate(build):
    """From the preset to Verilog, if its memories fit the device; folder and `Flow` are made."""
    from amaranth.build import ResourceError
    from amaranth.hdl import Fragment

    from bep_hw.build.bitstream.fit import fit, script
    from bep_hw.gateware.bus.tops import BUSES, component
    from bep_hw.gateware.verilog import convert

    build.tasks.begin("elaboration")
    family, platform, top = build.family, build.platform, BUSES["uart"].top
    design = (build.preset.core, "uart", family.technology, build.cycles_per_bit)
    fragment = Fragment.get(component(*design), None)
    memories = fit(fragment, family, platform.device, f"{build.preset.name} with the link")
    verilog = convert(component(*design), top)
    build.folder.mkdir(parents=True, exist_ok=True)
    (build.folder / REPORT).unlink(missing_ok=True)
    design = (build.top(verilog, build.clock), platform, family, build.tools, build.folder)
    try:
        build.flow = Flow(*design, styles=script(memories, top))
    except ResourceError as error:
        raise ConfigError(f"board {build.board}: {error}") from None
    build.block_rams = sum(count for _, count in memories)
    build.tasks.done("elaboration", f"{build.block_rams} block RAMs")


def synthesise(build):
    """From Verilog to a netlist."""
    build.tasks.begin("synthesis")
    done = build.flow.synthesise(lambda text: build.tasks.note("synthesis", text))
    build.cells = done.found["cells"]
    build.tasks.done("synthesis", time_of(done))


def floorplan(build):
    """Sites for the netlist's block RAMs, for a family that wants them."""
    build.tasks.begin("floorplan")
    done = build.flow.floorplan(lambda text: build.tasks.note("floorplan", text), build.sites)
    text = f"{done.found['count']} block RAMs, {time_of(done)}" if done else "not for this family"
    build.tasks.done("floorplan", text)


def route(build):
    """Place and route from all seeds, `jobs` at the same time.

    Raises the last `Unrouted` if there is no other seed.
    """
    runs, unrouted = {}, None
    with ThreadPoolExecutor(build.jobs) as pool:
        waiting = {pool.submit(route_seed, build, seed): seed for seed in range(1, build.seeds + 1)}
        try:
            for future in as_completed(waiting):
                runs[waiting[future]], error = future.result()
                unrouted = error or unrouted
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            eda.stop()
            raise
    build.routed = [runs[seed] for seed in sorted(runs)]
    if build.best is None:
        raise unrouted


def route_seed(build, seed):
    """(Routed, None), or (None, Unrouted)."""
    name = f"seed {seed}"
    build.tasks.begin(name)
    try:
        run = build.flow.route(
            seed, lambda text: build.tasks.note(name, text), netlist=build.netlists
        )
    except Unrouted as error:
        build.tasks.done(name, str(error))
        return None, error
    build.tasks.done(name, f"{run.fmax:.2f} MHz, {time_of(run)}")
    return run, None


def pack(build):
    """Bitstreams of all seeds that ended; the best one gets the board's name, if fast enough."""
    build.tasks.begin("bitstreams")
    names = {run.seed: build.flow.pack(run.seed) for run in build.routed if run}
    if build.best.fmax * 1e6 >= build.clock:
        build.bitstream = build.folder / f"{build.board}.{build.family.suffix}"
        shutil.copyfile(build.folder / names[build.best.seed], build.bitstream)
    build.tasks.done("bitstreams", str(len(names)))


def time_of(done):
    """The time that it took, and whether that was in an earlier build."""
    return f"{done.seconds:.0f} s" + (", taken over" if done.taken_over else "")


STEPS = {
    "elaborate": elaborate,
    "synthesise": synthesise,
    "floorplan": floorplan,
    "route": route,
    "pack": pack,
}
"""In their order; each is a function of a `Build`, in which it leaves what it found."""

TOOLS = {"elaborate": 0, "synthesise": 1, "floorplan": 2, "route": 2, "pack": 3}
"""Number of the family's tools that are needed up to a step."""


def check_until(name):
    """Raise ConfigError unless there is such a step."""
    check_known("until", name, STEPS)
