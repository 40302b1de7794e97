"""A core that `bep-hw emit` wrote, as a LiteX module."""

import json
from pathlib import Path
from types import SimpleNamespace

from litex.gen import LiteXModule
from litex.soc.integration.soc import SoCRegion
from litex.soc.interconnect import stream, wishbone
from litex.soc.interconnect.axi import AXILiteInterface
from migen import Cat, ClockSignal, Constant, Instance, ResetSignal, Signal

from bep_hw.support.errors import require

BYTES = 0x1000
"""Size of the register map."""

WORD = 32
ADDRESS_BITS = 12


class BepCore(LiteXModule):
    """The core in `folder`, as a slave of a SoC; `add_to` puts it into one.

    Everything runs at the clock `sys`.

    Parameters
    ----------
    platform : of the SoC; gets the Verilog
    folder : where `bep-hw emit --bus wishbone` or `--bus axi` wrote a core without `--core-clock`.
        ConfigError if there is another one

    Members
    -------
    bus : Wishbone or AXI4-Lite, 32 bits: the registers of bep_core.h
    ev : its member `irq` is the interrupt, as a SoC expects it
    sink, source : with AXI alone, streams of samples and of results, 32 bits, with `last`
    """

    def __init__(self, platform, folder):
        folder = Path(folder)
        manifest = folder / "manifest.json"
        require(
            manifest.exists(), f"{folder}: holds no core; bep-hw emit --bus wishbone -o {folder}"
        )
        core = json.loads(manifest.read_text())
        connect = {"wishbone": self._wishbone, "axi": self._axi}.get(core.get("bus"))
        require(connect, f"{folder}: its core has no bus of a processor; choose wishbone or axi")
        require(not core["core_clock"], f"{folder}: its core has a clock of its own")
        platform.add_source(str(folder / f"{core['top']}.v"))
        self.ev = SimpleNamespace(irq=Signal())
        self.specials += Instance(core["top"], o_irq=self.ev.irq, **connect())

    def add_to(self, soc, name="bep", origin=None):
        """Put the core into a SoC, with its interrupt if the SoC has interrupts; its SoCRegion.

        name: of the module and of its region; the address is NAME_BASE in the SoC's own header
        origin: address; None for any that is free
        """
        soc.add_module(name=name, module=self)
        soc.bus.add_slave(name, self.bus, SoCRegion(origin=origin, size=BYTES, cached=False))
        if soc.irq.enabled:
            soc.irq.add(name)
        return soc.bus.regions[name]

    def _wishbone(self):
        """Ports of the instance; the masters of LiteX are classic ones."""
        self.bus = bus = wishbone.Interface(data_width=WORD)
        return {
            "i_clk": ClockSignal("sys"),
            "i_rst": ResetSignal("sys"),
            "i_wb_cyc_i": bus.cyc,
            "i_wb_stb_i": bus.stb,
            "i_wb_we_i": bus.we,
            "i_wb_adr_i": Cat(Constant(0, 2), bus.adr[: ADDRESS_BITS - 2]),
            "i_wb_sel_i": bus.sel,
            "i_wb_dat_i": bus.dat_w,
            "o_wb_dat_o": bus.dat_r,
            "o_wb_ack_o": bus.ack,
            "o_wb_err_o": bus.err,
            "i_wb_pipelined_i": 0,
        }

    def _axi(self):
        """Ports of the instance."""
        self.bus = bus = AXILiteInterface(data_width=WORD, address_width=WORD)
        self.sink = stream.Endpoint([("data", WORD)])
        self.source = stream.Endpoint([("data", WORD)])
        ports = {
            "i_aclk": ClockSignal("sys"),
            "i_aresetn": ~ResetSignal("sys"),
            "i_s_axi_awprot": 0,
            "i_s_axi_arprot": 0,
            "i_s_axi_awaddr": bus.aw.addr[:ADDRESS_BITS],
            "i_s_axi_araddr": bus.ar.addr[:ADDRESS_BITS],
            "i_s_axi_wdata": bus.w.data,
            "i_s_axi_wstrb": bus.w.strb,
            "o_s_axi_bresp": bus.b.resp,
            "o_s_axi_rdata": bus.r.data,
            "o_s_axi_rresp": bus.r.resp,
            "i_s_axis_tkeep": (1 << WORD // 8) - 1,
        }
        for name in ("aw", "w", "ar"):
            channel = getattr(bus, name)
            ports[f"i_s_axi_{name}valid"] = channel.valid
            ports[f"o_s_axi_{name}ready"] = channel.ready
        for name in ("b", "r"):
            channel = getattr(bus, name)
            ports[f"o_s_axi_{name}valid"] = channel.valid
            ports[f"i_s_axi_{name}ready"] = channel.ready
        for name, way, back in (("s_axis", "i", "o"), ("m_axis", "o", "i")):
            endpoint = self.sink if way == "i" else self.source
            ports[f"{way}_{name}_tdata"] = endpoint.data
            ports[f"{way}_{name}_tlast"] = endpoint.last
            ports[f"{way}_{name}_tvalid"] = endpoint.valid
            ports[f"{back}_{name}_tready"] = endpoint.ready
        return ports
