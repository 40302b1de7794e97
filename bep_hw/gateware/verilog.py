"""Verilog text of a component, for simulators of Verilog and of SystemVerilog."""

import re
from contextlib import contextmanager

MEMORY = re.compile(r"^  reg (?:\[\d+:0\] )?(\S+) +\[(\d+):0\];\n(?!  initial)", re.MULTILINE)
"""A memory without contents: name and highest address."""

EVENT = re.compile(r"^  reg (\\\$auto\$verilog_backend\S+) += 0;$", re.MULTILINE)
"""What every `always @*` of a module looks at, so that it runs once at the start of a simulation.

It runs if this changes after all of them wait for a change. In Verilog a declaration with a value
may change it so late; in SystemVerilog it never does, and an output that depends on constants alone
stays X. A non-blocking assignment comes late in both.
"""

LINT = "// verilator lint_off INITIALDLY\n"
"""Verilator runs every `always @*` at the start, and does not need what it warns of."""


def convert(component, name):
    """Verilog of a component as the module `name`.

    A large core has millions of bits of memory. Amaranth would write every zero among them, which
    takes minutes and many megabytes.
    """
    from amaranth.back import verilog

    with _zeros_left_out():
        text = verilog.convert(component, name=name, emit_src=False, strip_internal_attrs=True)
    return LINT + EVENT.sub(r"  reg \1 ;\n  initial \1 <= 0;", MEMORY.sub(_with_zeros, text))


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
