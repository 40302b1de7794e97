"""Does a design fit a device? Every memory of it is counted before anything is synthesised."""

import dataclasses
import re

from bep_hw.build.bitstream.block_ram import DISTRIBUTED, Memory, block_rams
from bep_hw.support.errors import require


def memories(fragment):
    """A `Memory` for each one of an elaborated design, named as in its hierarchy."""
    from amaranth.hdl import Shape

    # There is no other way to see what is inside; the version of Amaranth is pinned.
    from amaranth.hdl._mem import MemoryInstance

    def of(part, path):
        for inner, name, _ in part.subfragments:
            if not isinstance(inner, MemoryInstance):
                yield from of(inner, (*path, name))
            elif inner._write_ports:
                (write,) = inner._write_ports
                reads = inner._read_ports
                collision = "new" if reads[0]._transparent_for else "old"
                yield Memory(
                    name=".".join((*path, name)),
                    width=Shape.cast(inner._data.shape).width,
                    depth=inner._data.depth,
                    parts=len(write._en),
                    readers=len(reads),
                    registered=reads[0]._domain != "comb",
                    style=inner._attrs.get("ram_style"),
                    collision="any" if inner._attrs.get("no_rw_check") else collision,
                )

    return list(of(fragment, ()))


def sprams(fragment, kind):
    """How many SPRAMs there are in each part of an elaborated design, {path: number}.

    kind: type of their cell; None if the family has none
    """
    from amaranth.hdl import Instance

    def of(part, path):
        here = 0
        for inner, name, _ in part.subfragments:
            if isinstance(inner, Instance) and inner.type == kind:
                here += 1
            else:
                yield from of(inner, (*path, name))
        if here:
            yield ".".join(path), here

    return dict(of(fragment, ()))


def fit(fragment, family, device, what):
    """[(memory, block RAMs)] of an elaborated design, the largest first, as it fits the device.

    If all is too much, and the family has RAM in its look-up tables, memories that may be built
    from either move there, the smallest first. ConfigError if that is not enough.

    family: a `Family`; what: the design, for the message
    """
    in_sprams, there = sprams(fragment, family.spram), family.sprams.get(device, 0)
    require(
        sum(in_sprams.values()) <= there,
        f"{what} needs {sum(in_sprams.values())} SPRAMs, and the {device} has {there}:"
        f" {', '.join(in_sprams)}",
    )
    pairs, available = assign(memories(fragment), family, device), family.block_rams[device]
    needed = sum(count for _, count in pairs)
    require(
        needed <= available,
        f"{what} needs {needed} block RAMs, and the {device} has {available}: {_largest(pairs)}",
    )
    return pairs


def assign(found, family, device):
    """[(memory, block RAMs)] of `Memory`s, the largest first; see `fit`.

    They may need more block RAMs than the device has.
    """
    available = family.block_rams[device]
    found = sorted(found, key=lambda memory: memory.width * memory.depth)
    if family.ignores_collisions:
        found = [dataclasses.replace(memory, collision="any") for memory in found]
    counts = {memory.name: block_rams(memory, family.rams) for memory in found}
    for index, memory in enumerate(found):
        if sum(counts.values()) <= available:
            break
        if memory.style is None and counts[memory.name] and family.technology.lut_ram:
            found[index] = dataclasses.replace(memory, style=DISTRIBUTED)
            counts[memory.name] = 0
    return sorted(((memory, counts[memory.name]) for memory in found), key=lambda pair: -pair[1])


def _largest(pairs):
    """Names and numbers of the three memories with most block RAMs; all parts of one are one."""
    wholes = {}
    for memory, count in pairs:
        name = re.sub(r"\.(level\d+|memory)$", "", memory.name)
        before, depth, _ = wholes.get(name, (0, 0, 0))
        wholes[name] = before + count, depth + memory.depth, memory.width
    most = sorted(wholes.items(), key=lambda item: -item[1][0])[:3]
    return ", ".join(
        f"{name.rpartition('.')[2]} {count} ({depth} words of {width} bits)"
        for name, (count, depth, width) in most
        if count
    )


def script(pairs, top):
    """Commands of Yosys for the styles that `fit` has chosen; `top` is the design's module."""
    lines = []
    for memory, _ in pairs:
        if memory.style == DISTRIBUTED:
            module, _, name = f"{top}.{memory.name}".rpartition(".")
            lines.append(f'setattr -set ram_style "{DISTRIBUTED}" {module}/m:{name}')
    return "\n".join(lines)
