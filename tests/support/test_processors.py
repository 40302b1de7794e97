"""What is known of the processor."""

import pytest

from bep_hw.support import processors
from bep_hw.support.errors import ConfigError


def test_cores_are_those_that_this_process_may_use(monkeypatch):
    monkeypatch.setattr(
        processors.os, "sched_getaffinity", lambda process: {0, 3, 5}, raising=False
    )
    assert processors.cores() == 3
    monkeypatch.delattr(processors.os, "sched_getaffinity")
    monkeypatch.setattr(processors.os, "cpu_count", lambda: 7)
    assert processors.cores() == 7


def test_name(monkeypatch, tmp_path):
    monkeypatch.setattr(processors, "CPU_INFO", tmp_path / "cpuinfo")
    assert processors.name()
    (tmp_path / "cpuinfo").write_text("processor\t: 0\nmodel name\t: A Processor 9\nflags\t: x\n")
    assert processors.name() == "A Processor 9"


@pytest.mark.parametrize("threads", [0, 257])
def test_refuses(threads):
    with pytest.raises(ConfigError, match=f"threads {threads}: must be from 1 to 256"):
        processors.check_threads(threads)
