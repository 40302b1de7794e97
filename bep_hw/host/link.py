"""The host's side of the link of bep_hw.spec.link: a Bus over a serial port."""

import struct
import time
from importlib.util import find_spec

from bep_hw.host.bus import Bus, BusError
from bep_hw.spec.link import (
    FIRST,
    LAST,
    REPLY,
    REPLY_WORDS,
    REQUEST_WORDS,
    Decoder,
    encode,
    operation,
)
from bep_hw.spec.registers import WINDOW, WINDOWS, address, byte_address
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.integers import blocks

BAUD = 1_000_000
"""Bits per second on the line, if the user names no other rate."""

TIMEOUT, TRIES = 2.0, 10
"""Time after which a request is sent again [s], and how often it is sent at most."""

HELLO_TIMEOUT, HELLO_TRIES = 0.5, 6
"""The same for the first request of a session."""

STUCK = 300
"""Replies without a result or a word taken, after which the core counts as stuck."""

PATIENT = {address("fetch"), *range(WINDOWS[0].address, WINDOWS[-1].address + WINDOW)}
"""Addresses that refuse what they may take a little later."""


class LinkError(BusError):
    """Nothing, or nothing right, comes from the other side."""


class SerialPort:
    """A serial port, or whatever else pyserial opens by a URL.

    Raises ConfigError if there is none of this name, LinkError if it fails later.
    """

    def __init__(self, name, baud):
        require(find_spec("serial"), "pyserial: not found; pip install bep-hw[serial]")
        import serial

        self.name = name
        try:
            self._port = serial.serial_for_url(name, baudrate=baud, timeout=0.05)
        except (OSError, ValueError) as error:
            raise ConfigError(f"serial port {name}: {error}") from None

    def write(self, data):
        """Send bytes."""
        try:
            self._port.write(data)
        except OSError as error:
            raise LinkError(f"serial port {self.name}: {error}") from None

    def read(self):
        """The bytes that are there, or that come within a short time."""
        try:
            return self._port.read(max(1, self._port.in_waiting))
        except OSError as error:
            raise LinkError(f"serial port {self.name}: {error}") from None

    def close(self):
        """Close the port."""
        connection = getattr(self._port, "_socket", None)
        self._port.close()
        if connection is not None:
            connection.close()  # pyserial leaves it open if the other end has gone


def connect(text, **options):
    """A Serial on PORT or PORT@BAUD; ConfigError, in one line, if there is none that answers.

    options: as `Serial` takes them
    """
    name, at, baud = text.rpartition("@")
    if not (at and baud.isdecimal()):
        name, baud = text, str(BAUD)
    require(int(baud) > 0, f"serial port {text}: {baud} baud: must be at least 1")
    port = SerialPort(name, int(baud))
    try:
        return Serial(port, byte_time=10 / int(baud), **options)
    except LinkError as error:
        port.close()
        raise ConfigError(f"serial port {name} at {baud} baud: {error}") from None


def check(text, core):
    """Raise ConfigError unless a core of these parameters answers on PORT or PORT@BAUD."""
    bus = connect(text)
    try:
        bus.check(core)
    except BusError as error:
        raise ConfigError(f"serial port {text}: {error}") from None
    finally:
        bus.close()


class Request:
    """Operations that go in one request: their words, and what they are to bring."""

    def __init__(self):
        self.words, self.length, self.answers, self.operations = [], 1, 0, []

    def fits(self, words, answers=0):
        """Whether `words` more words fit in, the operation's own one included."""
        # The CRC is a word of the request, and the last of the reply says how it went.
        return self.length + words < REQUEST_WORDS and self.answers + answers < REPLY_WORDS

    def write(self, place, words):
        """Write words to the addresses from word address `place` on."""
        self.operations.append((self.length + 1, place, words))
        self.length += 1 + len(words)
        self._operation(place, self.length, True)
        self.words += words

    def read(self, place, until):
        """Read from word address `place` on, until there are so many answers in all."""
        self.operations.append((self.length + 1, place, None))
        self.length += 1
        self.answers = until
        self._operation(place, until, False)

    def _operation(self, place, until, write):
        self.words.append(operation(place, until, write=write, patient=place in PATIENT))

    def body(self, sequence):
        """The bytes of the whole request."""
        return struct.pack(f"<{self.length}I", sequence, *self.words)

    def rest(self, position):
        """[(place, words)] of the writes that an answer with this position leaves to be done."""
        writes = (entry for entry in self.operations if entry[2] is not None)
        done = ((place, words, max(0, position - start)) for start, place, words in writes)
        return [(place + n, words[n:]) for place, words, n in done if n < len(words)]

    def refused(self, position):
        """Word address of the access at this position, or the last one before it."""
        for start, place, words in reversed(self.operations):
            if start <= position:
                return place + (position - start if words else 0)
        return 0


