"""The platform of a board with a Gowin FPGA, for the tools that pip installs.

Amaranth's own platform calls nextpnr-gowin, which nextpnr-himbaechel has replaced.
"""

from amaranth.vendor import GowinPlatform

from bep_hw.gateware.fpga.himbaechel import Himbaechel

NETLIST = "{{name}}.json"
AS_GPIO = ("mspi", "sspi", "ready", "done")
"""Pins of the configuration that may be ordinary ones afterwards; boards have LEDs there."""

PLACE_AND_ROUTE = r"""
    {{invoke_tool("nextpnr-himbaechel-gowin")}}
        {{get_override("nextpnr_opts")|options}}
        --device {{platform.part}}
        --vopt family={{platform._chipdb_device}}
        --vopt cst={{name}}.cst
        --freq {{platform.fastest}}
        --json {{name}}.json
        --write {{name}}.pnr.json
"""


class HimbaechelGowinPlatform(Himbaechel, GowinPlatform):
    """Amaranth's platform with nextpnr-himbaechel.

    Members of the class
    --------------------
    part : as the maker writes it, with package and speed grade
    family : such as "GW2AR-18C"; device : the same
    """

    @property
    def _chipdb_device(self):
        # An R stands for a RAM in the package; the FPGA is that of the part without one.
        return self.family.replace("R-", "-")

    @property
    def required_tools(self):
        return ["yosys", "nextpnr-himbaechel-gowin", "gowin_pack"]

    @property
    def file_templates(self):
        script = super().file_templates["{{name}}.ys"].replace("{{name}}.syn.json", NETLIST)
        return {**super().file_templates, "{{name}}.ys": script}

    @property
    def command_templates(self):
        synthesis, _, pack = super().command_templates
        return [synthesis, PLACE_AND_ROUTE, pack]

    def toolchain_prepare(self, fragment, name, **overrides):
        free = " ".join(f"--{pins}_as_gpio" for pins in AS_GPIO)
        return super().toolchain_prepare(fragment, name, gowin_pack_opts=free, **overrides)
