"""The reference cores, whose emitted Verilog is covered, and the Verilog that is counted."""

import dataclasses
from dataclasses import dataclass

from bep_hw.gateware.bus.tops import BUSES, component
from bep_hw.gateware.technology import PORTABLE
from bep_hw.gateware.verilog import convert_shared
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.encoder_shape import EncoderShape
from sim.benches.problems import CORES, RECURRENT_CORES
from sim.measure.coverage.counted import counted

IMAGES = EncoderShape(image=(6, 7), cell=3, levels=1, edges=1, filters=4, filters_per_cycle=2)


@dataclass(frozen=True)
class Reference:
    """A core whose coverage is measured.

    what: in words; config: its parameters; bus: of BUSES
    divisor: see `LinkedCore`
    """

    what: str
    config: CoreConfig
    bus: str = "native"
    divisor: int | None = None

    @property
    def top(self):
        return BUSES[self.bus].top

    def counts(self, module):
        """Whether a module counts: of a core behind a bus only what the bus brings."""
        return self.bus == "native" or not f"{module}_".startswith(f"{self.top}_shell_core_")

    def verilog(self):
        """As `bep-hw emit` writes it."""
        design = component(self.config, self.bus, PORTABLE, self.divisor)
        return convert_shared(design, self.top)[0]

    def counted(self, name):
        """Ready for Verilator; of a core behind a bus only what the bus brings is counted."""
        return counted(self.verilog(), self.top, name, inside=self.bus == "native")


def _with_encoder(config):
    return dataclasses.replace(config, encoder=IMAGES)


REFERENCES = {
    "one": Reference("S = 1, 4 x 16, 4 lanes", CORES["4x16-lanes4"]),
    "two": Reference("S = 2, 4 x 8, 8 lanes", CORES["4x8-lanes8-2-samples"]),
    "four": Reference(
        "S = 4, 8 x 16, 16 lanes, with an encoder of edges and filters",
        _with_encoder(CORES["8x16-lanes16-4-samples"]),
    ),
    "single": Reference(
        "counters in memories of one port, 4 x 16, 2 lanes", CORES["4x16-lanes2-single-port"]
    ),
    "recurrent": Reference(
        "recurrent, S = 2, 4 x 8, 4 lanes", RECURRENT_CORES["4x8-lanes4-2-samples"]
    ),
    "deep": Reference(
        "recurrent, S = 4, 3 x 6, 6 lanes, deep pipeline",
        RECURRENT_CORES["3x6-lanes6-4-samples-deep"],
    ),
    "axi": Reference("what AXI brings to `one`", CORES["4x16-lanes4"], "axi"),
    "wishbone": Reference("what Wishbone brings to `one`", CORES["4x16-lanes4"], "wishbone"),
    "uart": Reference("what the UART brings to `one`", CORES["4x16-lanes4"], "uart", 8),
}
"""{name: Reference}"""
