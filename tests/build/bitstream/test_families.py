"""Families: each is described in one file, and another file is all that a new one needs."""

import re
from pathlib import Path

import pytest

from bep_hw.build import area, benchmark
from bep_hw.build.bitstream import boards, families
from bep_hw.build.bitstream.family import Family
from bep_hw.build.bitstream.flow import Flow
from bep_hw.gateware.technology import POPCOUNT_STYLES
from bep_hw.support import eda
from bep_hw.support.errors import ConfigError

BUILD = Path(area.__file__).parent
TOY = '''
"""A family that is an ECP5 but for these."""

import dataclasses

from bep_hw.build.bitstream.families import ecp5
from bep_hw.gateware.technology import Technology

FAMILY = dataclasses.replace(
    ecp5.FAMILY,
    title="Toy",
    tools={"toysys": "toy-sys", "toyroute": "toy-route", "toypack": "toy-pack"},
    technology=Technology(popcount_style="ccu2c"),
    options={"synth_opts": "-toy-area", "nextpnr_opts": "--toy-effort 3"},
    block_rams={"LFE5U-85F": 1},
    floorplan=None,
)
'''


@pytest.fixture
def toy(tmp_path, monkeypatch):
    """The name of a family whose file lies in a folder of its own."""
    (tmp_path / "toy_family.py").write_text(TOY)
    monkeypatch.setattr(families, "__path__", [*families.__path__, str(tmp_path)])
    return "toy_family"


def test_names_are_files():
    folder = Path(families.__file__).parent
    assert families.names() == sorted({path.stem for path in folder.glob("*.py")} - {"__init__"})
    assert {"ecp5", "gatemate", "gowin", "ice40"} <= set(families.names())
    for name in families.names():
        family = families.get(name)
        assert isinstance(family, Family) and family.title.lower() == name
        assert len(family.tools) == 3
        known = family.cells.keys() | family.netlist.keys()
        assert {"lut", "ff", "dsp"} <= known <= {"lut", "ff", "bram", "dsp"}
    with pytest.raises(
        ConfigError, match="family 'ecp6': must be one of ecp5, gatemate, gowin, ice40"
    ):
        families.get("ecp6")


def test_a_family_is_one_file(toy, tmp_path):
    """A new one is found, and what its file says is used."""
    family, top = families.get(toy), boards.get("ulx3s-85f")
    assert toy in families.names() and family.title == "Toy"
    tools = [eda.Tool(name, (name,), "1") for name in family.tools]
    core = "module bep_uart; endmodule"
    flow = Flow(top(core, top.clock), top.platform(), family, tools, tmp_path)
    place = flow.commands[1]
    assert place[place.index("--toy-effort") + 1] == "3" and "--placer" not in place
    assert "synth_ecp5 -toy-area " in flow.files["top.ys"]
    assert flow.floorplan() is None
    with pytest.raises(ConfigError, match="toysys: not found"):
        eda.find(*next(iter(family.tools.items())))


@pytest.mark.parametrize("name", families.names())
def test_no_other_file_knows_a_family(name):
    """Neither the code of the build nor its comments."""
    family = families.get(name)
    cells = {*family.cells.values(), *family.netlist.values(), family.carry}
    words = {name, family.synthesis, *family.tools, *family.block_rams, *cells, family.spram}
    # Yosys is that of all of them, and the style of a popcount is one of gateware.
    words -= {"yosys", None}
    words = {word for word in words if word.lower() not in POPCOUNT_STYLES}
    known = "|".join(map(re.escape, sorted(words)))
    pattern = re.compile(f"(?<![a-z])({known})(?![a-z])", re.IGNORECASE)
    for path in BUILD.rglob("*.py"):
        if path.parent.name != "families":
            found = pattern.search(path.read_text())
            assert not found, f"{path.relative_to(BUILD)}: {found}"


def test_area_of_a_style_that_one_family_has():
    style = benchmark.POPCOUNT_STYLE
    (family,) = [one for one in area.every() if style in one.popcount_styles]
    options = {"popcount_style": style, "masked": True}
    assert area.popcount_area(8, **options) == area.popcount_area(8, family=family, **options)
