"""Adders from the carry cell of the ECP5, where the logic before each adder bit costs nothing.

A CCU2C is two sites in a row. From four inputs, and the carry of the site before, a site makes

    sum = propagate(a, b, c, d) ^ carry
    carry out = carry if propagate(a, b, c, d) else generate(a, b)

One table of 16 bits is both: generate is what propagate is at c = d = 0. So x + y is propagate
x ^ y and generate x, where x and y may themselves be functions, such as products, of the inputs.
"""

from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple

from amaranth.hdl import Const, Instance, Signal


class Bit(NamedTuple):
    """A bit before it is computed: `function`, on ints 0 and 1 or on Values, of the `signals`."""

    signals: tuple
    function: Callable

    @property
    def value(self):
        return self.function(*self.signals)

    @property
    def inverted(self):
        return Bit(self.signals, lambda *signals: self.function(*signals) ^ 1)


ZERO = Bit((), lambda: 0)


def bit(signal):
    return Bit((signal,), lambda value: value)


class Adders:
    """Adders one behind the other in rows of carry cells.

    The site between two adders hands out the last carry of the one and takes in the carry of the
    other: an adder of n-bit numbers and a carry, n full adders, occupies n + 1 sites.

    Parameters
    ----------
    cuts : levels behind which there are registers; no row goes on behind one
    sites : about how many sites make a row; placement spends two cells at the ends of each, but
        timing analysis takes a row for one long carry
    """

    def __init__(self, m, *, cuts=(), sites=64):
        self._m, self._cuts, self._limit = m, cuts, sites
        self._adders = {}  # level: [(sites of an adder, its last carry)]

    def add(self, level, left, right, carry, *, inverted=False):
        """Bits of left + right + carry, lowest first, from numbers as lists of bits.

        level : above the levels that the numbers come from; rows are filled level by level, so
            that signals run along them in one direction only

        The site of two products of two signals each needs `inverted`: it adds the inverted bits.
        A full adder of inverted bits gives the inverted sum and the inverted carry.
        """

        def turned(one):
            return one.inverted if inverted else one

        carry = turned(carry)
        if len(carry.signals) > 2:
            carry = self._computed(carry)
        sites = [_site(carry.signals, lambda *_: 0, carry)]
        for x, y in zip_longest(left, right, fillvalue=ZERO):
            sites.append(self._full_adder(turned(x), turned(y)))
        last = Signal(name="carry")
        self._adders.setdefault(level, []).append((sites, last))
        return [turned(bit(one)) for one in (*(total for _, _, total in sites[1:]), last)]

    def place(self):
        """Instantiate the cells of all adders."""
        row, carry, rows = [], None, 0
        for level in sorted(self._adders):
            for index, (sites, last) in enumerate(self._adders[level]):
                cut = index == 0 and level - 1 in self._cuts
                if row and (cut or len(row) >= self._limit):
                    self._row(row, carry, rows)
                    row, carry, rows = [], None, rows + 1
                row += _taking_over(sites, carry)
                carry = last
        if row:
            self._row(row, carry, rows)

    def _row(self, sites, last, number):
        sites = sites + _taking_over([_site((), lambda: 0, ZERO)], last)
        if len(sites) % 2:
            sites.append(_site((), lambda: 0, ZERO))
        carry = Const(0)
        for index in range(0, len(sites), 2):
            carry_out = Signal(name="carry")
            ports = {"i_CIN": carry, "o_COUT": carry_out}
            for half, (table, inputs, total) in enumerate(sites[index : index + 2]):
                ports[f"p_INIT{half}"] = Const(table, 16)
                ports[f"p_INJECT1_{half}"] = "NO"
                ports[f"o_S{half}"] = total
                ports |= {f"i_{pin}{half}": v for pin, v in zip("ABCD", inputs, strict=True)}
            self._m.submodules[f"row{number}_{index // 2}"] = Instance("CCU2C", **ports)
            carry = carry_out

    def _full_adder(self, x, y):
        if len(x.signals) + len(y.signals) > 4:
            x = self._computed(x)
        x, y = sorted((x, y), key=lambda one: len(one.signals))
        count = len(x.signals)

        def propagate(*values):
            return x.function(*values[:count]) ^ y.function(*values[count:])

        return _site(x.signals + y.signals, propagate, x)

    def _computed(self, one):
        """The same bit as a signal of its own, from a look-up table of its own."""
        result = Signal(name="computed")
        self._m.d.comb += result.eq(one.value)
        return bit(result)


def _site(signals, propagate, generate):
    """(table, inputs, sum) of the site."""
    table = 0
    for row in range(16):
        values = [row >> pin & 1 for pin in range(4)]
        propagated = propagate(*values[: len(signals)])
        generated = generate.function(*values[: len(generate.signals)])
        # Unused inputs are 1, so with fewer than four the first rows are for generate only.
        assert row >= 4 or len(signals) < 4 or propagated == generated
        table |= (generated if row < 4 else propagated) << row
    return table, (*signals, *[Const(1)] * (4 - len(signals))), Signal(name="total")


def _taking_over(sites, carry):
    """`sites`, of which the first propagates nothing, where its sum is the carry before it."""
    if carry is None:
        return sites
    (table, inputs, _), *rest = sites
    return [(table, inputs, carry), *rest]
