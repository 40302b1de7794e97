"""The PLL of an ECP5, which makes the clock of the core from a board's crystal."""

from itertools import product
from math import ceil

from amaranth.hdl import Const, Instance, Signal
from amaranth.lib.io import Buffer

from bep_hw.gateware.fpga.pll import Pll, nearest

PHASE_DETECTOR = (10e6, 400e6)
OSCILLATOR = (400e6, 800e6)
"""Lowest and highest frequency there [Hz], of the ECP5 family data sheet."""


def dividers(source, target):
    """(of the input, feedback, primary output, clock) for a clock of `target` [Hz] from `source`.

    The feedback is the primary output, source * feedback / input. The oscillator makes it times
    its divider; the clock, a second output, divides the oscillator by any number, and so comes
    much nearer than the first one could. ConfigError if none make it.
    """
    found = []
    for divide, multiply in product(range(1, 129), range(1, 81)):
        detector, primary = source / divide, source * multiply / divide
        if not PHASE_DETECTOR[0] <= detector <= PHASE_DETECTOR[1]:
            continue
        for times in range(ceil(OSCILLATOR[0] / primary), int(OSCILLATOR[1] / primary) + 1):
            output = min(max(round(primary * times / target), 1), 128)
            if 1 <= times <= 128:
                found.append((primary * times / output, (divide, multiply, times, output)))
    return nearest(found, source, target)


class Ecp5Pll(Pll):
    """See `Pll`."""

    check = staticmethod(dividers)

    def _pll(self, m, platform, clock, locked):
        divide, multiply, times, output = self.settings
        feedback = Signal()
        m.submodules.crystal = crystal = Buffer("i", self.port)
        m.submodules.pll = Instance(
            "EHXPLLL",
            # As ecppll of Project Trellis writes it.
            a_ICP_CURRENT="12",
            a_LPF_RESISTOR="8",
            a_MFG_ENABLE_FILTEROPAMP="1",
            a_MFG_GMCREF_SEL="2",
            p_PLLRST_ENA="DISABLED",
            p_INTFB_WAKE="DISABLED",
            p_STDBY_ENABLE="DISABLED",
            p_DPHASE_SOURCE="DISABLED",
            p_OUTDIVIDER_MUXA="DIVA",
            p_OUTDIVIDER_MUXB="DIVB",
            p_OUTDIVIDER_MUXC="DIVC",
            p_OUTDIVIDER_MUXD="DIVD",
            p_CLKI_DIV=divide,
            p_CLKFB_DIV=multiply,
            p_CLKOP_ENABLE="ENABLED",
            p_CLKOP_DIV=times,
            p_CLKOP_CPHASE=max(times // 2 - 1, 0),
            p_CLKOP_FPHASE=0,
            p_CLKOS_ENABLE="ENABLED",
            p_CLKOS_DIV=output,
            p_CLKOS_CPHASE=max(times // 2 - 1, 0),
            p_CLKOS_FPHASE=0,
            p_FEEDBK_PATH="CLKOP",
            i_RST=Const(0),
            i_STDBY=Const(0),
            i_CLKI=crystal.i,
            i_CLKFB=feedback,
            i_PHASESEL0=Const(0),
            i_PHASESEL1=Const(0),
            i_PHASEDIR=Const(1),
            i_PHASESTEP=Const(1),
            i_PHASELOADREG=Const(1),
            i_PLLWAKESYNC=Const(0),
            i_ENCLKOP=Const(0),
            o_CLKOP=feedback,
            o_CLKOS=clock,
            o_LOCK=locked,
        )
