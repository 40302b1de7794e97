"""Tang Nano 20K with a GW2AR-18C; USB serial port of a BL616, up to 3 Mbaud."""

from amaranth.build import Attrs, Clock, Pins, PinsN, Resource, Subsignal

from bep_hw.gateware.fpga.board import BoardTop
from bep_hw.gateware.fpga.gowin import HimbaechelGowinPlatform
from bep_hw.gateware.fpga.gowin_pll import GowinPll

IO = Attrs(IO_TYPE="LVCMOS33")


class TangNano20kPlatform(HimbaechelGowinPlatform):
    part = "GW2AR-LV18QN88C8/I7"
    device = family = "GW2AR-18C"
    default_clk = "clk27"
    resources = (
        Resource("clk27", 0, Pins("4", dir="i"), Clock(27e6), IO),
        Resource(
            "uart",
            0,
            Subsignal("rx", Pins("70", dir="i")),
            Subsignal("tx", Pins("69", dir="o")),
            IO,
        ),
        Resource("led", 0, PinsN("15", dir="o"), IO),
        Resource("led", 1, PinsN("16", dir="o"), IO),
        Resource("led", 2, PinsN("17", dir="o"), IO),
    )
    connectors = ()


class Top(BoardTop):
    """The crystal has 27 MHz, at the pin of a PLL. LED 0 is activity, 1 busy, 2 error."""

    platform = TangNano20kPlatform
    family = "gowin"
    pll = GowinPll
    clock = 81_000_000
    baud = 1_000_000

    def leds(self, platform):
        return [platform.request("led", number, dir="-") for number in range(3)]
