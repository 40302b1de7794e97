"""Verilog as it is emitted, made ready to be counted: what does not count, and functional points.

Lines stay where they are: statements are taken out of lines, and functional points come last in
their module.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("functional.toml")

EVENT = re.compile(r"^    if \(\\\$auto\$verilog_backend\S+ \) begin end$", re.MULTILINE)
"""Does nothing but start an `always @*`; Verilator starts all of them."""

MEMORY = re.compile(r"^  reg (?:\[\d+:0\] )?\S+ +\[\d+:0\];$", re.MULTILINE)
"""A memory; whether each of its bits has had both values is not counted, that of its ports is."""

WHOLE = re.compile(r"^module (\w+)\(.*?^endmodule$", re.MULTILINE | re.DOTALL)
OFF, ON = "/*verilator coverage_off*/", "/*verilator coverage_on*/"


@dataclass(frozen=True)
class Functional:
    """A functional point: a case that has to occur.

    module: without the name of the top, such as `winner`; "core" for the core itself
    case: in words; when: the condition in a clock cycle, in SystemVerilog
    state: statements before it, such as a register; cores: the reference cores that have it
    """

    module: str
    case: str
    when: str
    cores: tuple[str, ...]
    state: str = ""


def functional():
    """All points of functional.toml, in order."""
    table = tomllib.loads(FILE.read_text())
    return [Functional(**{**point, "cores": tuple(point["cores"])}) for point in table["point"]]


def base(module, top):
    """Name of a module without the top that it belongs to."""
    short = module.removeprefix(top).removeprefix("_")
    if short.startswith("shell_core"):
        short = short.removeprefix("shell_core").removeprefix("_")
        return short or "core"
    return short or ("core" if top == "bep_core" else top.removeprefix("bep_"))


def counted(text, top, name, inside=True):
    """`text` with the functional points of the reference core `name`.

    inside: whether what is inside of the core counts, and not only what the bus brings
    """
    text = MEMORY.sub(rf"{OFF}\g<0>{ON}", EVENT.sub("", text))
    points = [point for point in functional() if name in point.cores]

    def whole(found):
        module, body = base(found[1], top), found[0].removesuffix("endmodule")
        if not inside and f"{found[1]}_".startswith(f"{top}_shell_core_"):
            return f"{OFF}{found[0]}{ON}"
        added = "".join(
            f"{point.state} cover property (@(posedge clk) {point.when} );\n"
            for point in points
            if point.module == module
        )
        return f"{body}{added}endmodule"

    return WHOLE.sub(whole, text)
