"""The datasheet: it is that of the core in rtl/, and any emitted core has one."""

import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

from bep_hw.build.verilog.core import emit
from bep_hw.spec import presets

ROOT = Path(__file__).parents[1]
DRAWING = ROOT / "docs" / "drawing"


def script(name):
    """A script of docs/drawing as a module; one may import another."""
    spec = importlib.util.spec_from_file_location(name, DRAWING / f"{name}.py")
    sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


make_datasheet = script("make_datasheet")
print_datasheet = script("print_datasheet")


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


@pytest.fixture
def page():
    """The printed page of the reference core, as HTML."""
    manifest = json.loads((ROOT / "rtl" / "digits" / "manifest.json").read_text())
    return print_datasheet.html(manifest)


def test_one_file_has_everything(page):
    """Drawings are inside; a link leads to a place of the page, or is a whole address."""
    assert page.count("<svg ") == 4 and "<img" not in page
    links = re.findall(r'href="([^"]*)"', page)
    assert links and all(link.startswith(("#", "https://")) for link in links)
    for link in links:
        assert not link.startswith("#") or f'id="{link[1:]}"' in page, link
    titles = re.findall(r"<h2[^>]*>(.*?)</h2>", page)
    for title in ("Parameters", "Timing", "Order of bring-up", "Verification", "Errata"):
        assert title in titles
    assert titles[-1].startswith("Appendix: Registers")
    assert "interrupt_pending" in page and "docs/drawing/make_datasheet" not in page


def test_without_a_browser_there_is_only_html(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(print_datasheet, "BROWSERS", ("no-such-browser",))
    print_datasheet.main(["-o", str(tmp_path)])
    assert [path.name for path in tmp_path.iterdir()] == ["bep_core_digits.html"]
    assert "no PDF: none of no-such-browser" in capsys.readouterr().err


@pytest.mark.skipif(
    print_datasheet.browser() is None,
    reason="Chromium is not there: pip has none, and apt installs it for root only",
)
def test_the_pdf(tmp_path):
    print_datasheet.main(["-o", str(tmp_path)])
    printed = (tmp_path / "bep_core_digits.pdf").read_bytes()
    assert printed.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 8
