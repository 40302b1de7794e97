"""Draws accesses to registers: places of every kind, with values that fit them and others."""

from bep_hw.spec.limits import limits
from bep_hw.spec.registers import BUS_ADDRESS_BITS, WINDOW, WINDOWS, address

ANYWHERE = 1 << BUS_ADDRESS_BITS
WORD = 1 << 32
EDGES = (0, 1, 2, 0xFF, 0xFFFF, 0x7FFF_FFFF, WORD - 1)


class Accesses:
    """Draws from `random`, a random.Random, for the registers that `shadow` knows.

    bits: inputs in a word of a sample; classes: of the network
    """

    def __init__(self, random, shadow, *, bits, classes):
        self.random, self.bits, self.classes = random, bits, classes
        self.shadow, self.sample_words = shadow, shadow.sample_words
        self._known = shadow.places
        self._places = [(place, *entry) for place, entry in sorted(shadow.places.items())]
        self._limits = limits(shadow.core)
        self._settings = [
            (place, register, layer)
            for place, register, layer in self._places
            if register.name in self._limits
        ]

    def write(self):
        """(place, value) of a write, sensible or not."""
        draw = self.random.random()
        if draw < 0.2:
            return self._mostly_nowhere(), self.word()
        if draw < 0.6:
            place, register, layer = self.random.choice(self._settings)
            return place, self._value(register.name, layer)
        if draw < 0.8:
            return self._window("samples"), self.random.randrange(1 << self.bits)
        if draw < 0.93:
            return address("label"), self._label()
        if draw < 0.935:
            return self.random.choice((self._window("load"), address("reset"))), self.word()
        if draw < 0.97:
            return address("fetch"), self.word()
        return self.random.choice((self._window("results"), address("version"))), self.word()

    def _mostly_nowhere(self):
        """Any place, as a rule one at which there is nothing."""
        place = self.random.randrange(ANYWHERE)
        if place in self._known and self.random.random() < 0.9:
            return address("version")
        return place

    def read(self):
        """The place of a read."""
        if self.random.random() < 0.2:
            return self.random.randrange(ANYWHERE)
        place, register, _ = self.random.choice(self._places)
        return place if register not in WINDOWS else self._window("results")

    def sample(self):
        """Words of a sample and its label: as the core wants them."""
        words = [self.random.randrange(1 << self.bits) for _ in range(self.sample_words)]
        return words, self.random.randrange(self.classes)

    def word(self):
        """Any word."""
        draw = self.random.random()
        if draw < 0.3:
            return self.random.choice(EDGES)
        return self.random.randrange(WORD if draw < 0.7 else 32)

    def _window(self, name):
        return address(name) + self.random.randrange(WINDOW)

    def _label(self):
        """A class, as a rule."""
        return self.random.randrange(self.classes) if self.random.random() < 0.8 else self.word()

    def _value(self, name, layer):
        """A value for a register: as it is, beyond its limits, or rarely another that it takes."""
        low, high = self._limits.get(name, (0, WORD - 1))
        draw = self.random.random()
        if draw < 0.5:
            return self.shadow.value(name, layer)
        if draw < 0.98 and (low, high) != (0, WORD - 1):
            beyond = (high + 1, WORD - 1, high + 1 + self.random.randrange(WORD - 1 - high))
            return self.random.choice((*beyond, max(low - 1, 0)) if low else beyond)
        if draw < 0.99:
            return self.random.choice((low, high))
        return self.random.randint(low, high)
