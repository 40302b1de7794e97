"""Select: the smallest of R keys, the lowest index on a tie. Serves the margin and the winner."""

from amaranth.hdl import Module, Signal
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

LEVELS_PER_STAGE = 2
"""Comparisons in a row between two registers; more would set the clock."""


def candidate(key_bits, payload_bits):
    """Layout of one contender: whether it counts, its key, and what it stands for."""
    return data.StructLayout({"valid": 1, "key": key_bits, "payload": payload_bits})


def prefer_first(first, second):
    """Whether `first` wins over `second`, which comes later; an equal key goes to the first."""
    return first.valid & (~second.valid | (first.key <= second.key))


def better(m, first, second, name):
    """The winner of two contenders."""
    result = Signal(first.shape(), name=name)
    with m.If(prefer_first(first, second)):
        m.d.comb += result.eq(first)
    with m.Else():
        m.d.comb += result.eq(second)
    return result


class Select(wiring.Component):
    """Tournament over R contenders.

    Latency: `latency` = ceil(log2(R) / 2), at least 1 [cycles]. Throughput: one round per cycle.

    Parameters
    ----------
    entries : R; key_bits, payload_bits : widths of a contender

    Members
    -------
    enable : advance; otherwise every register holds
    valid : a round is here; what comes out of no round means nothing
    entries : the contenders; best : the valid one with the smallest key, or none valid
    """

    def __init__(self, *, entries, key_bits, payload_bits):
        self.count = entries
        self.levels = (entries - 1).bit_length()
        self.latency = max(1, -(-self.levels // LEVELS_PER_STAGE))
        layout = candidate(key_bits, payload_bits)
        super().__init__(
            {
                "enable": In(1),
                "valid": In(1),
                "entries": In(data.ArrayLayout(layout, entries)),
                "best": Out(layout),
            }
        )

    def elaborate(self, platform):
        m = Module()
        field, valid = [self.entries[index] for index in range(self.count)], self.valid
        for level in range(1, max(1, self.levels) + 1):
            pairs = [field[index : index + 2] for index in range(0, len(field), 2)]
            field = [
                better(m, *pair, f"level{level}_{index}") if len(pair) == 2 else pair[0]
                for index, pair in enumerate(pairs)
            ]
            if level % LEVELS_PER_STAGE == 0 or level >= self.levels:
                registers = []
                for index, value in enumerate(field):
                    register = Signal(value.shape(), name=f"stage{level}_{index}")
                    with m.If(self.enable & valid):
                        m.d.sync += register.eq(value)
                    registers.append(register)
                follows = Signal(name=f"valid{level}")
                with m.If(self.enable):
                    m.d.sync += follows.eq(valid)
                field, valid = registers, follows
        m.d.comb += self.best.eq(field[0])
        return m
