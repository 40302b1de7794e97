"""Builds the system for Verilator, and its firmware with a cross compiler for RISC-V."""

import re
import shutil
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bep_hw.build.verilog import c_driver, c_header
from bep_hw.build.verilog.core import emit
from bep_hw.cosim.build import PACKAGE, core_verilog, verilog_key
from bep_hw.cosim.compile import compile_verilog, identity
from bep_hw.cosim.simulation import on_both_edges
from bep_hw.support.cache import cached, digest
from bep_hw.support.errors import require
from bep_hw.support.toolchain import output

FOLDER = Path(__file__).parent
HARNESS, FIRMWARE = FOLDER / "harness.cpp", FOLDER / "firmware"
TOP, SERIAL_TOP = "bep_soc", "bep_serial"
REGISTERS = "csr.h"
BUSES = ("wishbone", "axi")

PREFIX = "riscv64-unknown-elf"
MACHINE = ("-march=rv32im", "-mabi=ilp32")
FLAGS = (
    *("-std=gnu99", "-O2", "-ffp-contract=off", "-Wall", "-Wextra", "-Werror"),
    *("-DPICOLIBC_INTEGER_PRINTF_SCANF", "--specs=picolibc.specs", "-nostartfiles"),
)
PACKAGES = f"gcc-{PREFIX} picolibc-{PREFIX}"


def processor():
    """Verilog text of PicoRV32; ConfigError if it is not installed."""
    spec = find_spec("pythondata_cpu_picorv32")
    require(spec, "pythondata-cpu-picorv32: not found; pip install bep-hw[soc]")
    place = next(iter(spec.submodule_search_locations))
    return (Path(place) / "verilog" / "picorv32.v").read_text()


def library(preset, bus, kind):
    """Path of the shared library of a system with the core of a Preset; the cache may have it.

    bus: one of BUSES; kind: one of KINDS
    """
    text = on_both_edges(KINDS[kind](preset, bus))
    key = digest(text, HARNESS.read_bytes(), identity())

    def fill(folder):
        compile_verilog(folder, text, top=TOP, prefix=f"V{TOP}", main=HARNESS, output="soc.so")

    return cached(f"soc-{key}", fill) / "soc.so"


def _plain(preset, bus):
    """Verilog of the system in verilog/."""
    sources = [(FOLDER / "verilog" / name).read_text() for name in ("soc.v", "dma.v", f"{bus}.v")]
    return "\n".join([processor(), *sources, core_verilog(preset.core, bus)])


def _hosted(preset, bus):
    """Verilog of `HostedSystem`, for a simulation."""
    systems = litex_systems()
    return systems.with_plusarg(of_litex(preset, bus, systems.HostedSystem, TOP)[0])


def _serial(preset, bus):
    """Verilog of `SerialSystem`, with the other end of its line."""
    systems = litex_systems()
    text, _ = of_litex(preset, bus, systems.SerialSystem, SERIAL_TOP)
    bench = (FOLDER / "verilog" / "serial.v").read_text()
    cycles = systems.CLOCK // systems.BAUD
    return f"`define CYCLES {cycles}\n{bench}\n{systems.with_plusarg(text)}"


KINDS = {"plain": _plain, "litex": _hosted, "serial": _serial}
"""Systems by name: that in verilog/, the same made by LiteX, and that of a board by LiteX."""


def litex_systems():
    """The module of systems that LiteX makes; ConfigError without LiteX."""
    require(find_spec("litex"), "litex: not found; pip install bep-hw[litex]")
    processor()  # LiteX would take its own way to say that it is not there
    from sim.soc import litex_system

    return litex_system


def of_litex(preset, bus, kind, top, **options):
    """As `litex_system.verilog`, with a core as `bep-hw emit` writes it; the cache may have it."""
    systems = litex_systems()

    def fill(folder):
        emit(preset, folder / "core", bus=bus)
        text, header = systems.verilog(kind, top, folder / "core", **options)
        (folder / "system.v").write_text(text)
        (folder / REGISTERS).write_text(header)

    sources = [Path(systems.__file__), PACKAGE / "integrations" / "litex.py"]
    contents = [path.read_bytes() for path in sources]
    design = (
        verilog_key(preset.core, bus, None),
        kind.__name__,
        top,
        repr(sorted(options.items())),
    )
    found = cached(f"litex-{digest(*design, *contents, version('litex'))}", fill)
    return (found / "system.v").read_text(), (found / REGISTERS).read_text()


@dataclass(frozen=True)
class Firmware:
    """A compiled firmware.

    path: of its words, for $readmemh
    size: of what it needs of the memory, from 0 to the end of its stack [bytes]
    """

    path: Path
    size: int


def firmware(task, folder, kind):
    """Compile the `Firmware` for a `Task` and one of KINDS in `folder`."""
    compiler = cross_compiler()
    port = FIRMWARE / ("serial" if kind == "serial" else "host")
    files = {
        c_header.NAME: c_header.text(task.run.preset.core),
        **c_driver.files(),
        "task.h": task.header(),
        "task.c": task.source(),
    }
    if kind == "serial":
        system = litex_systems().SerialSystem
        _, files[REGISTERS] = of_litex(task.run.preset, "wishbone", system, SERIAL_TOP)
    for name, text in files.items():
        (folder / name).write_text(text)
    places = (FIRMWARE, port, folder)
    sources = [path for place in places for path in place.iterdir() if path.suffix in (".c", ".S")]
    program = folder / "firmware.elf"
    output(
        *(compiler, *MACHINE, *FLAGS, *(f"-I{place}" for place in places)),
        *(f"-T{FIRMWARE / 'soc.ld'}", "-o", str(program)),
        *(*map(str, sorted(sources)), "-lm"),
    )
    binary = folder / "firmware.bin"
    output(f"{PREFIX}-objcopy", "-O", "binary", str(program), str(binary))
    content = binary.read_bytes()
    words = np.frombuffer(content + bytes(-len(content) % 4), "<u4")
    path = folder / "firmware.hex"
    path.write_text("".join(f"{word:08x}\n" for word in words.tolist()))
    symbols = output(f"{PREFIX}-nm", str(program))
    (end,) = re.findall(r"^(\w+) \w stack_end$", symbols, re.MULTILINE)
    return Firmware(path, int(end, 16))


def cross_compiler():
    """Path of the compiler for RISC-V; ConfigError without it, or without picolibc."""
    compiler = shutil.which(f"{PREFIX}-gcc")
    require(compiler, f"{PREFIX}-gcc: not found; on Debian: apt-get install {PACKAGES}")
    found = output(compiler, "-print-file-name=picolibc.specs")
    require(
        found != "picolibc.specs", f"picolibc: not found; on Debian: apt-get install {PACKAGES}"
    )
    return compiler
