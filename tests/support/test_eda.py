"""Tools for synthesis and place and route: found, run, ended."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from bep_hw.build.bitstream.logs import hopeless
from bep_hw.support import eda
from bep_hw.support.errors import ConfigError


def test_a_tool_that_fails(tmp_path):
    tool = eda.Tool("sh", ("sh", "-c", "echo fine; echo ERROR: no; exit 3"), "1")
    with pytest.raises(ConfigError, match=r"sh failed: ERROR: no; see .*log"):
        tool.run((), tmp_path, "log")
    assert (tmp_path / "log").read_text() == "fine\nERROR: no\n"


def test_a_tool_that_ends_without_an_error(tmp_path):
    """Such as one that crashes: what it did last is all there is."""
    tool = eda.Tool("sh", ("sh", "-c", "echo 3.46 ABC9; exit 3"), "1")
    with pytest.raises(ConfigError, match=r"sh failed: status 3 after: 3.46 ABC9; see .*log"):
        tool.run((), tmp_path, "log")


def test_tools_are_stopped(tmp_path):
    """What waits for a tool gets an error at once."""
    tool = eda.Tool("sleep", ("sleep",), "1")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(tool.run, ("60",), tmp_path, "log")
        while not eda._running and not waiting.done():
            time.sleep(0.01)
        eda.stop()
        with pytest.raises(ConfigError, match="sleep failed: no message"):
            waiting.result(timeout=10)


def test_a_tool_that_does_not_converge(tmp_path, monkeypatch):
    monkeypatch.setattr(eda, "PATIENCE", 0.1)
    turns = "import time\nfor i in range(10**9): print('Info: iter=%d wires=1' % i, flush=True)"
    tool = eda.Tool("turns", (sys.executable, "-c", turns + "; time.sleep(0.001)"), "1")
    assert not tool.run([], tmp_path, "log", hopeless=hopeless)
    assert "Info: iter=400 wires=1\n" in (tmp_path / "log").read_text()
