"""The Verilog that is verilated: the core in a frame that makes it cheap to simulate.

Two changes, neither of which a core can notice:

- Every input passes through a register, as if a synchronous test bench beside the core drove it.
  Without them Verilator works out all logic behind the inputs twice a cycle once more. A payload
  is copied only while it is valid: that of a load has as many bits as a word of counters.
- Either edge of the clock is a clock edge, so that a cycle is one evaluation and not two.
  Builds with waveforms leave this out.
"""

import re
from dataclasses import dataclass

FRAME = "bep_simulation"
EDGE = "edge"
"""Either edge, in SystemVerilog."""


@dataclass(frozen=True)
class Port:
    """A port of a Verilog module: direction is "input" or "output", width in bits."""

    direction: str
    name: str
    width: int


def ports(verilog, module):
    """Ports of a module in Verilog text that Yosys wrote, in order of appearance."""
    start = verilog.index(f"\nmodule {module}(")
    body = verilog[start : verilog.index("\nendmodule", start)]
    declared = {
        name: Port(direction, name, int(high or 0) + 1)
        for direction, high, name in re.findall(
            r"^  (input|output) (?:\[(\d+):0\] )?(\w+);", body, re.MULTILINE
        )
    }
    return [declared[name] for name in sorted(declared)]


def framed(verilog, core, *, both_edges):
    """`verilog`, and a module FRAME around its module `core`, with ports of the same names."""
    every = [port for port in ports(verilog, core) if port.name != "clk"]
    edge = EDGE if both_edges else "posedge"
    inputs = [port for port in every if port.direction == "input"]
    lines = [
        f"module {FRAME}(input clk",
        *(f"  , {p.direction} [{p.width - 1}:0] {p.name}" for p in every),
        ");",
        *(f"  reg [{p.width - 1}:0] {p.name}_q = 0;" for p in inputs),
        f"  always @({edge} clk) begin",
        *(f"    {_when_valid(p.name)}{p.name}_q <= {p.name};" for p in inputs),
        "  end",
        f"  {core} core(.clk(clk)",
        *(f"  , .{p.name}({p.name}{'_q' if p in inputs else ''})" for p in every),
        "  );",
        "endmodule",
    ]
    inside = on_both_edges(verilog) if both_edges else verilog
    return inside + "\n" + "\n".join(lines) + "\n"


def on_both_edges(verilog):
    """`verilog`, in which either edge of each clock is a clock edge."""
    return re.sub(r"\bposedge (?=\w*clk\b)", f"{EDGE} ", verilog)


def _when_valid(name):
    """The condition under which the input of this name means anything, as Verilog."""
    stream, _, member = name.rpartition("__")
    return f"if ({stream}__valid) " if member == "payload" else ""
