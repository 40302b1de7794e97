"""Liberty files: functions, tables, and what is no Liberty file."""

from itertools import product

import pytest

from bep_hw.support.errors import ConfigError
from sim.measure.cost import liberty

FUNCTIONS = {
    "!A": lambda a, b, c: not a,
    "A'": lambda a, b, c: not a,
    "A B": lambda a, b, c: a and b,
    "A&B": lambda a, b, c: a and b,
    "A*B+C": lambda a, b, c: (a and b) or c,
    "A+B C": lambda a, b, c: a or (b and c),
    "A|B^C": lambda a, b, c: a or b != c,
    "(A B)'": lambda a, b, c: not (a and b),
    "(!((A B)+C))": lambda a, b, c: not ((a and b) or c),
    "(!((C A) + (!C B)))": lambda a, b, c: not (a if c else b),
    "!A'": lambda a, b, c: a,
    "(A ^ B) ^ C": lambda a, b, c: (a + b + c) % 2,
    "1": lambda a, b, c: True,
    "A 0": lambda a, b, c: False,
}


@pytest.mark.parametrize("text", FUNCTIONS)
def test_truth_table_of_a_function(text):
    table = liberty.truth_table(text, ["A", "B", "C"])
    for c, b, a in product((0, 1), repeat=3):
        assert table >> (a + 2 * b + 4 * c) & 1 == bool(FUNCTIONS[text](a, b, c)), (a, b, c)


@pytest.mark.parametrize("text", ["A &", "(A", "A) B", "D", "", "A + + B"])
def test_a_function_that_is_none(text):
    with pytest.raises(ConfigError, match="function"):
        liberty.truth_table(text, ["A", "B", "C"])


def test_cells(library):
    assert (library.name, library.voltage, library.gate_area) == ("tiny", 2.0, 4.0)
    inverter, flop = library.cells["INV"], library.cells["DFF"]
    assert inverter.truth("Y") == 0b01
    assert library.cells["NAND2"].truth("Y") == 0b0111
    assert library.cells["AOI21"].truth("Y") == 0b00000111
    assert inverter.pins["Y"].energy() == pytest.approx(0.4)
    assert flop.state["next_state"] == "D" and flop.states == ["IQ", "IQN"]
    assert flop.pins["CK"].clock and flop.pins["CK"].energy() == pytest.approx(0.3)


@pytest.mark.parametrize(
    "load, slew, delay",
    [(0, 0, 0.1), (1, 1, 1.2), (0.5, 0, 0.6), (0.5, 0.5, 0.65), (9, 9, 1.2), (-1, 0, 0.1)],
)
def test_table_is_interpolated_and_ends_at_its_ends(library, load, slew, delay):
    assert library.cells["INV"].pins["Y"].delay(load, slew) == pytest.approx(delay)


def test_units(library, tmp_path):
    text = library.path.read_text().replace("(1, pf)", "(1, ff)").replace('"1V"', '"100mV"')
    other = tmp_path / "other.lib"
    other.write_text(text)
    pins = liberty.read(other).cells["INV"].pins
    assert pins["A"].capacitance == pytest.approx(1e-4)
    assert pins["Y"].energy() == pytest.approx(0.4 * 1e-3 * 0.01)
    assert pins["Y"].delay(0.5e-3, 0) == pytest.approx(0.6)


@pytest.mark.parametrize("text", ["", "module top; endmodule", "library (x) {", "cell (x) { }"])
def test_a_file_that_is_no_library(text, tmp_path):
    path = tmp_path / "bad.lib"
    path.write_text(text)
    with pytest.raises(ConfigError, match="no Liberty file"):
        liberty.read(path)


def test_a_library_without_cells(tmp_path):
    path = tmp_path / "bad.lib"
    path.write_text("library (x) { nom_voltage : 1.0; }")
    with pytest.raises(ConfigError, match="has no cells"):
        liberty.read(path)
