"""The ports of a component, and the Verilog leaf that it is made of for simulation."""

import re

from amaranth.back import rtlil
from amaranth.hdl import Fragment, Value
from amaranth.lib.wiring import In


def ports(component):
    """{name: "in 4" or "out 4"} with the width in bits; `component` is of no use afterwards."""
    Fragment.get(component, None)  # Amaranth warns of what is made for nothing
    found = {}
    for path, member, value in component.signature.flatten(component):
        flow = "in" if member.flow is In else "out"
        found["__".join(map(str, path))] = f"{flow} {len(Value.cast(value))}"
    return found


def leaf(component, name):
    """(parameters, names of ports) of the one instance of the Verilog module `name`."""
    text = rtlil.convert(component)
    (cell,) = re.findall(rf"^  cell \\{name} .*?^  end$", text, re.M | re.S)
    parameters = {name: int(value) for name, value in re.findall(r"parameter \\(\w+) (\d+)", cell)}
    return parameters, set(re.findall(r"connect \\(\w+) ", cell))
