"""Olimex GateMateA1-EVB with a CCGM1A1; serial port of an adapter on PMOD pins 1 and 7."""

from amaranth.build import Attrs, Clock, Pins, PinsN, Resource, Subsignal

from bep_hw.gateware.fpga.board import BoardTop
from bep_hw.gateware.fpga.gatemate import GateMatePlatform, GateMatePll

INPUT = Attrs(SCHMITT_TRIGGER="true")


class GateMateA1EvbPlatform(GateMatePlatform):
    device = "CCGM1A1"
    default_clk = "clk10"
    default_rst = "button"
    resources = (
        Resource("clk10", 0, Pins("IO_SB_A8", dir="i"), Clock(10e6), INPUT),
        Resource("button", 0, PinsN("IO_SB_B7", dir="i"), INPUT),
        Resource(
            "uart",
            0,
            Subsignal("rx", Pins("IO_EA_B4", dir="i"), INPUT),
            Subsignal("tx", Pins("IO_EA_A4", dir="o")),
        ),
        Resource("led", 0, PinsN("IO_SB_B6", dir="o")),
        Resource("pmod", 0, Pins("IO_EA_A5", dir="o")),
        Resource("pmod", 1, Pins("IO_EA_A6", dir="o")),
    )
    connectors = ()


class Top(BoardTop):
    """The crystal has 10 MHz. The LED is activity; busy and error are on the PMOD."""

    platform = GateMateA1EvbPlatform
    family = "gatemate"
    pll = GateMatePll
    clock = 25_000_000
    baud = 1_000_000

    def leds(self, platform):
        requests = (("led", 0), ("pmod", 0), ("pmod", 1))
        return [platform.request(name, number, dir="-") for name, number in requests]
