"""All bitstreams: what is built, what the manifest says of it, and what is not done again."""

import hashlib
import json

import pytest

from bep_hw.build.bitstream import boards
from bep_hw.build.speed.cores import ROUTED_FILE
from bep_hw.spec import presets
from bep_hw.support.errors import ConfigError
from sim import bitstreams


@pytest.fixture
def built(monkeypatch):
    """Names of the boards that a stand-in for `build` was asked for, and of those that fail."""
    asked, failing = [], set()

    def build(preset, board, folder, console, *, until, **options):
        asked.append((board, preset.name, options))
        if board in failing:
            raise ConfigError("place and route does not end")
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / f"{board}.bit"
        place.write_text(f"{board} {until}")
        report = dict.fromkeys(bitstreams.FROM_REPORT)
        return {**report, "step": until, "best_seed": 3, "bitstream": str(place)}

    monkeypatch.setattr(bitstreams, "build", build)
    return asked, failing


def manifest(folder):
    return json.loads((folder / bitstreams.MANIFEST).read_text())["boards"]


def test_every_board_is_built():
    table = bitstreams.chosen()
    assert sorted(table) == boards.names()
    for options in table.values():
        assert options["preset"] in presets.PRESETS
        assert "sites" not in options or options["sites"].exists()
    for one in json.loads((boards.folder() / ROUTED_FILE).read_text()):
        assert table[one["board"]]["preset"] == one["preset"]


def test_the_manifest(built, tmp_path, capsys):
    """One board fails: the others are built, and only it is missing in the manifest."""
    asked, failing = built
    failing.add("icebreaker")
    assert bitstreams.main(["--out", str(tmp_path), "--seeds", "2"]) == 1
    assert "not built: icebreaker" in capsys.readouterr().err
    assert [board for board, _, _ in asked] == list(bitstreams.chosen())
    found = manifest(tmp_path)
    assert sorted(found) == [name for name in boards.names() if name != "icebreaker"]
    ulx3s = found["ulx3s-85f"]
    digest = hashlib.sha256(b"ulx3s-85f pack").hexdigest()
    assert ulx3s["sha256"] == {"ulx3s-85f/ulx3s-85f.bit": digest}
    assert (ulx3s["seeds"], ulx3s["best_seed"], ulx3s["step"]) == (2, 3, "pack")
    (options,) = [options for board, _, options in asked if board == "ulx3s-85f"]
    assert options["clock"] == bitstreams.chosen()["ulx3s-85f"]["clock"] and options["seeds"] == 2
    # Once more, that board alone: what the others have stays.
    failing.clear()
    assert bitstreams.main(["--out", str(tmp_path), "--boards", "icebreaker"]) == 0
    assert manifest(tmp_path).keys() == set(boards.names())
    assert manifest(tmp_path)["ulx3s-85f"] == ulx3s


def test_an_unknown_board(built, capsys):
    assert bitstreams.main(["--boards", "ulx4s"]) == 2
    assert "board 'ulx4s': must be one of" in capsys.readouterr().err
    assert built[0] == []


def test_a_board_for_real(tmp_path):
    """As far as no tool is needed."""
    arguments = ["--out", str(tmp_path), "--boards", "tang-nano-20k", "--until", "elaborate"]
    assert bitstreams.main(arguments) == 0
    found = manifest(tmp_path)["tang-nano-20k"]
    assert found["step"] == "elaborate" and found["sha256"] == {} and found["versions"] == {}
    assert found["device"] == "GW2AR-18C" and found["preset"] == "digits-icebreaker"
