"""The PLL of an ECP5, which makes the clock of the core from a board's crystal."""

from amaranth.hdl import Const, Instance
from amaranth.lib.io import Buffer

from bep_hw.gateware.fpga.pll import Pll, nearest

PHASE_DETECTOR = (10e6, 400e6)
OSCILLATOR = (400e6, 800e6)
"""Lowest and highest frequency there [Hz], of the ECP5 family data sheet."""


def dividers(source, target):
    """(of the input, of the feedback, of the output) for a clock of `target` [Hz] from `source`.

    The feedback is the output: target = source * feedback / input, and the oscillator makes
    target * output. ConfigError if none make it.
    """
    found = []
    for divide in range(1, 129):
        low, high = PHASE_DETECTOR
        multiply = round(target * divide / source)
        if not (low <= source / divide <= high and 1 <= multiply <= 80):
            continue
        made = source * multiply / divide
        output = min(round(sum(OSCILLATOR) / 2 / made), 128)
        if output >= 1 and OSCILLATOR[0] <= made * output <= OSCILLATOR[1]:
            found.append((made, (divide, multiply, output)))
    return nearest(found, source, target)


class Ecp5Pll(Pll):
    """See `Pll`."""

    check = staticmethod(dividers)

    def _pll(self, m, clock, locked):
        divide, multiply, output = self.settings
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
            p_CLKOP_DIV=output,
            p_CLKOP_CPHASE=max(output // 2 - 1, 0),
            p_CLKOP_FPHASE=0,
            p_FEEDBK_PATH="CLKOP",
            i_RST=Const(0),
            i_STDBY=Const(0),
            i_CLKI=crystal.i,
            i_CLKFB=clock,
            i_PHASESEL0=Const(0),
            i_PHASESEL1=Const(0),
            i_PHASEDIR=Const(1),
            i_PHASESTEP=Const(1),
            i_PHASELOADREG=Const(1),
            i_PLLWAKESYNC=Const(0),
            i_ENCLKOP=Const(0),
            o_CLKOP=clock,
            o_LOCK=locked,
        )