class Serial(Bus):
    """Reads and writes over a line; begins a session with whatever device is on it.

    Writes are gathered and sent with the next read, so an error of a write may come later.

    line: `SerialPort`, or whatever has its `write`, `read` and `close`
    timeout: time after which a request is sent again [s], beyond that on the line: `byte_time` [s]
        for every byte; time goes by `clock`
    repeats: how often a request was sent again
    """

    def __init__(
        self,
        line,
        *,
        timeout=TIMEOUT,
        hello_timeout=HELLO_TIMEOUT,
        byte_time=0.0,
        clock=time.monotonic,
    ):
        self.line, self.timeout, self.byte_time, self.clock = line, timeout, byte_time, clock
        self.repeats = 0
        self._decoder, self._request = Decoder(), Request()
        self._sequence = FIRST
        hello = Request()
        hello.read(address("version"), 1)
        self._transact(hello, hello_timeout, HELLO_TRIES)

    def read(self, place, count=1):
        found = []
        while len(found) < count:
            step = min(count - len(found), WINDOW)
            if not self._request.fits(1, step):
                self.flush()
            self._request.read(place + len(found), self._request.answers + step)
            found += self.flush()[-step:]
        return found

    def write(self, place, words):
        words = [int(word) for word in words]
        while words:
            if not self._request.fits(2):
                self.flush()
            count = min(len(words), REQUEST_WORDS - self._request.length - 2)
            self._request.write(place, words[:count])
            place, words = place + count, words[count:]

    def fetch_words(self, places, count):
        """As `Bus.fetch_words`, many in a request."""
        answers = []
        starts = range(0, count, WINDOW)
        for place in places:
            if not self._request.fits(2 + len(starts), count):
                answers += self.flush()
            self.write(address("fetch"), [place])
            for start in starts:
                step = min(WINDOW, count - start)
                if not self._request.fits(1, step):
                    answers += self.flush()
                self._request.read(address("fetched"), self._request.answers + step)
        return answers + self.flush()

    def flush(self):
        """Send what was gathered; all words that were read; BusError if an access was refused."""
        request, self._request = self._request, Request()
        if not request.operations:
            return []
        words, position, refused = self._transact(request, self.timeout, TRIES)
        if refused:
            raise _refusal(request, position)
        return words

    def exchange(self, packets):
        """As `Bus.exchange`. A request brings as many samples as fit; the last one waits for all
        results, and earlier ones take those that are in the way."""
        if not self._request.fits(2 * WINDOW):
            self.flush()
        pieces = [piece for packet in packets for piece in _pieces(packet)][::-1]
        results, labels, stuck = [], 0, 0
        while len(results) < len(packets):
            request, self._request = self._request, Request()
            gathered, sent = request.length, []
            while pieces and request.fits(1 + len(pieces[-1][1]) + blocks(REPLY_WORDS, WINDOW)):
                label = _has_label(*pieces[-1])
                if labels + label - len(results) >= REPLY_WORDS:
                    break
                sent.append(pieces.pop())
                request.write(*sent[-1])
                labels += label
            full = labels - len(results) == REPLY_WORDS - 1
            if full or not pieces:
                wanted = labels - len(results)
                for until in (*range(WINDOW, wanted, WINDOW), wanted):
                    request.read(address("results"), until)
            words, position, refused = self._transact(request, self.timeout, TRIES)
            if refused and position < gathered:
                raise _refusal(request, position)
            rest = request.rest(position) if refused else []
            pieces += rest[::-1]
            labels -= sum(_has_label(*piece) for piece in rest)
            results += words
            stuck = stuck + 1 if refused and not words and rest == sent else 0
            if stuck > STUCK:
                raise BusError(f"{len(results)} of {len(packets)} results, and no more")
        return results

    def _transact(self, request, timeout, tries):
        """Send a request until its reply comes: (words read, position, refused)."""
        frame = encode(request.body(self._sequence))
        on_the_line = len(frame) + 8 * (request.answers + 2)  # if each byte was escaped
        for attempt in range(tries):
            self.repeats += attempt > 0
            self.line.write(frame)
            end = self.clock() + timeout + self.byte_time * on_the_line
            while self.clock() < end:
                for body in self._decoder.feed(self.line.read()):
                    *words, tail = struct.unpack(f"<{len(body) // 4}I", body)
                    sequence, position, refused = (field.of(tail) for field in REPLY)
                    if sequence == self._sequence:
                        self._sequence = sequence % LAST + 1
                        return words, position, bool(refused)
        raise LinkError(f"no answer to {tries} requests")

    def close(self):
        self.line.close()


def _refusal(request, position):
    """The error to raise if a request was refused there; its text has the byte address."""
    return BusError(f"access at {byte_address(request.refused(position)):#x}: refused")


def _pieces(packet):
    """(place, words) of writes that bring a sample: full windows, then the rest and the label."""
    words = [int(word) for word in packet]
    last = (len(words) - 2) // WINDOW * WINDOW if len(words) > 1 else 0
    for start in range(0, last, WINDOW):
        yield address("samples"), words[start : start + WINDOW]
    rest = words[last:]
    yield address("label") + 1 - len(rest), rest


def _has_label(place, words):
    return place + len(words) == address("label") + 1
