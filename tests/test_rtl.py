"""The Verilog in rtl/ is what the gateware gives, and passes lint."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from bep_hw import presets
from bep_hw.config import ConfigError, Network, Training
from bep_hw.emit import emit

RTL = Path(__file__).parent.parent / "rtl"
TINY = presets.Preset(
    name="tiny",
    dataset="digits",
    network=Network(layers=(8, 4), classes=2),
    training=Training(),
    tile=(2, 4),
    lanes=4,
)
EMITTED = sorted(path.parent.name for path in RTL.glob("*/manifest.json"))


@pytest.fixture(scope="module")
def emitted(tmp_path_factory):
    """Folder of a fresh `bep-hw emit` for a preset, by name."""
    folders = {}

    def fresh(name):
        if name not in folders:
            folders[name] = tmp_path_factory.mktemp(name)
            emit(presets.get(name), folders[name])
        return folders[name]

    return fresh


def test_there_is_one():
    assert EMITTED


@pytest.mark.parametrize("name", EMITTED)
def test_rtl_is_up_to_date(emitted, name):
    fresh = emitted(name)
    assert sorted(p.name for p in fresh.iterdir()) == sorted(p.name for p in (RTL / name).iterdir())
    for path in fresh.iterdir():
        # A bare comparison would print a million characters.
        same = (RTL / name / path.name).read_text() == path.read_text()
        assert same, f"{path.name} is old; run: bep-hw emit --preset {name} -o rtl/{name}"


@pytest.mark.parametrize("name", EMITTED)
def test_manifest_is_true(emitted, name):
    folder = emitted(name)
    manifest = json.loads((folder / "manifest.json").read_text())
    for file, digest in manifest["sha256"].items():
        assert hashlib.sha256((folder / file).read_bytes()).hexdigest() == digest
    preset = presets.get(name)
    assert manifest["parameters"]["tile_rows"] == preset.core.tile_rows
    assert len(manifest["layer_table"]) == preset.network.depth + 1
    tiles = manifest["memories"][0]
    assert tiles == {
        "name": "tiles",
        "depth": 2 << (preset.core.tile_depth - 1).bit_length(),  # two banks
        "width": preset.core.tile_rows * preset.core.tile_columns,
    }
    load = next(port for port in manifest["ports"] if port["name"] == "load__payload")
    assert load["width"] == sum(field["width"] for field in manifest["payloads"]["load"])


@pytest.mark.parametrize("name", EMITTED)
def test_lint_is_silent(emitted, name):
    from bep_hw.cosim import toolchain

    tool = toolchain.verilator()
    done = subprocess.run(
        [tool.command, "--lint-only", "-Wall", "bep_core.vlt", "bep_core.v"],
        cwd=emitted(name),
        env=tool.environment(),
        capture_output=True,
        text=True,
    )
    assert "%" not in done.stdout + done.stderr
    assert done.returncode == 0


def test_wrong_arguments_are_named(tmp_path):
    with pytest.raises(ConfigError, match="bus 'pci': must be one of native"):
        emit(TINY, tmp_path, bus="pci")
    assert not list(tmp_path.iterdir())


def test_an_interrupted_emit_has_no_manifest(tmp_path, monkeypatch):
    from bep_hw import emitted as module

    (tmp_path / "manifest.json").write_text("of an older one")
    write = module.write_atomically

    def full(place, text):
        if place.suffix == ".vlt":
            raise OSError(28, "No space left on device")
        write(place, text)

    monkeypatch.setattr(module, "write_atomically", full)
    with pytest.raises(ConfigError, match="No space left"):
        emit(TINY, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["bep_core.v"]
