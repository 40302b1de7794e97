"""Select: the smallest of R keys, the lowest index on a tie. Serves the margin and the winner."""

from amaranth.hdl import Module, Signal
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import at_most


def candidate(key_bits, payload_bits):
    """Layout of one contender: whether it is valid, its key, and its payload."""
    return data.StructLayout({"valid": 1, "key": key_bits, "payload": payload_bits})


def levels(entries):
    """Rounds until one of so many contenders is left, at least 1."""
    return max(1, (entries - 1).bit_length())


def prefer_first(first, second):
    """Whether `first` wins over `second`, which comes later; an equal key goes to the first."""
    return first.valid & (~second.valid | at_most(first.key, second.key))


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

    Latency: `latency` = ceil(log2(R)), at least 1 [cycles]. Throughput: one round per cycle.

    Parameters
    ----------
    entries : R; key_bits, payload_bits : widths of a contender

    Members
    -------
    enable : advance; otherwise every register holds
    valid : a round is here; the output of other cycles has no meaning
    entries : the contenders; best : the valid one with the smallest key, or none valid
    """

    def __init__(self, *, entries, key_bits, payload_bits):
        self.count = entries
        self.latency = levels(entries)
        layout = candidate(key_bits, payload_bits)
        super().__init__(
            {
                "enable": In(1),
                "valid": In(1),
                "entries": In(layout).array(entries),
                "best": Out(layout),
            }
        )

    def elaborate(self, platform):
        m = Module()
        field, valid = [self.entries[index] for index in range(self.count)], self.valid
        for level in range(1, self.latency + 1):
            pairs = [field[index : index + 2] for index in range(0, len(field), 2)]
            field, ready = [], self.enable & valid
            for index, (first, *second) in enumerate(pairs):
                winner = Signal(first.shape(), name=f"level{level}_{index}", reset_less=True)
                with m.If(ready):
                    m.d.sync += winner.eq(first)
                    for other in second:
                        with m.If(~prefer_first(first, other)):
                            m.d.sync += winner.eq(other)
                field.append(winner)
            follows = Signal(name=f"valid{level}")
            with m.If(self.enable):
                m.d.sync += follows.eq(valid)
            valid = follows
        m.d.comb += self.best.eq(field[0])
        return m
