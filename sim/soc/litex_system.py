"""The system as LiteX makes it: its PicoRV32 and interconnect, and the core as its module."""

import logging
import re
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

from litex.build.generic_platform import GenericPlatform, Pins
from litex.gen import LiteXModule
from litex.soc.integration.soc import SoCRegion
from litex.soc.integration.soc_core import SoCCore
from litex.soc.interconnect import wishbone
from migen import ClockDomain

from bep_hw.integrations.litex import BepCore

MEMORY_BYTES = 1 << 20
CORE, HOST = 0x8000_0000, 0x9000_0000
FREQUENCY = 1_000_000
"""A number that LiteX asks for; a simulation has no frequency."""

FLAGS = ("console_valid", "word_valid", "end_valid")
PORTS = [
    ("clk", 0, Pins(1)),
    ("resetn", 0, Pins(1)),
    *((name, 0, Pins(1)) for name in FLAGS),
    ("value", 0, Pins(32)),
    ("trap", 0, Pins(1)),
]
"""Those of verilog/soc.v."""


class Clocks(LiteXModule):
    """The clock and the reset of the simulation."""

    def __init__(self, ports):
        self.cd_sys = ClockDomain()
        self.comb += [self.cd_sys.clk.eq(ports.clk), self.cd_sys.rst.eq(~ports.resetn)]


class Host(LiteXModule):
    """The slave through which the firmware talks to the simulation: a word for each of FLAGS.

    Latency: 1 [cycle].
    """

    def __init__(self, ports):
        self.bus = bus = wishbone.Interface(data_width=32)
        strobe = bus.cyc & bus.stb & ~bus.ack
        self.sync += [bus.ack.eq(strobe), ports.value.eq(bus.dat_w)]
        for index, name in enumerate(FLAGS):
            flag = getattr(ports, name)
            self.sync += flag.eq(strobe & bus.we & (bus.adr[:2] == index))


class System(SoCCore):
    """A LiteX SoC with a PicoRV32, memory at 0, the core and the `Host`.

    folder: as of `BepCore`
    """

    mem_map: ClassVar = {**SoCCore.mem_map, "main_ram": 0}

    def __init__(self, platform, folder):
        ports = SimpleNamespace(**{name: platform.request(name) for name, *_ in PORTS})
        self.crg = Clocks(ports)
        super().__init__(
            platform,
            FREQUENCY,
            cpu_type="picorv32",
            cpu_reset_address=0,
            integrated_main_ram_size=MEMORY_BYTES,
            integrated_main_ram_init=[0],
            with_uart=False,
            with_timer=False,
        )
        self.host = Host(ports)
        self.bus.add_slave("host", self.host.bus, SoCRegion(origin=HOST, size=16, cached=False))
        BepCore(platform, folder).add_to(self, origin=CORE)
        self.comb += ports.trap.eq(self.cpu.trap)


def verilog(folder, top):
    """Verilog of a `System` with the core in `folder`, its module `top` included, as one text.

    The firmware is read from the file of the plusarg +firmware, as in verilog/soc.v.
    """
    logging.disable(logging.INFO)
    try:
        platform = GenericPlatform("simulation", PORTS)
        system = System(platform, folder)
        system.finalize()
        text = platform.get_verilog(system, name=top).main_source
    finally:
        logging.disable(logging.NOTSET)
    text, count = re.subn(
        r'\$readmemh\("\w*main_ram\w*\.init", (\w+)\);',
        r'begin : load reg [8*512-1:0] file; if ($value$plusargs("firmware=%s", file))'
        r" $readmemh(file, \1); end",
        text,
    )
    text = re.sub(r'\$readmemh\("\w*sram\w*\.init", \w+\);', "", text)  # of zeros
    if count != 1:
        raise ValueError(f"{count} memories for the firmware in the Verilog of LiteX")
    return "\n".join([text, *(Path(path).read_text() for path, *_ in platform.sources)])
