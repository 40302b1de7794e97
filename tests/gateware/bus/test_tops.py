"""The registry of buses: each gives a component, and what a user may ask for is checked."""

import pytest

from bep_hw.gateware.bus.tops import BUSES, check_bus, component
from bep_hw.gateware.technology import PORTABLE
from bep_hw.gateware.verilog import convert
from bep_hw.support.errors import ConfigError
from sim.benches.problems import CORES

CORE = CORES["4x16-lanes4"]


@pytest.mark.parametrize("name", BUSES)
def test_components(name):
    bus = BUSES[name]
    made = component(CORE, name, PORTABLE, 12 if bus.serial else None)
    assert type(made).__name__ == bus.name
    convert(made, bus.top)
    assert getattr(made, "divisor", None) == (12 if bus.serial else None)


@pytest.mark.parametrize("name", [name for name, bus in BUSES.items() if bus.crosses])
def test_a_core_with_a_clock_of_its_own(name):
    """Its clock is a port, and there is none without; a synchroniser is in the Verilog."""
    made = component(CORE, name, PORTABLE, core_clock=True)
    text = convert(made, BUSES[name].top)
    assert "input core_clk;" in text and "posedge core_clk" in text
    plain = component(CORE, name, PORTABLE)
    assert "core_clk" not in plain.signature.members
    convert(plain, BUSES[name].top)


def test_a_clock_of_its_own_needs_a_bus():
    for name in ("native", "uart"):
        with pytest.raises(
            ConfigError, match=f"--core-clock: is for .*axi and wishbone, not {name}"
        ):
            check_bus(name, 8 if name == "uart" else None, core_clock=True)


@pytest.mark.parametrize(
    "bus, divisor, message",
    [
        ("pci", None, "bus 'pci': must be one of native, axi, wishbone, uart"),
        ("uart", None, "--bus uart: needs --divisor"),
        ("uart", 3, "divisor 3: must be from 4 to 65536"),
        ("axi", 8, "--divisor 8: is for --bus uart alone"),
    ],
)
def test_wrong_arguments(bus, divisor, message):
    with pytest.raises(ConfigError, match=message):
        check_bus(bus, divisor)
