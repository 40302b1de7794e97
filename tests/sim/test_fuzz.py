"""A short hunt finds nothing in the core, and finds what a core does that has a bug."""

import dataclasses
import random
import struct

import pytest

from bep_hw.spec.link import ESCAPE, FLAG, REPLY, encode, operation
from bep_hw.spec.registers import TRAIN, address
from sim.fuzz import __main__ as command
from sim.fuzz import hunt
from sim.fuzz.accesses import Accesses
from sim.fuzz.bus import READ, WRITE, Mapped
from sim.fuzz.campaign import CORE, SETTINGS, Campaign
from sim.fuzz.frames import KINDS, Frames
from sim.fuzz.requests import Device, requests
from sim.fuzz.shadow import ALL_BYTES, Finding, Shadow


@pytest.mark.parametrize("name, count", [("link", 2560), ("wishbone", 5120), ("axi", 5120)])
def test_nothing_is_found(name, count):
    total = hunt.block(name, f"test/{name}", count)
    assert sum(total.kinds.values()) == count
    assert all(total.answers[answer] > 50 for answer in ("done", "refused"))
    assert all(total.trained[what] > 0 for what in total.trained)


def test_a_core_that_trains_otherwise_is_found():
    """The golden model triggers at another margin; that is as if the core did."""
    campaign = Campaign(Mapped(CORE, "wishbone"), 1)
    campaign._truth.settings = dataclasses.replace(SETTINGS, margin=0)
    port = campaign._connect()
    port.put("control", TRAIN)
    for word in (5, 9, 2):
        port.write(address("samples"), [word, word ^ 0xFF])
        port.put("label", word % 3)
    with pytest.raises(Finding, match="counters of layer 0 are not those of golden"):
        campaign.settle()


class Wrong:
    """A core on Wishbone that answers some accesses otherwise.

    change: takes (access, refused, data); gives (refused, data)
    """

    bus = "wishbone"

    def __init__(self, change):
        self._core, self._change = Mapped(CORE, self.bus), change

    def __getattr__(self, name):
        return getattr(self._core, name)

    def send(self, access, shadow):
        ((refused, data),) = self._core.run([access]).tolist()
        refused, data = self._change(access, refused, data)
        kind, place, value, mask = access
        if kind == READ:
            shadow.read(place, bool(refused), data)
        elif kind == WRITE:
            shadow.write(place, bool(refused), value, mask)


def taken(access, refused, data):
    """Takes any write to the batch size."""
    return (0, data) if access[:2] == (WRITE, address("batch_size")) else (refused, data)


def shorter(access, refused, data):
    """Reads a register without its highest bits."""
    return refused, data & 0xFFFF if access[0] == READ else data


@pytest.mark.parametrize(
    "change, most",
    [(taken, 1), (shorter, 16)],  # a result that is cut off needs a sample first
)
def test_a_wrong_answer_is_found_and_shrunk(change, most, monkeypatch):
    sort = dataclasses.replace(hunt.SORTS["wishbone"], target=lambda: Wrong(change))
    monkeypatch.setitem(hunt.SORTS, "wishbone", sort)
    with pytest.raises(hunt.Found) as found:
        hunt.block("wishbone", "wrong", 2000)
    start, sent = found.value.start, found.value.sent
    least = hunt.shrunk(lambda few: hunt.fails("wishbone", "wrong", start, few), sent)
    assert 1 <= len(least) <= most
    assert hunt.fails("wishbone", "wrong", start, []) is None


def test_shrinking_keeps_the_order():
    def failing(sent):
        return 3 in sent and 17 in sent

    assert hunt.shrunk(failing, list(range(40))) == [3, 17]


def test_every_kind_of_frame():
    shadow = Shadow(CORE, "uart", 2)
    accesses = Accesses(random.Random(2), shadow, bits=CORE.tile_columns, classes=3)
    frames = Frames(random.Random(1), accesses)
    drawn = {kind for kind, _ in (frames.draw() for _ in range(8000))}
    assert drawn == set(KINDS)


