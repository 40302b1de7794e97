"""How the host's side of the link fills its requests, how long it waits, and its serial port."""

import struct
from itertools import pairwise

import pytest
import serial

from bep_hw.host import link
from bep_hw.host.bus import BusError
from bep_hw.host.link import PATIENT, LinkError, Request, SerialPort
from bep_hw.spec.link import REPLY_WORDS, REQUEST_WORDS
from bep_hw.spec.registers import WINDOW, WINDOWS, address
from bep_hw.support.errors import ConfigError
from tests.host.test_bus import CORE, core_registers
from tests.host.test_link import Device, connect


class Watched(Device):
    """A Device that keeps lists of reads, refused accesses, frames and lengths of requests."""

    def __init__(self, **options):
        super().__init__(**options)
        self.reads, self.refused, self.sent, self.closed = [], [], [], False
        self.lengths = []  # without the CRC [words]
        self.read_in = set()  # numbers of requests

    def access(self, place, word):
        answer = super().access(place, word)
        if place == address("fetch"):
            self.fetched = [word * 1000 + n for n in range(300)]
        if word is None:
            self.reads.append(place)
            self.read_in.add(self.requests)
        if answer is None:
            self.refused.append(place)
        return answer

    def answer(self, words):
        self.lengths.append(len(words))
        super().answer(words)

    def write(self, data):
        self.sent.append((self.time, len(data)))
        super().write(data)

    def close(self):
        self.closed = True


@pytest.fixture
def device():
    return Watched()


@pytest.fixture
def bus(device):
    bus = connect(device)
    device.requests, device.lengths = 0, []
    return bus


def test_addresses_that_may_take_a_word_later():
    windows = {window.address + n for window in WINDOWS for n in range(WINDOW)}
    assert windows | {address("fetch")} <= PATIENT
    assert len(PATIENT) == 1 + WINDOWS[-1].address + WINDOW - WINDOWS[0].address


def test_what_fits_in_a_request():
    """Words with sequence number and CRC; answers with the word that says how it went."""
    request = Request()
    assert request.fits(REQUEST_WORDS - 2) and not request.fits(REQUEST_WORDS - 1)
    assert request.fits(0, REPLY_WORDS - 1) and not request.fits(0, REPLY_WORDS)
    request.read(7, REPLY_WORDS - 1)
    assert request.fits(1)
    request.read(7, REPLY_WORDS)
    assert not request.fits(1)


def test_positions_in_a_request():
    request = Request()
    request.write(10, [1, 2, 3])  # word 1, and the data in 2 to 4
    request.read(20, 1)  # word 5; a read that is refused answers 6
    assert [request.refused(position) for position in (1, 2, 4, 6)] == [0, 10, 12, 20]
    assert request.rest(1) == request.rest(2) == [(10, [1, 2, 3])]
    assert request.rest(4) == [(12, [3])] and request.rest(5) == request.rest(6) == []


@pytest.mark.parametrize(
    "words, requests", [(REQUEST_WORDS - 4, 1), (REQUEST_WORDS - 3, 2), (REQUEST_WORDS - 2, 2)]
)
def test_a_read_goes_along_if_there_is_room(device, bus, words, requests):
    bus.write(0, [5] * words)
    assert bus.read(1) == [5]
    assert device.requests == requests


@pytest.mark.parametrize(
    "first, second, lengths",
    [
        (REQUEST_WORDS - 3, 0, []),  # fills the request with its operation
        (REQUEST_WORDS - 2, 0, [REQUEST_WORDS - 1]),
        (REQUEST_WORDS - 5, 1, []),  # there is room for one more operation and a word
        (REQUEST_WORDS - 4, 1, [REQUEST_WORDS - 2]),  # or for neither
    ],
)
def test_writes_wait_until_a_request_is_full(device, bus, first, second, lengths):
    bus.write(0, [5] * first)
    bus.write(900, [6] * second)
    assert device.lengths == lengths
    bus.flush()
    assert device.registers == dict.fromkeys(range(first), 5) | {900 + n: 6 for n in range(second)}


