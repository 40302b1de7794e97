"""The host's side of the link, against a device in Python: requests, repeats, and errors."""

import itertools
import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.host import link
from bep_hw.host.bus import BusError
from bep_hw.host.link import LinkError, Serial
from bep_hw.spec.link import FIRST, OPERATION, REPLY, REPLY_WORDS, REQUEST_WORDS, Decoder, encode
from bep_hw.spec.registers import WINDOW, address
from bep_hw.support.errors import ConfigError

SAMPLES, LABEL, RESULTS = address("samples"), address("label"), address("results")
FETCH, FETCHED = address("fetch"), address("fetched")
REFUSED = 0x3F0
LOST = 6


class Device:
    """Does as the gateware; a line as well. `impatience`: chance that a patient access is refused.

    `loss`: chance that a frame is lost. If it is below 1 no more than LOST are lost between two
    answers, for the host gives up at some time.
    A label gives a result, the sum of the words before it; results wait in a FIFO of `depth`.
    """

    def __init__(self, *, seed=0, impatience=0.0, loss=0.0, depth=4):
        self.random, self.impatience, self.loss = random.Random(seed), impatience, loss
        self.depth, self.decoder, self.time, self.answers = depth, Decoder(), 0.0, []
        self.last, self.requests, self.lost = FIRST, 0, 0
        self.registers, self.results, self.sum, self.samples, self.fetched = {}, [], 0, [], []

    def clock(self):
        return self.time

    def close(self):
        pass

    def write(self, data):
        for body in self.decoder.feed(data):
            if not self.loses():
                self.answer(list(struct.unpack(f"<{len(body) // 4}I", body)))

    def read(self):
        if self.answers:
            self.time += 0.001
            return self.answers.pop(0)
        self.time += 0.5
        return b""

    def answer(self, words):
        assert len(words) + 1 <= REQUEST_WORDS
        if words[0] != self.last or words[0] == FIRST:
            self.last, self.requests = words[0], self.requests + 1
            data, position, refused = self.carry_out(words)
            values = {"sequence": words[0], "position": position, "refused": refused}
            tail = sum(values[field.name] << field.low for field in REPLY)
            assert len(data) < REPLY_WORDS
            self.stored = encode(struct.pack(f"<{len(data) + 1}I", *data, tail))
        if not self.loses():
            self.answers.append(self.stored)
            self.lost = 0

    def loses(self):
        """Whether the line loses the next frame."""
        bearable = self.lost < LOST or self.loss == 1
        loses = bearable and self.random.random() < self.loss
        self.lost += loses
        return loses

    def carry_out(self, words):
        position, data = 1, []
        while position < len(words):
            place, until, write, patient = (field.of(words[position]) for field in OPERATION)
            position += 1
            while (position if write else len(data)) != until:
                answer = self.access(place, words[position] if write else None)
                if answer is None:
                    # A result that waits makes room; else the device would wait for nothing.
                    waits = patient and self.random.random() >= self.impatience
                    if waits and write and self.results and len(data) < REPLY_WORDS - 1:
                        data.append(self.results.pop(0))
                        continue
                    return data, position, 1
                if write:
                    position += 1
                else:
                    data.append(answer)
                place += 1
        return data, position, 0

    def access(self, place, word):
        if place == REFUSED or (word is not None and self.random.random() < self.impatience):
            return None
        if SAMPLES <= place < SAMPLES + WINDOW:
            self.sum = self.sum + word & 0xFFFF_FFFF
        elif place == LABEL:
            if len(self.results) == self.depth:
                return None
            self.results.append(self.sum + word & 0xFFFF_FFFF)
            self.samples.append(word)
            self.sum = 0
        elif RESULTS <= place < RESULTS + WINDOW:
            return self.results.pop(0) if self.results else None
        elif place == FETCH:
            self.fetched = [word * 1000 + n for n in range(200)]
        elif FETCHED <= place < FETCHED + WINDOW:
            return self.fetched.pop(0) if self.fetched else None
        elif word is not None:
            self.registers[place] = word
        return self.registers.get(place, place) if word is None else 0


def connect(device, **options):
    return Serial(device, clock=device.clock, **options)


@settings(deadline=None)
@given(
    st.integers(1, 300),
    st.integers(1, 30),
    st.sampled_from([0.0, 0.02]),
    st.sampled_from([0.0, 0.2]),
    st.integers(0, 2**32 - 1),
)
def test_exchange(length, count, impatience, loss, seed):
    """Samples of any length, each once and in order, whatever is refused or lost."""
    device = Device(seed=seed, impatience=impatience, loss=loss)
    source = random.Random(seed)
    try:
        bus = connect(device)
    except LinkError:
        assert loss
        return
    packets = [[source.getrandbits(32) for _ in range(length)] for _ in range(count)]
    assert bus.exchange(packets) == [sum(packet) & 0xFFFF_FFFF for packet in packets]
    assert device.samples == [packet[-1] for packet in packets]
    assert bool(bus.repeats) <= bool(loss)


