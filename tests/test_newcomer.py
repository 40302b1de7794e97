"""A newcomer's questions: each listing in docs/architecture.md shows the files it promises."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROWS = [
    re.findall(r"`([^`]+)`", line)
    for line in (ROOT / "docs" / "architecture.md").read_text().splitlines()
    if "`ls " in line
]


def test_there_are_questions():
    assert len(ROWS) == 11


@pytest.mark.parametrize("look, answers", [(row[0], row[1:]) for row in ROWS], ids=str)
def test_the_listing_shows_the_answer(look, answers):
    folders = [ROOT / name for name in look.split()[1:]]
    listings = [{path.name for path in folder.iterdir()} for folder in folders]
    assert answers
    for name in answers:
        assert any(name in listing for listing in listings), f"{look}: no {name}"


def test_a_file_for_each_thing():
    """What can be added is a file of its own each time: nothing of it is named in another file."""
    from bep_hw.build.bitstream import boards, families
    from bep_hw.data import datasets, own
    from bep_hw.gateware.bus import tops
    from bep_hw.train import backends

    def files(folder):
        return {path.stem for path in (ROOT / folder).glob("*.py")}

    assert {name.replace("-", "_") for name in boards.names()} == files("boards")
    assert set(backends.NAMES) == files("bep_hw/train/backends") - {"__init__"}
    assert {one.__name__.rpartition(".")[2] for one in datasets.MODULES} <= files("bep_hw/data")
    assert {one.__name__.rpartition(".")[2] for one in own.READERS} <= files("bep_hw/data")
    assert {"axi", "wishbone", "uart"} <= set(tops.BUSES) & files("bep_hw/gateware/bus")
    assert set(families.names()) == files("bep_hw/build/bitstream/families") - {"__init__"}
