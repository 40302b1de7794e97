"""Draws bytes for the serial line: frames of every kind, few of them whole and sensible."""

import struct

from bep_hw.spec.link import ESCAPE, FIRST, FLAG, LAST, REQUEST_WORDS, encode, operation
from bep_hw.spec.registers import address

KINDS = {
    "noise": 28,
    "random words": 12,
    "accesses": 25,
    "training": 8,
    "cut": 8,
    "spoiled": 8,
    "reordered": 4,
    "repeated": 4,
    "joined": 2.8,
    "long": 0.1,
    "waiting": 0.1,
}
"""{kind: weight}."""

SPECIAL = (FLAG, ESCAPE, 0x5E, 0x5D, 0x00, 0xFF)


class Frames:
    """Draws from `random`, a random.Random, with `accesses` from the registers of the core."""

    def __init__(self, random, accesses):
        self.random, self.accesses = random, accesses
        self.before = encode(struct.pack("<I", FIRST))  # the whole frame that was sent before
        self._number, self._firsts = FIRST, 0.05

    def draw(self):
        """(kind, bytes)."""
        kind = self.random.choices(tuple(KINDS), tuple(KINDS.values()))[0]
        return kind, getattr(self, "_" + kind.replace(" ", "_"))()

    def _whole(self):
        """A frame that a device carries out, at least in part."""
        kind = self.random.choice((self._random_words, self._accesses, self._training))
        return kind()

    def _frame(self, words):
        """The frame of a request with these words behind its head."""
        self.before = encode(struct.pack(f"<{len(words) + 1}I", self._sequence(), *words))
        return self.before

    def _sequence(self):
        if self.random.random() < self._firsts:
            return FIRST
        self._number = self._number % LAST + 1
        return self._number

    def _noise(self):
        size = self.random.randrange(1, 20)
        if self.random.random() < 0.5:
            return self.random.randbytes(size)
        return bytes(self.random.choice(SPECIAL) for _ in range(size))

    def _random_words(self):
        """Right as a frame, and nothing in it is meant."""
        count = self.random.randrange(10)
        return self._frame([self._any_word() for _ in range(count)])

    def _any_word(self):
        """A word that never makes an access patient, for that takes long."""
        word = self.accesses.word()
        return word & ~operation(0, 0, write=False, patient=True)

    def _accesses(self):
        """Operations on registers, in the form that a device wants."""
        words, answers = [], 0
        for _ in range(self.random.randrange(1, 5)):
            if self.random.random() < 0.6:
                place, value = self.accesses.write()
                words += [self._write(place, len(words), 1), value]
            else:
                answers += 1
                words.append(operation(self.accesses.read(), answers, write=False, patient=False))
        return self._frame(words)

    def _write(self, place, before, count, patient=False):
        """The operation that writes `count` words; `before` it is so much of the request."""
        return operation(place, before + 2 + count, write=True, patient=patient)

    def _training(self, patient=False):
        """Samples, and reads of as many results, which may be there by then."""
        words, count = [], self.random.randrange(1, 3)
        for _ in range(count):
            inputs, label = self.accesses.sample()
            place = address("label") - len(inputs)
            words += [self._write(place, len(words), len(inputs) + 1, patient), *inputs, label]
        if not patient:
            words.append(operation(address("results"), count, write=False, patient=False))
        return self._frame(words)

    def _cut(self):
        frame = self._whole()
        place = self.random.randrange(1, len(frame))
        return frame[:place] if self.random.random() < 0.6 else frame[place:]

    def _spoiled(self):
        frame = bytearray(self._whole())
        for _ in range(self.random.randrange(1, 4)):
            place = self.random.randrange(len(frame))
            draw = self.random.random()
            if draw < 0.5:
                frame[place] ^= 1 << self.random.randrange(8)
            elif draw < 0.7:
                frame[place] = self.random.choice(SPECIAL)
            elif draw < 0.85:
                frame.insert(place, self.random.choice(SPECIAL))
            elif len(frame) > 1:
                del frame[place]
        return bytes(frame)

    def _reordered(self):
        """Pieces of a frame, or words between its flags, in another order."""
        frame = self._whole()
        places = sorted(self.random.randrange(len(frame)) for _ in range(2))
        first, second, third = frame[: places[0]], frame[slice(*places)], frame[places[1] :]
        return second + first + third if self.random.random() < 0.5 else first + third + second

    def _repeated(self):
        return self.before

    def _joined(self):
        """Several frames at once, some of them with one flag between them."""
        # Their numbers say which of them a reply is for.
        self._firsts, firsts = 0, self._firsts
        frames = [self._whole() for _ in range(self.random.randrange(2, 5))]
        self._firsts = firsts
        if self.random.random() < 0.5:
            return frames[0] + b"".join(frame[1:] for frame in frames[1:])
        return b"".join(frames)

    def _long(self):
        """As long as a request can be, or longer."""
        count = REQUEST_WORDS + self.random.randrange(-3, 20)
        words = [self._any_word() for _ in range(count)]
        body = struct.pack(f"<{count}I", *words)
        return encode(body)

    def _waiting(self):
        """A patient write: the device tries it many times."""
        if self.random.random() < 0.5:
            return self._training(patient=True)
        place, value = self.accesses.write()
        return self._frame([self._write(place, 0, 1, patient=True), value])
