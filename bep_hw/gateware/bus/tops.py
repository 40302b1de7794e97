"""The top module of a core for every bus."""

TOPS = {"native": "bep_core", "axi": "bep_axi", "wishbone": "bep_wishbone", "uart": "bep_uart"}
"""The top module for every bus."""


def component(config, bus, body, divisor=None):
    """The core for a bus of TOPS, with popcounts of this body; divisor: see `LinkedCore`."""
    from bep_hw.gateware.bus.axi import AxiCore
    from bep_hw.gateware.bus.link import LinkedCore
    from bep_hw.gateware.bus.wishbone import WishboneCore
    from bep_hw.gateware.core import Core

    if bus == "uart":
        return LinkedCore(config, divisor, body=body)
    return {"native": Core, "axi": AxiCore, "wishbone": WishboneCore}[bus](config, body=body)
