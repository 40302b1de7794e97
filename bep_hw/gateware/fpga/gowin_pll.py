"""The PLL of a Gowin FPGA, rPLL, which makes the clock of the core from a board's crystal."""

from itertools import product

from amaranth.hdl import Const, Instance
from amaranth.lib.io import Buffer

from bep_hw.gateware.fpga.pll import Pll, nearest

PHASE_DETECTOR = (3e6, 500e6)
OSCILLATOR = (500e6, 1250e6)
"""Lowest and highest frequency there [Hz], of the GW2A family data sheet, speed grade C8/I7."""

OUTPUTS = (2, 4, 8, 16, 32, 48, 64, 80, 96, 112, 128)
"""Dividers between oscillator and clock."""


def dividers(source, target):
    """(of the input, feedback, output) for a clock of `target` [Hz] from `source`.

    The feedback is the clock itself, source * feedback / input; the oscillator makes it times the
    output's divider. ConfigError if none make it.
    """
    found = []
    for divide, multiply, output in product(range(1, 65), range(1, 65), OUTPUTS):
        made = source * multiply / divide
        if (
            PHASE_DETECTOR[0] <= source / divide <= PHASE_DETECTOR[1]
            and OSCILLATOR[0] <= made * output <= OSCILLATOR[1]
        ):
            found.append((made, (divide, multiply, output)))
    return nearest(found, source, target)


class GowinPll(Pll):
    """See `Pll`."""

    check = staticmethod(dividers)

    def _pll(self, m, platform, clock, locked):
        divide, multiply, output = self.settings
        platform.add_clock_constraint(clock, self.source * multiply / divide)
        unused = {"CLKFB": 1, "RESET": 1, "RESET_P": 1, "FBDSEL": 6, "IDSEL": 6, "ODSEL": 6}
        unused |= {"PSDA": 4, "DUTYDA": 4, "FDLY": 4}
        m.submodules.crystal = crystal = Buffer("i", self.port)
        m.submodules.pll = Instance(
            "rPLL",
            p_FCLKIN=f"{self.source / 1e6:g}",
            p_IDIV_SEL=divide - 1,
            p_FBDIV_SEL=multiply - 1,
            p_ODIV_SEL=output,
            i_CLKIN=crystal.i,
            o_CLKOUT=clock,
            o_LOCK=locked,
            **{f"i_{name}": Const(0, width) for name, width in unused.items()},
        )
