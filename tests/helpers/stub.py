"""A core without contents, for tests of what is around it."""

import pytest
from amaranth.hdl import Module

from bep_hw.gateware.bus import shell
from bep_hw.gateware.core import Core


class StubCore(Core):
    """The ports of a core; its outputs are whatever the test bench sets."""

    def elaborate(self, platform):
        return Module()


@pytest.fixture
def stub_core(monkeypatch):
    """A Shell that is made from here on has a StubCore."""
    monkeypatch.setattr(shell, "Core", StubCore)