WORDS = [7, operation(address("version"), 1, write=False, patient=False)]
FRAME = encode(struct.pack("<2I", *WORDS))
F = bytes([FLAG])


@pytest.mark.parametrize(
    "data, found",
    [
        (FRAME, ([WORDS], False)),
        (FRAME[:-1], ([], False)),
        (FRAME[1:], ([], False)),  # it does not begin with a flag
        (FRAME + F, ([WORDS], True)),
        (FRAME[:-1] + FRAME, ([WORDS, WORDS], True)),
        (b"\x55" + FRAME, ([WORDS], False)),
        (F + encode(b"")[1:], ([], False)),  # a CRC alone is no request
        (FRAME.replace(b"\x07", bytes([ESCAPE, ESCAPE, 0x27]), 1), ([WORDS], False)),
    ],
)
def test_requests_are_those_that_a_device_takes(data, found):
    assert requests(data) == found


def reply(sequence, position, refused=0, words=()):
    """The body of a reply."""
    values = {"sequence": sequence, "position": position, "refused": refused}
    tail = sum(values[part.name] << part.low for part in REPLY)
    return struct.pack(f"<{len(words) + 1}I", *words, tail)


VERSION = Shadow(CORE, "uart", 2)._constants["version"]


@pytest.mark.parametrize(
    "replies, text",
    [
        ([], "a request is not answered"),
        ([reply(8, 2, words=(VERSION,))], "the first request is not answered"),
        ([reply(7, 2, words=(VERSION ^ 1,))], "version reads"),
        ([reply(7, 1, words=(VERSION,))], "position 1"),
        ([reply(7, 2)], "words of a reply are missing"),
        ([reply(7, 2, refused=1)], "read of version: refused"),
        ([reply(7, 2, words=(VERSION, 1))], "too many words"),
        ([reply(7, 2, words=(VERSION,))] * 2, "which was not asked"),
    ],
)
def test_wrong_replies_are_found(replies, text):
    device = Device(Shadow(CORE, "uart", 2))
    with pytest.raises(Finding, match=text):
        device.judge([WORDS], replies, False)
    device = Device(Shadow(CORE, "uart", 2))
    device.judge([WORDS], [reply(7, 2, words=(VERSION,))], False)
    with pytest.raises(Finding, match="answered differently"):
        device.judge([WORDS], [reply(7, 2, words=(VERSION, 0))], False)


def test_what_must_not_be_done_is_found():
    shadow = Shadow(CORE, "wishbone", 2)
    for place, mask in ((address("version"), ALL_BYTES), (0x3F, ALL_BYTES), (address("seed"), 7)):
        shadow.write(place, True, 1, mask)
        with pytest.raises(Finding, match="must not be done"):
            shadow.write(place, False, 1, mask)
    with pytest.raises(Finding, match="its limits are 1 to"):
        shadow.write(address("batch_size"), False, 0)
    shadow.write(address("batch_size"), True, 0)
    with pytest.raises(Finding, match="none of the bits"):
        shadow.read(address("errors"), False, 0)


def test_command(tmp_path, capsys):
    results, page = tmp_path / "fuzz.json", tmp_path / "fuzzing.md"
    arguments = ["wishbone", "--count", "300", "--results", str(results), "--page", str(page)]
    assert command.main(arguments) == 0
    assert "300 accesses" in page.read_text()
    capsys.readouterr()
    assert command.main(arguments) == 0  # all of it is there already
    assert capsys.readouterr().out == ""


def test_command_tells_what_it_found(tmp_path, capsys, monkeypatch):
    sort = dataclasses.replace(hunt.SORTS["wishbone"], target=lambda: Wrong(taken))
    monkeypatch.setitem(hunt.SORTS, "wishbone", sort)
    results = tmp_path / "fuzz.json"
    assert command.main(["wishbone", "--count", "3000", "--results", str(results)]) == 1
    out = capsys.readouterr().out
    assert "batch_size None took" in out and "after 1 of accesses" in out
