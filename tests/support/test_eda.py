"""Tools for synthesis and place and route: found, run, ended."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from bep_hw.build.bitstream.logs import hopeless
from bep_hw.support import eda
from bep_hw.support.errors import ConfigError

SHELL = eda.Tool("sh", ("sh",), "1")


def test_a_tool_that_fails(tmp_path):
    tool = eda.Tool("sh", ("sh", "-c", "echo fine; echo ERROR: no; exit 3"), "1")
    with pytest.raises(ConfigError, match=r"sh failed: ERROR: no; see .*log"):
        tool.run((), tmp_path, "log")
    assert (tmp_path / "log").read_text() == "fine\nERROR: no\n"


def test_a_tool_that_ends_without_an_error(tmp_path):
    """What it did last is all there is."""
    tool = eda.Tool("sh", ("sh", "-c", "echo 3.46 ABC9; exit 3"), "1")
    with pytest.raises(ConfigError, match=r"sh failed: status 3 after: 3.46 ABC9; see .*log"):
        tool.run((), tmp_path, "log")


@pytest.mark.parametrize(
    ("script", "how"),
    [
        ("echo '1: wasm trap: out of bounds memory access'; echo; exit 1", "1: wasm trap: out of"),
        ("kill -SEGV $$", "by signal 11"),
    ],
)
def test_a_tool_that_crashes(script, how, tmp_path):
    """By a fault of its own, which is not taken for an error in its input."""
    with pytest.raises(eda.Crashed, match=rf"sh crashed: {how}.*; see .*log"):
        SHELL.run(["-c", script], tmp_path, "log")
    with pytest.raises(ConfigError, match="sh failed: ERROR: wasm trap") as raised:
        SHELL.run(["-c", "echo ERROR: wasm trap; exit 1"], tmp_path, "log")
    assert not isinstance(raised.value, eda.Crashed)


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
