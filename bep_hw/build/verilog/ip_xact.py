"""The register map as IP-XACT, IEEE 1685-2014."""

from xml.etree import ElementTree as Xml

from bep_hw.build.verilog.xml_text import ACCESS, add, document
from bep_hw.spec.registers import MAP_VERSION, WINDOW, byte_address

NAME = "bep_core.xml"
NAMESPACE = "http://www.accellera.org/XMLSchema/IPXACT/1685-2014"
VENDOR, LIBRARY = "bep-hw", "bep"


def text(found):
    """bep_core.xml for an AddressMap."""
    component = Xml.Element("component", {"xmlns:ipxact": NAMESPACE})
    add(component, vendor=VENDOR, library=LIBRARY, name="bep_core", version=MAP_VERSION)
    space = add(add(component, memoryMaps=None), memoryMap=None)
    add(space, name="registers")
    block = add(space, addressBlock=None)
    add(block, name="core", baseAddress="0x0", range=f"{byte_address(found.words):#x}", width=32)
    add(block, usage="register")
    for register in found.registers:
        _register(block, register, found.resets.get(register.name))
    for register in found.windows:
        _register(block, register, None, count=WINDOW)
    for table in found.tables:
        rows = add(block, registerFile=None)
        add(rows, name=table.name, description=table.text, dim=table.count)
        add(rows, addressOffset=f"{byte_address(table.base):#x}")
        add(rows, range=f"{byte_address(table.stride):#x}")
        for register in table.registers:
            _register(rows, register, 0 if register.access == "rw" else None)
    add(space, addressUnitBits=8)
    add(component, description="Trainer of binary neural networks.")
    return document(component, "ipxact:")


def _register(parent, register, reset, count=None):
    """reset: the word after a reset; None if it is not known; count: of equal registers."""
    element = add(parent, register=None)
    add(element, name=register.name, description=register.text)
    if count:
        add(element, dim=count)
    add(element, addressOffset=f"{byte_address(register.address):#x}", size=32)
    add(element, volatile=str(register.readable).lower(), access=ACCESS[register.access])
    for field in register.fields:
        part = add(element, field=None)
        add(part, name=field.name, description=field.text, bitOffset=field.low)
        if reset is not None:
            add(add(add(part, resets=None), reset=None), value=f"{field.of(reset):#x}")
        add(part, bitWidth=field.bits)
        add(part, access=ACCESS[register.access_to(field)])
        if register.cleared(field):
            add(part, modifiedWriteValue="oneToClear")
        if register.takes:
            add(part, readAction="modify")