@pytest.mark.parametrize("words", [1, 2, 64, 65, 128, 255, 300])
def test_fetches_in_as_few_requests_as_hold_them(device, bus, words):
    """A place is two words, and one for every window of its answers."""
    ops = 2 + -(-words // WINDOW)
    together = max(1, min((REQUEST_WORDS - 2) // ops, (REPLY_WORDS - 1) // words))
    places = range(2 * together)
    found = bus.fetch_words(places, words)
    assert found == [1000 * place + n for place in places for n in range(words)]
    assert device.requests == (2 if words < REPLY_WORDS else 4)


@pytest.mark.parametrize("before", [1, 3])
def test_a_fetch_is_not_cut(device, bus, before):
    """It goes into the next request with all of its three words."""
    bus.write(0, [5] * before)
    places = range(300)
    assert bus.fetch_words(places, 1) == [1000 * place for place in places]
    together = (REQUEST_WORDS - 1 - 2 - before) // 3
    assert device.lengths[0] == 2 + before + 3 * together


@pytest.mark.parametrize("spare, requests", [(0, 1), (-1, 2)])
def test_writes_go_along_with_samples_if_two_windows_are_left(device, bus, spare, requests):
    bus.write(0, [5] * (REQUEST_WORDS - 2 * WINDOW - 3 - spare))
    assert bus.exchange([[1, 2]]) == [3]
    assert device.requests == requests


@pytest.mark.parametrize("before", [0, 2])
def test_a_request_is_full_of_samples(bus, device, before):
    """Three words each, less one for every window of results; these are read at the end."""
    device.depth = REPLY_WORDS
    most = (REQUEST_WORDS - 2 - REPLY_WORDS // WINDOW - before) // 3
    for count in (most, most + 1):
        device.requests, device.reads, device.read_in = 0, [], set()
        bus.write(0, [5] * (before - 1))  # and the word that says so
        assert bus.exchange([[1, 2]] * count) == [3] * count
        assert device.requests == 1 + (count > most)
        assert len(device.reads) == count and device.refused == []
        assert device.read_in == {device.requests}


def test_no_more_results_are_asked_for_than_come(device, bus):
    device.depth = 1000
    assert bus.exchange([[n, 1] for n in range(600)]) == [n + 1 for n in range(600)]
    assert device.refused == []


def test_refused_labels_are_counted_once():
    device = Device(seed=1, impatience=0.3)
    packets = [[n, 1] for n in range(3 * REPLY_WORDS)]
    assert connect(device).exchange(packets) == [n + 1 for n, _ in packets]


@pytest.mark.parametrize("packet, before", [([2], 0), ([1, 2], 1)])
def test_a_core_that_takes_no_label_is_given_up(packet, before):
    """After 301 requests of which it takes nothing."""
    device = Watched(depth=0)
    bus = connect(device)
    device.requests = 0
    with pytest.raises(BusError, match="0 of 5 results, and no more"):
        bus.exchange([packet] * 5)
    assert device.requests == before + 301


def test_pieces_of_a_sample():
    """Full windows; the rest of its words lies before the label, which ends it."""
    samples, label = address("samples"), address("label")
    for length in (1, 2, WINDOW, WINDOW + 1, WINDOW + 2, 2 * WINDOW + 1, 2 * WINDOW + 2):
        packet = list(range(length))
        *full, (place, rest) = link._pieces(packet)
        assert full == [
            (samples, packet[start : start + WINDOW])
            for start in range(0, length - len(rest), WINDOW)
        ]
        assert place + len(rest) == label + 1 and packet[-len(rest) :] == rest
        assert len(full) == max(0, length - 2) // WINDOW


def test_a_session_begins_with_the_version(device):
    connect(device)
    assert device.reads == [address("version")]


def test_waits_for_the_line_and_then_some(device):
    """Of the reply, every byte may be escaped: 8 for a word."""
    bus = connect(device, byte_time=1.0)
    device.loss, device.sent, device.time = 1.0, [], 0.0
    with pytest.raises(LinkError, match="no answer to 10 requests"):
        bus.read(0)
    times = [time for time, _ in device.sent]
    wait = 2.0 + device.sent[0][1] + 8 * (1 + 2)
    assert [after - before for before, after in pairwise(times)] == [wait] * 9
    assert device.time - times[-1] == wait
    assert bus.repeats == 9
    bus.close()
    assert device.closed


@pytest.mark.parametrize(
    "text, name, baud",
    [("a@b@1000", "a@b", 1000), ("a@b", "a@b", 1_000_000), ("7", "7", 1_000_000), ("a@1", "a", 1)],
)
def test_port_and_rate(monkeypatch, device, text, name, baud):
    opened = []
    monkeypatch.setattr(link, "SerialPort", lambda *how: opened.append(how) or device)
    assert link.connect(text, clock=device.clock).byte_time == 10 / baud
    assert opened == [(name, baud)]
    device.loss = 1.0
    with pytest.raises(ConfigError, match="no answer to 6 requests"):
        link.connect(text, clock=device.clock)
    assert device.closed


def test_no_rate():
    with pytest.raises(ConfigError, match="serial port a@0: 0 baud: must be at least 1"):
        link.connect("a@0")


def test_check(monkeypatch, device):
    monkeypatch.setattr(link, "SerialPort", lambda *how: device)
    device.registers = core_registers(CORE)
    link.check("a", CORE)
    assert device.closed
    device.closed = False
    device.registers[address("version")] = 5
    with pytest.raises(ConfigError, match="serial port a: version 0x5: this driver knows"):
        link.check("a", CORE)
    assert device.closed


class Wire:
    """What pyserial opens: `waiting` bytes are there, and it `fails` or not."""

    def __init__(self, waiting):
        self.in_waiting, self.log, self.fails = waiting, [], False

    def write(self, data):
        self._do(("write", data))

    def read(self, count):
        self._do(("read", count))
        return b"\1" * count

    def close(self):
        self._do("close")

    def _do(self, what):
        if self.fails:
            raise serial.SerialException("gone")
        self.log.append(what)


@pytest.mark.parametrize("waiting, count", [(0, 1), (1, 1), (3, 3)])
def test_a_serial_port(monkeypatch, waiting, count):
    """A read waits for one byte, or takes all that are there."""
    wire, opened = Wire(waiting), {}
    monkeypatch.setattr(
        serial, "serial_for_url", lambda name, **how: opened.update(name=name, **how) or wire
    )
    port = SerialPort("x", 9600)
    assert opened == {"name": "x", "baudrate": 9600, "timeout": 0.05}
    port.write(b"ab")
    assert port.read() == b"\1" * count
    port.close()
    assert wire.log == [("write", b"ab"), ("read", count), "close"]
    wire._socket = Wire(0)
    port.close()
    assert wire._socket.log == ["close"]
    wire.fails = True
    for use in (port.read, lambda: port.write(b"")):
        with pytest.raises(LinkError, match="serial port x: gone"):
            use()


def test_no_serial_port(monkeypatch):
    with pytest.raises(ConfigError, match=r"serial port /no/such: .*No such file"):
        SerialPort("/no/such", 9600)
    monkeypatch.setattr(link, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"pyserial: not found; pip install bep-hw\[serial\]"):
        SerialPort("/no/such", 9600)


def test_a_frame_has_its_sequence_number_first():
    request = Request()
    request.write(3, [9])
    sequence, _, word = struct.unpack("<3I", request.body(77))
    assert (sequence, word) == (77, 9)
