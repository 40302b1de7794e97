"""The table of areas is that of its numbers, and every kind of cell is counted once."""

import re
from dataclasses import replace

import pytest

from bep_hw.spec import presets
from sim.measure import areas, encoders
from sim.measure.rows import read

CELLS = {"LUT4": 20, "CCU2C": 3, "TRELLIS_FF": 9, "DP16KD": 2, "TRELLIS_DPR16X4": 4, "PFUMX": 7}


def test_counts():
    found = areas.counts(CELLS, areas.TARGETS[0])
    assert found == {
        "luts": 20,
        "carries": 3,
        "registers": 9,
        "block_rams": "2 DP16KD",
        "lut_rams": 4,
        "multipliers": 0,
    }


@pytest.mark.parametrize("target", areas.TARGETS, ids=lambda target: target.name)
def test_no_cell_is_of_two_kinds(target):
    names = [
        *("LUT1", "LUT4", "LUT6", "SB_LUT4", "CC_LUT2", "MISTRAL_ALUT6", "MISTRAL_ALUT_ARITH"),
        *(
            "EFX_LUT4",
            "INV",
            "ALU",
            "DFF",
            "DFFRE",
            "DP16KD",
            "DPX9B",
            "SPX9",
            "SDPX9B",
            "PDPSC16K",
        ),
        *("DPR16X4", "RAM16SDP4", "RAM64M", "RAMB36E1", "FDRE", "FD1P3IX", "MULT9X9", "CCU2"),
    ]
    for name in names:
        kinds = [kind for kind in areas.KINDS if re.fullmatch(getattr(target, kind), name)]
        assert len(kinds) <= 1, (name, kinds)


def test_the_page_has_all_rows():
    rows = areas.read()
    page = (areas.RESULTS / "areas.md").read_text()
    assert page == areas.page(rows)
    for preset in areas.PRESETS:
        families = [row["family"] for row in rows if row["preset"] == preset]
        assert families == [target.name for target in areas.TARGETS]


def test_page_of_encoders():
    """It has every encoder in both families; those of series are the ones that presets get."""
    rows = read(areas.RESULTS / "encoder_areas.csv")
    assert (areas.RESULTS / "encoder_areas.md").read_text() == encoders.page(rows)
    expected = [(name, family) for family in encoders.FAMILIES for name in encoders.shapes()]
    assert [(row["encoder"], row["family"]) for row in rows] == expected
    assert all(int(row["luts"]) > 100 for row in rows)
    for name in ("italy-135", "vowels-135"):
        (shape,) = (found for what, found in encoders.shapes().items() if name in what)
        features = {"italy-135": 1, "vowels-135": 12}[name]
        assert shape == replace(presets.get(name), features=features).core.encoder
