"""ECPIX-5 with an ECP5UM5G-85F, speed grade 8; USB serial port of an FT2232H, up to 12 Mbaud."""

from amaranth_boards.ecpix5 import ECPIX585Platform

from bep_hw.gateware.fpga.board import BoardTop
from bep_hw.gateware.fpga.ecp5_pll import Ecp5Pll


class Top(BoardTop):
    """The crystal has 100 MHz. LED 0: green activity, blue busy, red error."""

    platform = ECPIX585Platform
    family = "ecp5"
    pll = Ecp5Pll
    clock = 62_500_000
    baud = 3_000_000

    def leds(self, platform):
        led = platform.request("rgb_led", 0, dir="-")
        return [led.g, led.b, led.r]
