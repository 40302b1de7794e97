"""The interfaces of the core with AXI, as Vivado's block design is told of them."""

import json
import re

import pytest
from ipyxact.ipyxact import Component
from lxml import etree

from bep_hw.build.verilog.core import emit
from tests.test_rtl import TINY


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("axi")
    emit(TINY, place, bus="axi")
    return place


@pytest.fixture(scope="module")
def ports(folder):
    """{name: (direction, width)} of the manifest."""
    listed = json.loads((folder / "manifest.json").read_text())["ports"]
    return {port["name"]: (port["direction"], port["width"]) for port in listed}


def marked(folder):
    """{port: (interface, signal)} of the attributes, and {interface: parameters}."""
    text = (folder / "bep_axi.v").read_text()
    info, more = r'X_INTERFACE_INFO = "(\S+) (\S+) (\S+)"', r'X_INTERFACE_PARAMETER = "(.*)"'
    port = r"  (?:input|output) (?:\[.*\] )?(\w+);"
    found = re.findall(rf"^  \(\* {info}(?:, {more})? \*\)\n{port}", text, re.MULTILINE)
    assert len(found) == text.count("X_INTERFACE_INFO")
    pairs = {port: (name, signal) for _, name, signal, _, port in found}
    return pairs, {name: parameters for _, name, _, parameters, _ in found if parameters}


def test_every_port_is_of_an_interface(folder, ports):
    pairs, parameters = marked(folder)
    assert pairs.keys() == ports.keys()
    assert pairs["s_axi_awaddr"] == ("s_axi", "AWADDR")
    assert pairs["m_axis_tlast"] == ("m_axis", "TLAST")
    assert pairs["aresetn"] == ("aresetn", "RST") and pairs["irq"] == ("irq", "INTERRUPT")
    assert parameters.keys() == {name for name, _ in pairs.values()}
    assert "ASSOCIATED_BUSIF s_axi:s_axis:m_axis, ASSOCIATED_RESET aresetn" in parameters["aclk"]
    assert "PROTOCOL AXI4LITE" in parameters["s_axi"]


def test_the_component_says_the_same(folder, ports):
    component = Component()
    component.load(str(folder / "component.xml"))
    found = {
        pair.physicalPort.name: (bus.name, pair.logicalPort.name)
        for bus in component.busInterfaces.busInterface
        for pair in bus.portMaps.portMap
    }
    assert found == marked(folder)[0]
    listed = {}
    for port in etree.parse(str(folder / "component.xml")).iterfind(".//{*}model//{*}port"):
        left = int(port.findtext(".//{*}vector/{*}left") or 0)
        listed[port.findtext("{*}name")] = port.findtext(".//{*}direction") + "put", left + 1
    assert listed == ports
    (space,) = component.memoryMaps.memoryMap
    assert (space.name, space.addressBlock[0].range) == ("s_axi", 4096)
    assert component.fileSets.fileSet[0].file[0].name == "bep_axi.v"


def test_only_axi_has_one(tmp_path):
    emit(TINY, tmp_path, bus="wishbone")
    assert not (tmp_path / "component.xml").exists()
    assert "X_INTERFACE" not in (tmp_path / "bep_wishbone.v").read_text()
