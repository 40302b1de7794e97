"""The PLL of an iCE40: from a board's crystal to the clock of the core."""

from amaranth.hdl import ClockSignal, Const, Instance, Module, Signal
from amaranth.lib import wiring
from amaranth.lib.cdc import ResetSynchronizer
from amaranth.lib.wiring import In

from bep_hw.config import require

PHASE_DETECTOR = (10e6, 133e6)
OSCILLATOR = (533e6, 1066e6)
"""Lowest and highest frequency there [Hz], of the iCE40 family data sheet."""

FILTERS = ((17e6, 1), (26e6, 2), (44e6, 3), (66e6, 4), (101e6, 5), (133e6, 6))
"""Up to which frequency at the phase detector [Hz] the loop takes which filter, as icepll says."""

TOLERANCE = 0.001


def dividers(source, target):
    """(of the input, of the feedback, exponent of 2 of the output) for `target` [Hz].

    The oscillator makes source * feedback / input. ConfigError if none come within TOLERANCE.
    """
    found = []
    for divide in range(1, 17):
        if not PHASE_DETECTOR[0] <= source / divide <= PHASE_DETECTOR[1]:
            continue
        for output in range(1, 7):
            multiply = round(target * divide * 2**output / source)
            made = source * multiply / divide
            if 1 <= multiply <= 128 and OSCILLATOR[0] <= made <= OSCILLATOR[1]:
                found.append((abs(made / 2**output / target - 1), divide, multiply, output))
    error, divide, multiply, output = min(found, default=(1, 1, 0, 0))
    made = source * multiply / divide / 2**output
    nearest = f"; the nearest is {made / 1e6:g} MHz" if found else ""
    require(
        error <= TOLERANCE,
        f"clock {target / 1e6:g} MHz: the PLL cannot make it from {source / 1e6:g} MHz{nearest}",
    )
    return divide, multiply, output


class Ice40Pll(wiring.Component):
    """Drives clock and reset of the domain; it is in reset until the PLL has locked.

    Parameters
    ----------
    source, target : frequencies of the crystal and of the clock [Hz]
    port : the pin of the crystal, which must be the one of the PLL

    Members
    -------
    reset : asynchronous, resets the domain as well
    """

    check = staticmethod(dividers)

    def __init__(self, source, target, port):
        self.dividers, self.port = dividers(source, target), port
        self.filter = next(name for limit, name in FILTERS if source / self.dividers[0] <= limit)
        super().__init__({"reset": In(1)})

    def elaborate(self, platform):
        m = Module()
        divide, multiply, output = self.dividers
        clock, locked = Signal(), Signal()
        m.submodules.pll = Instance(
            "SB_PLL40_PAD",
            p_FEEDBACK_PATH="SIMPLE",
            p_PLLOUT_SELECT="GENCLK",
            p_DIVR=Const(divide - 1, 4),
            p_DIVF=Const(multiply - 1, 7),
            p_DIVQ=Const(output, 3),
            p_FILTER_RANGE=Const(self.filter, 3),
            i_PACKAGEPIN=self.port.io,
            i_RESETB=Const(1),
            i_BYPASS=Const(0),
            o_PLLOUTGLOBAL=clock,
            o_LOCK=locked,
        )
        m.d.comb += ClockSignal().eq(clock)
        m.submodules.reset = ResetSynchronizer(~locked | self.reset)
        return m
