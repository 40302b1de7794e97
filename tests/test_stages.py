"""Keeps golden/, gateware/, their tests and docs/ in step, and apart where they must be."""

import ast
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
)
PLACES = (
    "bep_hw/golden/{}.py",
    "bep_hw/gateware/{}.py",
    "tests/golden/test_{}.py",
    "tests/gateware/test_{}.py",
    "docs/{}.md",
)
SHARED = {"config", "encoding", "layer_table", "link", "registers"}
"""Modules that golden/ and gateware/ may both import."""

MOST_LINES = 400


def imports(path):
    """Full names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def files(folder):
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found
    return found


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("place", PLACES)
def test_every_stage_is_everywhere(place, stage):
    assert (ROOT / place.format(stage)).is_file()


@pytest.mark.parametrize("stage", STAGES)
def test_a_page_names_both_files_of_its_stage(stage):
    page = (ROOT / f"docs/{stage}.md").read_text()
    for folder in ("golden", "gateware"):
        assert f"bep_hw/{folder}/{stage}.py" in page


@pytest.mark.parametrize("path", files("bep_hw/golden"), ids=lambda path: path.stem)
def test_golden_knows_no_hardware(path):
    for name in imports(path):
        top, *rest = name.split(".")
        assert top != "amaranth"
        assert not (top == "bep_hw" and rest[:1] in (["gateware"], ["cosim"]))


@pytest.mark.parametrize("path", files("bep_hw/gateware"), ids=lambda path: path.stem)
def test_gateware_knows_no_golden_model(path):
    for name in imports(path):
        top, *rest = name.split(".")
        assert top != "numpy"
        assert top != "bep_hw" or not rest or rest[0] in SHARED | {"gateware"}


@pytest.mark.parametrize("folder", ["bep_hw", "tests", "docs", "sim", "boards"])
def test_no_long_files(folder):
    for path in sorted((ROOT / folder).rglob("*.py")):
        count = len(path.read_text().splitlines())
        assert count <= MOST_LINES, f"{path}: {count} lines"
