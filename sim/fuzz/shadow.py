"""What a core may answer to each access of a host, and which samples it has to learn from."""

from dataclasses import dataclass

from bep_hw.gateware.bus.shell import RESULTS, SAMPLE_WORDS
from bep_hw.gateware.bus.words import WORD
from bep_hw.spec.address_map import constants
from bep_hw.spec.limits import ANY, limits
from bep_hw.spec.payloads import counter_word_bits
from bep_hw.spec.registers import (
    ERRORS,
    FLUSH,
    REFRESH,
    TRAIN,
    WINDOW,
    WINDOWS,
    address,
    of_bus,
    of_core,
)
from bep_hw.support.integers import blocks

ALL_BYTES = 0xF

FREE = ("control", "minibatch", "errors", "interrupt_mask", "interrupt_pending")
"""Registers that may change, and still the same network is trained."""

HIGHEST = {"room": SAMPLE_WORDS, "waiting": RESULTS, "errors": (1 << len(ERRORS)) - 1, "status": 1}
"""Of registers that change by themselves."""

CUT = None
"""In `Shadow.taken`: here the host ended the minibatch."""


class Finding(Exception):
    """The core did what it must not do."""


@dataclass(frozen=True)
class Sample:
    """A sample that the core took: its words, its label as written, whether it may learn."""

    words: tuple[int, ...]
    label: int
    learns: bool


class Shadow:
    """Follows all accesses to the core `core` behind the bus of the name `bus`.

    sample_words: words of a sample of the network that is trained

    taken: what the core took since `begin`, each a `Sample` or CUT
    results: words that came for them
    strayed: something was done after which other samples are learnt, or in another way
    touched: by then, or since then, the counters may have changed
    cleared: bits of `errors` may have been cleared
    fetched: words of counters that can be read
    """

    def __init__(self, core, bus, sample_words):
        self.core, self.sample_words = core, sample_words
        of_all, of_layer = of_core(core)
        self.places = {address(r.name): (r, None) for r in (*of_all, *of_bus(bus))}
        self.places |= {
            address(r.name, layer): (r, layer) for r in of_layer for layer in range(core.max_layers)
        }
        for window in WINDOWS:
            self.places |= {window.address + n: (window, None) for n in range(WINDOW)}
        self._constants, self._limits = constants(core), limits(core)
        self._values, self._home, self._words, self._wrong, self.fetched = {}, {}, [], [], 0
        does = (self._minibatch, self._interrupt_mask, self._errors, self._control)
        does = (*does, self._load, self._samples, self._label, self._fetch)
        self._done = {method.__name__[1:]: method for method in does}
        self._done["interrupt_pending"] = self._nothing
        self.begin()

    def begin(self):
        """The core is idle, and has no sample in part; from here on it trains as it is set now."""
        self._home = {key: value for key, value in self._values.items() if key[0] not in FREE}
        self.taken, self.results = [], []
        self.strayed = self.touched = self.cleared = False

    @property
    def part(self):
        """Words of a sample whose label did not come yet."""
        return len(self._words)

    def value(self, name, layer):
        """What a register was set to; 0 if that is not known."""
        return self._values.get((name, layer), 0)

    def read(self, place, refused, value):
        """A read was answered so; Finding if it must not be."""
        register, layer = self.places.get(place, (None, None))
        if register is None or not register.readable:
            must(refused, f"read of {place:#x}: there is nothing to read, but it was answered")
        elif register in WINDOWS:
            if register.name == "results" and not refused:
                self.results.append(value)
            self.fetched -= register.name == "fetched" and not refused
            must(self.fetched >= 0, "a counter word is read that was not fetched")
        else:
            must(not refused, f"read of {register.name}: refused")
            self._check_value(register.name, layer, value)

    def _check_value(self, name, layer, value):
        """Raise Finding if a register must not read so."""
        must(value <= HIGHEST.get(name, ANY), f"{name} reads {value:#x}")
        if name in self._constants:
            must(value == self._constants[name], f"{name} reads {value:#x}")
        elif name == "errors":
            for bits in self._wrong:
                must(value & bits, f"errors reads {value:#x}: none of the bits {bits:#x} is set")
        elif (name, layer) in self._values:
            wanted = self._values[name, layer]
            must(value == wanted, f"{name} {layer} reads {value:#x}; {wanted:#x} was written")

    def write(self, place, refused, value, mask=ALL_BYTES):
        """A write was answered so; Finding if it must not be."""
        register, layer = self.places.get(place, (None, None))
        if register is None or not register.writable or mask != ALL_BYTES:
            must(refused, f"write of {place:#x}, bytes {mask:#x}: it must not be done, but was")
            return
        name = register.name
        low, high = self._limits.get(name, (0, ANY))
        if not low <= value <= high:
            must(refused, f"{name} {layer} took {value:#x}, and its limits are {low} to {high}")
            self._wrong.append(_bits("value", "busy"))
        elif name == "reset":
            # Its own answer may be lost in the reset.
            if value & 1:
                self._stray()
                self._values = dict.fromkeys(self._values, 0)
                self._words, self._wrong, self.fetched = [], [], 0
        elif not refused:
            self._done.get(name, self._keep)(name, layer, value)

    def _stray(self):
        """What comes now is not of this training."""
        self.strayed = True
        self.touched |= any(sample and sample.learns for sample in self.taken)

    def _keep(self, name, layer, value):
        """A register was written that keeps its value."""
        self._values[name, layer] = value
        if self._home.get((name, layer), value) != value:
            self._stray()

    def _minibatch(self, name, layer, value):
        self._stray()

    def _interrupt_mask(self, name, layer, value):
        self._values[name, layer] = value & 0b111

    def _nothing(self, name, layer, value):
        """Nothing is known of what is pending."""

    def _fetch(self, name, layer, value):
        self.fetched += blocks(counter_word_bits(self.core), WORD)

    def _errors(self, name, layer, value):
        self.cleared = True
        self._wrong = [bits for bits in self._wrong if not bits & value]

    def _control(self, name, layer, value):
        self._values["control", None] = value & TRAIN
        if value & REFRESH:
            # Within a minibatch W would be new, and that is no training that there is a model of.
            self._stray()
        if value & FLUSH:
            self.taken.append(CUT)

    def _load(self, name, layer, value):
        self._stray()
        self.touched = True

    def _samples(self, name, layer, value):
        self._words.append(value)

    def _label(self, name, layer, value):
        """The last word of a sample: it is filled up with 0, or cut off."""
        words, self._words = self._words, []
        words = (words + [0] * self.sample_words)[: self.sample_words]
        learns = bool(self.value("control", None))
        self.taken.append(Sample(tuple(words), value, learns))
        self.touched |= self.strayed and learns

    def beat(self, value, mask, last):
        """A word of a stream was taken; the bytes that it lacks are 0."""
        there = sum(0xFF << 8 * byte for byte in range(4) if mask >> byte & 1)
        (self._label if last else self._samples)(None, None, value & there)


def must(holds, text):
    """Raise Finding with this text unless something holds."""
    if not holds:
        raise Finding(text)


def _bits(*names):
    """Bits of `errors`."""
    return sum(1 << list(ERRORS).index(name) for name in names)
