"""The buses of a core, a line for each. Amaranth is imported only when a core is made."""

from dataclasses import dataclass
from importlib import import_module

from bep_hw.spec.link import check_divisor
from bep_hw.support.errors import require


@dataclass(frozen=True)
class BusTop:
    """The top module of a bus.

    top: name of the module; module, name: the Python module and the class of its component
    serial: whether the component takes a divisor, the clock cycles per bit on the line
    mapped: whether registers are at addresses that a processor loads from and stores to
    crosses: whether the core may have a clock of its own
    """

    top: str
    module: str
    name: str
    serial: bool = False
    mapped: bool = False
    crosses: bool = False


BUSES = {
    "native": BusTop("bep_core", "bep_hw.gateware.core", "Core"),
    "axi": BusTop("bep_axi", "bep_hw.gateware.bus.axi", "AxiCore", mapped=True, crosses=True),
    "wishbone": BusTop(
        *("bep_wishbone", "bep_hw.gateware.bus.wishbone", "WishboneCore"),
        mapped=True,
        crosses=True,
    ),
    "uart": BusTop("bep_uart", "bep_hw.gateware.bus.link", "LinkedCore", serial=True),
}


def check_bus(name, divisor=None, core_clock=False):
    """Raise ConfigError unless there is such a bus, and these options go with it.

    divisor: if and only if it is serial; core_clock: whether the core has a clock of its own
    """
    require(name in BUSES, f"bus {name!r}: must be one of {', '.join(BUSES)}")
    if BUSES[name].serial:
        require(divisor is not None, f"--bus {name}: needs --divisor, the clock cycles per bit")
        check_divisor(divisor)
    else:
        serial = ", ".join(name for name, bus in BUSES.items() if bus.serial)
        require(divisor is None, f"--divisor {divisor}: is for --bus {serial} alone")
    crossing = " and ".join(name for name, bus in BUSES.items() if bus.crosses)
    require(
        BUSES[name].crosses or not core_clock, f"--core-clock: is for --bus {crossing}, not {name}"
    )


def component(config, bus, technology, divisor=None, core_clock=False):
    """The core for one of BUSES, built from this `Technology`.

    divisor: see `LinkedCore`; core_clock: whether the core has a clock of its own
    """
    check_bus(bus, divisor, core_clock)
    chosen, options = BUSES[bus], {}
    if chosen.serial:
        options["divisor"] = divisor
    if chosen.crosses:
        options["core_clock"] = core_clock
    return getattr(import_module(chosen.module), chosen.name)(config, technology, **options)
