"""All registers of one core, where they stand and what they hold after a reset."""

import dataclasses
from dataclasses import dataclass

from bep_hw.spec.layer_table import constant_registers
from bep_hw.spec.registers import (
    ADDRESS_BITS,
    BUS_ADDRESS_BITS,
    LAYER,
    LAYER_BASE,
    LAYER_IN_TIME,
    LAYER_STRIDE,
    SHELL,
    TIME_BASE,
    TIME_STRIDE,
    VERSION,
    WINDOWS,
    Register,
    of_bus,
    of_core,
)


@dataclass(frozen=True)
class Table:
    """`count` equal sets of registers, `stride` words apart from the word address `base` on.

    registers: those of a set, with their offsets as addresses
    """

    name: str
    text: str
    base: int
    stride: int
    count: int
    registers: tuple[Register, ...]


@dataclass(frozen=True)
class AddressMap:
    """The registers of a core, as a host sees them.

    registers: at their word addresses, lowest first
    tables: sets of registers that repeat
    windows: registers that answer at WINDOW word addresses, all alike
    words: size of the map, in words of 32 bits
    resets: {name: value after a reset} of registers outside of tables; others follow the core
    """

    registers: tuple[Register, ...]
    tables: tuple[Table, ...]
    windows: tuple[Register, ...]
    words: int
    resets: dict[str, int]


def constants(core):
    """{register: value} of the registers of a bus that describe the core."""
    parts = {"rows": core.tile_rows, "columns": core.tile_columns} | vars(core)
    packed = {r.name: r.word(parts) for r in SHELL if r.name in ("tile", "lanes", "limits")}
    return {
        "version": VERSION,
        "fingerprint": core.fingerprint,
        "max_batch": core.max_batch,
        **packed,
    }


def address_map(core, *, bus=None):
    """The AddressMap of a CoreConfig `core` behind the bus of this name; None for its own port."""
    of_all, _ = of_core(core)
    constant = {name: value for name, layer, value in constant_registers(core) if layer is None}
    found = _read_only(of_all, constant) + (of_bus(bus) if bus else ())
    resets = {register.name: 0 for register in found if register.access == "rw"} | constant
    return AddressMap(
        registers=_sorted(found),
        tables=tuple(_tables(core)),
        windows=_sorted(WINDOWS) if bus else (),
        words=1 << (BUS_ADDRESS_BITS if bus else ADDRESS_BITS),
        resets=resets | (constants(core) if bus else {}),
    )


def _tables(core):
    fixed = {(name, layer) for name, layer, _ in constant_registers(core)}
    rows = range(core.max_layers)
    constant = {name for name, _ in fixed if all((name, row) in fixed for row in rows)}
    text = "A row of the layer table."
    yield Table(
        "layer", text, LAYER_BASE, LAYER_STRIDE, core.max_layers, _read_only(LAYER, constant)
    )
    if core.in_time:
        text = "What a row of the layer table has in a core for recurrent networks."
        registers = _read_only(LAYER_IN_TIME, constant)
        yield Table("time", text, TIME_BASE, TIME_STRIDE, core.max_layers, registers)


def _read_only(registers, constant):
    """`registers`; those with these names, which a core for one network cannot write, as "ro"."""
    return tuple(
        dataclasses.replace(register, access="ro") if register.name in constant else register
        for register in registers
    )


def _sorted(registers):
    return tuple(sorted(registers, key=lambda register: register.address))
