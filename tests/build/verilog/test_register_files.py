"""The register map in other formats, read by other people's tools, is that of registers.md."""

import re
from pathlib import Path

import cmsis_svd
import pytest
from cmsis_svd.model import SVDRegisterArray, SVDRegisterClusterArray
from cmsis_svd.parser import SVDParser
from ipyxact.ipyxact import Component
from lxml import etree
from peakrdl_cheader.exporter import CHeaderExporter
from peakrdl_html import HTMLExporter
from systemrdl import RDLCompiler
from systemrdl.node import AddrmapNode, RegfileNode, RegNode

from bep_hw.build.verilog import ip_xact, rdl, svd
from bep_hw.spec.address_map import address_map
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.limits import limits
from bep_hw.spec.network import Network
from bep_hw.spec.registers import MAP_VERSION, VERSION, WINDOW

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "registers.md").read_text()
CORE = CoreConfig(tile_rows=8, tile_columns=48, lanes=12, max_steps=5)
LAYER_BYTES, TIME_BYTES = 0x40, 0x10
ROW = re.compile(r"^\| (\+ )?\S+ \| (?:\+ )?(0x\w+) \| `(\w+)` \| (\w\w) \|", re.MULTILINE)
FIELD = re.compile(r"^\| `(\w+)` \| (\d+)(?::(\d+))? \| `(\w+)` \|", re.MULTILINE)
ONE_VALUE = {("value", 0, 32)}


def described():
    """{register: (byte address, access, {(field, lowest bit, bits)})} of the page.

    A register of row i of the layer table is layer.NAME; its address is that in row 0.
    """
    fields = {}
    for register, high, low, name in FIELD.findall(PAGE):
        part = (name, int(low or high), int(high) - int(low or high) + 1)
        fields.setdefault(register, set()).add(part)
    bases = re.findall(r"ow i.* at word (0x\w+) \+ 0x\w+ i", PAGE)
    tables = iter([("layer.", int(bases[0], 16)), ("time.", int(bases[1], 16))])
    found, prefix, base, in_table = {}, "", 0, False
    for line in PAGE.splitlines():
        row = ROW.match(line)
        if not row:
            in_table = in_table and line.startswith("|")
            continue
        offset, byte, name, access = row.groups()
        if offset and not in_table:
            prefix, base = next(tables)
        in_table = True
        place = (prefix + name, 4 * base) if offset else (name, 0)
        found[place[0]] = (place[1] + int(byte, 16), access, fields.get(name, ONE_VALUE))
    return found


def of_rdl(text, folder):
    node = compiled(text, folder).top
    words = {(True, True): "rw", (True, False): "ro", (False, True): "wo"}
    found = {}
    for reg in node.descendants(unroll=False):
        if isinstance(reg, RegNode):
            inside = isinstance(reg.parent, RegfileNode)
            name = f"{reg.parent.inst_name}.{reg.inst_name}" if inside else reg.inst_name
            fields = {(f.inst_name, f.low, f.width) for f in reg.fields()}
            access = words[reg.has_sw_readable, reg.has_sw_writable]
            found[name] = (reg.raw_absolute_address, access, fields)
    return found


def compiled(text, folder):
    (folder / rdl.NAME).write_text(text)
    compiler = RDLCompiler()
    compiler.compile_file(str(folder / rdl.NAME))
    return compiler.elaborate()


def of_svd(text, folder):
    (folder / svd.NAME).write_text(text)
    (peripheral,) = SVDParser.for_xml_file(str(folder / svd.NAME)).get_device().peripherals
    words = {"read-write": "rw", "read-only": "ro", "write-only": "wo"}

    def entry(register):
        fields = {(f.name, f.bit_offset, f.bit_width) for f in register.fields}
        return register.address_offset, words[register.access.value], fields

    found = {}
    for item in peripheral.registers:
        if isinstance(item, SVDRegisterClusterArray):
            first, second = item.clusters[:2]
            name = first.name.removesuffix("[0]")
            stride = {"layer": LAYER_BYTES, "time": TIME_BYTES}[name]
            assert second.address_offset - first.address_offset == stride
            assert len(item.clusters) == CORE.max_layers
            for register in first.registers:
                own = register.name.removeprefix(f"{first.name}_")
                found[f"{name}.{own}"] = entry(register)
        elif isinstance(item, SVDRegisterArray):
            assert len(item.registers) == WINDOW
            found[item.registers[0].name.removesuffix("[0]")] = entry(item.registers[0])
        else:
            found[item.name] = entry(item)
    return found


