"""The register map as SystemRDL 2.0, which tools turn into headers, pages and models."""

from bep_hw.spec.registers import WINDOW, byte_address

NAME = "bep_core.rdl"
ACCESS = {"rw": "rw", "ro": "r", "wo": "w"}


def text(found):
    """bep_core.rdl for an AddressMap."""
    lines = [
        "// Registers of a bep-hw core: byte addresses. Written by bep-hw emit; do not edit.",
        "addrmap bep_core {",
        '    name = "bep_core";',
        "    default regwidth = 32;",
        "    default accesswidth = 32;",
        "",
    ]
    for register in found.registers:
        lines += _register(register, 1, found.resets.get(register.name))
    for table in found.tables:
        lines += _table(table)
    for register in found.windows:
        lines += _register(register, 1, None, array=f"[{WINDOW}]")
    return "\n".join([*lines, "};"]) + "\n"


def _table(table):
    yield "    regfile {"
    yield f'        desc = "{table.text}";'
    for register in table.registers:
        yield from _register(register, 2, 0 if register.access == "rw" else None)
    base, stride = byte_address(table.base), byte_address(table.stride)
    yield f"    }} {table.name}[{table.count}] @ {base:#05x} += {stride:#x};"
    yield ""


def _register(register, depth, reset, array=""):
    """reset: the word after a reset; None if it is not known."""
    edge = "    " * depth
    # What a window reaches is a stream, and no register in the words of the language.
    yield f"{edge}{'external ' if array else ''}reg {{"
    yield f"{edge}    desc = {_quoted(register.text)};"
    for field in register.fields:
        yield f"{edge}    field {{"
        for line in _properties(register, field):
            yield f"{edge}        {line};"
        known = reset is not None or field.pulse
        value = f" = {field.of(reset or 0):#x}" if known else ""
        yield f"{edge}    }} {field.name}[{field.low + field.bits - 1}:{field.low}]{value};"
    yield f"{edge}}} {register.name}{array} @ {byte_address(register.address):#05x};"
    yield ""


def _properties(register, field):
    if register.parts:
        yield f"desc = {_quoted(field.text)}"
    yield f"sw = {ACCESS[register.access_to(field)]}"
    # The core reads what a host writes, and changes what it only reads.
    yield f"hw = {'rw' if register.access == 'rw' else 'r' if register.writable else 'w'}"
    if field.pulse:
        yield "singlepulse"
    if register.cleared(field):
        yield "onwrite = woclr"
    if register.takes:
        yield "onread = ruser"


def _quoted(sentence):
    return '"' + sentence.replace("\\", "\\\\").replace('"', '\\"') + '"'
