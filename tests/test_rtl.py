"""The Verilog in rtl/ is what the gateware gives, and passes lint."""

import dataclasses
import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bep_hw
from bep_hw.build.verilog import c_driver
from bep_hw.build.verilog.core import emit
from bep_hw.gateware.technology import NAMED
from bep_hw.spec import presets
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support import toolchain
from bep_hw.support.errors import ConfigError
from tests.helpers.icarus import STANDARDS, icarus
from tests.helpers.verilator import compile_bench, run_bench, verilator

RTL = Path(__file__).parent.parent / "rtl"
TINY = Preset(
    name="tiny",
    dataset="digits",
    network=Network(layers=(21, 9, 6), classes=3),
    training=Training(),
    tile=(2, 8),
    lanes=4,
)
IN_TIME = Preset(
    name="in-time",
    dataset="ItalyPowerDemand",
    network=Recurrent(layers=(10, 6, 4), classes=3, steps=4),
    training=Training(),
    tile=(2, 8),
    lanes=4,
    encoding=Encoding(),
)
WORDS = dataclasses.replace(
    IN_TIME, name="words", encoding=Encoding(words=True, window=2), features=1
)
SMALL = Preset(
    name="small",
    dataset="digits",
    network=Network(layers=(112, 16, 16), classes=3),
    training=Training(),
    tile=(4, 16),
    lanes=4,
    banks=2,
    small=True,
)
"""For one network alone, whose inputs are more than those of the bench's own."""

PIXELS = Preset(
    name="pixels",
    dataset="digits",
    network=Network(layers=(136, 9, 6), classes=3),
    training=Training(),
    tile=(2, 8),
    lanes=4,
    encoding=Encoding(name="edges"),
    image=(8, 8),
)
"""With an encoder, whose bits are more than the inputs of the bench's own network."""

BLOCK = {"axi": ("component.xml",)}
REGISTERS = ("bep_core.rdl", "bep_core.svd", "bep_core.xml")
BY_NAME = {"ids": lambda preset: preset.name}
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
    assert "%" not in verilator(emitted(name), "--lint-only", "-Wall", "bep_core.vlt", "bep_core.v")


@pytest.mark.parametrize("preset", [TINY, SMALL, PIXELS], **BY_NAME)
@pytest.mark.parametrize("bus", ["axi", "wishbone", "uart"])
def test_a_core_with_a_bus(tmp_path, bus, preset):
    """Lint is silent, and the manifest has the ports and the larger register map."""
    divisor = 12 if bus == "uart" else None
    paths = emit(preset, tmp_path, bus=bus, divisor=divisor)
    top = f"bep_{bus}"
    assert [path.name for path in paths] == [
        *(
            f"{top}.v",
            f"{top}.vlt",
            "bep_core.h",
            *(() if bus == "uart" else c_driver.NAMES),
            *REGISTERS,
            *BLOCK.get(bus, ()),
            f"{top}_tb.sv",
            f"{top}_bytes.hex" if bus == "uart" else f"{top}_bus.hex",
            "README.md",
            f"{top}.core",
            "manifest.json",
        )
    ]
    assert "%" not in verilator(tmp_path, "--lint-only", "-Wall", f"{top}.vlt", f"{top}.v")
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert (manifest["top"], manifest["bus"], manifest.get("divisor")) == (top, bus, divisor)
    ports = {port["name"]: port["width"] for port in manifest["ports"]}
    port, width = {"axi": ("s_axi_awaddr", 12), "wishbone": ("wb_adr_i", 12), "uart": ("rx", 1)}[
        bus
    ]
    assert ports[port] == width
    registers = {r["name"] for r in manifest["registers"]["shell"]}
    assert {"reset", "room"} <= registers and ("packet" in registers) == (bus == "axi")
    readme = (tmp_path / "README.md").read_text()
    assert f"| `{top}_shell_core` | bep_hw/gateware/core.py | bep_hw/golden/train_step.py" in readme


def test_the_bench_passes_and_can_fail(tmp_path):
    emit(TINY, tmp_path)
    bench = compile_bench(tmp_path, "bep_core")
    status, output = run_bench(bench, tmp_path)
    assert status == 0
    assert "PASS: 16 samples, 72 words of counters" in output

    def after(change, name):
        """What the bench says once the last line of a file is another one."""
        path = tmp_path / f"bep_core_{name}.hex"
        text = path.read_text()
        *lines, last = text.splitlines()
        path.write_text("\n".join([*lines, f"{change(int(last, 16)):0{len(last)}x}"]))
        status, output = run_bench(bench, tmp_path)
        path.write_text(text)
        assert status != 0
        return output

    assert "FAIL: line 72 of bep_core_fetched.hex" in after(lambda word: word ^ 1, "fetched")
    assert "FAIL: line 16 of bep_core_results.hex" in after(lambda word: word ^ 1, "results")
    # The last word of counters that is loaded, of a network that then learns something else.
    assert "FAIL: line" in after(lambda word: word ^ 1 << 40, "load")


