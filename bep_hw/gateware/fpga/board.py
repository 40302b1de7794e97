"""BoardTop: what the tops of all boards have in common. The boards themselves are in boards/."""

from amaranth.hdl import (
    ClockDomain,
    ClockSignal,
    Const,
    Elaboratable,
    Instance,
    Module,
    ResetSignal,
    Signal,
)
from amaranth.lib.cdc import ResetSynchronizer
from amaranth.lib.io import Buffer

from bep_hw.spec.link import MAX_DIVISOR, MIN_DIVISOR
from bep_hw.support.errors import require

BLINK = 0.05
"""Shortest time that an LED is on [s]; the longest one after a single event is four times that."""

MISTUNED = 0.02
"""Largest error of the baud rate."""

CORE = "bep_uart"
"""The module of the core with its UART, as `bep-hw emit --bus uart` writes it."""


def divisor(clock, baud):
    """Clock cycles per bit; ConfigError if the clock [Hz] cannot make the baud rate [1/s]."""
    cycles = round(clock / baud)
    require(
        cycles and abs(clock / cycles / baud - 1) <= MISTUNED,
        f"{baud} baud: a clock of {clock / 1e6:g} MHz cannot make it within {MISTUNED:.0%}",
    )
    require(
        MIN_DIVISOR <= cycles <= MAX_DIVISOR,
        f"{baud} baud: a clock of {clock / 1e6:g} MHz has {cycles} cycles per bit,"
        f" must be from {MIN_DIVISOR} to {MAX_DIVISOR}",
    )
    return cycles


class BoardTop(Elaboratable):
    """A circuit behind a board's serial port, with the clock it runs on, a reset and three LEDs.

    The circuit is the core with its UART, or another one with the same ports.

    A board is a file with a subclass called Top, in boards/ or of the user's own.

    Parameters
    ----------
    verilog : text of the circuit
    clock : of the circuit [Hz]
    module : its name

    Members of the class
    --------------------
    platform : class of amaranth-boards
    family : name of a file in bep_hw/build/bitstream/families, without suffix
    pll : component that drives the domain sync, see `Ecp5Pll`; not needed for the crystal's own
    clock, baud : what the board has unless the user asks for another [Hz], [1/s]
    """

    platform = family = pll = clock = baud = None

    def __init__(self, verilog, clock, module=CORE):
        self.verilog, self.clock, self.module = verilog, clock, module

    @classmethod
    def check(cls, platform, clock):
        """Raise ConfigError unless this clock [Hz] can be made on the platform."""
        if clock != platform.default_clk_frequency:
            require(
                cls.pll,
                f"clock {clock / 1e6:g} MHz: the board names no pll, and its crystal has"
                f" {platform.default_clk_frequency / 1e6:g} MHz",
            )
            cls.pll.check(platform.default_clk_frequency, clock)

    def leds(self, platform):
        """Ports that show activity on the line, a core that works, and a refused request."""
        raise NotImplementedError

    def uart(self, platform):
        """The serial port's ports: from the host, to the host."""
        uart = platform.request("uart", dir="-")
        return uart.rx, uart.tx

    def elaborate(self, platform):
        # First of all, so that nothing is half made if the platform lacks one of them.
        crystal_port = platform.request(platform.default_clk, dir="-")
        reset = platform.default_rst
        reset_port = None if reset is None else platform.request(reset, dir="-")
        rx_port, tx_port = self.uart(platform)
        led_ports = self.leds(platform)
        require(len(led_ports) == 3, f"leds: {len(led_ports)} ports, must be 3")
        m = Module()
        self._clock(m, platform, crystal_port, reset_port)
        m.submodules.rx, m.submodules.tx = rx, tx = Buffer("i", rx_port), Buffer("o", tx_port)
        result, refused = Signal(), Signal()
        platform.add_file(f"{self.module}.v", self.verilog)
        m.submodules.core = Instance(
            self.module,
            i_clk=ClockSignal(),
            i_rst=ResetSignal(),
            i_rx=rx.i,
            o_tx=tx.o,
            o_result=result,
            o_refused=refused,
        )
        beat = self._beat(m)
        for port, event in zip(led_ports, (~rx.i | ~tx.o, result, refused), strict=True):
            m.submodules += (led := Buffer("o", port))
            m.d.comb += led.o.eq(self._stretched(m, event, beat))
        return m

    def _clock(self, m, platform, port, reset_port):
        """The domain sync, from the PLL or from the crystal."""
        reset = Const(0)
        if reset_port is not None:
            m.submodules.button = button = Buffer("i", reset_port)
            reset = button.i
        m.domains.sync = ClockDomain()
        if self.clock == platform.default_clk_frequency:
            m.submodules.crystal = crystal = Buffer("i", port)
            m.d.comb += ClockSignal().eq(crystal.i)
            m.submodules.reset = ResetSynchronizer(reset)
        else:
            m.submodules.pll = pll = self.pll(platform.default_clk_frequency, self.clock, port)
            m.d.comb += pll.reset.eq(reset)

    def _beat(self, m):
        """High for one cycle every BLINK or a little longer: one long counter for all LEDs."""
        cycle = Signal(range(int(BLINK * self.clock)))
        m.d.sync += cycle.eq(cycle + 1)
        return cycle == 0

    def _stretched(self, m, event, beat):
        """The event, made long enough to be seen: until the second beat after it.

        A register keeps the LED's pin, which may be far away, out of the core's paths.
        """
        seen, left = Signal(name="seen"), Signal(2, name="beats_left")
        m.d.sync += seen.eq(event)
        with m.If(seen):
            m.d.sync += left.eq(3)
        with m.Elif(beat):
            m.d.sync += left.eq(left >> 1)
        return left[0]
