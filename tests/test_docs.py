"""The pictures are those that their scripts draw, and every link within docs/ leads somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize(
    "script",
    [
        *("make_images.py", "make_core_image.py", "make_cycles.py", "make_rooms.py"),
        *("make_timing.py", "make_waveform.py"),
    ],
)
def test_pictures_are_up_to_date(script, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(DOCS.parent)}
    subprocess.run(
        [sys.executable, DOCS / "drawing" / script, tmp_path], check=True, env=environment
    )
    drawn = sorted(tmp_path.iterdir())
    assert drawn
    for picture in drawn:
        message = f"{picture.name} is out of date: run docs/{script}"
        assert picture.read_bytes() == (DOCS / "images" / picture.name).read_bytes(), message


@pytest.mark.parametrize("page", ["registers", "command_line"])
def test_written_pages_are_up_to_date(page, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(DOCS.parent)}
    script = DOCS / "drawing" / f"make_{page}.py"
    subprocess.run([sys.executable, script, tmp_path], check=True, env=environment)
    expected = (DOCS / "reference" / f"{page}.md").read_text()
    assert (tmp_path / f"{page}.md").read_text() == expected


def test_tables_of_cycles_are_up_to_date():
    environment = {**os.environ, "PYTHONPATH": str(DOCS.parent)}
    command = [sys.executable, DOCS / "drawing" / "make_cycles.py", "--tables"]
    drawn = subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
    tables = drawn.stdout.strip().split("\n\n")
    assert len(tables) == 2
    for table in tables:
        assert table in (DOCS / "reference" / "cycles.md").read_text()


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.stem)
def test_links_lead_somewhere(page):
    for target in LINK.findall(page.read_text()):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.stem)
def test_named_files_exist(page):
    for name in re.findall(r"`((?:bep_hw|tests|docs|sim)/[\w/.]*\w/?)`", page.read_text()):
        assert (DOCS.parent / name).exists(), f"{page.name}: {name}"


@pytest.mark.parametrize("page", ["findings", "verification"])
def test_named_tests_exist(page):
    """A page that says what is tested names tests that there are."""
    files = (DOCS.parent / "tests").rglob("*.py")
    written = {name for file in files for name in re.findall(r"def (test_\w+)", file.read_text())}
    named = set(re.findall(r"`(test_\w+)`", (DOCS / f"{page}.md").read_text()))
    assert named <= written, named - written
