"""OrangeCrab r0.2 with an LFE5U-25F, speed grade 8; serial port of an adapter on pins 0 and 1."""

from amaranth.build import Attrs, Pins, Resource, Subsignal
from amaranth_boards.orangecrab_r0_2 import OrangeCrabR0_2_25FPlatform

from bep_hw.gateware.fpga.board import BoardTop
from bep_hw.gateware.fpga.ecp5_pll import Ecp5Pll

UART = Resource(
    "uart",
    0,
    Subsignal("rx", Pins("0", dir="i", conn=("io", 0))),
    Subsignal("tx", Pins("1", dir="o", conn=("io", 0))),
    Attrs(IO_TYPE="LVCMOS33"),
)


class Top(BoardTop):
    """The crystal has 48 MHz. LED: green activity, blue busy, red error."""

    platform = OrangeCrabR0_2_25FPlatform
    family = "ecp5"
    pll = Ecp5Pll
    clock = 48_000_000
    baud = 3_000_000

    def uart(self, platform):
        platform.add_resources([UART])
        return super().uart(platform)

    def leds(self, platform):
        led = platform.request("rgb_led", 0, dir="-")
        return [led.g, led.b, led.r]