def test_the_bench_of_a_core_for_one_network(tmp_path):
    """It trains that network, however large it is."""
    emit(SMALL, tmp_path)
    assert "%" not in verilator(tmp_path, "--lint-only", "-Wall", "bep_core.vlt", "bep_core.v")
    status, output = run_bench(compile_bench(tmp_path, "bep_core"), tmp_path)
    assert status == 0
    assert f"PASS: 16 samples, {16 * 112 // 4 + 16 * 16 // 4} words of counters" in output


def test_the_bench_of_a_core_with_an_encoder(tmp_path):
    """It sends pixels, after thresholds, which the header can load as well."""
    emit(PIXELS, tmp_path)
    assert "%" not in verilator(tmp_path, "--lint-only", "-Wall", "bep_core.vlt", "bep_core.v")
    bench = compile_bench(tmp_path, "bep_core")
    status, output = run_bench(bench, tmp_path)
    assert status == 0
    assert f"PASS: 16 samples, {9 * 136 // 4 + 6 * 3} words of counters" in output
    samples = (tmp_path / "bep_core_samples.hex").read_text().splitlines()
    assert len(samples) == 16 * 8 * 8 // 4
    header = (tmp_path / "bep_core.h").read_text()
    assert "#define BEP_LOAD_KIND_THRESHOLD 3u" in header
    assert "#define BEP_SAMPLE_WORDS 1u" in header
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    shape = {"image": [8, 8], "cell": 3, "levels": 1, "edges": 2}
    no_filters = {"filters": 0, "filters_per_cycle": 0, "pixels_per_cycle": 1}
    assert manifest["parameters"]["encoder"] == shape | no_filters
    # Another threshold, and the core learns something else.
    load = tmp_path / "bep_core_load.hex"
    width = next(p["width"] for p in manifest["ports"] if p["name"] == "load__payload")
    data = next(f for f in manifest["payloads"]["load"] if f["name"] == "data")["low"]
    lines = load.read_text().split()
    place = max(i for i, line in enumerate(lines) if int(line, 16) & 3 == 3)
    lines[place] = f"{int(lines[place], 16) ^ 0x3F << data:0{-(-width // 4)}x}"
    load.write_text("\n".join(lines) + "\n")
    status, output = run_bench(bench, tmp_path)
    assert status != 0 and "FAIL: line" in output


@STANDARDS
@pytest.mark.parametrize("preset", [TINY, IN_TIME, SMALL, PIXELS, WORDS], **BY_NAME)
def test_the_bench_passes_in_another_simulator(tmp_path, preset, standard):
    emit(preset, tmp_path)
    status, output = icarus(tmp_path, "bep_core", standard)
    assert status == 0
    assert "PASS: 16 samples" in output


@pytest.mark.parametrize("technology", NAMED)
@pytest.mark.parametrize("preset", [TINY, IN_TIME, PIXELS, WORDS], **BY_NAME)
def test_no_memory_needs_zeros_at_the_start(tmp_path, preset, technology):
    """The bench passes while every word of every memory is X until it is written."""
    emit(preset, tmp_path, technology=technology)
    path = tmp_path / "bep_core.v"
    zeros = r"  initial begin : zero_\w+\n.*?\n  end\n"
    text, count = re.subn(zeros, "", path.read_text(), flags=re.DOTALL)
    assert count >= 8
    path.write_text(text)
    status, output = icarus(tmp_path, "bep_core", "2012")
    assert status == 0
    assert "PASS: 16 samples" in output


def test_a_technology_is_said_in_what_is_emitted(tmp_path):
    """Its zeros are for simulators alone; README.md and manifest.json name it."""
    emit(TINY, tmp_path / "one")
    emit(TINY, tmp_path / "other", technology="cyclone-v")
    one, other = ((tmp_path / name / "bep_core.v").read_text() for name in ("one", "other"))
    assert "ifndef" not in one
    assert other.count("`ifndef SYNTHESIS\n  initial begin : zero_") == other.count(" : zero_") > 8
    assert "--technology cyclone-v`" in (tmp_path / "other" / "README.md").read_text()
    for name, expected in (("one", None), ("other", "cyclone-v")):
        manifest = json.loads((tmp_path / name / "manifest.json").read_text())
        assert manifest.get("technology") == expected
    with pytest.raises(ConfigError, match="technology 'intel': must be one of portable, cyclone-v"):
        emit(TINY, tmp_path / "none", technology="intel")


