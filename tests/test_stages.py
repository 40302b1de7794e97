"""Keeps golden/, gateware/, their tests and docs/ in step."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = (
    "popcount",
    "forward",
    "gate",
    "margin",
    "backward",
    "winner",
    "update",
    "reinforce",
    "commit",
    "encode",
)
PARTED = ("encode",)
"""Stages that are a folder, with a file for each part."""
PLACES = (
    "bep_hw/golden/{}.py",
    "bep_hw/gateware/{}.py",
    "tests/golden/test_{}.py",
    "tests/gateware/test_{}.py",
    "docs/stages/{}.md",
)
MOST_LINES = 400


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("place", PLACES)
def test_every_stage_is_everywhere(place, stage):
    if stage in PARTED and place.endswith(".py"):
        package = ROOT / place.removesuffix(".py").replace("test_", "").format(stage)
        parts = sorted(path.name for path in package.glob("[a-z]*.py"))
        assert parts and (package / "__init__.py").is_file()
    else:
        assert (ROOT / place.format(stage)).is_file()


@pytest.mark.parametrize("stage", STAGES)
def test_a_page_names_both_files_of_its_stage(stage):
    page = (ROOT / f"docs/stages/{stage}.md").read_text()
    for folder in ("golden", "gateware"):
        assert f"bep_hw/{folder}/{stage}{'/' if stage in PARTED else '.py'}" in page


@pytest.mark.parametrize("folder", ["bep_hw", "tests", "docs", "sim", "boards"])
def test_no_long_files(folder):
    for path in sorted((ROOT / folder).rglob("*.py")):
        count = len(path.read_text().splitlines())
        assert count <= MOST_LINES, f"{path}: {count} lines"
