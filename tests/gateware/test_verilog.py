"""Verilog of memories: what is in them at the start, and that zeros take no room."""

import json

import pytest
from amaranth.hdl import Module
from amaranth.lib import wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import Out

from bep_hw.gateware.verilog import convert
from bep_hw.support.yosys import yosys


class Design(wiring.Component):
    """A memory of the name `name`."""

    def __init__(self, name, **options):
        self.name, self.memory = name, Memory(**options)
        super().__init__({"o": Out(options["shape"])})

    def elaborate(self, platform):
        m = Module()
        m.submodules[self.name] = self.memory
        self.memory.write_port()
        m.d.comb += self.o.eq(self.memory.read_port().data)
        return m


@pytest.mark.parametrize("name", ["words", "odd-name$1"])
@pytest.mark.parametrize("shape", [1, 5])
@pytest.mark.parametrize("init", [[], [0, 0, 1, 0, 1]])
def test_contents(name, shape, init, tmp_path):
    (tmp_path / "d.v").write_text(convert(Design(name, shape=shape, depth=6, init=init), "d"))
    done = yosys("read_verilog d.v; proc; flatten; memory_collect; write_json d.json", tmp_path)
    assert not done.returncode, done.stderr
    module = json.loads((tmp_path / "d.json").read_text())["modules"]["d"]
    (memory,) = (c for c in module["cells"].values() if c["type"] == "$mem_v2")
    words = [*init, *[0] * (6 - len(init))]
    bits = "".join(f"{word:0{shape}b}" for word in reversed(words))
    assert memory["parameters"]["INIT"] == bits


def test_many_zeros_are_few_lines():
    assert len(convert(Design("large", shape=64, depth=1_000_000, init=[]), "d")) < 5_000
