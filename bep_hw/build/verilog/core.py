"""Writes a core as plain Verilog, with a C header and a manifest of all an integrator needs."""

import dataclasses
from importlib.util import find_spec

from bep_hw.build.verilog import c_driver, c_header, emitted, ip_xact, rdl, svd, vivado
from bep_hw.build.verilog.bus_bench import bus_bench
from bep_hw.build.verilog.testbench import core_bench
from bep_hw.gateware.bus.tops import BUSES, check_bus, component
from bep_hw.gateware.technology import named
from bep_hw.gateware.verilog import convert_shared
from bep_hw.spec.address_map import address_map
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.registers import (
    ADDRESS_BITS,
    BUS_ADDRESS_BITS,
    GLOBAL,
    GLOBAL_IN_TIME,
    LAYER,
    LAYER_BASE,
    LAYER_IN_TIME,
    LAYER_STRIDE,
    MAP_VERSION,
    RESULT,
    TIME_BASE,
    TIME_STRIDE,
    WINDOW,
    WINDOWS,
    of_bus,
)
from bep_hw.support.errors import require


def emit(preset, folder, *, bus="native", divisor=None, core_clock=False, technology="portable"):
    """Write the core of `preset` into `folder`; returns the paths written, the manifest last.

    divisor: clock cycles per bit on the line, for the bus "uart" alone
    core_clock: whether the core behind AXI or Wishbone has a clock of its own
    technology: a name of bep_hw.gateware.technology.NAMED, for what memories the FPGA has
    The Verilog is synthesisable and has no vendor primitives; the .vlt is a lint waiver for it and
    bep_core.h the register map for C; bep_core.rdl (SystemRDL), .svd (CMSIS-SVD) and .xml (IP-XACT)
    are the same for tools; behind AXI and Wishbone bep_driver.h and .c files are a driver in C.
    TOP_tb.sv is a test bench that checks itself against the golden model; .hex files have what goes
    through the ports. README.md says which module comes from which source, and manifest.json
    describes it all.
    A folder with a manifest is complete: an old one is removed first, the new one written last.
    Raises ConfigError for an unknown bus or technology, a network that the core cannot hold, or a
    bad folder.
    """
    check_bus(bus, divisor, core_clock)
    require(find_spec("amaranth"), "amaranth: not found; pip install bep-hw[gateware]")

    preset.check()
    top = BUSES[bus].top
    chosen = named(technology)
    design = component(preset.core, bus, chosen, divisor=divisor, core_clock=core_clock)
    verilog, modules = convert_shared(design, top, zeroed=chosen.zeroed)
    if bus == "axi":
        verilog = vivado.with_attributes(verilog)
    files = {
        f"{top}.v": verilog,
        f"{top}.vlt": emitted.waivers(top),
        c_header.NAME: c_header.text(preset.core),
        **(c_driver.files() if BUSES[bus].mapped else {}),
        **_register_files(preset.core, bus),
        **({vivado.NAME: _block(verilog)} if bus == "axi" else {}),
        **_bench(preset, bus, divisor),
        "README.md": _readme(preset, design, modules, bus, technology),
    }
    name = preset.name if bus == "native" else f"{preset.name}-{bus}"
    widths = "-".join(map(str, preset.network.layers))
    description = (
        f"Trainer of binary neural networks, {widths} with {preset.network.classes} classes"
    )
    files = emitted.complete(files, top, name, description)
    return emitted.write(folder, files, _manifest(preset, design, verilog, files, bus, technology))


def _register_files(core, bus):
    """{name: text} of the register map, in formats that tools read."""
    found = address_map(core, bus=None if bus == "native" else bus)
    return {
        rdl.NAME: rdl.text(found),
        svd.NAME: svd.text(found, core),
        ip_xact.NAME: ip_xact.text(found),
    }


def _bench(preset, bus, divisor):
    if bus == "native":
        return core_bench(BUSES[bus].top, preset.network, preset.core)
    return bus_bench(bus, preset.network, preset.core, divisor)


def _block(verilog):
    return vivado.component(emitted.describe_ports(verilog, vivado.TOP), MAP_VERSION)


