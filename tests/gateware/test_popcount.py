# amaranth: UnusedElaboratable=no
"""The popcount against its golden twin, and its styles against each other."""

from pathlib import Path

import numpy as np
import pytest
from amaranth.back import verilog
from amaranth.hdl import Cat, Const, Module, Signal
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.build.area import popcount_area
from bep_hw.gateware import popcount as stage
from bep_hw.gateware.popcount import XnorPopcount
from bep_hw.golden.popcount import dot
from tests.helpers.bench import SEEDS, bits, play
from tests.helpers.proof import prove

LEAF = (Path(stage.__file__).parent / "leaf" / "bep_xnor_popcount.v").read_text()


def expected(weights, inputs, mask, width):
    """2 * count - width is the dot product, over the width that `mask` leaves."""
    w, a, m = (np.array([bits(word, width)]) for word in (weights, inputs, mask))
    return int(dot((2 * a - 1) * m, 2 * w - 1)[0, 0] + m.sum()) // 2


def check(width, stages, words, enables):
    """Every enabled word's count is there `latency` cycles later; the first register holds."""
    dut = XnorPopcount(width=width, stages=stages)
    assert dut.latency == stages
    names = ("weights", "inputs", "mask")
    cycles = [
        {"enable": enable, **dict(zip(names, triple, strict=True))}
        for triple, enable in zip(words, enables, strict=True)
    ]
    seen = play(dut, [*cycles, *[{"enable": 0}] * (dut.latency + 1)], ["count"])
    count = 0
    for now in range(dut.latency, len(seen)):
        taken = now - dut.latency
        if taken < len(words) and enables[taken]:
            count = expected(*words[taken], width)
        assert seen[now]["count"] == count, f"cycle {now}"


def corners(width):
    """All agree, none does, nothing counts, and each bit alone."""
    ones = (1 << width) - 1
    words = [(0, 0, ones), (ones, ones, ones), (ones, 0, ones), (0, ones, ones), (ones, ones, 0)]
    return words + [(1 << bit, 1 << bit, 1 << bit) for bit in range(width)]


def random_words(rng, width, count):
    return [
        tuple(sum(int(b) << i for i, b in enumerate(rng.integers(0, 2, width))) for _ in range(3))
        for _ in range(count)
    ]


@pytest.mark.parametrize("stages", [1, 2, 3])
@pytest.mark.parametrize("width", [1, 2, 3, 7, 8])
def test_corners(width, stages):
    words = corners(width)
    check(width, stages, words, [1] * len(words))


@SEEDS
@pytest.mark.parametrize("stalling", [False, True], ids=["flowing", "stalling"])
def test_random_words(seed, stalling):
    rng = np.random.default_rng(seed)
    words = random_words(rng, 37, 60)
    check(37, 2, words, rng.integers(0, 2, 60).tolist() if stalling else [1] * 60)


@given(st.integers(1, 40), st.integers(1, 8), st.integers(0, 2**32 - 1))
@settings(max_examples=10, deadline=None)
def test_any_width_and_depth(width, stages, seed):
    rng = np.random.default_rng(seed)
    check(width, stages, random_words(rng, width, 12), rng.integers(0, 2, 12).tolist())


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"width": 0}, "popcount width 0: must be at least 1"),
        ({"width": 4, "stages": -1}, "popcount stages -1: must be at least 0"),
        (
            {"width": 4, "popcount_style": "table"},
            "popcount_style 'table': must be one of tree, countones, ccu2c",
        ),
    ],
)
def test_bad_parameters(parameters, message):
    with pytest.raises(ValueError, match=message):
        XnorPopcount(**parameters)


