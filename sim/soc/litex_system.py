"""Systems as LiteX makes them: its PicoRV32 and interconnect, and the core as its module."""

import logging
import re
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

from litex.build.generic_platform import GenericPlatform, Pins
from litex.gen import LiteXModule
from litex.soc.cores.uart import RS232PHY, UART
from litex.soc.integration.export import get_csr_header
from litex.soc.integration.soc import SoCRegion
from litex.soc.integration.soc_core import SoCCore
from litex.soc.interconnect import wishbone
from litex.soc.interconnect.csr import CSRStorage
from migen import ClockDomain

from bep_hw.integrations.litex import BepCore

MEMORY_BYTES = 1 << 20
CORE, HOST = 0x8000_0000, 0x9000_0000
CLOCK, BAUD = 40_000_000, 1_000_000

FIRMWARE = "firmware.hex"
"""The file with the contents of the memory, beside the Verilog."""

FLAGS = ("console_valid", "word_valid", "end_valid")


class Clocks(LiteXModule):
    """The clock and the reset of the ports."""

    def __init__(self, clk, rst):
        self.cd_sys = ClockDomain()
        self.comb += [self.cd_sys.clk.eq(clk), self.cd_sys.rst.eq(rst)]


class System(SoCCore):
    """A LiteX SoC with a PicoRV32, memory at 0, and the core.

    PORTS: {name: bits}, of its module
    clk, rst: of everything; folder: as of `BepCore`; memory [bytes]; clock [Hz]
    """

    PORTS: ClassVar = {}
    mem_map: ClassVar = {**SoCCore.mem_map, "sram": 0}

    def __init__(self, platform, clk, rst, folder, memory, clock):
        self.crg = Clocks(clk, rst)
        super().__init__(
            platform,
            clock,
            cpu_type="picorv32",
            cpu_reset_address=0,
            integrated_sram_size=memory,
            with_uart=False,
            with_timer=False,
        )
        BepCore(platform, folder).add_to(self, origin=CORE)

    @classmethod
    def ports(cls, platform):
        return SimpleNamespace(**{name: platform.request(name) for name in cls.PORTS})


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


class HostedSystem(System):
    """The system of a simulation; its ports are those of verilog/soc.v."""

    PORTS: ClassVar = {"clk": 1, "resetn": 1, **dict.fromkeys(FLAGS, 1), "value": 32, "trap": 1}

    def __init__(self, platform, folder, memory=MEMORY_BYTES):
        ports = self.ports(platform)
        super().__init__(platform, ports.clk, ~ports.resetn, folder, memory, CLOCK)
        self.host = Host(ports)
        self.bus.add_slave("host", self.host.bus, SoCRegion(origin=HOST, size=16, cached=False))
        self.comb += ports.trap.eq(self.cpu.trap)


class End(LiteXModule):
    """The register in which the firmware says that it ended (bit 0), and failed (bit 1)."""

    def __init__(self):
        self.code = CSRStorage(2)


class SerialSystem(System):
    """The system of a board; its ports are those that `BoardTop` connects, and the end.

    clock [Hz], baud [bits/s]
    """

    PORTS: ClassVar = dict.fromkeys(("clk", "rst", "rx", "tx", "result", "refused", "ended"), 1)

    def __init__(self, platform, folder, memory=MEMORY_BYTES, clock=CLOCK, baud=BAUD):
        ports = self.ports(platform)
        super().__init__(platform, ports.clk, ports.rst, folder, memory, clock)
        self.uart_phy = RS232PHY(ports, clock, baud)
        self.uart = UART(self.uart_phy)
        self.end = End()
        self.comb += [
            ports.result.eq(self.bep.ev.irq),
            ports.ended.eq(self.end.code.storage[0]),
            ports.refused.eq(self.end.code.storage[1] | self.cpu.trap),
        ]


@contextmanager
def _silent():
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def verilog(kind, top, *options, **named):
    """(Verilog of the module `top` with all that is inside, header of its registers for C).

    kind: HostedSystem or SerialSystem; options, named: its own, the folder of the core first
    The memory has its contents from FIRMWARE.
    """
    with _silent():
        ports = [(name, 0, Pins(bits)) for name, bits in kind.PORTS.items()]
        platform = GenericPlatform("none", ports)
        system = kind(platform, *options, **named)
        system.finalize()
        text = platform.get_verilog(system, name=top).main_source
    text = re.sub(r"^//.*\d{4}-\d\d-\d\d \d\d:\d\d.*\n", "", text, flags=re.MULTILINE)  # when
    text, count = re.subn(r'\$readmemh\("\w+\.init"', f'$readmemh("{FIRMWARE}"', text)
    if count != 1:
        raise ValueError(f"{count} memories with contents in the Verilog of LiteX")
    header = get_csr_header(system.csr_regions, system.constants, with_access_functions=False)
    files = [Path(path).read_text() for path, *_ in platform.sources]
    return "\n".join([text, *files]), header


def with_plusarg(text):
    """`text` whose memory has its contents from the file of the plusarg +firmware."""
    return re.sub(
        rf'\$readmemh\("{FIRMWARE}", (\w+)\);',
        r'begin : load reg [8*512-1:0] file; if ($value$plusargs("firmware=%s", file))'
        r" $readmemh(file, \1); end",
        text,
    )
