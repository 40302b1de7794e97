"""Does a design fit a device? Every memory of it is counted before anything is synthesised."""

from bep_hw.block_ram import Memory, block_rams
from bep_hw.config import require


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


def count_block_rams(fragment, family):
    """[(memory, block RAMs of the family)] of an elaborated design, the largest first."""
    found = [(memory, block_rams(memory, family)) for memory in memories(fragment)]
    return sorted(found, key=lambda pair: -pair[1])


def check_block_rams(fragment, family, device, available, what):
    """Raise ConfigError unless the memories of an elaborated design fit the device.

    what: the design, for the message
    """
    found = count_block_rams(fragment, family)
    needed = sum(count for _, count in found)
    largest = ", ".join(
        f"{memory.name.rpartition('.')[2]} {count} ({memory.depth} words of {memory.width} bits)"
        for memory, count in found[:3]
    )
    require(
        needed <= available,
        f"{what} needs {needed} block RAMs, and the {device} has {available}: {largest}",
    )
    return needed
