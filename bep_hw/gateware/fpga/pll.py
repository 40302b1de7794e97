"""PLL: makes the clock of the core from a board's crystal; the part that all families share."""

from amaranth.hdl import ClockSignal, Module, Signal
from amaranth.lib import wiring
from amaranth.lib.cdc import ResetSynchronizer
from amaranth.lib.wiring import In

from bep_hw.support.errors import require

TOLERANCE = 0.001


def nearest(found, source, target):
    """The PLL settings whose clock is nearest to `target` [Hz].

    found: pairs (frequency that they make [Hz], settings); source: the crystal's, for the message
    ConfigError if none come within TOLERANCE.
    """
    error, settings, made = min(
        ((abs(made / target - 1), settings, made) for made, settings in found),
        default=(1, None, None),
    )
    hint = f"; the nearest is {made / 1e6:g} MHz" if found else ""
    require(
        error <= TOLERANCE,
        f"clock {target / 1e6:g} MHz: the PLL cannot make it from {source / 1e6:g} MHz{hint}",
    )
    return settings


class Pll(wiring.Component):
    """Drives clock and reset of the domain; it is in reset until the PLL has locked.

    A family has its own `check`, which finds the settings, and its own `_pll`.

    Parameters
    ----------
    source, target : frequencies of the crystal and of the clock [Hz]
    port : the pin of the crystal

    Members
    -------
    reset : asynchronous, resets the domain as well
    """

    def __init__(self, source, target, port):
        self.source, self.settings, self.port = source, self.check(source, target), port
        super().__init__({"reset": In(1)})

    def elaborate(self, platform):
        m = Module()
        clock, locked = Signal(), Signal()
        self._pll(m, platform, clock, locked)
        m.d.comb += ClockSignal().eq(clock)
        m.submodules.reset = ResetSynchronizer(~locked | self.reset)
        return m

    @staticmethod
    def check(source, target):
        """The settings that make the clock; ConfigError if none do."""
        raise NotImplementedError

    def _pll(self, m, platform, clock, locked):
        """Instantiate it; drive `clock` and `locked`, and constrain the clock if tools do not."""
        raise NotImplementedError
