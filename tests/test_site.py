"""The documentation builds as a site without a warning, and needs no network to be read."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import bep_hw

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the site. Strict: a broken link, or a page that no menu has, is an error."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    return folder


def test_home_is_the_readme(site):
    page = (site / "index.html").read_text()
    assert "bep-hw: train binary neural networks on FPGAs</h1>" in re.sub(r"<a .*?</a>", "", page)
    for place in ("boards/index.html", "docs", "images/core.svg", "guide/own_data.html"):
        assert (f'"{place}' in page) == (place != "docs"), place


def test_nothing_comes_from_elsewhere(site):
    """No script, style, font or picture has an address of another host."""
    pages = list(site.rglob("*.html"))
    assert len(pages) > 60
    for page in pages:
        text = page.read_text()
        loaded = re.findall(r"<(?:script|img|link|iframe)\b[^>]*", text)
        assert loaded
        assert not [one for one in loaded if "//" in one], page.name
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import )[\"']?(?:https?:)?//", sheet.read_text())


def test_pictures_are_there(site):
    for page in site.rglob("*.html"):
        for source in re.findall(r'<img [^>]*src="([^"]+)"', page.read_text()):
            assert (page.parent / source).exists(), f"{page.name}: {source}"


def test_search_knows_every_page(site):
    found = json.loads((site / "search" / "search_index.json").read_text())["docs"]
    known = {entry["location"].partition("#")[0] for entry in found}
    pages = {str(page.relative_to(site)) for page in site.rglob("*.html")} - {"404.html"}
    assert known == pages
    assert any("easiest to correct" in entry["text"] for entry in found)


@pytest.mark.parametrize("name", sorted(set(bep_hw.__all__) - {"__version__"}))
def test_every_public_name_is_described(site, name):
    assert re.search(rf'id="bep_hw\.[\w.]*{name}"', (site / "reference" / "api.html").read_text())


def test_strict_means_links():
    """A quiet build would not count warnings, and let broken links pass."""
    makefile = (ROOT / "Makefile").read_text()
    (line,) = (line for line in makefile.splitlines() if "mkdocs build" in line)
    assert "--strict" in line and "-q" not in line.split()
