"""The clock of a core that has one of its own, for cocotb."""

import os

from cocotb.clock import Clock


def has_core_clock(dut):
    return hasattr(dut, "core_clk")


def start_core_clock(dut):
    """Start it, if there is one, with the period [ps] that BEP_CORE_PERIOD has."""
    if has_core_clock(dut):
        Clock(dut.core_clk, int(os.environ["BEP_CORE_PERIOD"]), "ps").start()
