"""A simulated core whose flip-flops and memories can be read and flipped."""

import ctypes
import dataclasses
import re
from ctypes import POINTER, c_char_p, c_int, c_uint8, c_uint32, c_uint64, c_void_p
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bep_hw.cosim import build, simulation
from bep_hw.cosim.compile import compile_verilog, identity
from bep_hw.cosim.model import Model
from bep_hw.gateware.bus.tops import component
from bep_hw.gateware.technology import SIMULATION
from bep_hw.gateware.verilog import convert
from bep_hw.support.cache import cached, digest
from bep_hw.support.files import replace_file
from bep_hw.support.integers import blocks

ADDITION = Path(__file__).with_name("upsets.cpp")
HOOK = """#include <cstdint>
#include <vector>
namespace {
struct Flip {
    uint8_t* byte;
    uint8_t bit;
    uint64_t cycle;
};
std::vector<Flip> flips;
inline void upset(uint64_t cycle) {
    for (const auto& flip : flips)
        if (flip.cycle == cycle) *flip.byte ^= flip.bit;
}
}  // namespace
"""
CYCLE = "++cycles;"
"""What stands once in the harness, where a cycle is over."""

PUBLIC = "/*verilator public_flat_rw*/"
NAME = 256
"""Bytes for the name of a variable."""

_SIGNATURES = {
    "state": (c_int, c_void_p, c_int, c_char_p, c_int, POINTER(c_uint32), POINTER(c_uint32)),
    "flip": (None, c_void_p, c_int, c_uint32, c_uint32, c_uint64),
    "peek": (None, c_void_p, c_int, POINTER(c_uint8)),
    "forget": (None, c_void_p),
}


def public(verilog):
    """`verilog`, in which all memories, and registers that a clock writes, are public."""
    return re.sub(r"\nmodule .*?\nendmodule", _public_module, verilog, flags=re.DOTALL)


IDENTIFIER = r"(\\\S+ |[\w$]+)"
"""A name in Verilog; one that begins with a backslash ends with a blank."""

CLOCKED = re.compile(rf"^\s+(?:if \(.*\) )?{IDENTIFIER} ?(?:\[[^\n]*\])? <= ", re.MULTILINE)
DECLARED = re.compile(rf"(\n *reg (?:\[[^\]]*\] *)?){IDENTIFIER}( *\[[^\]]*\])?((?: = [^;]*)?;)")


def _public_module(found):
    clocked = set(CLOCKED.findall(found[0]))

    def mark(declared):
        start, name, depth, rest = declared.groups()
        if name not in clocked and not depth:
            return declared[0]
        return f"{start}{name}{depth or ''} {PUBLIC}{rest}"

    return DECLARED.sub(mark, found[0])


def verilog(core, protection):
    """Verilog of a core for simulation, whose counters have this protection."""
    if protection == "none":
        return build.core_verilog(core)
    technology = dataclasses.replace(SIMULATION, protection=protection)
    return convert(component(core, "native", technology), build.TOP) + build.leaves()


def library(core, protection="none"):
    """Path of the shared library of a core whose state is public, built unless it is there.

    protection: of its counters, see `bep_hw.gateware.technology.Technology`
    """
    text = simulation.framed(public(verilog(core, protection)), build.TOP, both_edges=True)
    harness = build.HARNESS.read_text()
    assert harness.count(CYCLE) == 1
    main = HOOK + harness.replace(CYCLE, f"{CYCLE} upset(cycles);") + ADDITION.read_text()
    key = digest(text, main, identity())

    def fill(folder):
        replace_file(folder / "main.cpp", main)
        compile_verilog(
            folder,
            text,
            top=simulation.FRAME,
            prefix=f"V{build.TOP}",
            main=folder / "main.cpp",
            output="model.so",
            options=("--vpi",),
        )

    return cached(f"upsets-{key}", fill) / "model.so"


@dataclass(frozen=True)
class Variable:
    """A register or a memory: its number, its name, words and bits of each."""

    number: int
    name: str
    words: int
    bits: int


class OpenModel(Model):
    """A `Model` of `library` whose state can be read and flipped."""

    def __init__(self, path, **options):
        super().__init__(path, **options)
        for name, (result, *arguments) in _SIGNATURES.items():
            function = getattr(self._library, f"bep_{name}")
            function.restype, function.argtypes = result, arguments
        self._call("forget")

    def variables(self):
        """Every `Variable`, in the order of their names."""
        name, words, bits = ctypes.create_string_buffer(NAME), c_uint32(), c_uint32()
        found = []
        while self._call("state", len(found), name, NAME - 1, words, bits):
            found.append(Variable(len(found), name.value.decode(), words.value, bits.value))
        return found

    def flip(self, variable, word, bit, cycles):
        """Flip a bit after so many cycles from now."""
        self._call("flip", variable.number, word, bit, cycles)

    def peek(self, variable):
        """The bits (words, bits) of a variable now."""
        size = blocks(variable.bits, 8)
        content = np.zeros((variable.words, size), np.uint8)
        self._call("peek", variable.number, content.ctypes.data_as(POINTER(c_uint8)))
        return np.unpackbits(content, axis=1, bitorder="little")[:, : variable.bits]
