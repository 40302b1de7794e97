"""The datasheet: it is that of the core in rtl/, and any emitted core has one."""

import importlib.util
from pathlib import Path

from bep_hw.build.verilog.core import emit
from bep_hw.spec import presets

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "docs" / "drawing" / "make_datasheet.py"
SPEC = importlib.util.spec_from_file_location("make_datasheet", SCRIPT)
make_datasheet = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(make_datasheet)


def test_the_page_is_that_of_the_reference_core(tmp_path):
    make_datasheet.main(out=tmp_path / "sheet.md")
    page = (ROOT / "docs" / "reference" / "datasheet.md").read_text()
    assert (tmp_path / "sheet.md").read_text() == page


def test_every_parameter_is_explained():
    names = [name for found, _ in make_datasheet.meanings() for name in found]
    assert sorted(names) == sorted(make_datasheet.CoreConfig.__dataclass_fields__)


def test_another_core(tmp_path):
    emit(presets.get("digits-icebreaker"), tmp_path, bus="axi")
    make_datasheet.main(tmp_path, tmp_path / "sheet.md")
    sheet = (tmp_path / "sheet.md").read_text()
    assert "# Datasheet: bep_axi, preset digits-icebreaker" in sheet
    assert "| `hidden_bits` | 8 |" in sheet and "| `single_port` | True |" in sheet
    assert "353.2 clock cycles" in sheet