def of_ip_xact(text, folder):
    (folder / ip_xact.NAME).write_text(text)
    component = Component()
    component.load(str(folder / ip_xact.NAME))
    (block,) = component.memoryMaps.memoryMap[0].addressBlock
    words = {"read-write": "rw", "read-only": "ro", "write-only": "wo"}

    def entry(register, base=0):
        fields = {(f.name, f.bitOffset, f.bitWidth) for f in register.field}
        return base + register.addressOffset, words[register.access], fields

    found = {register.name: entry(register) for register in block.register}
    for rows in block.registerFile:
        assert rows.range == {"layer": LAYER_BYTES, "time": TIME_BYTES}[rows.name]
        assert rows.dim == CORE.max_layers
        for register in rows.register:
            found[f"{rows.name}.{register.name}"] = entry(register, rows.addressOffset)
    return found


READERS = {
    "SystemRDL": (of_rdl, lambda found, core: rdl.text(found)),
    "CMSIS-SVD": (of_svd, svd.text),
    "IP-XACT": (of_ip_xact, lambda found, core: ip_xact.text(found)),
}


@pytest.mark.parametrize("name", READERS)
def test_every_address_and_field(name, tmp_path):
    """Behind AXI, of a core for recurrent networks, which has all registers."""
    read, write = READERS[name]
    page = described()
    assert len(page) == 45
    assert page["layer.rows"][0] == 0x100 and page["time.matrix"][0] == 0x608
    assert read(write(address_map(CORE, bus="axi"), CORE), tmp_path) == page


@pytest.mark.parametrize("name", READERS)
def test_the_native_port_has_no_registers_of_a_bus(name, tmp_path):
    read, write = READERS[name]
    found = read(write(address_map(CORE, bus=None), CORE), tmp_path)
    assert "control" in found and "version" not in found and "samples" not in found


@pytest.mark.parametrize("name", READERS)
def test_registers_of_the_core_at_hand(name, tmp_path):
    """Without streams there is no `packet`, without time steps there are no registers of time."""
    read, write = READERS[name]
    core = CoreConfig(tile_rows=8, tile_columns=48, lanes=12)
    found = read(write(address_map(core, bus="wishbone"), core), tmp_path)
    assert "samples" in found and "packet" not in found
    assert "steps" not in found and not any(place.startswith("time.") for place in found)


def test_tools_take_the_system_rdl(tmp_path):
    """Pages of peakrdl-html, and a header of peakrdl-cheader."""
    root = compiled(rdl.text(address_map(CORE, bus="axi")), tmp_path)
    assert isinstance(root.top, AddrmapNode)
    HTMLExporter().export(root, str(tmp_path / "html"))
    assert (tmp_path / "html" / "index.html").exists()
    CHeaderExporter().export(root, str(tmp_path / "tools.h"))
    header = (tmp_path / "tools.h").read_text()
    assert "BEP_CORE__CONTROL__REFRESH" in header.upper()


@pytest.mark.parametrize("version", ["1_3_1", "1_3_10"])
def test_the_svd_follows_its_schema(version):
    schema = Path(cmsis_svd.__file__).parent / "schemas" / f"CMSIS-SVD_{version}.xsd"
    text = svd.text(address_map(CORE, bus="axi"), CORE)
    etree.XMLSchema(etree.parse(str(schema))).assertValid(etree.fromstring(text.encode()))


def test_values_after_a_reset_and_limits(tmp_path):
    text = svd.text(address_map(CORE, bus="wishbone"), CORE)
    (tmp_path / svd.NAME).write_text(text)
    (peripheral,) = SVDParser.for_xml_file(str(tmp_path / svd.NAME)).get_device().peripherals
    found = {register.name: register for register in peripheral.get_registers()}
    assert found["version"].reset_value == VERSION
    assert found["fingerprint"].reset_value == CORE.fingerprint
    assert found["tile"].reset_value == 48 << 16 | 8
    assert (found["seed"].reset_value, found["seed"].reset_mask) == (0, 0xFFFF_FFFF)
    assert found["waiting"].reset_mask == 0
    root = etree.fromstring(text.encode())
    (limit,) = root.xpath("//register[name='batch_size']//writeConstraint/range")
    ends = int(limit.findtext("minimum")), int(limit.findtext("maximum"))
    assert ends == limits(CORE)["batch_size"]
    assert root.findtext("version") == str(MAP_VERSION) == f"{VERSION & 0xFFFF}"


def test_constants_of_a_core_for_one_network_are_read_only(tmp_path):
    network = Network(layers=(21, 9, 6), classes=3)
    core = CoreConfig.for_network(network, tile_rows=8, tile_columns=8, lanes=4, fixed=network)
    found = of_rdl(rdl.text(address_map(core, bus=None)), tmp_path)
    assert found["layers"][1] == found["layer.columns"][1] == "ro"
    assert found["seed"][1] == found["layer.group"][1] == "rw"
    assert address_map(core, bus=None).resets["layers"] == 3
