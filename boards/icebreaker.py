"""iCEBreaker with an iCE40UP5K; USB serial port of an FT2232H, up to 12 Mbaud."""

from amaranth_boards.icebreaker import ICEBreakerPlatform

from bep_hw.gateware.fpga.board import BoardTop
from bep_hw.gateware.fpga.ice40_pll import Ice40Pll


class Top(BoardTop):
    """The crystal has 12 MHz. LEDs: green activity, red busy, and red in the middle of the part
    that breaks off error."""

    platform = ICEBreakerPlatform
    family = "ice40"
    pll = Ice40Pll
    clock = 18_000_000
    baud = 1_000_000

    def leds(self, platform):
        platform.add_resources(platform.break_off_pmod)
        requests = (("led_g", 0), ("led_r", 0), ("led_r", 1))
        return [platform.request(name, number, dir="-") for name, number in requests]
