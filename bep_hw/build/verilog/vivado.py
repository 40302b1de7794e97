"""The core with AXI as a block of Vivado's block design: attributes and a component.xml.

Both name the interfaces that the ports form. A block design takes the Verilog alone, as a module
reference, by its attributes; or the folder as a repository of IP, by component.xml, which is
IP-XACT as IEEE 1685-2009 has it.
"""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as Xml

from bep_hw.build.verilog.ip_xact import LIBRARY, VENDOR
from bep_hw.build.verilog.xml_text import add, document
from bep_hw.spec.registers import BUS_ADDRESS_BITS, byte_address

NAME = "component.xml"
TOP = "bep_axi"
SPIRIT = "http://www.spiritconsortium.org/XMLSchema/SPIRIT/1685-2009"
FAMILIES = ("artix7", "kintex7", "virtex7", "zynq", "kintexuplus", "virtexuplus", "zynquplus")
STREAM = {"TDATA_NUM_BYTES": "4", "HAS_TREADY": "1", "HAS_TLAST": "1", "HAS_TKEEP": "1"}
LITE = {"PROTOCOL": "AXI4LITE", "DATA_WIDTH": "32", "ADDR_WIDTH": str(BUS_ADDRESS_BITS + 2)}
CLOCK = {"ASSOCIATED_BUSIF": "s_axi:s_axis:m_axis", "ASSOCIATED_RESET": "aresetn"}
PORT = re.compile(r"^  (?:input|output) (?:\[\d+:0\] )?(\w+);$", re.MULTILINE)


@dataclass(frozen=True)
class Interface:
    """Ports that belong together.

    group, kind: of xilinx.com's definitions, such as interface and aximm
    mode: "slave" or "master"
    signals: {name in the definition of the kind: port}; none for all ports that begin with `name`
    parameters: what Vivado is to know of it
    """

    name: str
    group: str
    kind: str
    mode: str
    signals: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)

    def of(self, ports):
        """{signal: port} among the names `ports`."""
        head = f"{self.name}_"
        found = {port.removeprefix(head).upper(): port for port in ports if port.startswith(head)}
        return self.signals or found


INTERFACES = (
    Interface("s_axi", "interface", "aximm", "slave", parameters=LITE),
    Interface("s_axis", "interface", "axis", "slave", parameters=STREAM),
    Interface("m_axis", "interface", "axis", "master", parameters=STREAM),
    Interface("aclk", "signal", "clock", "slave", {"CLK": "aclk"}, CLOCK),
    Interface(
        "aresetn", "signal", "reset", "slave", {"RST": "aresetn"}, {"POLARITY": "ACTIVE_LOW"}
    ),
    Interface(
        "irq", "signal", "interrupt", "master", {"INTERRUPT": "irq"}, {"SENSITIVITY": "LEVEL_HIGH"}
    ),
)


def with_attributes(verilog):
    """The Verilog of a core with AXI, whose top module says which ports form an interface."""
    start = verilog.index(f"module {TOP}(")
    end = verilog.index("endmodule", start)
    top, lines = verilog[start:end], {}
    for interface in INTERFACES:
        kind = f"xilinx.com:{interface.group}:{interface.kind}:1.0"
        pairs = (f"{name} {value}" for name, value in interface.parameters.items())
        parameters = ", ".join([f"XIL_INTERFACENAME {interface.name}", *pairs])
        for signal, port in interface.of(PORT.findall(top)).items():
            info = f'X_INTERFACE_INFO = "{kind} {interface.name} {signal}"'
            # The parameters stand at one of the ports.
            more = f', X_INTERFACE_PARAMETER = "{parameters}"' if parameters else ""
            lines[port], parameters = f"  (* {info}{more} *)\n", ""
    return verilog[:start] + PORT.sub(lambda p: lines.get(p[1], "") + p[0], top) + verilog[end:]


def component(ports, version):
    """component.xml.

    ports: dictionaries of direction, name and width, as the manifest has them; version: of the IP
    """
    root = Xml.Element(
        "component", {"xmlns:spirit": SPIRIT, "xmlns:xilinx": "http://www.xilinx.com"}
    )
    add(root, vendor=VENDOR, library=LIBRARY, name=TOP, version=version)
    buses = add(root, busInterfaces=None)
    for interface in INTERFACES:
        _bus(buses, interface, [port["name"] for port in ports])
    block = add(add(add(root, memoryMaps=None), memoryMap=None), name="s_axi", addressBlock=None)
    add(
        block,
        name="registers",
        baseAddress="0",
        range=byte_address(1 << BUS_ADDRESS_BITS),
        width=32,
    )
    add(block, usage="register")
    _model(root, ports)
    files = add(add(root, fileSets=None), fileSet=None)
    add(files, name="verilog")
    add(add(files, file=None), name=f"{TOP}.v", fileType="verilogSource")
    add(root, description="Trainer of binary neural networks.")
    name = add(add(root, parameters=None), parameter=None)
    value = add(name, name="Component_Name", value=f"{TOP}_v1_0")
    value.attrib = {"spirit:resolve": "user", "spirit:id": "PARAM_VALUE.Component_Name"}
    extensions = add(add(root, vendorExtensions=None), **{"xilinx:coreExtensions": None})
    families = add(extensions, **{"xilinx:supportedFamilies": None})
    for family in FAMILIES:
        add(families, **{"xilinx:family": family}).set("xilinx:lifeCycle", "Production")
    add(add(extensions, **{"xilinx:taxonomies": None}), **{"xilinx:taxonomy": "/UserIP"})
    add(extensions, **{"xilinx:displayName": "Trainer of binary neural networks"})
    return document(root, "spirit:")


def _bus(parent, interface, ports):
    bus = add(parent, busInterface=None)
    add(bus, name=interface.name)
    for place, kind in (("busType", ""), ("abstractionType", "_rtl")):
        add(bus, **{place: None}).attrib = {
            "spirit:vendor": "xilinx.com",
            "spirit:library": interface.group,
            "spirit:name": f"{interface.kind}{kind}",
            "spirit:version": "1.0",
        }
    mode = add(bus, **{interface.mode: None})
    if interface.kind == "aximm":
        add(mode, memoryMapRef=None).set("spirit:memoryMapRef", interface.name)
    maps = add(bus, portMaps=None)
    for signal, port in interface.of(ports).items():
        pair = add(maps, portMap=None)
        add(add(pair, logicalPort=None), name=signal)
        add(add(pair, physicalPort=None), name=port)
    values = add(bus, parameters=None)
    for name, value in interface.parameters.items():
        add(add(values, parameter=None), name=name, value=value)


def _model(root, ports):
    model = add(root, model=None)
    views = add(model, views=None)
    for name in ("synthesis", "simulation"):
        view = add(views, view=None)
        add(view, name=f"xilinx_anylanguage{name}")
        add(view, envIdentifier=f":vivado.xilinx.com:{name}", language="Verilog", modelName=TOP)
        add(add(view, fileSetRef=None), localName="verilog")
    listed = add(model, ports=None)
    for port in ports:
        wire = add(add(listed, port=None), name=port["name"], wire=None)
        add(wire, direction={"input": "in", "output": "out"}[port["direction"]])
        if port["width"] > 1:
            add(add(wire, vector=None), left=port["width"] - 1, right=0)
