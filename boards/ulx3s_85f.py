"""ULX3S with an ECP5-85F, speed grade 6; USB serial port of an FT231X, up to 3 Mbaud."""

from amaranth_boards.ulx3s import ULX3S_85F_Platform

from bep_hw.gateware.fpga.board import BoardTop
from bep_hw.gateware.fpga.ecp5_pll import Ecp5Pll


class Top(BoardTop):
    """The crystal has 25 MHz. LED 0 is activity, 1 busy, 2 error."""

    platform = ULX3S_85F_Platform
    family = "ecp5"
    pll = Ecp5Pll
    clock = 25_000_000
    baud = 1_000_000

    def leds(self, platform):
        return [platform.request("led", number, dir="-") for number in range(3)]
