"""The total of popcounts against a plain sum, and its styles against each other."""

import pytest
from amaranth.back import verilog
from amaranth.hdl import Cat, Module, Signal, signed
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.parts.total import Total
from tests.gateware.test_popcount import LEAF
from tests.helpers.bench import play
from tests.helpers.proof import prove

CYCLE = st.fixed_dictionaries(
    {
        "valid": st.integers(0, 1),
        "first": st.integers(0, 1),
        "start": st.integers(-8, 0),
        **{name: st.integers(0, 31) for name in ("weights", "inputs", "mask")},
    }
)


@given(st.lists(CYCLE, max_size=12), st.integers(0, 3))
@settings(max_examples=20, deadline=None)
def test_it_adds_from_the_start(cycles, stages):
    """What is said of a count comes `stages` cycles after its words."""
    cycles = [{**one, "first": int(one["first"] or now % 3 == 0)} for now, one in enumerate(cycles)]
    idle = {"valid": 0, "first": 0, "start": 0}
    played = []
    for now in range(len(cycles) + stages + 1):
        words = cycles[now] if now < len(cycles) else idle
        late = cycles[now - stages] if stages <= now < len(cycles) + stages else idle
        told = {"counted": late["valid"], "first": late["first"], "start": late["start"]}
        played.append({**words, **told})
    seen = play(Total(5, signed(8), stages=stages), played, ["total"])
    total = 0
    for cycle, state in zip(cycles, seen[stages + 1 :], strict=False):
        if cycle["valid"]:
            agree = ~(cycle["weights"] ^ cycle["inputs"]) & cycle["mask"]
            total = (cycle["start"] if cycle["first"] else total) + agree.bit_count()
        assert state["total"] == total


def both_styles(width, total, stages, style, masked):
    """Verilog of a total in two styles, on the same inputs; `differ` says that they do."""
    m = Module()
    names = ("valid", "weights", "inputs", "counted", "first", "start")
    totals, inputs, differ = [], {}, Signal()
    for one in (style, "countones"):
        m.submodules[one] = dut = Total(
            width,
            total,
            stages=stages,
            popcount_style=one,
            masked=masked,
        )
        for name in (*names, *(["mask"] if masked else [])):
            inputs.setdefault(name, Signal.like(getattr(dut, name), name=name))
            value = inputs["counted"] & inputs[name] if name == "first" else inputs[name]
            m.d.comb += getattr(dut, name).eq(value)
        totals.append(Cat(dut.total))
    m.d.comb += differ.eq(totals[0] != totals[1])
    ports = {name: (signal, None) for name, signal in {**inputs, "differ": differ}.items()}
    return verilog.convert(m, name="top", ports=ports, emit_src=False, strip_internal_attrs=True)


@pytest.mark.parametrize("masked", [True, False], ids=["masked", "unmasked"])
@pytest.mark.parametrize("stages", [0, 1])
@pytest.mark.parametrize(("width", "total"), [(6, signed(5)), (9, 6), (1, 1)], ids=str)
@pytest.mark.parametrize("style", ["tree", "ccu2c"])
def test_styles_are_equal(style, width, total, stages, masked, tmp_path):
    """Proved for every input."""
    result = prove(LEAF + both_styles(width, total, stages, style, masked), tmp_path)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("style", ["tree", "ccu2c"])
def test_from_zero(style, tmp_path):
    """The same as with a start that is 0."""
    m = Module()
    totals, inputs, differ = [], {}, Signal()
    for from_zero in (True, False):
        m.submodules[f"from_zero{from_zero}"] = dut = Total(
            6, 6, popcount_style=style, from_zero=from_zero
        )
        for name in ("valid", "weights", "inputs", "mask", "counted", "first"):
            inputs.setdefault(name, Signal.like(getattr(dut, name), name=name))
            value = inputs["counted"] & inputs[name] if name == "first" else inputs[name]
            m.d.comb += getattr(dut, name).eq(value)
        totals.append(dut.total)
    m.d.comb += differ.eq(totals[0] != totals[1])
    ports = {name: (signal, None) for name, signal in {**inputs, "differ": differ}.items()}
    text = verilog.convert(m, name="top", ports=ports, emit_src=False, strip_internal_attrs=True)
    result = prove(text, tmp_path)
    assert result.returncode == 0, result.stderr


def test_proof_can_fail(tmp_path):
    text = both_styles(3, signed(5), 0, "ccu2c", True)
    changed = text.replace(".INIT1(16'h", ".INIT1(~16'h", 1)
    assert changed != text
    result = prove(LEAF + changed, tmp_path)
    assert result.returncode == 1 and "proof did fail" in result.stderr