@pytest.mark.parametrize("depth", [4, 1000])
def test_more_results_than_a_reply_holds(depth):
    device = Device(depth=depth)
    bus = connect(device)
    packets = [[n, 1] for n in range(1000)]
    assert bus.exchange(packets) == [n + 1 for n in range(1000)]
    # Three words a sample, and a request for as many results as fit in a reply.
    assert device.requests <= 1 + 1000 * 3 / (REQUEST_WORDS - 10) + 1000 / (REPLY_WORDS - 1) + 1


def test_few_requests_for_a_minibatch():
    """What was written before goes along."""
    device = Device()
    bus = connect(device)
    bus.put("batch_size", 32)
    assert len(bus.exchange([[*range(8), 3]] * 32)) == 32
    assert device.requests == 2
    assert device.registers == {address("batch_size"): 32}


@pytest.mark.parametrize("words", [1, 63, 64, 65, 192])
def test_fetch(words):
    device = Device()
    bus = connect(device)
    places = range(20)
    assert bus.fetch_words(places, words) == [
        1000 * place + n for place in places for n in range(words)
    ]
    assert device.requests <= 2 + len(places) / max(1, (REPLY_WORDS - 1) // words)


def test_long_reads_and_writes():
    device = Device()
    bus = connect(device)
    bus.write(0, list(range(515)))
    assert len(device.registers) < 515, "what fits in no request yet waits for the next"
    assert bus.read(0, 515) == list(range(515))
    assert device.registers == dict(enumerate(range(515)))


def test_a_refused_read():
    bus = connect(Device())
    with pytest.raises(BusError, match=f"access at {4 * REFUSED:#x}: refused"):
        bus.read(REFUSED)
    assert bus.read(0x10) == [0x10]


def test_a_refused_write_comes_with_the_next_read():
    """And neither what stands behind it nor the read is done."""
    device = Device()
    bus = connect(device)
    bus.write(REFUSED - 1, [1, 2, 3])
    with pytest.raises(BusError, match=f"access at {4 * REFUSED:#x}: refused"):
        bus.read(0x10)
    assert device.registers == {REFUSED - 1: 1}


def test_a_refused_write_before_samples():
    device = Device()
    bus = connect(device)
    bus.write(REFUSED, [1])
    with pytest.raises(BusError, match=f"access at {4 * REFUSED:#x}: refused"):
        bus.exchange([[1, 2]])
    assert device.samples == []


def test_a_core_without_results():
    device = Device(depth=0)
    bus = connect(device)
    with pytest.raises(BusError, match="0 of 5 results, and no more"):
        bus.exchange([[1, 2]] * 5)


def test_a_line_that_falls_silent():
    device = Device()
    bus = connect(device)
    device.loss = 1.0
    with pytest.raises(LinkError, match=f"no answer to {link.TRIES} requests"):
        bus.read(0)
    assert device.time > link.TRIES * link.TIMEOUT


def test_sequence_numbers_go_round():
    """Each request is done once, though every other one is lost."""
    device = Device(loss=0.3, seed=1)
    bus = connect(device)
    before = device.requests
    for n in range(600):
        assert bus.read(n % 100) == [n % 100]
    assert device.requests == before + 600 and bus.repeats > 100


def test_a_session_begins_on_a_line_in_any_state():
    """Whatever sequence number the last host ended with, and whatever it left in the line."""
    for count in range(3):
        device = Device()
        bus = connect(device)
        for n in range(count):
            bus.write(0, [n])
            bus.read(0)
        device.write(encode(b"half a frame")[:-5])
        device.answers += [b"rubbish", encode(struct.pack("<2I", 7, 77))]
        bus = connect(device)
        bus.write(0, [99])
        assert bus.read(0) == [99]


def test_nobody_answers(monkeypatch):
    opened = []

    def port(name, baud):
        opened.append((name, baud))
        return Device(loss=1.0)

    monkeypatch.setattr(link, "SerialPort", port)
    clock = itertools.count(0.0, 0.1).__next__
    with pytest.raises(ConfigError, match="/dev/board@home at 115200 baud: no answer to 6 req"):
        link.connect("/dev/board@home@115200", clock=clock)
    with pytest.raises(ConfigError, match=f"COM3 at {link.BAUD} baud: no answer"):
        link.connect("COM3", clock=clock)
    assert opened == [("/dev/board@home", 115200), ("COM3", link.BAUD)]