def _manifest(preset, design, verilog, files, bus, technology):
    config = preset.core
    core = design if bus == "native" else design.shell.core
    return {
        "preset": preset.name,
        "top": BUSES[bus].top,
        "bus": bus,
        **({"divisor": design.divisor} if BUSES[bus].serial else {}),
        **({"core_clock": design.core_clock} if BUSES[bus].crosses else {}),
        **({} if technology == "portable" else {"technology": technology}),
        "parameters": dataclasses.asdict(config),
        "counter_bits": config.counter_bits,
        "ports": emitted.describe_ports(verilog, BUSES[bus].top),
        "payloads": {
            name: _fields(getattr(core, name).payload.shape()) for name in ("load", "results")
        },
        "registers": _registers(bus, config),
        "memories": [
            {"name": name, "depth": depth, "width": width} for name, depth, width in _memories(core)
        ],
        "network": {"layers": list(preset.network.layers), "classes": preset.network.classes},
        "layer_table": [row.registers(config) for row in layer_table(preset.network, config)],
        **emitted.provenance(files),
    }


def _registers(bus, config):
    """The register map; addresses count words."""
    found = {
        "address_bits": ADDRESS_BITS,
        "global": [dataclasses.asdict(register) for register in GLOBAL],
        "layer_base": LAYER_BASE,
        "layer_stride": LAYER_STRIDE,
        "layer": [dataclasses.asdict(register) for register in LAYER],
    }
    if config.in_time:
        found |= {
            "global_in_time": [dataclasses.asdict(register) for register in GLOBAL_IN_TIME],
            "time_base": TIME_BASE,
            "time_stride": TIME_STRIDE,
            "layer_in_time": [dataclasses.asdict(register) for register in LAYER_IN_TIME],
        }
    if bus != "native":
        found |= {
            "address_bits": BUS_ADDRESS_BITS,
            "shell": [dataclasses.asdict(register) for register in of_bus(bus)],
            "window": WINDOW,
            "windows": [dataclasses.asdict(register) for register in WINDOWS],
            "result": [dataclasses.asdict(field) for field in RESULT],
        }
    return found


def _fields(layout):
    """Fields of a payload, lowest first."""
    return [{"name": name, "low": field.offset, "width": field.width} for name, field in layout]


def _memories(core):
    """(name, depth, width in bits) of every memory of the core."""
    for name, memory in core.memories.every.items():
        yield name, memory.depth, memory.shape.width


def _readme(preset, design, modules, bus, technology):
    config, top, mapped = preset.core, BUSES[bus].top, BUSES[bus].mapped
    widths = "-".join(map(str, preset.network.layers))
    kind = "recurrent networks" if preset.recurrent else "networks"
    option = "" if bus == "native" else f" --bus {bus}"
    if BUSES[bus].serial:
        option += f" --divisor {design.divisor}"
    if BUSES[bus].crosses and design.core_clock:
        option += " --core-clock"
    if technology != "portable":
        option += f" --technology {technology}"
    bench = [
        f"`{top}_tb.sv` trains a small network on the core and compares all results and hidden",
        "counters with those of the golden model:",
        "",
        *emitted.how_to_run(top),
        "",
    ]
    lines = [
        f"# {top}, preset {preset.name}",
        "",
        f"A trainer for {widths} {kind} with {preset.network.classes} classes, and for any other",
        f"that fits its memories: tile {config.tile_rows} x {config.tile_columns},"
        f" {config.lanes} counter lanes, B = {config.hidden_bits}.",
        f"`{emitted.MANIFEST}` has the ports, the register map, the memories and the layer table,",
        f"`{c_header.NAME}` the register map for C; `{rdl.NAME}`, `{svd.NAME}` and `{ip_xact.NAME}`"
        " the same as",
        "SystemRDL, CMSIS-SVD and IP-XACT.",
        *(["`bep_driver.h` and the .c files are a driver in C that trains."] * mapped),
        f"Generated by `bep-hw emit --preset {preset.name}{option}`; do not edit.",
        "",
        *bench,
        *emitted.module_table(modules, {"core": "train_step"}),
    ]
    return "\n".join(lines) + "\n"
