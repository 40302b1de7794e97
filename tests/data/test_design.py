"""Designs: what a user asks for as a checked Preset, the same with a training run and without."""

import pytest

from bep_hw.data import design
from bep_hw.spec import presets
from bep_hw.support.errors import ConfigError
from bep_hw.train import run

TABLE = "a,b,kind\n" + "".join(f"{i},{i % 7},{'xy'[i % 2]}\n" for i in range(60))
CORE = "hidden_bits = 8\n[core]\ntile = [8, 16]\nlanes = 16\nbanks = 8\nsamples_per_read = 2\n"
ASKED = [
    ("digits", {}),
    ("digits", {"layers": "24,24", "tile": "8x16", "hidden_bits": 7}),
    ("fmnist-75", {"dataset": "digits", "lanes": 8}),
    ("fmnist-35", {"core": "fmnist-75", "epochs": 3}),
    ("digits", {"core": "core.toml", "banks": 16}),
    ("rp-35", {"data_file": "table.csv", "thermometer": 3}),
    (None, {"data_file": "table.csv", "layers": "30", "label": "kind"}),
]


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    (tmp_path / "table.csv").write_text(TABLE)
    (tmp_path / "core.toml").write_text(CORE)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("preset", "options"), ASKED, ids=str)
def test_a_run_has_the_design(preset, options):
    """All that a run adds is the backend and the seed."""
    made = design.new(preset, options)
    trained = run.fresh(preset, {**options, "seed": 5, "backend": "native"})
    assert trained == run.Run(preset=made, seed=5, backend="native")
    assert design.new(made, {}) == made
    if preset:
        assert design.new(presets.get(preset), options) == made


def test_reasons_are_told_for_what_was_left_open():
    told = []
    design.new(None, {"data_file": "table.csv", "layers": "30"}, tell=told.append)
    names = [reason.option for reason in told]
    assert "epochs" in names and "layers" not in names


def test_a_design_is_checked():
    with pytest.raises(ConfigError, match="lanes"):
        design.new("digits", {"lanes": 5})


def test_texts():
    """Options of the API, as the command line writes them."""
    options = {"layers": (75, 75), "tile": (32, 64), "epochs": 3, "label": None}
    assert design.texts(options) == {**options, "layers": "75,75", "tile": "32x64"}
    assert design.texts({"layers": "75,75"}) == {"layers": "75,75"}
    for name in ("seed", "backend"):
        assert design.texts({name: 1}, run.OPTIONS) == {name: 1}
        with pytest.raises(ConfigError, match=f"option {name}: must be one of dataset"):
            design.texts({name: 1})


def test_a_core_file():
    """It describes core and B, for the network that is trained; options come before it."""
    made = design.new("digits", {"core": "core.toml"})
    core = made.core
    assert (core.tile_rows, core.tile_columns, core.lanes) == (8, 16, 16)
    assert (core.banks, core.samples_per_read, core.hidden_bits) == (8, 2, 8)
    assert made.network == presets.get("digits").network and made.core_for is None
    changed = design.new("digits", {"core": "core.toml", "hidden_bits": 7, "lanes": 8, "banks": 4})
    assert (changed.core.hidden_bits, changed.core.lanes, changed.core.banks) == (7, 8, 4)


@pytest.mark.parametrize("name", ["digits-icebreaker", "fmnist-35"])
def test_a_core_file_of_a_preset(tmp_path, name):
    preset = presets.get(name)
    (tmp_path / "own.toml").write_text(presets.core_text(preset))
    assert design.new(name, {"core": "own.toml", "hidden_bits": None}) == preset
