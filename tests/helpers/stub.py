"""A core without contents, for tests of what is around it."""

import pytest
from amaranth.hdl import Module, Mux, Signal

from bep_hw.gateware.bus import shell
from bep_hw.gateware.core import Core
from bep_hw.spec.registers import ERRORS, address


class StubCore(Core):
    """The ports of a core; its outputs are whatever the test bench sets.

    errors : as the register of this name, of what the shell reports
    """

    def elaborate(self, platform):
        m, csr = Module(), self.csr
        self.errors = Signal(len(ERRORS))
        clears = csr.write_enable & (csr.address == address("errors"))
        cleared = Mux(clears, csr.write_data, 0)[: len(ERRORS)]
        m.d.sync += self.errors.eq((self.errors & ~cleared) | self.failed_outside)
        m.d.comb += self.fails.eq(self.failed_outside.any())
        m.d.comb += self.far.eq(self.fetch.payload >= self.config.counter_depth)
        return m


@pytest.fixture
def stub_core(monkeypatch):
    """A Shell that is made from here on has a StubCore."""
    monkeypatch.setattr(shell, "Core", StubCore)
