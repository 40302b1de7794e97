"""How many block RAMs a memory takes: the choice that Yosys makes, without Yosys.

Yosys gives every way to build a memory a cost and takes the cheapest (its pass memory_libmap). The
figures here are those of its descriptions of the RAMs of a family.
"""

from dataclasses import dataclass
from math import inf

from bep_hw.support.integers import blocks

BLOCK, DISTRIBUTED, LOGIC = "block", "distributed", "logic"

MULTIPLEXED, EMULATED = 0.5, 2
"""Costs of a bit that is multiplexed, and of a point of emulation; a bit in a register costs 1."""


@dataclass(frozen=True, kw_only=True)
class Memory:
    """A memory with one write port.

    width [bits], depth [words]
    parts: in how many pieces of equal width a word is written
    readers: read ports; registered: whether they have a register
    style: BLOCK or DISTRIBUTED if it must be built so, or None
    collision: what a read gives of a word that is being written: "old", "new" or "any"
    """

    name: str
    width: int
    depth: int
    parts: int = 1
    readers: int = 1
    registered: bool = True
    style: str | None = None
    collision: str = "old"


@dataclass(frozen=True, kw_only=True)
class Ram:
    """A RAM of a family.

    widths: [bits], each with the depth [words] that goes with it
    byte: bits with a write enable of their own; None if there is one for the whole word
    halves: places that one takes, if the device has RAMs that may be halved, and halves are counted
    """

    kind: str
    cost: int
    widths: tuple[tuple[int, int], ...]
    byte: int | None = None
    halves: int = 1

    @property
    def _emulation(self):
        """Points for a reader, by what it gives on a collision."""
        return {"any": 1, "new": 4, "old": 4 if self.kind == BLOCK else 1}

    def count_and_cost(self, memory):
        """How many of these the memory takes at its cheapest, and what they cost."""
        emulation = memory.readers * self._emulation[memory.collision]
        if self.kind == BLOCK and memory.collision == "old":
            emulation += 3  # what is written is kept for a cycle
        best, least = 0, inf
        for width, depth in self.widths:
            byte = min(self.byte or width, width)
            bits = memory.parts * blocks(memory.width // memory.parts, byte) * byte
            banks = blocks(memory.depth, depth)
            count = blocks(banks * bits, width) * memory.readers
            cost = self.cost * count + EMULATED * emulation
            cost += MULTIPLEXED * (banks - 1) * memory.width * memory.readers
            if banks > 1:
                cost += MULTIPLEXED * banks * memory.parts
            if least == inf or cost < int(least):
                best, least = count, cost
        return best, least


def block_rams(memory, rams):
    """How many block RAMs Yosys builds `memory` from, if these are the `rams` of the family."""
    chosen, least = 0, inf if memory.style else memory.width * memory.depth
    for ram in rams:
        if memory.style not in (None, ram.kind) or not (memory.registered or ram.kind != BLOCK):
            continue
        count, cost = ram.count_and_cost(memory)
        if cost < least:
            chosen, least = count * ram.halves if ram.kind == BLOCK else 0, int(cost)
    return chosen
