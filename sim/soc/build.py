"""Builds the system for Verilator, and its firmware with a cross compiler for RISC-V."""

import shutil
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
HARNESS = FOLDER / "harness.cpp"
TOP = "bep_soc"
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


def library(preset, bus, *, litex=False):
    """Path of the shared library of a system with the core of a Preset; the cache may have it.

    bus: one of BUSES; litex: whether LiteX makes the system
    """
    text = on_both_edges((_of_litex if litex else _plain)(preset, bus))
    key = digest(text, HARNESS.read_bytes(), identity())

    def fill(folder):
        compile_verilog(folder, text, top=TOP, prefix=f"V{TOP}", main=HARNESS, output="soc.so")

    return cached(f"soc-{key}", fill) / "soc.so"


def _plain(preset, bus):
    """Verilog of the system in verilog/."""
    sources = [(FOLDER / "verilog" / name).read_text() for name in ("soc.v", "dma.v", f"{bus}.v")]
    return "\n".join([processor(), *sources, core_verilog(preset.core, bus)])


def _of_litex(preset, bus):
    """Verilog of the system in litex_system.py, with a core as `bep-hw emit` writes it."""
    require(find_spec("litex"), "litex: not found; pip install bep-hw[litex]")
    from sim.soc import litex_system

    def fill(folder):
        emit(preset, folder / "core", bus=bus)
        (folder / f"{TOP}.v").write_text(litex_system.verilog(folder / "core", TOP))

    sources = [Path(litex_system.__file__), PACKAGE / "integrations" / "litex.py"]
    contents = [path.read_bytes() for path in sources]
    key = digest(verilog_key(preset.core, bus, None), *contents, version("litex"))
    return (cached(f"litex-{key}", fill) / f"{TOP}.v").read_text()


def firmware(task, folder):
    """Compile the firmware for a `Task` in `folder`; path of its words, for $readmemh."""
    compiler = shutil.which(f"{PREFIX}-gcc")
    require(compiler, f"{PREFIX}-gcc: not found; on Debian: apt-get install {PACKAGES}")
    found = output(compiler, "-print-file-name=picolibc.specs")
    require(
        found != "picolibc.specs", f"picolibc: not found; on Debian: apt-get install {PACKAGES}"
    )

    files = {
        c_header.NAME: c_header.text(task.run.preset.core),
        **c_driver.files(),
        "task.h": task.header(),
        "task.c": task.source(),
    }
    for name, text in files.items():
        (folder / name).write_text(text)
    sources = [path for path in (FOLDER / "firmware").iterdir() if path.suffix in (".c", ".S")]
    sources += [path for path in folder.iterdir() if path.suffix == ".c"]
    program = folder / "firmware.elf"
    output(
        *(compiler, *MACHINE, *FLAGS, f"-I{folder}", f"-I{FOLDER / 'firmware'}"),
        *(f"-T{FOLDER / 'firmware' / 'soc.ld'}", "-o", str(program)),
        *(*map(str, sorted(sources)), "-lm"),
    )
    binary = folder / "firmware.bin"
    output(f"{PREFIX}-objcopy", "-O", "binary", str(program), str(binary))
    content = binary.read_bytes()
    words = np.frombuffer(content + bytes(-len(content) % 4), "<u4")
    path = folder / "firmware.hex"
    path.write_text("".join(f"{word:08x}\n" for word in words.tolist()))
    return path