def both_styles(widths, stages, styles, masked=True):
    """Verilog of every width in both styles, on the same inputs; `differ` says that two counts do.

    The widths share one module, because converting and starting Yosys take longer than the proofs.
    """
    m = Module()
    enable, differ = Signal(name="enable"), Signal(name="differ")
    names = ("weights", "inputs", "mask") if masked else ("weights", "inputs")
    words = {name: Signal(max(widths), name=name) for name in names}
    unequal = []
    for width in widths:
        pair = [
            XnorPopcount(width=width, stages=stages, popcount_style=style, masked=masked)
            for style in styles
        ]
        for popcount in pair:
            m.submodules[f"{popcount.popcount_style}{width}"] = popcount
            m.d.comb += popcount.enable.eq(enable)
            m.d.comb += [getattr(popcount, name).eq(value) for name, value in words.items()]
        unequal.append(pair[0].count != pair[1].count)
    m.d.comb += differ.eq(Cat(unequal).any())
    ports = [enable, *words.values(), differ]
    return verilog.convert(m, name="top", ports=ports, emit_src=False, strip_internal_attrs=True)


@pytest.mark.parametrize("masked", [True, False], ids=["masked", "unmasked"])
@pytest.mark.parametrize(
    ("style", "widths", "stages"),
    [
        ("tree", range(1, 13), 1),
        ("tree", (32,), 1),
        ("tree", (9,), 0),
        ("tree", (9,), 3),
        ("ccu2c", range(1, 13), 1),
        ("ccu2c", (20,), 1),
        ("ccu2c", (9,), 0),
        ("ccu2c", (9,), 3),
        ("ccu2c", (9,), 5),
    ],
)
def test_styles_are_equal(style, widths, stages, masked, tmp_path):
    """Proved for every input, so for the small widths and the large ones alike."""
    result = prove(LEAF + both_styles(widths, stages, (style, "countones"), masked), tmp_path)
    assert result.returncode == 0, result.stderr


def plain_sum(bits):
    """Sum of the bits, added in the order of the ccu2c style: only so is the proof quick."""
    if len(bits) < 2:
        return bits[0] if bits else Const(0)
    full = 1 << len(bits).bit_length() - 1
    return plain_sum(bits[1:full]) + plain_sum(bits[full:]) + bits[0]


@pytest.mark.parametrize("masked", [True, False], ids=["masked", "unmasked"])
def test_carry_cells_add_at_full_width(masked, tmp_path):
    width = 256
    m = Module()
    m.submodules.popcount = popcount = XnorPopcount(
        width=width, popcount_style="ccu2c", masked=masked
    )
    words = [popcount.weights, popcount.inputs, *([popcount.mask] if masked else [])]
    agree = ~(words[0] ^ words[1]) & (words[2] if masked else -1)
    count, differ = Signal.like(popcount.count), Signal(name="differ")
    with m.If(popcount.enable):
        m.d.sync += count.eq(plain_sum(list(agree[:width])))
    m.d.comb += differ.eq(count != popcount.count)
    text = verilog.convert(
        m, name="top", ports=[popcount.enable, *words, differ], strip_internal_attrs=True
    )
    result = prove(text, tmp_path)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("style", "right", "wrong"),
    [
        ("tree", "agree[2] + agree[3]", "agree[2] + agree[2]"),
        ("ccu2c", ".INIT1(16'h", ".INIT1(~16'h"),
    ],
)
def test_proof_can_fail(style, right, wrong, tmp_path):
    text = both_styles((4,), 1, (style, "countones"))
    changed = text.replace(right, wrong, 1)
    assert changed != text
    result = prove(LEAF + changed, tmp_path)
    assert result.returncode == 1 and "proof did fail" in result.stderr


@pytest.mark.parametrize(
    ("options", "most"),
    [
        ({"popcount_style": "ccu2c"}, 1.6),
        ({"popcount_style": "ccu2c", "stages": 3}, 2.6),
        ({"popcount_style": "ccu2c", "masked": True}, 2.4),
    ],
    ids=["one-stage", "three-stages", "masked"],
)
def test_area(options, most):
    """LUT4s per bit at 256 bits, both of each carry cell counted."""
    assert popcount_area(256, **options)["sites"] <= most * 256
