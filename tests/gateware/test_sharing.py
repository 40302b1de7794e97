"""Modules that are emitted once are the same circuit as before."""

import re

import pytest
from amaranth.hdl import Cat, Module, signed
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.tops import BUSES, component
from bep_hw.gateware.popcount import XnorPopcount
from bep_hw.gateware.technology import PORTABLE
from bep_hw.gateware.verilog import convert, convert_shared
from tests.helpers.netlist import flat, registers, signature
from tests.test_rtl import IN_TIME, PIXELS, SMALL, TINY

ROWS, COLUMNS = 4, 3


class Adder(wiring.Component):
    """A register behind a sum, whose second term is `constant` unless that is None."""

    def __init__(self, constant=None):
        self._constant = constant
        super().__init__({"a": In(signed(4)), "b": In(signed(4)), "o": Out(signed(5))})

    def elaborate(self, platform):
        m = Module()
        b = self.b if self._constant is None else self._constant
        m.d.sync += self.o.eq(self.a + b)
        return m


class Columns(wiring.Component):
    """Popcounts of the columns of a tile, and sums of two of them each."""

    def __init__(self, constants=(None, None)):
        self._constants = constants
        ports = {"tile": In(ROWS * COLUMNS), "row": In(ROWS), "enable": In(1)}
        super().__init__(ports | {"o0": Out(signed(5)), "o1": Out(signed(5))})

    def elaborate(self, platform):
        m = Module()
        counts = []
        for column in range(COLUMNS):
            m.submodules[f"popcount{column}"] = popcount = XnorPopcount(
                width=ROWS, stages=1, popcount_style="tree", masked=False
            )
            m.d.comb += [
                popcount.weights.eq(Cat(self.tile[column::COLUMNS])),
                popcount.inputs.eq(self.row),
                popcount.enable.eq(self.enable),
            ]
            counts.append(popcount.count)
        for index, constant in enumerate(self._constants):
            m.submodules[f"adder{index}"] = adder = Adder(constant)
            m.d.comb += [
                adder.a.eq(counts[index]),
                adder.b.eq(counts[index + 1]),
                getattr(self, f"o{index}").eq(adder.o),
            ]
        return m


def modules(text):
    return sorted(re.findall(r"^module (\w+)", text, re.MULTILINE))


def same_circuit(design, top, folder):
    """Assert it of both kinds of Verilog; returns the signature."""
    before = flat(convert(design(), top), top, folder, "before")
    after = flat(convert_shared(design(), top)[0], top, folder, "after")
    assert signature(after) == signature(before)
    # Of a register with several names, Yosys may keep one in Amaranth's own Verilog that has a "$".
    assert set() != registers(before) <= registers(after)
    return signature(after)


def test_columns_are_one_module(tmp_path):
    text, files = convert_shared(Columns(), "columns")
    assert modules(text) == ["columns", "columns_adder", "columns_popcount"]
    assert files["columns_popcount"] == "bep_hw/gateware/popcount.py"
    assert "// bep_hw/gateware/popcount.py, 3 instances\nmodule columns_popcount(" in text
    # The bits of a column are one port again, of the name that they have inside.
    assert re.search(r"^module columns_popcount\(.*\bweights\b", text, re.MULTILINE)
    assert "input [3:0] weights;" in text
    assert re.search(r"columns_popcount popcount2 \(", text)
    same_circuit(Columns, "columns", tmp_path)


def test_different_modules_stay_apart(tmp_path):
    text, _ = convert_shared(Columns((3, 4)), "columns")
    assert modules(text) == ["columns", "columns_adder0", "columns_adder1", "columns_popcount"]
    three = same_circuit(lambda: Columns((3, 4)), "columns", tmp_path)
    assert same_circuit(lambda: Columns((3, 5)), "columns", tmp_path) != three


def test_the_comparison_sees_a_swapped_wire(tmp_path):
    """Of two inputs, or of two bits of one."""
    text, _ = convert_shared(Columns((3, 4)), "columns")
    right = signature(flat(text, "columns", tmp_path))
    for old, new in [
        (".inputs(row)", ".inputs({row[2], row[3], row[1:0]})"),
        ("tile[7]", "tile[8]"),
    ]:
        assert text.count(old) >= 1
        wrong = signature(flat(text.replace(old, new, 1), "columns", tmp_path))
        assert wrong != right


@pytest.mark.parametrize(
    "preset, bus",
    [(TINY, "native"), (IN_TIME, "native"), (PIXELS, "native"), (SMALL, "axi")],
    ids=lambda case: getattr(case, "name", case),
)
def test_a_core_is_the_same(preset, bus, tmp_path):
    """All its registers keep their paths."""
    same_circuit(lambda: component(preset.core, bus, PORTABLE), BUSES[bus].top, tmp_path)


def test_a_core_has_a_module_of_each_kind():
    text, files = convert_shared(component(TINY.core, "native", PORTABLE), "bep_core")
    names = modules(text)
    assert len(names) == len(set(names)) == len(files)
    assert not [name for name in names if re.search(r"(total|popcount)\d", name)]
    assert all(name.isidentifier() for name in names)
    assert set(files) == set(names)
    assert {file.split("/")[0] for file in files.values()} <= {"bep_hw", "amaranth"}