def test_the_wire_of_a_uart_is_marked_as_asynchronous(tmp_path):
    """Both registers of its synchroniser, for tools that would move, or copy, one of them."""
    emit(TINY, tmp_path, bus="uart", divisor=12)
    text = (tmp_path / "bep_uart.v").read_text()
    marked = re.findall(r'ASYNC_REG = "TRUE" \*\)\n(?:  \(\*.*\n)*  reg (\w+) ', text)
    assert sorted(marked) == ["line", "settling"]


@pytest.mark.parametrize("bus", ["axi", "wishbone"])
def test_a_recurrent_core_with_a_bus(tmp_path, bus):
    emit(IN_TIME, tmp_path, bus=bus)
    top = f"bep_{bus}"
    assert "%" not in verilator(tmp_path, "--lint-only", "-Wall", f"{top}.vlt", f"{top}.v")


def test_the_bench_of_a_recurrent_core(tmp_path):
    """Lint is silent, the bench passes, and manifest and header have the registers of time."""
    emit(IN_TIME, tmp_path)
    assert "%" not in verilator(tmp_path, "--lint-only", "-Wall", "bep_core.vlt", "bep_core.v")
    status, output = run_bench(compile_bench(tmp_path, "bep_core"), tmp_path)
    assert status == 0
    # A row has two words of W_ss and three of W_xs.
    assert f"PASS: 16 samples, {6 * (2 + 3) + 4 * 2} words of counters" in output
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert manifest["parameters"]["max_steps"] == 4
    assert [row["state_columns"] for row in manifest["layer_table"]] == [6, 0, 0]
    assert "steps" in {register["name"] for register in manifest["registers"]["global_in_time"]}
    assert "BEP_TIME_STATE_BLOCKS" in (tmp_path / "bep_core.h").read_text()


@pytest.mark.parametrize("name", EMITTED)
def test_fusesoc_knows_every_file(name):
    text = (RTL / name / "bep_core.core").read_text()
    listed = re.findall(r"^      - (\S+):", text, re.MULTILINE)
    others = (path.name for path in (RTL / name).iterdir() if path.suffix != ".core")
    assert sorted(listed) == sorted(others)
    assert f"name: bep-hw::{name}:{bep_hw.__version__}\n" in text


@pytest.mark.parametrize("name", EMITTED)
def test_files_say_their_licence(name):
    """All but contents of memories, and JSON, which has it as a value."""
    project = tomllib.loads((RTL.parent / "pyproject.toml").read_text())["project"]
    for path in (RTL / name).iterdir():
        if path.suffix == ".json":
            assert json.loads(path.read_text())["license"] == project["license"]
        elif path.suffix != ".hex":
            head = path.read_text().splitlines()[:2]
            assert any(f"SPDX-License-Identifier: {project['license']}" in line for line in head)


@pytest.mark.parametrize("target, says", [("lint", "verilator"), ("sim", "PASS: 16 samples")])
@pytest.mark.parametrize("name", EMITTED)
def test_fusesoc_target(name, target, says, tmp_path):
    pytest.importorskip("fusesoc")
    arguments = ("--cores-root", RTL, "run", f"--target={target}", f"bep-hw::{name}")
    done = subprocess.run(
        [sys.executable, "-c", "from fusesoc.main import main; main()", *arguments],
        cwd=tmp_path,
        env=toolchain.verilator().environment(),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert says in done.stdout


def test_wrong_arguments_are_named(tmp_path):
    with pytest.raises(ConfigError, match="bus 'pci': must be one of native"):
        emit(TINY, tmp_path, bus="pci")
    with pytest.raises(ConfigError, match="--bus uart: needs --divisor"):
        emit(TINY, tmp_path, bus="uart")
    with pytest.raises(ConfigError, match="divisor 3: must be from 4 to 65536 clock cycles"):
        emit(TINY, tmp_path, bus="uart", divisor=3)
    with pytest.raises(ConfigError, match="--divisor 8: is for --bus uart alone"):
        emit(TINY, tmp_path, bus="axi", divisor=8)
    assert not list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


def test_an_interrupted_emit_has_no_manifest(tmp_path, monkeypatch):
    from bep_hw.build.verilog import emitted as module

    (tmp_path / "manifest.json").write_text("of an older one")
    write = module.replace_file

    def full(place, text):
        if place.suffix == ".vlt":
            raise OSError(28, "No space left on device")
        write(place, text)

    monkeypatch.setattr(module, "replace_file", full)
    with pytest.raises(ConfigError, match="No space left"):
        emit(TINY, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["bep_core.v"]
