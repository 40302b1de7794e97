"""The register map as CMSIS-SVD 1.3, which debuggers and generators of drivers read."""

from xml.etree import ElementTree as Xml

from bep_hw.build.verilog.xml_text import ACCESS, add, document
from bep_hw.spec.limits import limits
from bep_hw.spec.registers import MAP_VERSION, WINDOW, byte_address

NAME = "bep_core.svd"
SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"


def text(found, core):
    """bep_core.svd for an AddressMap of a CoreConfig.

    The one peripheral is at address 0; a system puts it where its bus has it.
    """
    device = Xml.Element("device", {"schemaVersion": "1.3", "xmlns:xs": SCHEMA})
    device.set("xs:noNamespaceSchemaLocation", "CMSIS-SVD.xsd")
    add(device, vendor="bep-hw", name="bep_core", version=MAP_VERSION)
    add(device, description="Trainer of binary neural networks.")
    add(device, addressUnitBits=8, width=32, size=32, access="read-write")
    peripheral = add(add(device, peripherals=None), peripheral=None)
    add(peripheral, name="bep_core", description="The core.", baseAddress="0x0")
    size = byte_address(found.words)
    add(add(peripheral, addressBlock=None), offset="0x0", size=f"{size:#x}", usage="registers")
    registers, bounds = add(peripheral, registers=None), limits(core)
    for register in found.registers:
        _register(registers, register, bounds, found.resets.get(register.name))
    for table in found.tables:
        cluster = add(registers, cluster=None)
        add(cluster, dim=table.count, dimIncrement=f"{byte_address(table.stride):#x}")
        add(cluster, name=f"{table.name}[%s]", description=table.text)
        add(cluster, addressOffset=f"{byte_address(table.base):#x}")
        for register in table.registers:
            _register(cluster, register, bounds, 0 if register.access == "rw" else None)
    for register in found.windows:
        _register(registers, register, bounds, None, count=WINDOW)
    return document(device)


def _register(parent, register, bounds, reset, count=None):
    """reset: the word after a reset; None if it is not known; count: of equal registers."""
    element = add(parent, register=None)
    if count:
        add(element, dim=count, dimIncrement="0x4")
    add(element, name=register.name + ("[%s]" if count else ""), description=register.text)
    add(element, addressOffset=f"{byte_address(register.address):#x}")
    add(element, access=ACCESS[register.access])
    known = 0 if reset is None else 0xFFFF_FFFF
    add(element, resetValue=f"{reset or 0:#x}", resetMask=f"{known:#x}")
    fields = add(element, fields=None)
    for field in register.fields:
        part = add(fields, field=None)
        add(part, name=field.name, description=field.text)
        add(part, bitOffset=field.low, bitWidth=field.bits)
        add(part, access=ACCESS[register.access_to(field)])
        if register.cleared(field):
            add(part, modifiedWriteValues="oneToClear")
        if register.writable and not register.parts and register.name in bounds:
            least, most = bounds[register.name]
            add(add(add(part, writeConstraint=None), range=None), minimum=least, maximum=most)
        if register.takes:
            add(part, readAction="modify")
