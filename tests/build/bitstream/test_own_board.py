"""A board of the user's own: the example of the guide is built for, and mistakes are one line."""

import json
import re
from pathlib import Path

import pytest

from bep_hw.build.bitstream import boards, families
from tests.build.bitstream.test_build import SMALL, call

GUIDE = Path(__file__).parents[3] / "docs" / "guide" / "own_board.md"
(EXAMPLE,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
ELABORATE = (*SMALL, "--until", "elaborate")


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_the_guide(monkeypatch, capsys):
    """Its file and its command line, as far as elaboration."""
    Path("my_board.py").write_text(EXAMPLE)
    (command,) = re.findall(r"^bep-hw build (.*)$", GUIDE.read_text(), re.MULTILINE)
    assert call(*command.split()) == 0
    values = json.loads(Path("build", "mine", "report.json").read_text())
    assert values["step"] == "elaborate"
    assert (values["board"], values["device"]) == ("my-board", "LFE5U-25F")
    assert (values["clock_mhz"], values["baud"]) == (50, 1_000_000)
    assert 0 < values["bram"] <= families.get("ecp5").block_rams["LFE5U-25F"]


def test_names_of_files():
    assert boards.name_of("ulx3s-85f") == "ulx3s-85f"
    assert boards.name_of("some/where/my_board.py") == "my-board"
    assert boards.get(str(boards.folder() / "icebreaker.py")).family == "ice40"


MISTAKES = [
    ("class Top(BoardTop):", "class Tip(BoardTop):", "needs a class Top, a subclass of bep_hw"),
    ("class Top(BoardTop):", "class Top:", "needs a class Top, a subclass of bep_hw"),
    ("platform = MyPlatform", "platform = None", "Top.platform must be a class of platforms"),
    (
        'family = "ecp5"',
        'family = "ecp6"',
        "Top.family 'ecp6': must be one of ecp5, gatemate, gowin, ice40",
    ),
    ("LFE5U-25F", "LFE5U-26F", "device of Top.platform 'LFE5U-26F': must be one of LFE5U-12F"),
    ('    package = "BG256"\n', "", "Top.platform lacks package"),
    ("baud = 1_000_000", "baud = '1M'", "Top.baud '1M': must be a number above 0"),
    ("    clock = 50_000_000\n", "", "Top.clock None: must be a number above 0"),
    ("pll = Ecp5Pll", "pll = None", "clock 50 MHz: the board names no pll, and its crystal has 25"),
    ("def leds", "def lights", "Top needs a method leds"),
    ("range(3)", "range(2)", "leds: 2 ports, must be 3"),
    ('request("led"', 'request("lamp"', "lamp#0 does not exist"),
    ('default_clk = "crystal"', 'default_clk = "quartz"', "Top.platform: ResourceError: Resource"),
    ('    default_clk = "crystal"\n', "", "Top.platform: AttributeError: Platform 'MyPlatform'"),
    ("Clock(25e6), IO", "IO", "Top.platform: "),
    ("import Attrs", "import Atrs", "my_board.py, line 3: ImportError: cannot import name 'Atrs'"),
    ("class Top(BoardTop):", "class Top(BoardTop)", "line 33: SyntaxError: expected ':'"),
    ("IO = Attrs", "IO = Attributes", "line 9: NameError: name 'Attributes' is not defined"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES, ids=[m[1] for m in MISTAKES])
def test_mistakes(right, wrong, message, capsys):
    assert right in EXAMPLE
    Path("my_board.py").write_text(EXAMPLE.replace(right, wrong))
    assert call("--board", "my_board.py", *ELABORATE) == 2
    error = capsys.readouterr().err
    assert message in error and error.count("\n") == 1


def test_a_file_that_is_not_there(capsys):
    assert call("--board", "my_bord.py", *ELABORATE) == 2
    assert "board my_bord.py: no such file" in capsys.readouterr().err
