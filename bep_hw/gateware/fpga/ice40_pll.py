"""The PLL of an iCE40, which makes the clock of the core from a board's crystal."""

from amaranth.hdl import Const, Instance

from bep_hw.gateware.fpga.pll import Pll, nearest

PHASE_DETECTOR = (10e6, 133e6)
OSCILLATOR = (533e6, 1066e6)
"""Lowest and highest frequency there [Hz], of the iCE40 family data sheet."""

FILTERS = ((17e6, 1), (26e6, 2), (44e6, 3), (66e6, 4), (101e6, 5), (133e6, 6))
"""Up to which frequency at the phase detector [Hz] the loop takes which filter, as icepll says."""


def dividers(source, target):
    """(of the input, of the feedback, exponent of 2 of the output) for `target` [Hz].

    The oscillator makes source * feedback / input. ConfigError if none make it.
    """
    found = []
    for divide in range(1, 17):
        if not PHASE_DETECTOR[0] <= source / divide <= PHASE_DETECTOR[1]:
            continue
        for output in range(1, 7):
            multiply = round(target * divide * 2**output / source)
            made = source * multiply / divide
            if 1 <= multiply <= 128 and OSCILLATOR[0] <= made <= OSCILLATOR[1]:
                found.append((made / 2**output, (divide, multiply, output)))
    return nearest(found, source, target)


class Ice40Pll(Pll):
    """See `Pll`; the pin of the crystal must be the one of the PLL."""

    check = staticmethod(dividers)

    def _pll(self, m, platform, clock, locked):
        divide, multiply, output = self.settings
        loop = next(name for limit, name in FILTERS if self.source / divide <= limit)
        m.submodules.pll = Instance(
            "SB_PLL40_PAD",
            p_FEEDBACK_PATH="SIMPLE",
            p_PLLOUT_SELECT="GENCLK",
            p_DIVR=Const(divide - 1, 4),
            p_DIVF=Const(multiply - 1, 7),
            p_DIVQ=Const(output, 3),
            p_FILTER_RANGE=Const(loop, 3),
            i_PACKAGEPIN=self.port.io,
            i_RESETB=Const(1),
            i_BYPASS=Const(0),
            o_PLLOUTGLOBAL=clock,
            o_LOCK=locked,
        )
