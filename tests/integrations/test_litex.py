"""BepCore in a LiteX SoC; tests/sim/test_soc.py lets a processor train there."""

import json
import logging
import re

import pytest
from litex.build.generic_platform import GenericPlatform, Pins
from litex.build.io import CRG
from litex.soc.cores.dma import WishboneDMAReader, WishboneDMAWriter
from litex.soc.integration.soc_core import SoCCore
from litex.soc.interconnect import wishbone
from litex.soc.interconnect.stream import Endpoint

from bep_hw.integrations.litex import BYTES, BepCore
from bep_hw.support.errors import ConfigError

FREQUENCY = 50_000_000
TOPS = {"wishbone": "bep_wishbone", "axi": "bep_axi"}


@pytest.fixture(autouse=True)
def silent(tmp_path, monkeypatch):
    """In a working folder of its own: LiteX writes the contents of memories there."""
    monkeypatch.chdir(tmp_path)
    logging.disable(logging.INFO)
    yield
    logging.disable(logging.NOTSET)


def core_folder(folder, **changes):
    """A folder with the manifest of a core; the Verilog is not looked at."""
    manifest = {"top": "bep_wishbone", "bus": "wishbone", "core_clock": False} | changes
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def system(folder, **options):
    """(SoC, its BepCore, the region of that)."""
    platform = GenericPlatform("none", [("clk", 0, Pins(1))])
    soc = SoCCore(platform, FREQUENCY, with_uart=False, with_timer=False, **options)
    soc.crg = CRG(platform.request("clk"))
    core = BepCore(platform, folder)
    return soc, core, core.add_to(soc)


@pytest.mark.parametrize("standard", ["wishbone", "axi-lite"])
@pytest.mark.parametrize("bus", TOPS)
def test_registers_and_interrupt(bus, standard, tmp_path):
    """In the map of the SoC, not cached, and connected in its Verilog."""
    folder = core_folder(tmp_path, bus=bus, top=TOPS[bus])
    options = {"cpu_type": "picorv32", "integrated_rom_size": 4096, "bus_standard": standard}
    soc, core, region = system(folder, **options)
    soc.finalize()
    assert soc.mem_regions["bep"].origin == region.origin
    assert (region.size, region.cached) == (BYTES, False)
    assert soc.constants["BEP_INTERRUPT"] == soc.irq.locs["bep"]
    assert (str(folder / f"{TOPS[bus]}.v"), "verilog", "work") in soc.platform.sources
    verilog = soc.platform.get_verilog(soc).main_source
    assert f"{TOPS[bus]} {TOPS[bus]}(" in verilog
    assert isinstance(getattr(core, "sink", None), Endpoint) == (bus == "axi")


def test_streams_of_a_core_for_axi(tmp_path):
    """LiteX's DMA engines connect to both, with the end of a packet."""
    soc, core, _ = system(core_folder(tmp_path, bus="axi", top="bep_axi"), cpu_type=None)
    soc.reader = WishboneDMAReader(wishbone.Interface(), endianness="little", with_csr=True)
    soc.writer = WishboneDMAWriter(wishbone.Interface(), endianness="little", with_csr=True)
    soc.bus.add_master("reader", soc.reader.bus)
    soc.bus.add_master("writer", soc.writer.bus)
    soc.comb += [soc.reader.source.connect(core.sink), core.source.connect(soc.writer.sink)]
    soc.finalize()
    verilog = soc.platform.get_verilog(soc).main_source
    ports = dict(re.findall(r"\.([sm]_axis_t\w+) *\((.+?)\)", verilog))
    names = ("tdata", "tlast", "tvalid", "tready")
    assert set(ports) == {"s_axis_tkeep"} | {f"{way}_axis_{name}" for way in "sm" for name in names}
    assert ports.pop("s_axis_tkeep") == "4'd15"
    assert len(set(ports.values())) == len(ports)


def test_without_a_processor(tmp_path):
    soc, _, _ = system(core_folder(tmp_path), cpu_type=None)
    soc.finalize()
    assert "bep" in soc.mem_regions and "bep" not in soc.irq.locs


@pytest.mark.parametrize(
    "changes, message",
    [({"bus": "uart"}, "no bus of a processor"), ({"core_clock": True}, "a clock of its own")],
)
def test_cores_that_do_not_fit(changes, message, tmp_path):
    with pytest.raises(ConfigError, match=message):
        BepCore(GenericPlatform("none", []), core_folder(tmp_path, **changes))


def test_no_core(tmp_path):
    with pytest.raises(ConfigError, match="holds no core"):
        BepCore(GenericPlatform("none", []), tmp_path)
