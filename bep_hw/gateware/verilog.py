"""Verilog text of a component, with memories of zeros written as loops."""

import re
from contextlib import contextmanager

MEMORY = re.compile(r"^  reg (?:\[\d+:0\] )?(\S+) +\[(\d+):0\];\n(?!  initial)", re.MULTILINE)
"""A memory without contents: name and highest address."""


def convert(component, name):
    """Verilog of a component as the module `name`.

    A large core has millions of bits of memory. Amaranth would write every zero among them, which
    takes minutes and many megabytes.
    """
    from amaranth.back import verilog

    with _zeros_left_out():
        text = verilog.convert(component, name=name, emit_src=False, strip_internal_attrs=True)
    return MEMORY.sub(_with_zeros, text)


@contextmanager
def _zeros_left_out():
    # There is no other way to say that a memory needs no contents; the version is pinned.
    from amaranth.back.rtlil import ModuleEmitter

    emit = ModuleEmitter.emit_memory

    def emit_unless_zero(self, index, cell):
        if any(cell.init):
            emit(self, index, cell)

    ModuleEmitter.emit_memory = emit_unless_zero
    try:
        yield
    finally:
        ModuleEmitter.emit_memory = emit


def _with_zeros(match):
    memory, last = match.groups()
    block = re.sub(r"\W", "", memory.replace("$", "_"))
    if memory.startswith("\\"):
        memory += " "  # ends an escaped name
    return (
        f"{match.group()}"
        f"  initial begin : zero_{block}\n"
        f"    integer i;\n"
        f"    for (i = 0; i <= {last}; i = i + 1)\n"
        f"      {memory}[i] = 0;\n"
        f"  end\n"
    )
